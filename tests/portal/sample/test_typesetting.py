"""Breaking text into lines."""

from fpdf import FPDF

from portal.sample.typesetting import Ruler


def test_lines_fit_their_room_and_lose_no_word() -> None:
    """Every line is narrow enough, and the words come out in order."""
    ruler = Ruler(FPDF(), "Times")
    text = "The auditor found **two exceptions** in a sample of twenty-five leavers, both in the second quarter."

    lines = ruler.lines(text, "", 11, 50)

    assert all(sum(run.width for run in line) <= 50 for line in lines)
    assert " ".join("".join(run.text for run in line) for line in lines) == text.replace("**", "")


def test_a_bold_part_is_a_run_of_its_own() -> None:
    """Weight changes inside a line."""
    line = Ruler(FPDF(), "Helvetica").lines("now **bold** again", "", 10, 100)[0]

    assert [(run.text, run.bold) for run in line] == [("now ", False), ("bold ", True), ("again", False)]
