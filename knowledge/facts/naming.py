"""Compares the names of companies: legal forms, dots and capitals make no other company."""

import re

_LEGAL = """
inc incorporated llc llp lp ltd limited plc corp corporation company co gmbh ag se kg ug ohg bv nv sa sas sarl srl spa sl oy
oyj ab as asa aps pty pte pvt kk the and
"""
_FORMS = frozenset(_LEGAL.split())
_DOTTED = re.compile(r"\b(?:[A-Za-z]\.){2,}")


def same_company(one: str, other: str) -> bool:
    """Tell whether two names are of the same company, but for its legal form."""
    mine, theirs = _core(one), _core(other)
    return bool(mine) and mine == theirs


def _core(name: str) -> tuple[str, ...]:
    joined = _DOTTED.sub(lambda match: match.group().replace(".", ""), name.casefold())
    words = re.findall(r"\w+", joined)
    return tuple(word for word in words if word not in _FORMS) or tuple(words)
