"""Two people of one vendor at one questionnaire, each with a browser tab that may be out of date, over the real pages."""

import asyncio
import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import httpx
from bs4 import BeautifulSoup

from portal.assessments.inviting import principal_of_contact
from portal.assessments.tables import Assessment
from portal.people.middleware import cookie_name
from portal.people.sessions import open_session
from portal.vendors.tables import Contact
from questionnaires.answering import all_changes_of, answers_of
from questionnaires.parsing import is_blank, parse_given
from questionnaires.values import Given
from tests.cast import Cast
from tests.client import Browser
from tests.questionnaires.samples import HOSTED, MFA, NOTES, questionnaire

ASKED = questionnaire(MFA, HOSTED, NOTES)
REFS = tuple(question.ref for question in ASKED.questions)
Raw = Mapping[str, list[str]]
Seen = tuple[tuple[str, ...], str]


def given(ref: str, raw: Raw) -> Given | None:
    """What a form that holds this says."""
    question = ASKED.find_question(ref)
    assert question is not None
    return None if is_blank(raw) else parse_given(question, raw)


@dataclass
class Tab:
    """One person's page: the revision it would write over, and the last answer of others that it showed."""

    client: httpx.AsyncClient
    url: str
    token: str
    revisions: dict[str, int] = field(default_factory=dict)
    shown: dict[str, Given | None] = field(default_factory=dict)
    over: dict[str, int] = field(default_factory=dict)
    sent: dict[str, dict[str, list[str]]] = field(default_factory=dict)

    async def load(self) -> BeautifulSoup:
        """Open the page; what it shows is what this person has seen."""
        page = BeautifulSoup((await self.client.get(f"{self.url}/one")).text, "html.parser")
        self.over.clear()
        for ref in REFS:
            card = page.select_one(f"#q-{ref}")
            assert card is not None
            self.revisions[ref] = int(str(card.select_one("[name=revision]")["value"]))  # type: ignore[index]
            self.shown[ref] = given(ref, _entered(card))
        return page

    async def send(self, ref: str, raw: Raw, revision: int) -> httpx.Response:
        """Save one answer as autosave does."""
        form = {**raw, "revision": [str(revision)]}
        self.sent[ref] = form
        headers = {"x-csrftoken": self.token, "sec-fetch-site": "same-origin", "hx-request": "true"}
        return await self.client.post(f"{self.url}/questions/{ref}", data=form, headers=headers)


def _entered(card: object) -> dict[str, list[str]]:
    """What the fields of a card hold."""
    found: dict[str, list[str]] = {}
    for one in card.select("[name=answer], [name=other], [name=comment], [name=reason]"):  # type: ignore[attr-defined]
        text = one.get_text().removeprefix("\n") if one.name == "textarea" else one.get("value", "")
        if one.get("type") in ("radio", "checkbox") and not one.has_attr("checked"):
            continue
        found.setdefault(one["name"], []).append(text)
    return found


