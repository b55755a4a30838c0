"""What a colleague is asked for: the whole questionnaire, sections, or single questions; pure."""

from dataclasses import dataclass

import msgspec

from portal.assessments.outline import find_slug, slugs
from portal.core.dates import plural
from questionnaires.model import Questionnaire


@dataclass(frozen=True, slots=True)
class Part:
    """Sections by their address, questions by their reference; a part that is whole names neither."""

    whole: bool = False
    sections: tuple[str, ...] = ()
    refs: tuple[str, ...] = ()

    def questions(self, asked: Questionnaire) -> frozenset[str]:
        """The references of the questions it covers: those its colleague may answer."""
        covered = {q.ref for slug, section in slugs(asked) if self.has(slug) for q in section.questions}
        known = {question.ref for question in asked.questions}
        return frozenset(covered | (set(self.refs) & known))

    def has(self, slug: str) -> bool:
        """Whether it covers a section as a whole."""
        return self.whole or slug in self.sections

    def places(self, asked: Questionnaire) -> frozenset[str]:
        """The sections its questions stand in: those its colleague may read."""
        questions = self.questions(asked)
        return frozenset(slug for slug, section in slugs(asked) if any(q.ref in questions for q in section.questions))

    def words(self, asked: Questionnaire) -> str:
        """Say it in words, as in “Access, Encryption and 2 questions of People”."""
        if self.whole:
            return "the whole questionnaire"
        titles = [section.title for slug, section in slugs(asked) if slug in self.sections]
        return _listed([f"“{title}”" for title in titles] + self._single(asked))

    def _single(self, asked: Questionnaire) -> list[str]:
        counts: dict[str, int] = {}
        alone = [ref for ref in self.refs if not self.has(find_slug(asked, ref))]
        for ref in alone:
            slug = find_slug(asked, ref)
            counts[slug] = counts.get(slug, 0) + 1
        return [f"{plural(counts[slug], 'question')} of “{s.title}”" for slug, s in slugs(asked) if slug in counts]


def joined(first: Part, second: Part) -> Part:
    """Return what both cover together."""
    if first.whole or second.whole:
        return Part(whole=True)
    sections, refs = {*first.sections, *second.sections}, {*first.refs, *second.refs}
    return Part(False, tuple(sorted(sections)), tuple(sorted(refs)))


def is_of(part: Part, asked: Questionnaire) -> bool:
    """Whether a part names something, and nothing that the questionnaire does not have."""
    known = {slug for slug, _ in slugs(asked)}, {question.ref for question in asked.questions}
    fits = set(part.sections) <= known[0] and set(part.refs) <= known[1]
    return fits and (part.whole or bool(part.sections or part.refs))


def part_to_json(part: Part) -> str:
    """Write a part."""
    return msgspec.json.encode(part).decode()


def part_from_json(text: str) -> Part:
    """Read what `part_to_json` wrote."""
    return msgspec.json.decode(text, type=Part)


def _listed(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)
