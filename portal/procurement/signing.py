"""The installation's signing key (Ed25519, RFC 8032), made once in the data folder, and what it signs."""

import base64
import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from portal.core.errors import SettingsError
from portal.core.settings import Settings

ALGORITHM = "Ed25519"


@dataclass(frozen=True, slots=True)
class SigningKey:
    """The private key with its id: the first 16 hex digits of the SHA-256 of the 32 public bytes."""

    private: Ed25519PrivateKey
    id: str

    def sign(self, text: str) -> str:
        """Return the signature over the text's UTF-8 bytes, in base64."""
        return base64.b64encode(self.private.sign(text.encode())).decode()

    @property
    def public_pem(self) -> str:
        """The public key as PEM, for whoever verifies."""
        return self.private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


def signing_key(settings: Settings) -> SigningKey:
    """Return the key kept in the data folder; the first caller makes it, and racing callers get the same one."""
    path = settings.data / "signing.key"
    if not path.exists():
        _make(path)
    private = load_pem_private_key(path.read_bytes(), password=None)
    if not isinstance(private, Ed25519PrivateKey):
        raise SettingsError(f"{path} is not an Ed25519 key.")
    return SigningKey(private, key_id(private.public_key()))


def key_id(public: Ed25519PublicKey) -> str:
    """Return the short name of a public key."""
    raw = public.public_bytes(Encoding.Raw, PublicFormat.Raw)
    return hashlib.sha256(raw).hexdigest()[:16]


def is_signed(text: str, signature: str, public: Ed25519PublicKey) -> bool:
    """Say whether the signature (base64) is this key's over exactly this text."""
    try:
        public.verify(base64.b64decode(signature, validate=True), text.encode())
    except (InvalidSignature, ValueError):
        return False
    return True


def _make(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    made = path.with_name(f"signing.{os.getpid()}.{os.urandom(4).hex()}")
    made.touch(mode=0o600)
    try:
        made.write_bytes(Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        os.link(made, path)
    except FileExistsError:
        return  # somebody else's key won; it is the one we use
    finally:
        made.unlink()
