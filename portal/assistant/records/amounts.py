"""Sums of money compared in a question, such as "less than 5 million euros"; pure."""

import re
from dataclasses import dataclass

_CURRENCIES = {
    "€": "EUR", "$": "USD", "£": "GBP", "euro": "EUR", "euros": "EUR", "dollars": "USD", "pounds": "GBP",
    "eur": "EUR", "usd": "USD", "gbp": "GBP", "chf": "CHF", "sek": "SEK", "dkk": "DKK", "nok": "NOK", "cad": "CAD",
}  # fmt: skip
_UNITS = {"k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "mio": 1e6, "million": 1e6, "millions": 1e6,
          "bn": 1e9, "billion": 1e9}  # fmt: skip
_NAMES = "|".join(re.escape(name) for name in sorted(_CURRENCIES, key=len, reverse=True))
_SIZES = "|".join(sorted(_UNITS, key=len, reverse=True))
_LESS = r"less\s+than|lower\s+than|smaller\s+than|under|below"
_MORE = r"more\s+than|higher\s+than|greater\s+than|over|above|exceeding"
_COMPARED = re.compile(
    rf"(?:(?P<less>{_LESS})|(?P<most>at\s+most|up\s+to|no\s+more\s+than)|(?P<more>{_MORE})|(?P<least>at\s+least|no\s+less\s+than))"
    rf"\s+(?P<before>{_NAMES})?\s*(?P<digits>\d[\d.,]*\d|\d)\s*(?P<size>{_SIZES})?\b\s*(?:of\s+)?(?P<after>{_NAMES})?(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Sum:
    """A bound on a sum: `sign` is one of < <= > >=; without a currency it is about the number alone."""

    sign: str
    amount: float
    currency: str

    @property
    def words(self) -> str:
        """Say the bound."""
        said = {"<": "less than", "<=": "at most", ">": "more than", ">=": "at least"}[self.sign]
        return f"{said} {money(self.currency, self.amount)}"

    def holds(self, amount: float, currency: str) -> bool:
        """Say whether a sum keeps the bound; one in another currency does not, as nothing is converted."""
        if self.currency and currency != self.currency:
            return False
        return {
            "<": amount < self.amount, "<=": amount <= self.amount, ">": amount > self.amount, ">=": amount >= self.amount,
        }[self.sign]  # fmt: skip


def sum_at(text: str, at: int) -> tuple[Sum, int] | None:
    """Read the bound that begins at a place of a text in small letters, and say where it ends; None when none does."""
    found = _COMPARED.match(text, at)
    amount = _number(found["digits"]) if found else None
    if found is None or amount is None:
        return None
    sign = {"less": "<", "most": "<=", "more": ">", "least": ">="}[_sign(found)]
    currency = _CURRENCIES.get(found["before"] or found["after"] or "", "")
    return Sum(sign, amount * _UNITS.get(found["size"] or "", 1), currency), found.end()


def money(currency: str, amount: float) -> str:
    """Return "EUR 5,000,000"."""
    return f"{currency} {amount:,.0f}".strip()


def limit_of(value: str) -> tuple[str, float] | None:
    """Read a limit as facts hold it, "EUR 5000000"; None when it is not one."""
    currency, _, digits = value.partition(" ")
    return (currency, float(digits)) if digits.isdigit() else None


def _sign(found: re.Match[str]) -> str:
    return next(name for name in ("less", "most", "more", "least") if found[name])


def _number(digits: str) -> float | None:
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", digits):
        return float(re.sub(r"[.,]", "", digits))
    return float(digits.replace(",", ".")) if re.fullmatch(r"\d+(?:[.,]\d{1,2})?", digits) else None
