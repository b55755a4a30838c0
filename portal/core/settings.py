"""Everything an operator can set, read once from the environment; a wrong value stops start-up with a sentence."""

import contextlib
import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from portal.core.clamav import ScanMode, is_address
from portal.core.errors import SettingsError

MOST_PASSAGES = 12
FEWEST_TOKENS = 10_000


def _setting(default: object, doc: str, secret: bool = False) -> Any:
    """A field with its sentence for the operator's guide."""
    return field(default=default, metadata={"doc": doc, "secret": secret}, repr=not secret)


@dataclass(frozen=True, slots=True)
class Settings:
    """The operator's choices. Each field is the environment variable SURETY_<NAME>; secrets also take <NAME>_FILE."""

    data: Path = _setting(Path("surety-data"), "Folder for the database, files and index.")
    database_url: str = _setting("", "PostgreSQL address, postgresql://...; empty: SQLite in the data folder.", True)
    public_url: str = _setting(
        "http://127.0.0.1:8000", "Address people use, for links in mail; https turns on secure cookies."
    )
    company: str = _setting("", "Name of your company, shown to vendors; empty: the name kept in the programme.")
    secret_key: str = _setting(
        "", "At least 32 characters that sign form tokens; empty: made once and kept in the data folder.", True
    )
    smtp_url: str = _setting(
        "", "Mail server, smtp://user:password@host:587 (or smtps://); empty: mail stays in the outbox page.", True
    )
    mail_from: str = _setting("surety@localhost", "Sender address of mail.")
    digest_hour: int = _setting(7, "Hour of the day (UTC, 1 to 23) at which new messages are told in one mail.")
    chat_model: str = _setting(
        "",
        "Language model as provider:name (LangChain). It words answers and drafts; empty: answers are extractive, drafts are "
        "worded by rules, and nothing leaves the machine.",
    )
    chat_base_url: str = _setting("", "Address of an OpenAI-compatible server, for a model on your own network.")
    chat_api_key: str = _setting("", "Key for the language model.", True)
    chat_timeout: int = _setting(60, "Seconds a language model may take for one answer.")
    chat_passages: int = _setting(
        12, "Passages a language model is given for one answer, 1 to 12; fewer are quicker, and it finds less."
    )
    chat_daily_tokens: int = _setting(
        0, "Tokens a language model may use in a day (UTC), questions and answers together; unset: as many as it takes."
    )
    upload_limit: int = _setting(50 * 1024 * 1024, "Largest file a vendor may upload, in bytes.")
    trusted_proxies: str = _setting(
        "", "Addresses of your reverse proxies, separated by commas; only theirs X-Forwarded-For is believed."
    )
    ocr: str = _setting(
        "auto",
        "How text in scans and pictures is recognised: auto (tesseract where it is installed, else the shipped models), "
        "tesseract, rapidocr or off.",
    )
    ocr_languages: str = _setting("eng", "Languages tesseract looks for, as it names them, joined by +, e.g. eng+deu.")
    ocr_seconds: int = _setting(900, "Seconds that recognising the text of one file may take.")
    expiry_reminders: str = _setting(
        "60,30,7", "Days before a document's validity ends on which vendor and owner get a mail; empty: no such mail."
    )
    readers: int = _setting(1, "Files read at the same time by one worker.")
    clamav: str = _setting(
        "", "Socket of a ClamAV daemon, unix:/path or host:port; files are scanned before anything opens them."
    )
    clamav_mode: str = _setting(
        "", "required, best-effort or off; empty: required when SURETY_CLAMAV is set. See Running Surety."
    )

    @property
    def reminder_days(self) -> tuple[int, ...]:
        """Days before the end of a document's validity on which somebody is written to, the most first."""
        days = {int(part) for part in self.expiry_reminders.split(",") if part.strip()}
        return tuple(sorted(days, reverse=True))

    @property
    def files(self) -> Path:
        """Where uploaded files are kept, by content hash."""
        return self.data / "files"

    @property
    def index(self) -> Path:
        """Where the vector index is kept; it can always be rebuilt."""
        return self.data / "index"

    @property
    def scanning(self) -> ScanMode:
        """What is asked of the virus scanner."""
        return ScanMode(self.clamav_mode or ("required" if self.clamav else "off"))

    @property
    def secure(self) -> bool:
        """Whether people come over https, so that cookies can demand it."""
        return self.public_url.startswith("https://")

    @property
    def postgres(self) -> bool:
        """Whether rows are kept in PostgreSQL."""
        return bool(self.database_url)


