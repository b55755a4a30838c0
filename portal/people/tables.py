"""Tables of people: accounts, the sessions on their devices, and API tokens. Secrets are kept as SHA-256 only."""

from piccolo.columns import UUID, Boolean, Text, Timestamptz, Varchar
from piccolo.table import Table


class Person(Table, tablename="person"):
    """Somebody of the company who signs in; `messages` is how they hear of vendors' messages, empty: as usual."""

    id = UUID(primary_key=True)
    email = Varchar(254)
    name = Varchar(200)
    role = Varchar(20)
    password_hash = Text()
    active = Boolean(default=True)
    messages = Varchar(10)
    created_at = Timestamptz(default=None, null=True)
    signed_in_at = Timestamptz(default=None, null=True)


class SignIn(Table, tablename="sign_in"):
    """One session on one device, of a person, a vendor's contact or a colleague of one; the cookie's value is kept as a hash."""

    id = UUID(primary_key=True)
    token_hash = Varchar(64, index=True)
    kind = Varchar(10)
    principal = UUID(index=True)
    vendor = UUID(default=None, null=True, index=True)
    name = Varchar(200)
    email = Varchar(254)
    device = Varchar(200)
    created_at = Timestamptz(default=None, null=True)
    seen_at = Timestamptz(default=None, null=True)
    expires_at = Timestamptz(default=None, null=True)


class SignInLink(Table, tablename="sign_in_link"):
    """A one-time link for a person: the first password, a new one, or the sample programme's doors."""

    id = UUID(primary_key=True)
    code_hash = Varchar(64, index=True)
    person = UUID(index=True)
    reusable = Boolean(default=False)
    created_at = Timestamptz(default=None, null=True)
    expires_at = Timestamptz(default=None, null=True)
    used_at = Timestamptz(default=None, null=True)


class ApiToken(Table, tablename="api_token"):
    """A key for programs; acts for its person, with that person's role."""

    id = UUID(primary_key=True)
    token_hash = Varchar(64, index=True)
    person = UUID(index=True)
    name = Varchar(100)
    created_at = Timestamptz(default=None, null=True)
    used_at = Timestamptz(default=None, null=True)
    revoked_at = Timestamptz(default=None, null=True)
