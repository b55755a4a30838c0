"""Weighs what the heads and the second reader make of a sentence together, more strictly where it raises than where it lowers."""

import re
from collections.abc import Callable
from dataclasses import replace
from math import exp, log

from knowledge.caveats import next_of
from knowledge.cross_encoder.reading import Read, is_there, read, read_after, read_any
from knowledge.evidence import Candidate
from knowledge.leaning import Leaning
from knowledge.stances.judging import Told
from knowledge.sureness import mark
from knowledge.verdicts import LEARNT, POSSIBLE_CONFLICT, POSSIBLY_SAID, UNCALIBRATED, VerdictState, Weighed

Reads = Callable[[Candidate], Read | None]
Turns = Callable[[str, str], float]
METHOD = "readers-2"
ALONE = "heads-1, second reader missing"
_UNANSWERED = "The words are near the claim, and a second reading sees no answer in them; a person has to read them."
_UNREAD = "The words are near the statement, and nothing here can read whether they say it; a person has to read them."
_MIXED = f"{POSSIBLE_CONFLICT}: the document seems to say it and its contrary; a person has to read it."
_DENIES = (
    f"{POSSIBLE_CONFLICT}: a second reading takes words near the claim for the contrary; a person has to read them."
)
_ELSEWHERE = f"{POSSIBLE_CONFLICT}: the words deny something, it seems of another question; a person has to read them."
_AFFIRMS = "The words deny something, and a second reading takes them for the claim itself; a person has to read them."
_SEEMS = (
    f"{POSSIBLY_SAID}: a second reading takes these words for the claim, and no rule does; a person has to read them."
)
WORTH = 0.05  # how sure a head has to be of anything before the second reader is asked
CLOSE = 0.5  # how near the claim a sentence has to be by its meaning for it to be asked where no head is
# How sure the second reader has to be to lower what rules make of a passage: it takes something back, does not answer, denies it.
TAKEN_BACK, BESIDE, DENIED = 0.6, 0.65, 0.85
SAID = 0.5  # how sure it has to be that a row says the claim for rules to take it for a support
# How sure it has to be that words say a statement it never learnt of: of 55 pairs written for it 19 of 27 that say it are above,
# and one of 28 that only name the same things.
SAID_ALIKE = 0.88
NOT_CERTAIN = 0.5  # how sure such a support is at most: no outcomes tell how often one is wrong
# How sure it has to be of the contrary for a denial that rules see to be one of such a statement: of invented vendors' claims
# as if nothing had been learnt of them, what rules alone call contradicted is wrong in 33 to 50 of 100, from here in 0 to 20.
DENIED_ALIKE = 0.5
# How much of such a statement's ideas a sentence has to name to be read beside it although rules see nothing in it, and for a
# contrary to be shown. Of what an invented vendor's documents bear out, a person is so shown the very place for 41 in 100 more;
# some five sentences a claim are read.
NAMED_ALIKE, MOSTLY_NAMED = 0.3, 0.6
SURELY = 0.92  # how sure it has to be that a sentence takes something back where others support the claim too
HINTED = 0.08  # how sure it has to be of that in a sentence and the next for either to be read by itself
BOTH = 0.5  # how sure of both sentences together and of the next alone where that adds to it
PLAINLY = 0.85  # how sure that the next one does where other sentences support the claim too
# How sure it has to be that a sentence takes something back from the very one before it. Low, for a wrong "supported" costs more
# than a wrong exception: of 79 pairs that turn, by an author it has not read, 63 are found from here and 51 from 0.5, and 13
# instead of 8 of 153 that do not turn.
TURNED = 0.1
AFFIRMED = 0.5  # how sure it has to be that the next sentence says the claim itself, and takes nothing back
# Weights of the heads' log-odds, the second reader's, what the heads are ahead, how near the sentence is, and a constant:
# fitted on whole documents by authors whom neither has read, the first before the second reader last learnt.
_SO, _AGAINST = (0.32, 0.32, 0.48, 1.36, -0.65), (0.27, 0.82, 0.47, 0.65, -2.55)
# The same for words that say it and take something back, of which heads know nothing: the second reader's log-odds of that and
# of the contrary, what the heads are ahead, how near the sentence is, and a constant.
_BUT = (0.92, 0.43, 0.54, 0.68, -0.52)
# How sure both have to be to raise, and heads by themselves to support: strict, since a document has many near misses.
SO, AGAINST, OPPOSED, LIKELY = 0.85, 0.4, 0.5, 0.7
# How sure the second reader has to be to support by itself, of words that heads take for this question's and near the claim.
CONVINCED, OWN, NEARBY = 0.93, 0.5, 0.4
BUT = 0.8  # how sure the second reader has to be that something is taken back from what rules and heads do not see
# How far (in log-odds) the heads have to be behind those of another question for a denial to be of that one's matter.
BEHIND = -2.5
# How sure heads have to be too of an exception, and of a denial, where a claim is one choice among several.
HEARD, HEARD_DENIED = 0.3, 0.5
POSSIBLE = 0.15  # how sure both have to be of the contrary for a person to be shown the words
SPLIT = 0.5  # heads as sure as this of the contrary leave a denial that the second reader sees to a person
_EDGE = 1e-3
_UNNAMED = re.compile(
    r"\b(?:this|that|it|these|they)\s+(?:(?:has|have|had)\s+)?(?:happened|occurred|took\s+place)\b", re.I
)
_PROCEDURE = re.compile(
    r"\W*(?:inspect|inquir|enquir|observ|re-?perform|examin|test|select|sampl|attempt|compar|obtain|review|trac|recalculat|interview)ed\b"
    r"|\W*for\s+a\s+sample\b",
    re.I,
)


