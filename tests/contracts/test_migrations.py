"""Tables and migrations agree, and migrations use only what both databases can do."""

from pathlib import Path

import pytest
from piccolo.apps.migrations.commands.new import AutoMigrationManager

from portal.core import piccolo_conf
from portal.core.migrating import migrate, pending_migrations
from portal.core.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
MIGRATIONS = sorted(p for p in ROOT.glob("*/migrations/*.py") if p.name != "__init__.py")

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("app", ["questionnaires", "knowledge", "portal"])
async def test_no_table_differs_from_its_migrations(app: str) -> None:
    """A changed table without its migration is found here, not on a user's machine."""
    config = piccolo_conf.APP_REGISTRY.get_app_config(app)
    assert config is not None

    statements = await AutoMigrationManager().get_alter_statements(config)

    assert [] == [line for statement in statements for line in statement.statements]


async def test_running_the_migrations_again_changes_nothing(database: Settings) -> None:
    """A database that is up to date stays as it is."""
    assert 0 == await pending_migrations()

    await migrate()

    assert 0 == await pending_migrations()


@pytest.mark.parametrize("path", MIGRATIONS, ids=lambda p: p.name)
def test_a_migration_only_adds(path: Path) -> None:
    """Altering a column and table constraints fail on SQLite: expand, copy, contract instead."""
    text = path.read_text(encoding="utf-8")

    assert "alter_column" not in text
    assert "Unique(" not in text
    assert "Check(" not in text
