"""`surety evaluate` prints one table for any sets named together, and says what was not measured and why."""

import json
import re

import pytest
from click.testing import CliRunner

from knowledge.gates import Gate
from portal.aims import TARGETS
from portal.evaluating import citations_in, evaluate
from portal.side_by_side import ABSENT
from portal.tabling import number, table
from portal.targets import Target, Unit, rows
from tests.knowledge.model_server import Scripted, sentences, serving

ASKED = 4
MORE = Target("bank", "found", "bank.found", 0.5, 0.8)
LESS = Target("bank", "wrong", "bank.wrong", None, 0.02, at_most=True)
BOTH = Target("bank", "slips", "bank.left", None, 0, Unit.COUNT, True, ("bank.shown",))


@pytest.mark.parametrize(
    ("target", "figures", "standing"),
    [
        (MORE, {"found": 0.8}, "aim reached"),
        (MORE, {"found": 0.79}, "short of the aim"),
        (MORE, {"found": 0.49}, "below the floor"),
        (MORE, {}, "not measured"),
        (LESS, {"wrong": 0.02}, "aim reached"),
        (LESS, {"wrong": 0.03}, "short of the aim"),
        (BOTH, {"left": 0, "shown": 0}, "aim reached"),
        (BOTH, {"left": 0, "shown": 1}, "short of the aim"),
        (BOTH, {"left": 0}, "not measured"),
    ],
)
def test_a_figure_is_held_against_floor_and_aim(target: Target, figures: dict[str, object], standing: str) -> None:
    """More is better, or less where it is said; what is added up counts only when all of it was measured."""
    (row,) = rows([target], {"bank": figures}, {})

    assert standing == row.standing


def test_what_was_not_measured_says_why() -> None:
    """A set without its data, and a part that gave a word in place of figures."""
    (absent,) = rows([MORE], {"bank": {}}, {"bank": "needs a folder"})
    (partly,) = rows([Target("bank", "found", "bank.part.found")], {"bank": {"part": "not in the folder"}}, {})

    assert ("needs a folder", "not in the folder") == (absent.note, partly.note)


def test_sets_that_did_not_run_have_no_lines() -> None:
    """The table shows what was asked for."""
    assert [] == rows([MORE], {"other": {"found": 1.0}}, {})


def test_nothing_short_of_everything_reads_as_everything() -> None:
    """One slip in ten thousand is seen."""
    shown = [number(share, Unit.SHARE) for share in (1.0, 0.9999, 0.831, 0.0)]

    assert ["100 %", "99.9 %", "83.1 %", "0 %"] == shown
    assert ["12.9 ms", "1,250 ms", "7"] == [
        number(12.9, Unit.MILLISECONDS),
        number(1250.0, Unit.MILLISECONDS),
        number(7, Unit.COUNT),
    ]


def test_a_line_names_its_set_once() -> None:
    """Columns stand under each other, and an aim that is a ceiling says so."""
    shown = table(rows([MORE, LESS], {"bank": {"found": 0.6, "wrong": 0.01}}, {})).splitlines()

    assert ["set", "figure", "today", "floor", "aim"] == shown[0].split()
    assert "bank  found    60 %   50 %         80 %  short of the aim" == shown[2]
    assert "      wrong     1 %      -  at most 2 %  aim reached" == shown[3]


def test_quotes_are_added_up_over_all_sets() -> None:
    """Wherever a set counts them; one that fell is told."""
    counted = {"quotes": 3, "fallen": ["report p. 1: Backups"]}
    figures: dict[str, object] = {"a": {"b": {"citations": counted}}, "c": {"citations": {"quotes": 1, "fallen": []}}}

    found = citations_in(figures)["citations"]

    assert {"quotes": 4, "standing": 0.75, "fallen": ["report p. 1: Backups"]} == found
    assert {} == citations_in({"a": {"right": 1.0}})


def test_several_sets_make_one_table() -> None:
    """Without the public data the lines that need it say so, in text and as data."""
    shown = CliRunner().invoke(evaluate, ["answers", "grounding"])
    data = json.loads(CliRunner().invoke(evaluate, ["answers", "grounding", "--json"]).stdout)

    assert 0 == shown.exit_code
    assert 7 == shown.stdout.count("not measured: needs --benchmarks FOLDER")
    assert "golden questions" in shown.stdout
    assert 12 == len(data["table"])
    assert {"grounding", "answers", "citations"} == {line["set"] for line in data["table"]}
    assert data["answers"]["questions"] >= 50


def test_no_figure_is_named_twice() -> None:
    """Each line of the table has a place of its own among the figures."""
    assert len(TARGETS) == len({target.path for target in TARGETS})


def inventive(prompt: str) -> str:
    """Invent a quote and a passage, and put a number beside the longest line of a passage that the line has not."""
    key, passage = re.findall(r"^--- [0-9a-f]{16} (P\d+)\n(.*?)\n---", prompt, flags=re.MULTILINE | re.DOTALL)[0]
    line = max(passage.splitlines(), key=len)
    return sentences(
        ("Everything is certified.", key, "Everything is certified by everybody."),
        ("Everything is certified.", "P77", line),
        (f"{line} and 99 days", key, line),
    )


def counted(output: str, label: str) -> list[str]:
    """Return the values of a line of the table of columns."""
    table = output[output.index(" extractive") :]
    line = next(line for line in table.splitlines() if line.strip().startswith(label))
    return line.split(label)[1].split()


def test_both_columns_are_printed_and_the_gates_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the model wrote is removed by the gate it failed; the documents' own words answer instead, as without it."""
    with serving(Scripted(inventive)) as url:
        monkeypatch.setenv("SURETY_CHAT_MODEL", "openai:small")
        monkeypatch.setenv("SURETY_CHAT_BASE_URL", url)
        monkeypatch.setenv("SURETY_CHAT_API_KEY", "local")
        run = CliRunner().invoke(evaluate, ["answers", "--sample", str(ASKED)], catch_exceptions=False)

    assert re.search(r"^ +extractive +openai:small$", run.output, flags=re.MULTILINE)
    assert [str(ASKED)] * 2 == counted(run.output, "questions  ")
    assert ["0", str(3 * ASKED)] == counted(run.output, "sentences a model wrote")
    assert ["0", str(3 * ASKED)] == counted(run.output, "of these removed")
    assert ["0", str(ASKED)] == counted(run.output, f"removed: {Gate.QUOTE.label}")
    assert ["0", str(ASKED)] == counted(run.output, f"removed: {Gate.PASSAGE.label}")
    assert ["0", str(ASKED)] == counted(run.output, f"removed: {Gate.VALUES.label}")
    extractive, modelled = re.findall(r"(\d+) of \d+", re.findall(r"answered right.*", run.output)[-1])
    assert extractive == modelled
    assert ["0", "of", str(ASKED)] * 2 == counted(run.output, "answered wrong  ")[:6]


def test_without_a_model_its_column_is_said_to_be_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extractive column stands alone, with the reason why."""
    monkeypatch.delenv("SURETY_CHAT_MODEL", raising=False)

    run = CliRunner().invoke(evaluate, ["answers", "--sample", str(ASKED)], catch_exceptions=False)

    assert [str(ASKED)] == counted(run.output, "questions  ")
    assert ABSENT in run.output
    assert "removed:" not in run.output
