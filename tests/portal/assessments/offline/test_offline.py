"""A vendor downloads the questionnaire, fills it in, brings it back, and decides what of it counts."""

import html

import pytest

from portal.assessments.file_tables import AnswerFile
from portal.assessments.tables import Assessment
from portal.core.settings import Settings
from portal.core.tables import AuditEntry
from questionnaires import formats
from questionnaires.formats import Source, native
from questionnaires.values import Given
from tests.cast import Cast
from tests.client import Browser
from tests.portal.assessments.offline.working import Desk, desk_of, edited
from tests.questionnaires.formats.books import book
from tests.questionnaires.formats.caiq_files import caiq_4
from tests.questionnaires.samples import SMALL

pytestmark = pytest.mark.anyio


@pytest.fixture
async def desk(browser: Browser, database: Settings, cast: Cast) -> Desk:
    """The contact's desk with a small questionnaire on it."""
    return await desk_of(browser, database, cast)


async def test_a_filled_workbook_is_shown_and_taken(desk: Desk) -> None:
    """New and changed answers are ticked, what cannot be taken is told, and one press saves the rest with its audit entries."""
    await desk.answer("SV-01", Given("First."))
    data = edited(
        await desk.download(),
        {
            ("AC-01", "answer"): "Yes",
            ("SV-01", "answer"): "Second.",
            ("IN-01", "answer"): 900,
            ("BC-01", "answer"): "x",
        },
    )

    path = await desk.bring(data)
    page = await desk.preview(path)
    before = await desk.answers()
    status, _ = await desk.save(path, page, {"AC-01": "file", "SV-01": "file"})

    assert "2 answers would be taken" in page and "need your choice" not in page
    assert "Questions, row 6 (IN-01): Give a number from 0 to 720." in page and "2 cells could not be taken" in page
    assert {"SV-01": Given("First.")} == before
    assert (303, {"AC-01": Given("yes"), "SV-01": Given("Second.")}) == (status, await desk.answers())
    actions = [row["action"] for row in await AuditEntry.select(AuditEntry.action).order_by(AuditEntry.id)]
    assert ["answer.recorded", "answer.recorded", "answer_file.merged"] == actions[-3:]
    assert {"offline_copy.made", "answer_file.received"} <= set(actions)


async def test_an_unticked_answer_is_not_taken(desk: Desk) -> None:
    """The person may leave any of it out."""
    path = await desk.bring(edited(await desk.download(), {("AC-01", "answer"): "Yes", ("SV-01", "answer"): "x"}))

    await desk.save(path, await desk.preview(path), {"SV-01": "file"})

    assert {"SV-01": Given("x")} == await desk.answers()


async def test_what_somebody_answered_since_the_download_is_never_overwritten_silently(desk: Desk) -> None:
    """Both sides are shown with who answered; without a choice nothing at all is saved; with one, it counts."""
    data = edited(await desk.download(), {("SV-01", "answer"): "From the file.", ("AC-01", "answer"): "No"})
    await desk.answer("SV-01", Given("From Dana."))
    path = await desk.bring(data)
    page = await desk.preview(path)

    unchosen, said = await desk.save(path, page, {"AC-01": "file"})
    between = await desk.answers()
    chosen, _ = await desk.save(path, page, {"AC-01": "file", "SV-01": "online"})

    assert "From the file." in page and "From Dana." in page and "Dana Ortiz" in page
    assert (422, {"SV-01": Given("From Dana.")}) == (unchosen, between)
    assert "SV-01: please choose which answer counts." in said
    assert (303, {"SV-01": Given("From Dana."), "AC-01": Given("no")}) == (chosen, await desk.answers())


async def test_the_files_side_of_a_conflict_can_be_taken(desk: Desk) -> None:
    """The person's choice counts, and the history keeps both."""
    data = edited(await desk.download(), {("SV-01", "answer"): "From the file."})
    await desk.answer("SV-01", Given("From Dana."))
    path = await desk.bring(data)

    await desk.save(path, await desk.preview(path), {"SV-01": "file"})

    assert {"SV-01": Given("From the file.")} == await desk.answers()


