"""`surety demo`: served with a door for each role, used again at the next start, and a command that answers at once."""

import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import httpx
import pytest

from tests.journeys.demo import CONTACT, ROLES, doors
from tests.journeys.server import PATIENCE, ROOT, Server, command, environment

GREETINGS = {"Reviewer": "/", "Approver": "/", "Procurement": "/partners", "Auditor": "/", "Administrator": "/"}


def test_the_demo_prints_a_door_for_each_role(sample_made: Path) -> None:
    """Once it serves, the links of every role and of a vendor's contact stand on the terminal."""
    said = _said(sample_made)

    assert {*ROLES, CONTACT} <= set(doors(said))
    assert "The sample programme is ready after" in said
    assert "uploads" in said


def test_a_second_start_uses_the_folder_again(sample: Server) -> None:
    """What was made once is not made again: no step is played, and every door stands there anew."""
    assert "uploads" not in sample.said
    assert {*ROLES, CONTACT} <= set(doors(sample.said))


@pytest.mark.parametrize("role", ROLES)
def test_each_door_signs_its_role_in(sample: Server, role: str) -> None:
    """The code of the link opens a session of that person, on the page their work begins with."""
    name, link = doors(sample.said)[role]

    with _visitor(sample) as visitor:
        entered = visitor.post("/door", data={"code": link.partition("#")[2]})
        assert (303, GREETINGS[role]) == (entered.status_code, entered.headers["location"])
        page = visitor.get(GREETINGS[role], follow_redirects=True)

    assert page.status_code == 200
    assert name in page.text
    assert f">{role}<" in page.text


def test_the_vendors_door_leads_to_its_questionnaire(sample_made: Path, sample: Server) -> None:
    """The contact's code of the first start still opens what is to be answered after the second."""
    name, link = doors(_said(sample_made))[CONTACT]

    with _visitor(sample) as visitor:
        begun = visitor.post("/invitation", data={"code": link.partition("#")[2]})
        page = visitor.get(begun.headers["location"], follow_redirects=True)

    assert name in page.text
    assert "answered" in page.text


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    """The demo refuses a folder that holds an installation, in one sentence."""
    subprocess.run(
        command("migrate", "--data", str(tmp_path / "data")), cwd=ROOT, env=environment(), check=True, timeout=PATIENCE
    )

    ran = _run("demo", "--no-browser", "--port", "1", "--data", str(tmp_path / "data"))

    assert ran.returncode == 1
    assert "holds something else than the sample" in ran.stderr
    assert len(ran.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("words", [["--help"], ["demo", "--help"]])
def test_help_answers_at_once(words: list[str]) -> None:
    """Help costs a few bare starts of Python in processor time, best of several: nothing heavy is imported for it."""
    bare = min(_processor_seconds([sys.executable, "-c", "pass"]) for _ in range(5))

    help_page = min(_processor_seconds(command(*words)) for _ in range(5))

    assert help_page / bare < 15


def _said(made: Path) -> str:
    return made.with_name("data.log").read_text(encoding="utf-8")


def _visitor(server: Server) -> httpx.Client:
    return httpx.Client(base_url=server.url, headers={"sec-fetch-site": "same-origin"}, timeout=PATIENCE)


def _run(*words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        command(*words), cwd=ROOT, env=environment(), capture_output=True, text=True, timeout=PATIENCE
    )


def _processor_seconds(words: Sequence[str]) -> float:
    """Return what a command takes of the processor, which does not depend on what else the machine does."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(words, cwd=ROOT, env=environment(), check=True, capture_output=True, timeout=PATIENCE)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
