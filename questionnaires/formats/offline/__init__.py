"""A questionnaire as a workbook to be answered without a connection: written by us, filled in by people, read again."""

from questionnaires.formats.offline.reading import OfflineRow, Read, answers_in, copy_of, is_offline, rows_in
from questionnaires.formats.offline.writing import Attached, write

__all__ = ["Attached", "OfflineRow", "Read", "answers_in", "copy_of", "is_offline", "rows_in", "write"]
