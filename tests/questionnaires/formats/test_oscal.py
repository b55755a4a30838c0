"""OSCAL catalogs: controls with their parameters in them, from JSON, YAML and XML, and nothing a stranger could break."""

import pytest

from questionnaires import formats
from questionnaires.errors import UnreadableQuestionnaire
from questionnaires.formats.oscal import read_catalog
from questionnaires.formats.source import Source, from_path
from tests.questionnaires.formats.books import NOT_HERE, SHARED
from tests.questionnaires.formats.oscal_files import (
    CATALOG_XML,
    Plain,
    catalog_json,
    catalog_yaml,
    control,
    of_controls,
    part,
)

TEXT = """a. Back up data every day; and
b. test restoring as agreed [Selection (one or more): each [Assignment: period]; on call]."""


def test_controls_come_with_labels_groups_and_parameters() -> None:
    """Those inside others too; the withdrawn one is counted and left out."""
    found = read_catalog(Source("c.json", catalog_json()))

    first, inner, last = found.controls
    assert ("House Rules for Partners", "1.0", "1.1.2") == (found.title, found.version, found.oscal_version)
    assert ("bk-1", "BK-1", "Backups", "Operations", TEXT) == (
        first.id,
        first.label,
        first.title,
        first.group,
        first.text,
    )
    assert "A backup nobody restored is a hope." == first.guidance
    assert ("bk-1.1", "BK-1(1)", "Keep one copy offline.") == (inner.id, inner.label, inner.text)
    assert ("AC-05", "Access", "Every person has an account of their own.") == (last.label, last.group, last.title)
    assert ("1 control marked as withdrawn was left out.",) == found.warnings


@pytest.mark.parametrize(("name", "data"), [("c.yaml", catalog_yaml()), ("c.xml", CATALOG_XML), ("c", CATALOG_XML)])
def test_yaml_and_xml_say_the_same_as_json(name: str, data: bytes) -> None:
    """How the catalog is written makes no difference."""
    assert read_catalog(Source("c.json", catalog_json())) == read_catalog(Source(name, data))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b'{"profile": {"uuid": "x"}}', "is an OSCAL profile, which is not supported; resolve it"),
        (b'<profile xmlns="http://csrc.nist.gov/ns/oscal/1.0"/>', "is an OSCAL profile, which is not supported"),
        (b'{"assessment-results": {}}', "is an OSCAL file of assessment results; only a catalog"),
        (b'{"a": 1}', "it has no “catalog” at its top"),
        (b"[]", "it has no “catalog” at its top"),
        (b"a: b", "it has no “catalog” at its top"),
        (b"<html/>", "it begins with <html>"),
        (b'{"catalog": {}}', "its metadata has no “title”"),
        (b'{"catalog": {"metadata": {"title": "T"}}}', "its metadata has no “oscal-version”"),
        (of_controls(control("a", "A"), **{"oscal-version": "2.0.0"}), "in OSCAL 2.0.0; only OSCAL 1 is read"),
        (of_controls(), "holds no control"),
        (b'{"catalog": ', "breaks at line 1"),
        (b"<catalog>", "is damaged: it is broken XML"),
        (b'<!DOCTYPE c [<!ENTITY a "b">]><catalog/>', "holds a document type"),
        (b"<a>" * 101 + b"</a>" * 101, "nests too deeply"),
        (b'{"catalog": ' + b"[" * 5000 + b"]" * 5000 + b"}", "nests too deeply"),
    ],
)  # fmt: skip
def test_what_is_no_catalog_gets_one_sentence(data: bytes, sentence: str) -> None:
    """It says what was expected, or that profiles are not supported."""
    with pytest.raises(UnreadableQuestionnaire, match=sentence):
        read_catalog(Source("file", data))


def test_groups_without_end_are_refused() -> None:
    """Nesting is bounded before anything is read from it."""
    plain: Plain = {"title": "deepest", "controls": [control("a", "A")]}
    for _ in range(30):
        plain = {"title": "around", "groups": [plain]}
    data = catalog_json({"catalog": {"metadata": {"title": "T", "oscal-version": "1.1.2"}, "groups": [plain]}})

    with pytest.raises(UnreadableQuestionnaire, match="nests its groups and controls too deeply"):
        read_catalog(Source("c.json", data))


def test_parameters_that_multiply_or_circle_stay_short() -> None:
    """Each is written out once and to a bounded length, so that no small file becomes a large text."""
    params = [{"id": f"p{n}", "values": [f"{{{{ insert: param, p{n + 1} }}}}" * 10]} for n in range(40)]
    params[39] = {"id": "p39", "values": ["{{ insert: param, p0 }} and {{ insert: param, nowhere }}"]}

    found = read_catalog(
        Source(
            "c.json", of_controls(control("a", "A", part("statement", "Do {{ insert: param, p0 }}."), params=params))
        )
    )

    [only] = found.controls
    assert only.text.startswith("Do [p0] and [nowhere]")
    assert 2100 > len(only.text)


def test_what_does_not_belong_there_is_passed_over() -> None:
    """Wrong kinds of values, doubled and impossible ids are left out and said; long texts are cut and said."""
    odd: Plain = {"id": 7, "title": ["x"], "parts": "none", "props": [3], "params": {"a": 1}, "controls": 5}
    controls = [
        odd,
        control("a", "A"),
        control("a", "Again"),
        control("b", "B" * 300, part("statement", "long " * 2000)),
    ]

    found = read_catalog(Source("c.json", of_controls(*controls)))

    assert [("a", 1), ("b", 8000)] == [(one.id, len(one.text)) for one in found.controls]
    assert (
        "1 control without an id that OSCAL allows was left out.",
        "1 control with an id that another has was left out.",
        "2 titles or texts were too long and cut.",
    ) == found.warnings


def test_a_catalog_is_no_questionnaire() -> None:
    """Handed in as one, it is told where it belongs."""
    with pytest.raises(UnreadableQuestionnaire, match="taken in on the page of the standard"):
        formats.read_source(Source("c.json", catalog_json()))


@pytest.mark.skipif(not SHARED.is_dir(), reason=NOT_HERE)
@pytest.mark.parametrize(
    ("name", "controls", "label"),
    [
        ("NIST_SP-800-53_rev5_LOW-baseline-resolved-profile_catalog-min.json", 149, "AC-1"),
        ("basic-catalog.json", 4, "1.1.1"),
    ],
)
def test_published_catalogs_are_read_whole(name: str, controls: int, label: str) -> None:
    """Every control has a text, and no parameter is left as it is written in the file."""
    found = read_catalog(from_path(SHARED / "oscal" / name))

    assert (controls, label, ()) == (len(found.controls), found.controls[0].label, found.warnings)
    assert [] == [one.id for one in found.controls if not one.text or "{{" in one.text + one.guidance]
