"""Invented pages whose reading order and rows are known, in two halves: drawn before the rules were written and after."""
