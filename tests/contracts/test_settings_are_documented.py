"""Every setting an operator can set stands in the operator's guide, and a wrong one stops with a sentence."""

from dataclasses import fields
from pathlib import Path

import pytest

from portal.core.errors import SettingsError
from portal.core.settings import Settings, load_settings

GUIDE = Path(__file__).resolve().parents[2] / "portal" / "help" / "settings.md"


@pytest.mark.parametrize("name", [field.name for field in fields(Settings)])
def test_a_setting_is_in_the_guide_with_its_sentence(name: str) -> None:
    """The guide has a row for the setting, in the words the setting itself uses."""
    doc = next(field.metadata["doc"] for field in fields(Settings) if field.name == name)

    assert f"| `SURETY_{name.upper()}` | {doc} |" in GUIDE.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("SURETY_DATABASE_URL", "mysql://x", "must begin with postgresql://"),
        ("SURETY_SECRET_KEY", "short", "at least 32 characters"),
        ("SURETY_CHAT_MODEL", "gpt", "must be provider:name"),
        ("SURETY_SMTP_URL", "mail.example", "must begin with smtp://"),
        ("SURETY_PUBLIC_URL", "surety.example", "must begin with http"),
        ("SURETY_CLAMAV", "http://clamav", "must be unix:/path"),
        ("SURETY_CLAMAV_MODE", "sometimes", "must be required, best-effort or off"),
        ("SURETY_CLAMAV_MODE", "required", "does not say where it is"),
        ("SURETY_EXPIRY_REMINDERS", "60;30", "must be numbers of days"),
        ("SURETY_UPLOAD_LIMIT", "lots", "must be a whole number"),
        ("SURETY_SMTP_URL_FILE", "/nowhere", "is not a file"),
    ],
)
def test_a_wrong_setting_stops_with_a_sentence(name: str, value: str, words: str) -> None:
    """Start-up stops and says what to set instead."""
    with pytest.raises(SettingsError, match=words):
        load_settings({name: value})


def test_a_secret_is_never_shown(tmp_path: Path) -> None:
    """A secret read from a file is in no representation of the settings."""
    file = tmp_path / "secret"
    file.write_text("a very secret key of more than 32 characters\n")

    settings = load_settings({"SURETY_SECRET_KEY_FILE": str(file)})

    assert "a very secret key of more than 32 characters" == settings.secret_key
    assert "very secret" not in repr(settings)
