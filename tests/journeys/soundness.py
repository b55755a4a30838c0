"""Finds by plain SQL what is half done about verdicts: without their quotes, twice, overwritten, or never worked out again."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping

from knowledge.verdicts import VerdictState
from tests.journeys import losses
from tests.journeys.ledger import Ledger

NEEDS_QUOTES = {state.value for state in VerdictState} - {VerdictState.NOT_EVIDENCED.value}
_ROWS = (
    "SELECT id, assessment, ref, answer_revision, claim, state, reason, quotes, searched, method, worked_out_at"
    " FROM answer_verdict"
)
History = Mapping[object, tuple[object, ...]]


def history(ledger: Ledger) -> History:
    """Return every verdict ever kept."""
    return {row[0]: row for row in ledger.rows(_ROWS)}


def half_done(ledger: Ledger, before: History) -> list[str]:
    """Return one sentence for each thing that must hold at any moment, in the middle of work as well, and does not."""
    now = history(ledger)
    return [
        *(f"verdict {key} of before is gone" for key in before.keys() - now.keys()),
        *(f"verdict {key} of before was changed" for key in before.keys() & now.keys() if before[key] != now[key]),
        *_verdicts(now),
        *_quotes(ledger, now),
        *_doubles(ledger),
        *_conflicts(ledger),
    ]


def unfinished(ledger: Ledger) -> list[str]:
    """Return what must hold as well once nothing waits or runs any more, and does not."""
    stuck = ledger.rows("SELECT kind, state, attempts, error FROM job WHERE state <> 'done'")
    return [
        *(f"a job is not done: {row}" for row in stuck),
        *_of_removed_documents(ledger),
        *_answers_without_verdict(ledger),
        *losses.audit(ledger.data, ledger.env),
    ]


def _verdicts(rows: History) -> Iterator[str]:
    for key, (_, _, ref, revision, claim, state, reason, quotes, searched, method, at) in rows.items():
        if state not in set(VerdictState):
            yield f"verdict {key} on {ref} is {state!r}"
        if not (revision and claim and reason and searched and method and at):
            yield f"verdict {key} on {ref} is not whole"
        if state in NEEDS_QUOTES and not _read(quotes):
            yield f"verdict {key} on {ref} is {state} without a quote"
    moments = Counter((row[1], row[2], row[10]) for row in rows.values())
    yield from (f"{ref} has {count} verdicts of one moment" for (_, ref, _), count in moments.items() if count > 1)


def _quotes(ledger: Ledger, rows: History) -> Iterator[str]:
    """Every quote of a document that is there stands on its page, and the document is the vendor's own."""
    kept = ledger.rows("SELECT document, number, text FROM page")
    pages: dict[tuple[object, object], str] = {(str(row[0]), row[1]): str(row[2]) for row in kept}
    owned = ledger.rows(
        "SELECT a.id, e.document FROM assessment a JOIN evidence e ON e.vendor = a.vendor"
    )  # removed evidence as well: what was said of it stays said
    own = {(str(assessment), str(document)) for assessment, document in owned}
    for key, row in rows.items():
        for quote in _read(row[7]):
            text = pages.get((quote["document_id"], quote["page"]))
            if text is not None and text[int(str(quote["start"])) : int(str(quote["end"]))] != quote["text"]:
                yield f"verdict {key} on {row[2]} quotes what does not stand on its page"
            if (str(row[1]), quote["document_id"]) not in own:
                yield f"verdict {key} on {row[2]} quotes a document that is not the vendor's"


def _doubles(ledger: Ledger) -> Iterator[str]:
    twice = "SELECT assessment, ref, count(*) FROM {} GROUP BY assessment, ref{} HAVING count(*) > 1"
    for table, more in (("suggestion", ", value, kind, state"), ("question_reviewer", "")):
        for assessment, ref, count in ledger.rows(twice.format(table, more)):
            yield f"{count} rows of {table} for {ref} of {assessment}"
    for (count,) in ledger.rows("SELECT count(*) FROM suggestion_run GROUP BY assessment HAVING count(*) > 1"):
        yield f"{count} runs of suggestions are kept for one questionnaire"
    for ref, quotes in ledger.rows("SELECT ref, quotes FROM suggestion"):
        if not _read(quotes):
            yield f"the suggestion for {ref} has no quote"


def _conflicts(ledger: Ledger) -> Iterator[str]:
    for key, ref, sides in ledger.rows("SELECT id, ref, sides FROM conflict"):
        if len(json.loads(str(sides))) != 2:
            yield f"conflict {key} on {ref} has not two sides"


def _newest(ledger: Ledger) -> dict[tuple[object, object], tuple[object, ...]]:
    """Return the verdict of each question that counts: the newest one on the answer as it is."""
    found = {}
    revisions = {
        (assessment, ref): revision
        for assessment, ref, revision in ledger.rows(
            "SELECT a.id, n.question, n.revision FROM assessment a JOIN answer n ON n.response = a.response"
        )
    }
    for row in sorted(history(ledger).values(), key=lambda each: str(each[10])):
        if revisions.get((row[1], row[2])) == row[3]:
            found[(row[1], row[2])] = row
    return found


def _of_removed_documents(ledger: Ledger) -> Iterator[str]:
    """No verdict, conflict or suggestion that counts stands on a document that was removed, and nothing of one is kept."""
    live = {str(document) for (document,) in ledger.rows("SELECT document FROM evidence WHERE removed_at IS NULL")}
    for (_, ref), row in _newest(ledger).items():
        if any(quote["document_id"] not in live for quote in _read(row[7])):
            yield f"the verdict on {ref} is {row[5]} by a document that was removed"
    for ref, quotes in ledger.rows("SELECT ref, quotes FROM suggestion WHERE state = 'open'"):
        if any(quote["document_id"] not in live for quote in _read(quotes)):
            yield f"the suggestion for {ref} stands on a document that was removed"
    for table, column in (("document", "id"), ("page", "document"), ("passage", "document")):
        kept = {str(document) for (document,) in ledger.rows(f"SELECT {column} FROM {table}")}
        yield from (f"{table} rows of the removed document {document} are kept" for document in kept - live)


def _answers_without_verdict(ledger: Ledger) -> Iterator[str]:
    has = {ref for _, ref in _newest(ledger)}
    answered = "SELECT n.question FROM assessment a JOIN answer n ON n.response = a.response WHERE a.id = '{}'"
    for (ref,) in ledger.rows(answered.format(ledger.assessment)):
        if ref not in has:
            yield f"{ref} has no verdict on its answer as it is"


def _read(quotes: object) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(str(quotes)) if quotes else []
    return found
