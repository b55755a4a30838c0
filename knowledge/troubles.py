"""Says in one sentence what went wrong with a language model, whatever its provider's library calls it."""

from collections.abc import Iterator

BROKE_OFF = "The language model broke off before its answer was whole."
NOT_THE_FORM = "The language model did not answer in the form it was asked for."
USED_UP = "The tokens that the language model may use in a day are used up; it is asked again tomorrow (UTC)."
_AWAY = "The language model cannot be reached."
_BUSY = "The language model has too much to do just now."
_FAULT = "The language model could not answer: its server reported a fault."
_LOCKED = "The language model refused the portal's key."
_REFUSED = "The language model refused the question."
_CUT = frozenset(
    {"RemoteProtocolError", "ReadError", "ConnectionResetError", "ServerDisconnectedError", "ClientPayloadError"}
)
_UNREACHED = frozenset({"ConnectError", "ConnectTimeout", "ConnectionRefusedError", "ClientConnectorError", "gaierror"})
_TIMES = frozenset({"TimeoutError", "ReadTimeout", "WriteTimeout", "PoolTimeout", "APITimeoutError"})


def too_late(seconds: float) -> str:
    """Say that the time was up."""
    return f"The language model did not answer within {seconds:.0f} second{'' if seconds == 1 else 's'}."


def trouble(error: BaseException, seconds: float) -> str:
    """Return the sentence for a failure; nothing of what the provider wrote is repeated, it may hold a key."""
    status = _status(error)
    if status:
        return _of_status(status)
    names = {name for each in _causes(error) for name in _names(each)}
    if names & _UNREACHED:
        return _AWAY
    if names & _CUT:
        return BROKE_OFF
    return too_late(seconds) if names & _TIMES else NOT_THE_FORM


def is_passing(error: BaseException) -> bool:
    """Whether a second try may help: the connection was lost, or the server is busy or at fault."""
    status = _status(error)
    if status:
        return status == 429 or status >= 500
    names = {name for each in _causes(error) for name in _names(each)}
    return bool(names & (_CUT | _UNREACHED)) and not names & {"ConnectTimeout"}


def is_turned_away(error: BaseException) -> bool:
    """Whether the model was asked nothing: its server was not reached, or replied with a fault instead of a word."""
    return bool(_status(error)) or any(name in _UNREACHED for each in _causes(error) for name in _names(each))


def _of_status(status: int) -> str:
    if status in (401, 403):
        return _LOCKED
    if status == 429:
        return _BUSY
    return _FAULT if status >= 500 else _REFUSED


def _status(error: BaseException) -> int:
    found = (getattr(each, name, None) for each in _causes(error) for name in ("status_code", "code", "status"))
    return next((status for status in found if isinstance(status, int) and 400 <= status < 600), 0)


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: BaseException | None = error
    while seen is not None:
        yield seen
        seen = seen.__cause__ or seen.__context__


def _names(error: BaseException) -> Iterator[str]:
    return (kind.__name__ for kind in type(error).__mro__)
