"""Invented pages whose reading order and rows are known: those that rules were written by, and those drawn after."""
