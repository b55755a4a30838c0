"""`surety evaluate` prints one table for any sets named together, and says what was not measured and why."""

import json

import pytest
from click.testing import CliRunner

from portal.aims import TARGETS
from portal.evaluating import citations_in, evaluate
from portal.tabling import number, table
from portal.targets import Target, Unit, rows

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
    assert 4 == shown.stdout.count("not measured: needs --benchmarks FOLDER")
    assert "golden questions" in shown.stdout
    assert 7 == len(data["table"])
    assert {"grounding", "answers"} == {line["set"] for line in data["table"]}
    assert data["answers"]["questions"] >= 50


def test_no_figure_is_named_twice() -> None:
    """Each line of the table has a place of its own among the figures."""
    assert len(TARGETS) == len({target.path for target in TARGETS})
