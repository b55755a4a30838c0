"""What form a single word has: an adverb, a participle, what he or she does."""

from questionnaires.english.words import ADVERBS, NOT_ADVERBS, NOT_PARTICIPLES, PARTICIPLES


def third_person(verb: str) -> str:
    """Write what he, she or it does."""
    match verb:
        case "have":
            return "has"
        case "do":
            return "does"
        case "be":
            return "is"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{verb}s"


def is_adverb(word: str) -> bool:
    """Tell whether a word says how, how often or since when."""
    return word in ADVERBS or (word.endswith("ly") and word not in NOT_ADVERBS)


def is_participle(word: str) -> bool:
    """Tell whether the word may be a past participle."""
    is_compound = "-" in word and not word.startswith(("re-", "pre-", "de-"))
    if word in NOT_PARTICIPLES or is_compound:
        return False
    return word in PARTICIPLES or (word.endswith("ed") and len(word) > 3)