def method(*, calibrated: bool, learnt: str = "") -> str:
    """Name the way a verdict was made, for whoever reads it, and say where no outcomes tell how often such a one is wrong.

    `learnt` names the heads where reviewers' decisions taught them.
    """
    made_by = (f"{METHOD} {mark()}" if is_there() else ALONE) + (f", {LEARNT} {learnt}" if learnt else "")
    return made_by if calibrated else f"{made_by}, {UNCALIBRATED}"


def nobody(candidate: Candidate) -> Read | None:
    """Read nothing: the claim is not of the bank."""
    return None


def never(first: str, second: str) -> float:
    """See no turn anywhere: there is no second reader."""
    return 0.0


def turning() -> Turns:
    """Return what says how sure the second reader is that words take something back from those before them."""
    return (lambda first, second: read_after(first, second).but) if is_there() else never


def is_procedure(said: str) -> bool:
    """Say whether a sentence tells what an auditor did to test a control."""
    return bool(_PROCEDURE.match(said))


def is_unnamed(said: str) -> bool:
    """Say whether a sentence tells that something happened and leaves to another what that was."""
    return bool(_UNNAMED.search(said))


def reader_of(claim: str) -> Reads:
    """Return what reads a candidate, with the sentence after it, beside a claim; nobody where the graph is missing.

    Where it sees no answer, it reads the sentence once more by itself: the next one may lead away from the matter; and a row
    with what stands over it: "Wiki, every month" tells nothing of what is done.
    Blocking, some 10 ms a passage that was not read lately.
    """
    if not is_there():
        return nobody

    def reads(candidate: Candidate) -> Read | None:
        together, again = passage_of(candidate), otherwise_read(candidate)
        found = next(iter(read(claim, [together])), None)
        if found is None or found.beside < BESIDE or together == again:
            return found
        return min(found, *read(claim, [again]), key=lambda each: each.beside)

    return reads


def reader_of_any(claim: str) -> Reads:
    """Return what reads a candidate beside a claim that nothing was learnt of; without the graph it sees no answer anywhere.

    Blocking, some 10 ms a passage that was not read lately.
    """
    if not is_there():
        return lambda candidate: Read(0.0, 0.0, 0.0, 1.0)
    return lambda candidate: read_any(claim, otherwise_read(candidate))


def read_again(statement: str, weighed: Weighed) -> Weighed:
    """Leave to a person what rules take for a support of a statement nothing was learnt of, where no second reading says so.

    One that it does see is not certain either. Without the graph none is a support.

    Blocking, some 10 ms.
    """
    if weighed.state not in (VerdictState.SUPPORTED, VerdictState.SUPPORTED_WITH_EXCEPTION):
        return weighed
    if not is_there():
        return Weighed(VerdictState.NOT_EVIDENCED, _UNREAD, weighed.quotes, None)
    seen = read_any(statement, " ".join(weighed.quotes[0].text.split()))
    if reason := unsaid(seen, restricted=weighed.state is VerdictState.SUPPORTED_WITH_EXCEPTION):
        return Weighed(VerdictState.NOT_EVIDENCED, reason, weighed.quotes, None)
    return not_certain(weighed)


def not_certain(weighed: Weighed) -> Weighed:
    """Make a support no surer than one may be of whose like no outcomes tell how often one is wrong."""
    if weighed.state not in (VerdictState.SUPPORTED, VerdictState.SUPPORTED_WITH_EXCEPTION):
        return weighed
    return replace(weighed, confidence=min(weighed.confidence or 0.0, NOT_CERTAIN))


def otherwise_read(candidate: Candidate) -> str:
    """Return a sentence by itself, a row with its heading and the heads of its columns."""
    above, said = candidate.context, candidate.said
    return said if candidate.sentence.whole or not above or said.startswith(above) else f"{above}: {said}"