async def test_a_stale_preview_saves_nothing(desk: Desk) -> None:
    """An answer that changes while the person looks stops everything, and is marked when the page comes again."""
    await desk.answer("SV-01", Given("First."))
    path = await desk.bring(edited(await desk.download(), {("SV-01", "answer"): "Mine.", ("AC-01", "answer"): "Yes"}))
    page = await desk.preview(path)
    await desk.answer("SV-01", Given("Meanwhile."))

    stale, said = await desk.save(path, page, {"SV-01": "file", "AC-01": "file"})
    between = await desk.answers()
    again, _ = await desk.save(path, said, {"SV-01": "file", "AC-01": "file"})

    assert (409, {"SV-01": Given("Meanwhile.")}) == (stale, between)
    assert "1 answer has changed while you were looking" in said and "Meanwhile." in said
    assert (303, Given("Mine.")) == (again, (await desk.answers())["SV-01"])


async def test_an_answer_given_while_the_person_looks_stops_what_was_new(desk: Desk) -> None:
    """What was new when it was shown is no longer, and is not written over."""
    path = await desk.bring(edited(await desk.download(), {("SV-01", "answer"): "Mine."}))
    page = await desk.preview(path)
    await desk.answer("SV-01", Given("Theirs."))

    status, _ = await desk.save(path, page, {"SV-01": "file"})

    assert (409, {"SV-01": Given("Theirs.")}) == (status, await desk.answers())


async def test_empty_cells_empty_nothing_by_themselves(desk: Desk) -> None:
    """An answer that was emptied in the file stays unless the person says so; untouched empty cells say nothing."""
    await desk.answer("SV-01", Given("Stays."))
    await desk.answer("AC-01", Given("yes"))
    data = edited(await desk.download(), {("SV-01", "answer"): None, ("AC-01", "answer"): None})
    path = await desk.bring(data)
    page = await desk.preview(path)

    await desk.save(path, page, {"SV-01": "online", "AC-01": "file"})

    assert "Emptied in the file" in page
    assert {"SV-01": Given("Stays.")} == await desk.answers()


async def test_an_untouched_workbook_changes_nothing(desk: Desk) -> None:
    """What was answered online since the download is not taken back by the earlier answer in the file."""
    await desk.answer("SV-01", Given("First."))
    data = await desk.download()
    await desk.answer("SV-01", Given("Later."))

    page = await desk.preview(await desk.bring(data))

    assert "Nothing in it is new" in page and "1 answer changed here since the download" in page
    assert {"SV-01": Given("Later.")} == await desk.answers()


async def test_a_file_is_taken_in_once(desk: Desk) -> None:
    """A second press, or a put-away file, changes nothing."""
    path = await desk.bring(edited(await desk.download(), {("SV-01", "answer"): "x"}))
    page = await desk.preview(path)
    other = await desk.bring(edited(await desk.download(), {("SV-01", "answer"): "y"}))

    first, _ = await desk.save(path, page, {"SV-01": "file"})
    second, _ = await desk.save(path, page, {"SV-01": "file"})
    dropped = await desk.browser.submit(f"{other}/drop")

    assert (303, 404, 303) == (first, second, dropped.status_code)
    assert {"SV-01": Given("x")} == await desk.answers()
    assert ["", ""] == [row["content"] for row in await AnswerFile.select(AnswerFile.content)]