@dataclass
class Pair:
    """Both people, and what each was told is saved."""

    assessment: Assessment
    tabs: list[Tab]
    last: dict[str, Given | None] = field(default_factory=dict)
    told: list[tuple[str, Given | None]] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    clashes: int = 0

    async def look(self, who: int) -> None:
        """Load the page."""
        await self.tabs[who].load()

    async def write(self, who: int, ref: str, raw: Raw, reply: bool = True) -> None:
        """Answer in the tab; without `reply` the connection breaks before the person hears of it."""
        tab = self.tabs[who]
        answer = await tab.send(ref, raw, tab.revisions[ref])
        self._hear(who, ref, raw, answer, reply)

    async def repeat(self, who: int, ref: str) -> None:
        """Send again what was sent last, as a browser does that heard nothing."""
        form = self.tabs[who].sent.get(ref)
        if form is None:
            return
        raw = {name: values for name, values in form.items() if name != "revision"}
        answer = await self.tabs[who].send(ref, raw, int(form["revision"][0]))
        self._hear(who, ref, raw, answer, True)

    async def both(self, ref: str, raws: tuple[Raw, Raw]) -> None:
        """Both save at the same moment; which of them comes first is told by the revisions."""
        before = [tab.revisions[ref] for tab in self.tabs]
        answers = await asyncio.gather(
            *(tab.send(ref, raw, tab.revisions[ref]) for tab, raw in zip(self.tabs, raws, strict=True))
        )
        after = [_revision(ref, answer.text) for answer in answers]
        for who in sorted((0, 1), key=lambda who: (after[who], after[who] != before[who] + 1)):
            self._hear(who, ref, raws[who], answers[who], True)

    async def insist(self, who: int, ref: str, raw: Raw) -> None:
        """Keep one's own answer over the one that the note shows, where there is such a note."""
        tab = self.tabs[who]
        if ref in tab.over:
            answer = await tab.send(ref, raw, tab.over[ref])
            self._hear(who, ref, raw, answer, True)

    def _hear(self, who: int, ref: str, raw: Raw, answer: httpx.Response, reply: bool) -> None:
        tab, mine = self.tabs[who], given(ref, raw)
        if answer.status_code == 409:
            self.clashes += 1
            if reply:
                self._compare(tab, ref, answer.text)
            return
        assert 200 == answer.status_code, html.unescape(answer.text)
        standing = self.last.get(ref)
        if standing not in (mine, tab.shown.get(ref)):
            self.lost.append(f"{who} wrote {mine} over {standing} of {ref}, but had been shown {tab.shown.get(ref)}")
        self.last[ref] = mine
        if reply:
            self.told.append((ref, mine))
            tab.revisions[ref], tab.shown[ref] = _revision(ref, answer.text), mine
            tab.over.pop(ref, None)

    def _compare(self, tab: Tab, ref: str, note: str) -> None:
        """Read the other's answer in the note; what one typed stays, and so does the revision it would go over."""
        button = BeautifulSoup(note, "html.parser").select_one("[name=over]")
        assert button is not None
        tab.over[ref] = int(str(button["value"]))
        tab.shown[ref] = self.last.get(ref)

    async def settled(self) -> tuple[dict[str, Given], dict[str, Given], set[tuple[str, Given | None]]]:
        """What stands, what both pages show after loading, and what was told but is nowhere in the history."""
        shown = []
        for tab in self.tabs:
            await tab.load()
            shown.append({ref: one for ref, one in tab.shown.items() if one is not None})
        assert shown[0] == shown[1]
        kept = {(row.ref, row.given) for row in await all_changes_of(self.assessment.response)}
        return await answers_of(self.assessment.response), shown[0], {one for one in self.told if one[1]} - kept


def _revision(ref: str, text: str) -> int:
    found = re.search(rf'id="revision-{ref}" value="(\d+)"', text)
    return int(found[1]) if found else 10**6  # refused: after what was saved


async def pair_at(browser: Browser, cast: Cast, assessment: Assessment) -> Pair:
    """Sit two contacts of the vendor down at one questionnaire."""
    second = await Contact.objects().where(Contact.email == "second@helio.example").first()
    if second is None:
        second = Contact(vendor=cast.helio.vendor.id, name="Sam Second", email="second@helio.example", active=True)
        await second.save()
    tabs = []
    for who in (cast.helio.who, principal_of_contact(second)):
        client = httpx.AsyncClient(
            transport=httpx.ASGITransport(app=browser.app, raise_app_exceptions=False),  # type: ignore[arg-type]
            base_url="http://surety.example", timeout=60,
        )  # fmt: skip
        client.cookies.set(cookie_name(False), await open_session(who, "test"))
        tab = Tab(client, f"/answer/{assessment.id}", "")
        page = await tab.load()
        tab.token = str(page.select_one("meta[name=csrf-token]")["content"])  # type: ignore[index]
        tabs.append(tab)
    return Pair(assessment, tabs)