def passage_of(candidate: Candidate) -> str:
    """Return a sentence with the one after it in its paragraph, which may take something back.

    What an auditor did to test a control takes nothing back, and reads like it: "attempted a sign-in with the password alone".
    """
    at = next_of(candidate)
    following = "" if at is None else candidate.sentences[at].flat
    return f"{candidate.said} {following}" if following and not is_procedure(following) else candidate.said


def is_worth(told: Told) -> bool:
    """Say whether the heads see enough in a sentence, or it is near enough to the claim, to have it read again."""
    return max(told.so, told.against, told.other) >= WORTH or told.near >= CLOSE


def unanswered(seen: Read | None, *, whole: bool = True) -> str:
    """Say that the second reader sees no answer where rules see one; nothing where it does.

    A row says little, and rules go by its values: there it has to see that the claim is said.
    """
    if seen is None:
        return ""
    missing = seen.beside >= BESIDE if whole else seen.so + seen.but < SAID
    return _UNANSWERED if missing else ""


def unsaid(seen: Read, *, restricted: bool) -> str:
    """Say that the second reader does not see a statement said that nothing was learnt of; nothing where it does."""
    return "" if seen.so + (seen.but if restricted else 0.0) >= SAID_ALIKE else _UNANSWERED


def undenied(seen: Read) -> str:
    """Say that the second reader does not see the contrary of a statement that nothing was learnt of; nothing where it does."""
    return "" if seen.against >= DENIED_ALIKE else _ELSEWHERE


def seeming(seen: Read, covered: float) -> tuple[str, float]:
    """Say that words seem to say a statement that nothing was learnt of, or its contrary, and how surely; nothing where neither.

    A person is shown them; they decide nothing, for no outcomes tell how often that would be right. Any words that deny
    something read like the contrary of much, so that has to name most of the statement's ideas.
    """
    if seen.so >= SAID_ALIKE:
        return _SEEMS, seen.so
    return (_DENIES, seen.against) if seen.against >= DENIED and covered >= MOSTLY_NAMED else ("", 0.0)


def doubted(told: Told, seen: Read | None, *, whole: bool, measured: bool) -> str:
    """Say why words that rules take for a conflict may be none: they are read as the claim, or as no answer to it.

    Of a number the second reader knows only whether it is spoken of. What heads take for the matter of another question denies
    that one's claim: laptops without encryption are no data store without it.
    """
    if told.ahead <= BEHIND and (seen is None or seen.against < DENIED):
        return _ELSEWHERE
    if seen is None:
        return ""
    if not measured and seen.so + seen.but >= DENIED:
        return _AFFIRMS
    return _UNANSWERED if seen.beside >= (BESIDE if whole else DENIED) else ""


def denied(told: Told, seen: Read | None, *, whole: bool) -> str:
    """Say that words which rules take for a support are read as the contrary; nothing where they are not.

    Of words that are no whole sentence the second reader decides nothing by itself.
    """
    if whole and seen is not None and seen.against >= DENIED:
        return _DENIES
    return _MIXED if leaning(told, seen).is_against else ""


def possibly(leaning: Leaning, *, whole: bool) -> str:
    """Say that words may deny the claim where readers are not sure enough to decide; nothing where they hardly see it."""
    return _DENIES if whole and leaning.against >= POSSIBLE else ""


def leaning(told: Told, seen: Read | None) -> Leaning:
    """Return what both readers make of a sentence together; the heads alone where there is no second reader.

    Where the second reader sees no answer, heads do not outweigh it.
    """
    if seen is None:
        return Leaning(told.is_so, told.is_against, told.against)
    so = _together(_SO, told, told.so, seen.so + seen.but)
    against = _together(_AGAINST, told, told.against, seen.against)
    if unanswered(seen):
        return Leaning(is_so=False, is_against=False, against=against)
    says_so = seen.so + seen.but > seen.against
    convinced = seen.so >= CONVINCED and told.so >= WORTH and told.ahead >= OWN and told.near >= NEARBY
    is_so = (convinced or (so >= SO and told.so >= LIKELY)) and told.is_alone and against < OPPOSED
    split = told.so >= SPLIT and told.so > max(told.against, told.other)
    is_but = not is_so and _together(_BUT, told, seen.but, seen.against) >= BUT
    return Leaning(is_so, not (says_so or split) and against >= AGAINST, against, is_but)


def _together(weights: tuple[float, float, float, float, float], told: Told, first: float, second: float) -> float:
    figures = (_odds(first), _odds(second), told.ahead, told.near, 1.0)
    return 1 / (1 + exp(-sum(weight * figure for weight, figure in zip(weights, figures, strict=True))))


def _odds(share: float) -> float:
    share = min(max(share, _EDGE), 1 - _EDGE)
    return log(share / (1 - share))
