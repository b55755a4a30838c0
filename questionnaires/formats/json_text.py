"""JSON read as data, with a sentence for where it breaks."""

import json

from questionnaires.errors import UnreadableQuestionnaire


def load_json(text: str) -> object:
    """Read JSON whose numbers are numbers: no NaN, nothing too deep."""
    try:
        plain: object = json.loads(text, parse_constant=_refused)
    except json.JSONDecodeError as error:
        raise UnreadableQuestionnaire(f"This is not JSON we can read: it breaks at line {error.lineno}.") from None
    except RecursionError:
        raise UnreadableQuestionnaire("This is not JSON we can read: it nests too deeply.") from None
    except ValueError:
        raise UnreadableQuestionnaire("This is not JSON we can read: it holds a number that is none.") from None
    return plain


def _refused(constant: str) -> float:
    raise ValueError(constant)
