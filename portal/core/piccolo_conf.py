"""Piccolo's entry: the bound engine and the apps whose tables and migrations make up the database."""

from typing import Any

from piccolo.conf.apps import AppRegistry
from piccolo.engine.base import Engine
from piccolo.engine.sqlite import SQLiteEngine

# Replaced by portal.core.database.connect; this one only lets the piccolo command write migrations.
DB: Engine[Any] = SQLiteEngine(path="/dev/null")

APP_REGISTRY = AppRegistry(apps=["questionnaires.piccolo_app", "knowledge.piccolo_app", "portal.piccolo_app"])
