"""The template parts say what they show in words, tie errors to fields, and keep to the content policy."""

import hashlib
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from markupsafe import Markup

from portal.core.icons import ICONS, icon
from portal.core.pages import NavItem, environment
from portal.core.scope import Principal, Role

PORTAL = Path(__file__).resolve().parents[2] / "portal"
TEMPLATES = PORTAL / "templates"


def shown(part: str, call: str) -> BeautifulSoup:
    """Render one macro call of a part."""
    source = f'{{% import "parts/{part}.html" as it %}}{{{{ it.{call} }}}}'
    return BeautifulSoup(environment().from_string(source).render(), "html.parser")


def one(soup: BeautifulSoup | Tag, selector: str) -> Tag:
    """Return the one element a selector finds."""
    (found,) = soup.select(selector)
    return found


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("supported", "✓ Supported"),
        ("supported_with_exception", "! With exception"),
        ("contradicted", "✕ Contradicted"),
        ("stale", "◷ Stale"),
        ("out_of_scope", "⇄ Out of scope"),
        ("not_evidenced", "○ Not evidenced"),
    ],
)
def test_a_verdict_is_a_word_with_its_sign(state: str, words: str) -> None:
    """A verdict never stands as colour alone."""
    chip = shown("chips", f'verdict("{state}")')

    assert words == " ".join(chip.get_text().split())


def test_a_missing_grade_is_read_as_not_rated() -> None:
    """No grade is a dash for the eye and words for a screen reader."""
    tile = shown("chips", "grade(none)")

    assert "Not rated" == one(tile, ".visually-hidden").get_text()


def test_the_evidence_bar_says_its_shares_and_leaves_the_unchecked_grey() -> None:
    """Widths are shares of all answers, and the label holds the same counts in words."""
    bar = one(shown("bars", 'evidence_bar({"supported": 45, "contradicted": 9}, 90)'), "svg")

    assert "45 supported · 9 contradicted" == bar["aria-label"]
    assert [("0.00", "50.00"), ("50.00", "10.00")] == [(r["x"], r["width"]) for r in bar.select("rect[x]")]


def test_an_evidence_bar_without_answers_says_so() -> None:
    """Nothing checked is said, not drawn as an empty picture without words."""
    bar = one(shown("bars", "evidence_bar({})"), "svg")

    assert "nothing checked yet" == bar["aria-label"]


def test_a_fields_error_is_tied_to_it() -> None:
    """The sentence of an error and the help are named by the field they belong to."""
    field = shown("forms", 'text("name", "Name", help="As on the contract.", error="Please fill this in.")')

    described = str(one(field, "input")["aria-describedby"]).split()
    assert ["As on the contract.", "Please fill this in."] == [one(field, f"#{i}").get_text() for i in described]
    assert "name" == one(field, "input")["name"]
    assert one(field, "label")["for"] == one(field, "input")["id"]


def test_what_was_entered_is_escaped() -> None:
    """Text from people never becomes markup, in a value, in a text area or in an attribute."""
    hostile = '\\"><script>alert(1)</script>'
    calls = [
        f'text("a", "A", "{hostile}")',
        f'textarea("a", "A", "{hostile}")',
        f'text("a", "A", attrs={{"x": "{hostile}"}})',
    ]

    assert [0, 0, 0] == [len(shown("forms", call).select("script")) for call in calls]


def test_pills_are_radio_buttons_with_labels() -> None:
    """A choice works with a keyboard and without scripts, since it is a real control."""
    pills = shown("forms", 'choices("a", "Encrypted?", [("yes", "Yes"), ("no", "No")], "no")')

    inputs = pills.select("input[type=radio]")
    assert ["no"] == [i["value"] for i in inputs if i.has_attr("checked")]
    assert ["Yes", "No"] == [one(pills, f'label[for="{i["id"]}"]').get_text() for i in inputs]


def test_the_errors_of_a_form_link_to_their_fields() -> None:
    """The head of a form lists what to mend, each sentence leading to its field."""
    box = shown("forms", 'errors({"name": "Please fill this in.", "due": "Please enter a date."})')

    assert ["#f-name", "#f-due"] == [link["href"] for link in box.select("a")]