async def test_a_workbook_of_another_questionnaire_is_refused(desk: Desk, database: Settings, cast: Cast) -> None:
    """Where the file belongs is said; nothing of it is kept."""
    other = await desk_of(desk.browser, database, cast)

    said = await desk.refused(await other.download())

    assert "This file was downloaded for another questionnaire; please upload it there." in said
    assert 0 == await AnswerFile.count()


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.xlsx", book({"One": "<sheetData/>"}), "a.xlsx holds no rows with anything in them."),
        ("b.csv", b"a;b\n1;2\n", "b.csv is no file that answers can be read from"),
        ("c.xlsx", b"PK\x03\x04", "This is not a whole .xlsx workbook"),
        ("d.pdf", b"%PDF-1.7", "d.pdf is in no format that is read here"),
        ("e.xlsx", caiq_4(), "This file is CAIQ 4.0.3; none of its answers belongs to Small."),
        ("f.yaml", native.write(SMALL).encode(), "This file (Small) has no answers that can be read."),
    ],
)
async def test_a_foreign_or_broken_file_gets_one_sentence(desk: Desk, name: str, data: bytes, sentence: str) -> None:
    """It says what the file is, or what was looked for, at the head and at the field."""
    assert 2 == (await desk.refused(data, name)).count(sentence)


async def test_a_filled_in_caiq_is_merged_by_reference(browser: Browser, database: Settings, cast: Cast) -> None:
    """Its answers are new where nothing stands, left to the person where they differ, and nothing where they agree."""
    asked = formats.read_source(Source("c.xlsx", caiq_4({}))).questionnaire
    brought = formats.read_source(Source("c.xlsx", caiq_4())).answers
    desk = await desk_of(browser, database, cast, asked)
    same, differs, *new = brought
    await desk.answer(same, brought[same])
    await desk.answer(differs, Given("in_part", "Half of it."))
    path = await desk.bring(caiq_4(), "caiq.xlsx")
    page = await desk.preview(path)

    missing, _ = await desk.save(path, page, dict.fromkeys(new, "file"))
    status, _ = await desk.save(path, page, dict.fromkeys([*new, differs], "file"))

    assert "This file was not downloaded here" in page and "Half of it." in page
    assert (422, 303) == (missing, status)
    assert brought == await desk.answers()


async def test_our_own_yaml_is_merged_too_and_other_words_are_shown(desk: Desk) -> None:
    """A question that the file words otherwise is left to the person, with the file's words."""
    other = native.write(SMALL, {"SV-01": Given("x"), "AC-02": Given("sms")}).replace("Describe.", "Tell all.")

    page = await desk.preview(await desk.bring(other.encode(), "a.yaml"))

    assert "The file asks in other words:" in page and "Tell all." in page
    assert "1 answer would be taken, 1 answer needs your choice" in page


async def test_a_returned_questionnaire_takes_only_what_came_back(desk: Desk) -> None:
    """Another difference is told and not offered; a closed questionnaire takes no file."""
    await desk.answer("SV-01", Given("First."))
    path = await desk.bring(edited(await desk.download(), {("SV-01", "answer"): "Second."}))
    await Assessment.update({Assessment.state: "submitted"}).where(Assessment.id == desk.assessment.id)

    page = await desk.preview(path)
    status, _ = await desk.save(path, page, {"SV-01": "file"})
    refused = await desk.refused(await desk.download())

    assert "1 answer cannot be changed now" in page
    assert (409, {"SV-01": Given("First.")}) == (status, await desk.answers())
    assert "This questionnaire is submitted" in refused


async def test_a_foreign_vendor_sees_nothing_of_it(desk: Desk, cast: Cast) -> None:
    """Page, workbook and file are not there for another vendor's contact."""
    path = await desk.bring(edited(await desk.download(), {("SV-01", "answer"): "x"}))
    await desk.browser.become(cast.corvid.who)

    got = [await desk.browser.get(desk.base), await desk.browser.get(path)]
    sent = [await desk.browser.submit(f"{desk.base}/workbook"), await desk.browser.submit(path, {"take:SV-01": "file"})]

    assert [404] * 4 == [reply.status_code for reply in (*got, *sent)]


async def test_pages_never_show_weights_or_what_is_expected(desk: Desk) -> None:
    """What would change shows questions and answers, nothing of how they count."""
    data = edited(await desk.download(), {("AC-01", "answer"): "No", ("IN-01", "answer"): 700})

    page = html.unescape(await desk.preview(await desk.bring(data)))

    for word in ("Critical", "weight", "score", "expected", "<= 48"):
        assert word not in page
