"""Claims about reports and certificates themselves, whose truth follows from what an invented vendor holds."""

from collections.abc import Iterator
from datetime import timedelta

from knowledge.verdicts import VerdictState
from portal.planted.planning import Claimed, core_question
from portal.planted.vendors import Held, Vendor
from questionnaires.values import Given, Value
from questionnaires.wording import claim_made

_FILE = ("file",)
_SUPPORTED, _SILENT, _CONTRADICTED = VerdictState.SUPPORTED, VerdictState.NOT_EVIDENCED, VerdictState.CONTRADICTED
_STALE, _ELSEWHERE = VerdictState.STALE, VerdictState.OUT_OF_SCOPE
_TRUTHS = {Held.CURRENT: _SUPPORTED, Held.OLD: _STALE, Held.ELSEWHERE: _ELSEWHERE, Held.NONE: _SILENT}
_REPORT, _CERTIFICATE, _LETTER, _CARDS = "SOC 2", "Certificate of Registration", "Penetration Test", "PCI DSS"


def held(vendor: Vendor) -> list[Claimed]:
    """Return the claims that a vendor makes about its reports and certificates."""
    return list(_held(vendor))


def _held(vendor: Vendor) -> Iterator[Claimed]:
    soc = _TRUTHS[vendor.soc]
    end = vendor.period_end if vendor.soc is Held.CURRENT else vendor.old_end
    wrong = vendor.iso is Held.NONE
    yield _claim("GV-06", _FILE, soc, _REPORT)
    yield _claim("GV-08", _FILE, _TRUTHS[vendor.iso], _CERTIFICATE)
    yield _attestations(vendor)
    day = end - timedelta(days=92) if wrong else end
    if vendor.soc is Held.CURRENT:
        yield _claim("GV-07", day, _CONTRADICTED if wrong else _SUPPORTED, _REPORT)
    yield _claim("VU-05", _FILE, _TRUTHS[vendor.pentest], _LETTER)
    if vendor.pentest is Held.CURRENT:
        yield _claim("VU-04", vendor.tested_on, _SUPPORTED, _LETTER)
    elif vendor.pentest is Held.NONE:
        yield _claim("VU-04", vendor.tested_on, _SILENT, "")
    yield _claim("PC-01", _FILE, _TRUTHS[vendor.cards], _CARDS)


def _attestations(vendor: Vendor) -> Claimed:
    """Of a list of attestations the least standing one decides; one that is not there leaves the list unproven."""
    least = max((vendor.soc, vendor.iso), key=list(Held).index)
    weaker = {_TRUTHS[vendor.soc], _TRUTHS[vendor.iso]} - {_SUPPORTED}
    also = tuple(weaker | {_SILENT}) if least is not Held.CURRENT else ()
    return _claim("GV-05", ("soc2_type2", "iso27001"), _TRUTHS[least], "", also)


def _claim(ref: str, answer: Value, truth: VerdictState, document: str, also: tuple[VerdictState, ...] = ()) -> Claimed:
    question = core_question(ref)
    claim = claim_made(question, Given(answer)) or question.claim
    return Claimed(question, claim, truth, also, None, (), document if truth is not _SILENT else "")