def test_the_risk_matrix_marks_before_and_after_in_words() -> None:
    """The matrix is a table whose marks are also read aloud."""
    matrix = shown("charts", 'risk_matrix((5, 4), (3, 2), "Inherent critical, residual medium")')

    assert [5, 5, 5, 5] == [len(row.select("td")) for row in matrix.select("tr")]
    assert ["before controls", "after controls"] == [m.get_text() for m in matrix.select("td .visually-hidden")]
    assert "Inherent critical, residual medium" == one(matrix, "caption").get_text()


def test_a_chart_of_nothing_is_drawn() -> None:
    """Charts accept an empty programme."""
    assert [] == shown("charts", 'counts([], "Findings")').select("tr")
    assert 1 == len(shown("charts", 'trend([], "Score")').select("svg"))


def test_an_icon_is_decoration_unless_it_is_named() -> None:
    """An icon beside words is skipped by screen readers; one alone carries its name, escaped."""
    assert 'aria-hidden="true"' in icon("check")
    assert 'aria-label="Say &#34;yes&#34;"' in icon("check", 'Say "yes"')


@pytest.mark.parametrize("role", [*Role, None])
@pytest.mark.parametrize("shell", ["base.html", "vendor_base.html", "plain.html"])
def test_every_shell_renders_for_every_role(shell: str, role: Role | None) -> None:
    """The shells need nothing but what every page is given, signed in or not."""
    viewer = role and Principal("person", "1", "Rosa Lindqvist", "rosa@example.com", role)

    page = BeautifulSoup(
        environment()
        .get_template(shell)
        .render(
            page=None,
            viewer=viewer,
            nav=[NavItem("Vendors", "/vendors", True)],
            csrf_token="token",
            csrf_input=Markup('<input type="hidden" name="_csrf_token" value="token">'),
            flash=["Saved."],
            company="Aldgate Bank",
        ),
        "html.parser",
    )

    assert "Saved." in page.get_text()
    assert all(form.select('[name="_csrf_token"]') for form in page.select('form[method="post"]'))
    assert len(page.select("[id]")) == len({e["id"] for e in page.select("[id]")})


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=lambda p: str(p.relative_to(TEMPLATES)))
def test_templates_keep_to_the_content_policy(path: Path) -> None:
    """No inline style, no inline script, no handler, and nothing loaded from elsewhere."""
    source = re.sub(r"{#.*?#}", "", path.read_text(encoding="utf-8"), flags=re.S)

    assert [] == re.findall(
        r"""\sstyle=|<style|\son[a-z]+=["']|<script(?![^>]*\ssrc="{{ asset\()|(?:src|@import)\s*=?\s*["']?https?:""",
        source,
    )


def test_every_icon_a_template_names_is_there() -> None:
    """A name that the build does not bring would fail only when its page is shown."""
    named = {
        n for p in TEMPLATES.rglob("*.html") for n in re.findall(r'icon\("([a-z0-9-]+)"', p.read_text(encoding="utf-8"))
    }

    assert set() == {name for name in named if not (ICONS / f"{name}.svg").is_file()}


def test_the_vendor_files_are_the_pinned_ones() -> None:
    """What the browser is given is byte for byte what the pins name."""
    pins = (PORTAL / "assets" / "vendor.sha256").read_text(encoding="utf-8").splitlines()
    folder = PORTAL / "static" / "vendor"
    expected = {line.split(maxsplit=1)[1]: line.split(maxsplit=1)[0] for line in pins}

    actual = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in expected}

    assert expected == actual


def test_the_lock_file_names_no_download_address() -> None:
    """The registry is the builder's choice; integrity hashes say what must come from it."""
    lock = (PORTAL / "assets" / "package-lock.json").read_text(encoding="utf-8")

    assert '"resolved"' not in lock
    assert lock.count('"integrity"') == lock.count('"node_modules/')
