"""OSCAL catalogs: published sets of controls, read from JSON, YAML or XML of OSCAL 1."""

from questionnaires.formats.oscal.catalog import Catalog, Control
from questionnaires.formats.oscal.documents import is_oscal, sentence_for
from questionnaires.formats.oscal.reading import read_catalog

__all__ = ["Catalog", "Control", "is_oscal", "read_catalog", "sentence_for"]
