"""Tells Piccolo which tables and migrations belong to the questionnaires engine."""

from pathlib import Path

from piccolo.conf.apps import AppConfig

from questionnaires.tables import TABLES

APP_CONFIG = AppConfig(
    app_name="questionnaires",
    migrations_folder_path=str(Path(__file__).parent / "migrations"),
    table_classes=list(TABLES),
)
