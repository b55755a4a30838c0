"""The invented vendors: their names, what reports and certificates they hold, and how their documents look."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from portal.planted.phrases import FRESH, KEPT, SEALED, SEEN

TODAY = date(2026, 11, 21)


class Held(StrEnum):
    """What a vendor holds of a kind of report."""

    CURRENT = "current"
    OLD = "old"
    ELSEWHERE = "elsewhere"
    NONE = "none"

    @property
    def label(self) -> str:
        """The words for a person."""
        return {"old": "out of date", "elsewhere": "of another service"}.get(self.value, self.value)


@dataclass(frozen=True, slots=True)
class Look:
    """How a vendor's documents are laid out."""

    face: str = "Helvetica"
    size: float = 10
    numbered: bool = False
    columns: bool = False
    stacked: bool = False
    borders: bool = True
    american: bool = False
    mark: str = "\u2022"
    head: str = "{title}"
    foot: str = "Page {page} of {pages}"
    file: str = "{title}"


@dataclass(frozen=True, slots=True)
class Vendor:
    """An invented vendor; `other` is a service of it that nobody asks about."""

    key: str
    name: str
    service: str
    other: str
    sub: str
    host: str
    auditor: str
    tester: str
    person: str
    period_end: date
    soc: Held
    iso: Held
    pentest: Held
    cards: Held
    look: Look

    @property
    def names(self) -> Mapping[str, str]:
        """The names that phrases may use."""
        return {
            "vendor": self.name,
            "service": self.service,
            "other": self.other,
            "sub": self.sub,
            "host": self.host,
            "tester": self.tester,
            "person": self.person,
            "domain": f"{self.service.split()[0].lower()}.example",
        }

    def day(self, day: date) -> str:
        """Write a date as this vendor does."""
        return f"{day:%B} {day.day}, {day.year}" if self.look.american else f"{day.day} {day:%B} {day.year}"

    @property
    def tested_on(self) -> date:
        """The last day of the penetration test."""
        return self.period_end - timedelta(days=131 if self.pentest is not Held.OLD else 760)

    @property
    def old_end(self) -> date:
        """The end of the period that last year's report covers."""
        return self.period_end.replace(year=self.period_end.year - 1) - timedelta(days=92)


_TIMES = Look("Times", 10.5, american=True, foot="{title} | {page}", head="", file="{title}_FINAL")
_BOXED = Look(numbered=True, columns=True, borders=False, mark="-", head="{vendor} - Confidential", foot="{page}")
_TERSE = Look(size=9.5, stacked=True, mark="({n})", numbered=True, foot="{vendor}, internal, page {page}")
_WIDE = Look("Times", 11, columns=True, mark="{n}.", head="{title} - Version 3.1", foot="Page {page} of {pages}")
_PLAIN = Look(american=True, stacked=True, borders=False, head="", foot="{page} / {pages}", file="{vendor} {title}")
_RUNNING = Look(
    size=9, numbered=True, american=True, mark="*", head="{vendor} | {title} | Page {page} of {pages}", foot=""
)
LOOKS = (_TIMES, _BOXED, _TERSE, _WIDE, _PLAIN, _RUNNING)
_NOW, _OLD, _OTHER, _NONE = Held.CURRENT, Held.OLD, Held.ELSEWHERE, Held.NONE
_Row = tuple[str, str, str, str, str, str, str, str, str, date, tuple[Held, Held, Held, Held]]