def load_settings(environ: Mapping[str, str] | None = None, data: Path | None = None) -> Settings:
    """Read the settings from `environ` (default: the process's); `data` wins over SURETY_DATA. Raises SettingsError."""
    env = os.environ if environ is None else environ
    given = {f.name: value for f in fields(Settings) if (value := _value(env, f.name)) is not None}
    typed: dict[str, Any] = {name: _typed(name, value) for name, value in given.items()}
    settings = Settings(**typed)
    settings = replace(settings, data=(data or settings.data).expanduser().absolute())
    _check(settings)
    return settings


def with_secret_key(settings: Settings) -> Settings:
    """Return the settings with a secret key: the operator's, or one made once and kept (mode 0600) in the data folder."""
    if settings.secret_key:
        return settings
    path = settings.data / "secret.key"
    if not path.exists():
        settings.data.mkdir(parents=True, exist_ok=True)
        made = path.with_suffix(f".{os.getpid()}")
        made.touch(mode=0o600)
        made.write_text(secrets.token_urlsafe(48))
        with contextlib.suppress(FileExistsError):
            os.link(made, path)
        made.unlink()
    return replace(settings, secret_key=path.read_text().strip())


def _value(env: Mapping[str, str], name: str) -> str | None:
    key = f"SURETY_{name.upper()}"
    if key in env:
        return env[key].strip()
    if file := env.get(f"{key}_FILE"):
        if not Path(file).is_file():
            raise SettingsError(f"{key}_FILE names {file}, which is not a file.")
        return Path(file).read_text().strip()
    return None


def _typed(name: str, value: str) -> object:
    default = getattr(Settings(), name)
    if isinstance(default, Path):
        return Path(value)
    if not isinstance(default, int):
        return value
    if not value.isdigit() or not int(value):
        raise SettingsError(f"SURETY_{name.upper()} must be a whole number above zero, not {value!r}.")
    return int(value)


def _check(settings: Settings) -> None:
    _check_scanner(settings)
    if settings.database_url and not settings.database_url.startswith(("postgresql://", "postgres://")):
        raise SettingsError("SURETY_DATABASE_URL must begin with postgresql:// (leave it out to use SQLite).")
    if settings.secret_key and len(settings.secret_key) < 32:
        raise SettingsError("SURETY_SECRET_KEY must have at least 32 characters.")
    if settings.chat_model and ":" not in settings.chat_model:
        raise SettingsError("SURETY_CHAT_MODEL must be provider:name, for example openai:gpt-oss-20b.")
    if settings.chat_passages > MOST_PASSAGES:
        raise SettingsError(f"SURETY_CHAT_PASSAGES must be 1 to {MOST_PASSAGES}.")
    if 0 < settings.chat_daily_tokens < FEWEST_TOKENS:
        raise SettingsError(
            f"SURETY_CHAT_DAILY_TOKENS must be {FEWEST_TOKENS} or more: one question may take that many."
        )
    if settings.ocr not in ("auto", "tesseract", "rapidocr", "off"):
        raise SettingsError("SURETY_OCR must be auto, tesseract, rapidocr or off.")
    if not re.fullmatch(r"(?:\s*\d{1,3}\s*(?:,\s*\d{1,3}\s*)*)?", settings.expiry_reminders):
        raise SettingsError("SURETY_EXPIRY_REMINDERS must be numbers of days with commas between, such as 60,30,7.")
    if settings.digest_hour > 23:
        raise SettingsError("SURETY_DIGEST_HOUR must be 1 to 23.")
    if settings.smtp_url and not settings.smtp_url.startswith(("smtp://", "smtps://")):
        raise SettingsError("SURETY_SMTP_URL must begin with smtp:// or smtps://.")
    if not settings.public_url.startswith(("http://", "https://")):
        raise SettingsError("SURETY_PUBLIC_URL must begin with http:// or https://.")


def _check_scanner(settings: Settings) -> None:
    if settings.clamav and not is_address(settings.clamav):
        raise SettingsError("SURETY_CLAMAV must be unix:/path/to/clamd.sock or host:port.")
    if settings.clamav_mode not in ("", *ScanMode):
        raise SettingsError("SURETY_CLAMAV_MODE must be required, best-effort or off.")
    if not settings.clamav and settings.scanning is not ScanMode.OFF:
        raise SettingsError("SURETY_CLAMAV_MODE asks for a virus scanner, but SURETY_CLAMAV does not say where it is.")
