"""Where the subject of a question with “is” or “has” ends and what is said of it begins."""

from questionnaires.english.forms import is_adverb, is_participle
from questionnaires.english.groups import Group, groups_in, is_bound
from questionnaires.english.tokens import Token
from questionnaires.english.words import (
    DETERMINERS,
    GIVES,
    NOUNS_TOO,
    PREDICATIVE,
    PREPOSITIONS,
    SUBORDINATORS,
    VERBS,
    word_set,
)

_BY_A_STANDARD = word_set("certified compliant accredited attested conformant")


def find_predicate(words: list[Token]) -> int | None:
    """Find where the predicate of a passive or an adjective begins; None where more than one word could begin it."""
    groups = groups_in(words)
    in_progress = next((group.start for group in groups if words[group.start].low == "being"), None)
    chosen = _chosen(words, groups) if in_progress is None else in_progress
    return None if chosen is None else _whole(words, chosen)


def find_participle(words: list[Token]) -> int | None:
    """Find the participle that “has” goes with: been, or the only one that no article or preposition makes a noun's."""
    for place, token in enumerate(words):
        if token.low == "been" and place:
            return _with_adverbs(words, place)
    places = [place for place in range(1, len(words)) if is_participle(words[place].low) and not is_bound(words, place)]
    places = [place for place in places if words[place].low not in GIVES | {"based"}]
    if not places:
        return None
    first = places[0]
    by_phrase = first + 1 < len(words) and words[first + 1].low in PREPOSITIONS and len(places) > 1
    return None if by_phrase else _with_adverbs(words, first)


def _chosen(words: list[Token], groups: list[Group]) -> int | None:
    """Choose the group that says something, where others only describe; of more than one only by their places."""
    groups = _before_a_clause(words, groups)
    said = [group for group in groups if group.says]
    if not said:
        return groups[0].start if len(groups) == 1 else None
    if len(said) == 1:
        return _only(words, groups, said[0])
    return _of_many(words, said)


def _of_many(words: list[Token], said: list[Group]) -> int | None:
    """Choose a list at the end of the sentence, or one at its beginning, over single words: the others describe nouns."""
    first, last = said[0], said[-1]
    is_last = last.end == len(words) - 1 or words[last.end + 1].low in ("at", "annually", "periodically", "and", "by")
    is_purpose = words[first.end + 1].low == "to" and words[first.end + 2].low in VERBS | NOUNS_TOO | {"be"}
    if last.is_list and not first.is_list and not is_purpose and is_last:
        return _unless_another(words, last)
    if first.is_list and not any(group.is_list for group in said[1:]) and last.end != len(words) - 1:
        return first.start
    return first.start if is_purpose and not last.is_list and last.end != len(words) - 1 else None


def _only(words: list[Token], groups: list[Group], said: Group) -> int | None:
    """Take the only group that says something, unless one before or behind it may do so as well."""
    after = words[said.end + 1].low if said.end + 1 < len(words) else ""
    may_describe = not said.is_list and after in PREPOSITIONS - {"to"}
    if may_describe and any(_says_where(words, group) for group in groups if group.start > said.start):
        return None
    is_after_an_adjective = any(words[group.start].low in PREDICATIVE for group in groups if group.start < said.start)
    return None if is_after_an_adjective and not said.is_list else _unless_another(words, said)


def _says_where(words: list[Token], group: Group) -> bool:
    return group.end == len(words) - 1 or words[group.end + 1].low in ("in", "off-site", "offsite", "at")


def _unless_another(words: list[Token], group: Group) -> int | None:
    """Return its place, unless the words before it hold a second subject: “, and the keys”."""
    if is_participle(words[group.start - 1].low) and words[group.start - 1].closes:
        return None
    for place in range(1, group.start):
        is_second = words[place].low == "and" and words[place - 1].closes and words[place + 1].low in DETERMINERS
        if is_second and is_participle(words[place - 1].low):
            return None
    return group.start


def _before_a_clause(words: list[Token], groups: list[Group]) -> list[Group]:
    """Leave out what a clause behind the predicate says, if there is a predicate before that clause."""
    clause = next((place for place in range(1, len(words)) if _begins_a_clause(words, place)), len(words))
    early = [group for group in groups if group.start < clause]
    late = [group for group in groups if group.start > clause and group.says]
    if not early or not late or early[-1].end + 1 == clause:
        return early or groups
    if not any(group.says for group in early):
        return late if _ends(words, late[-1]) else []
    return early if any(group.is_list for group in early) or not _ends(words, late[-1]) else []


def _ends(words: list[Token], group: Group) -> bool:
    return group.is_list and group.end == len(words) - 1


def _begins_a_clause(words: list[Token], place: int) -> bool:
    """Tell whether a clause begins here, or a remark such as “, with all of it logged”."""
    if words[place].low in SUBORDINATORS or words[place].low == "regardless":
        return True
    return words[place].low == "with" and words[place - 1].closes


def _with_adverbs(words: list[Token], place: int) -> int:
    """Take the adverbs before it along, unless they may go with an “-ing” before them: “working remotely”."""
    first = place
    while first > 1 and is_adverb(words[first - 1].low) and not words[first - 1].closes:
        first -= 1
    return place if words[first - 1].low.endswith("ing") and first < place else first


def _whole(words: list[Token], place: int) -> int | None:
    """Take along what “certified” goes with: ISO 27001 certified."""
    if words[place].low not in _BY_A_STANDARD:
        return _with_adverbs(words, place)
    while place > 1 and (words[place - 1].core.isupper() or words[place - 1].core[:1].isdigit()):
        place -= 1
    return None if words[place - 1].low in DETERMINERS else _with_adverbs(words, place)
