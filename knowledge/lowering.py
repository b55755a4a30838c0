"""Asks a language model whether the quotes of a verdict say the claim; it may take support away, never give it."""

import secrets
from dataclasses import replace

from knowledge.language import Language, LanguageUnavailable
from knowledge.prompting import prompt
from knowledge.verdicts import VerdictState, Weighed

LONGEST = 80  # letters of a method; a model's name that is too long for it loses its end, never what follows it
PLACEHOLDERS = frozenset({"nonce", "claim", "quotes"})


async def lowered(weighed: Weighed, claim: str, language: Language, method: str) -> tuple[Weighed, str]:
    """Return the verdict, lowered to not evidenced when the model reads the quotes otherwise, and the method used."""
    asked = prompt("review_verdict", PLACEHOLDERS)
    quotes = "\n".join(" ".join(quote.text.split()) for quote in weighed.quotes)
    filled = asked.filled({"nonce": secrets.token_hex(8), "claim": claim, "quotes": quotes})
    try:
        reply = await language.structured(filled)
    except LanguageUnavailable:
        return weighed, _named(method, language, "did not answer")
    made_by = _named(method, language, asked.version)
    if reply.get("says_it") == "no":
        reason = "By the rules the document supports it; the language model reads the quotes otherwise. A person has to look."
        return replace(weighed, state=VerdictState.NOT_EVIDENCED, reason=reason, confidence=None), made_by
    return weighed, made_by


def _named(method: str, language: Language, rest: str) -> str:
    room = LONGEST - len(f"{method};  {rest}")
    name = language.name if len(language.name) <= room else f"{language.name[: room - 1]}…"
    return f"{method}; {name} {rest}"