_SEEN: tuple[_Row, ...] = (
    ("arvandor", "Arvandor Systems Inc.", "Tidewell", "Quarrel Archive", "Lumenpost", "Northgate Cloud",
     "Pell & Harrow LLP", "Brightwater Security", "Ines Marchetti", date(2026, 9, 30), (_NOW, _NOW, _NOW, _NONE)),
    ("belmarsh", "Belcastel GmbH", "Rosterhaus", "Kassenwart", "Zettelwerk", "Isarhost", "Grohe Audit Partners",
     "Redfern Labs", "Jonas Ahlers", date(2026, 6, 30), (_NOW, _OTHER, _NONE, _NOW)),
    ("corvane", "Corvane Limited", "Fernlight", "Bramblegate", "Dovetail Messaging", "Skerry Compute",
     "Whitlock Assurance", "Halyard Testing", "Priya Raman", date(2026, 8, 31), (_OLD, _NOW, _OLD, _NONE)),
    ("dunholt", "Dunholt Software AB", "Ledgerly", "Fjordmail", "Strandsend", "Polarstack", "Nilsson & Berg",
     "Kvarn Security", "Maja Ekdahl", date(2026, 7, 31), (_NOW, _OLD, _NOW, _NONE)),
    ("eastermoor", "Eastermoor Inc.", "Claimspan", "Payspan", "Relaymint", "Cobalt Regions", "Tanner Voss LLP",
     "Ironquay", "Samuel Okafor", date(2026, 9, 30), (_NOW, _NONE, _NOW, _OLD)),
    ("fairhythe", "Fairhythe Technologies", "Orbweaver", "Loomdesk", "Pinnate Analytics", "Granary Cloud",
     "Castell Audit", "Foxglove Offensive", "Elena Duarte", date(2026, 5, 31), (_NOW, _NOW, _NOW, _NONE)),
)  # fmt: skip
_KEPT: tuple[_Row, ...] = (
    ("garrowby", "Garrowby Data Ltd", "Milestone Desk", "Cartwheel", "Postbridge", "Heron Cloud", "Ainsley Reed LLP",
     "Blackthorn Security", "Tom Vickers", date(2026, 8, 31), (_NOW, _NOW, _NOW, _NONE)),
    ("hestia", "Hestrand AS", "Vaktbok", "Regneark Pro", "Sendlys", "Fjellhost", "Dahl Revisjon", "Nattugle Security",
     "Kari Solheim", date(2026, 6, 30), (_NOW, _NONE, _OLD, _NONE)),
    ("inglewood", "Inglemere Corp.", "Payladder", "Signpost Forms", "Quickmessage", "Mesa Compute",
     "Durant & Cole CPAs", "Copperhead Labs", "Rachel Stein", date(2026, 9, 30), (_NOW, _OLD, _NOW, _NOW)),
    ("jessamy", "Jessamine SAS", "Trameo", "Factuelle", "Courrielab", "Loire Cloud", "Cabinet Vautrin",
     "Sentinelle Tests", "Luc Bernier", date(2026, 7, 31), (_OLD, _NOW, _NOW, _NONE)),
    ("kestrel", "Kestrelmoor Inc.", "Shiftpath", "Tallywise", "Beaconmail", "Prairie Regions", "Lowell Finch LLP",
     "Underhill Red", "Marcus Bell", date(2026, 5, 31), (_NOW, _OTHER, _NONE, _NONE)),
    ("larkfield", "Larkfielden BV", "Dossierhub", "Planbord", "Bodedienst", "Polderstack", "Van Eyk Assurance",
     "Scherpzicht", "Anouk de Wit", date(2026, 8, 31), (_NOW, _NOW, _NOW, _OLD)),
)  # fmt: skip
_FRESH: tuple[_Row, ...] = (
    ("morwenna", "Morwick Digital Ltd", "Caselight", "Queuebell", "Inkpost", "Tarn Cloud", "Fell & Sarsen LLP",
     "Adder Security", "Nadia Rahman", date(2026, 7, 31), (_NOW, _NOW, _NOW, _NONE)),
    ("norrby", "Norrtun AB", "Vikarie", "Stallplats", "Utskick", "Sundhost", "Lindqvist Granskning", "Mard Labs",
     "Oskar Lind", date(2026, 9, 30), (_OLD, _NOW, _NOW, _NOW)),
    ("ostrava", "Ostravec s.r.o.", "Fakturomat", "Skladnik", "Dorucenka", "Beskyd Compute", "Novotny Audit",
     "Sova Testing", "Petra Kralova", date(2026, 6, 30), (_NOW, _NONE, _OLD, _NONE)),
    ("penhallow", "Penhaligon Software Inc.", "Rentbook", "Tidechart", "Mailgannet", "Delta Regions", "Moss Carver CPAs",
     "Bittern Red", "Joel Abrams", date(2026, 8, 31), (_NOW, _OTHER, _NOW, _OLD)),
    ("quarrington", "Quarrel & Dean GmbH", "Schichtwerk", "Belegbox", "Rundbrief", "Harzcloud", "Brandis Prüfung",
     "Dachs Security", "Felix Thoma", date(2026, 5, 31), (_NOW, _OLD, _NONE, _NONE)),
    ("ravensworth", "Ravenstad BV", "Clinicaid", "Bedplan", "Berichtje", "Dijkhost", "Mulder Assurance", "Reiger Tests",
     "Sanne Visser", date(2026, 9, 30), (_NOW, _NOW, _NOW, _NONE)),
)  # fmt: skip
_SEALED: tuple[_Row, ...] = (
    ("skovby", "Skovbrynet ApS", "Journalia", "Vagtplan", "Brevdue", "Limfjord Hosting", "Kruse & Holm Revision",
     "Grævling Security", "Mette Overgaard", date(2026, 8, 31), (_NOW, _NOW, _NOW, _NONE)),
    ("tavast", "Tavastia Systems Oy", "Potilasketju", "Varastonhoito", "Viestikyyhky", "Saimaa Compute",
     "Halonen Tilintarkastus", "Ahma Testing", "Juhani Lehto", date(2026, 6, 30), (_NOW, _NONE, _NOW, _NOW)),
    ("uithof", "Uithoven Software BV", "Afspraakboek", "Wachtkamer", "Postkoets", "Veluwe Cloud", "De Haan Assurance",
     "Wezel Labs", "Pieter Hofstra", date(2026, 9, 30), (_OLD, _NOW, _NOW, _NONE)),
    ("vinstra", "Vinstradal AS", "Laanebok", "Kassebok", "Budstikka", "Hallingdal Regions", "Moen Granskning",
     "Gaupe Red Team", "Sigrid Aasen", date(2026, 5, 31), (_NOW, _OTHER, _OLD, _OLD)),
    ("wexio", "Wexionell AB", "Remisshanteraren", "Schemalagd", "Brevbärarn", "Smålands Datahall", "Ek & Blom Revision",
     "Hermelin Security", "Astrid Nyman", date(2026, 7, 31), (_NOW, _NOW, _NONE, _NONE)),
    ("zutphen", "Zutfen Health IT NV", "Dossierwacht", "Roosterplan", "Estafette Mail", "IJssel Compute",
     "Brouwer Kwast Audit", "Bunzing Testing", "Femke Tol", date(2026, 9, 30), (_NOW, _OLD, _NOW, _NONE)),
)  # fmt: skip


def _vendor(row: _Row, look: Look) -> Vendor:
    return Vendor(*row[:10], *row[10], look)


def vendors(group: str) -> tuple[Vendor, ...]:
    """Return the invented vendors of a group, each with a look of its own."""
    rows = {SEEN: _SEEN, KEPT: _KEPT, FRESH: _FRESH, SEALED: _SEALED}[group]
    return tuple(_vendor(row, look) for row, look in zip(rows, LOOKS, strict=True))
