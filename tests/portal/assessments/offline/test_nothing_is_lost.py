"""Whatever people do online and with files, no acknowledged answer goes without somebody having seen it go."""

import json
from dataclasses import dataclass, field
from random import Random

import pytest

from portal.assessments.answering import save_answer
from portal.assessments.choosing import add_questionnaire
from portal.assessments.offline.copies import make_copy
from portal.assessments.offline.merging import Moved, merge_answers
from portal.assessments.offline.pages import MergePage
from portal.assessments.offline.previewing import FILE, ONLINE, merge_page
from portal.assessments.offline.receiving import receive_answers
from portal.assessments.tables import Assessment
from portal.core.errors import NotFound
from portal.core.scope import SYSTEM
from portal.core.settings import Settings
from questionnaires.answering import all_changes_of, answer_rows, answers_of
from questionnaires.errors import AnswerConflict
from questionnaires.formats import Source, native
from questionnaires.merging import Meeting
from questionnaires.model import Question, QuestionKind
from questionnaires.values import Given
from tests.cast import Cast
from tests.portal.assessments.offline.working import edited
from tests.portal.assessments.sending import sent
from tests.questionnaires.samples import questionnaire

pytestmark = pytest.mark.anyio
REFS = ("T-1", "T-2", "T-3")
ASKED = questionnaire(*(Question(ref, QuestionKind.TEXT, f"What of {ref}?") for ref in REFS))
STEPS = 20


@dataclass
class Office:
    """People at work on one questionnaire: their tabs, their files, and what they were told is saved."""

    cast: Cast
    settings: Settings
    assessment: Assessment
    random: Random
    count: int = 0
    tab: dict[str, int] = field(default_factory=dict)
    books: list[bytes] = field(default_factory=list)
    pages: list[MergePage] = field(default_factory=list)
    told: list[tuple[str, Given]] = field(default_factory=list)
    last: dict[str, Given | None] = field(default_factory=dict)
    surprises: list[str] = field(default_factory=list)
    merged: int = 0

    def words(self) -> str:
        """A text that nobody wrote before."""
        self.count += 1
        return f"answer {self.count}"

    async def look(self) -> None:
        """Load the form in the tab."""
        self.tab = {ref: row.revision for ref, row in (await answer_rows(self.assessment.response)).items()}

    async def write(self) -> None:
        """Answer in the tab, which may be out of date."""
        ref, words = self.random.choice(REFS), self.words()
        try:
            row = await save_answer(
                self.cast.helio.who, self.assessment.id, ref, {"answer": [words]}, self.tab.get(ref, 0)
            )
        except AnswerConflict:
            return
        self.tab[ref] = row.revision
        self.told.append((ref, Given(words)))
        self.last[ref] = Given(words)

    async def download(self) -> None:
        """Get the workbook."""
        _, data = await make_copy(self.cast.helio.who, "Aldgate Bank", self.assessment.id)
        self.books.append(data)

    async def fill_in(self) -> None:
        """Change some cells of a workbook, and bring it, or a file of our own that nobody gave out."""
        refs = self.random.sample(REFS, self.random.randint(1, len(REFS)))
        if self.books and self.random.random() < 0.75:
            cells = {(ref, "answer"): self.random.choice([self.words(), None]) for ref in refs}
            at = self.random.randrange(len(self.books))
            self.books[at] = edited(self.books[at], cells)
            source = Source("filled.xlsx", self.books[at])
        else:
            given = {ref: Given(self.words()) for ref in refs}
            source = Source("own.yaml", native.write(ASKED, given).encode())
        file_id = await receive_answers(self.cast.helio.who, self.assessment.id, source, self.settings)
        self.pages.append(await merge_page(self.cast.helio.who, self.assessment.id, file_id))

    async def save(self) -> None:
        """Press the button on a page that may be out of date."""
        if not self.pages:
            return
        page = self.random.choice(self.pages)
        chosen = {line.question.ref: line.chosen or self.random.choice([FILE, ONLINE]) for line in page.lines}
        before = await answer_rows(self.assessment.response)
        seen = json.loads(page.seen)
        try:
            await merge_answers(self.cast.helio.who, self.assessment.id, page.file.id, chosen, seen)
        except (Moved, NotFound):
            chosen = {}
        after = await answer_rows(self.assessment.response)
        self.merged += before != after
        for ref in REFS:
            old, new = before.get(ref), after.get(ref)
            if old == new:
                continue
            line = next((line for line in page.lines if line.question.ref == ref), None)
            if line is None or chosen.get(ref) != FILE or seen.get(ref) != (old.revision if old else 0):
                self.surprises.append(f"{ref} changed and was not shown or chosen")
            elif old and old.given and old.given.texts != (line.standing.words,):
                self.surprises.append(f"{ref} went, and the page showed something else")
            elif old and old.given and line.meeting is Meeting.NEW:
                self.surprises.append(f"{ref} went as if nothing had stood")
            self.last[ref] = new.given if new else None
            if new and new.given:
                self.told.append((ref, new.given))


@pytest.mark.parametrize("seed", range(5))
async def test_no_sequence_of_edits_and_files_loses_an_answer_silently(
    seed: int, database: Settings, cast: Cast
) -> None:
    """An answer goes only where the person saw it standing and chose the other; and its history has every one."""
    await add_questionnaire(SYSTEM, ASKED)
    office = Office(cast, database, await sent(database, cast, ASKED.key), Random(seed))
    acts = [office.look, office.write, office.write, office.download, office.fill_in, office.save, office.save]

    for _ in range(STEPS):
        await office.random.choice(acts)()

    kept = {(row.ref, row.given) for row in await all_changes_of(office.assessment.response)}
    assert [] == office.surprises
    assert set() == set(office.told) - kept
    standing = {ref: given for ref, given in office.last.items() if given is not None}
    assert standing == await answers_of(office.assessment.response)


async def test_the_sequences_do_merge(database: Settings, cast: Cast) -> None:
    """Otherwise the test above would hold of a page whose button does nothing."""
    await add_questionnaire(SYSTEM, ASKED)
    office = Office(cast, database, await sent(database, cast, ASKED.key), Random(1))

    for _ in range(4):
        await office.download()
        await office.fill_in()
        await office.save()
        office.pages.clear()

    assert office.merged >= 2
