"""A real ClamAV daemon with one signature of our own, that a test starts, suspends and kills."""

import shutil
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

from portal.core.clamav import ScannerAway, version

HARMFUL = "SURETY-HARMFUL-WORDS-FOR-TESTS"
SIGNATURE = "Surety.Test.Harmful.UNOFFICIAL"
LONGEST = 1 << 20
PROGRAM = shutil.which("clamd", path="/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin:/opt/homebrew/sbin")
_CONFIGURATION = """
LocalSocket {folder}/socket
DatabaseDirectory {folder}/signatures
TemporaryDirectory {folder}
StreamMaxLength {longest}
Foreground yes
"""


class Clamd:
    """clamd on a socket in this folder (its path must stay below 100 characters)."""

    def __init__(self, folder: Path) -> None:
        self.address = f"unix:{folder}/socket"
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        (folder / "signatures").mkdir()
        (folder / "signatures" / "own.ndb").write_text(f"Surety.Test.Harmful:0:*:{HARMFUL.encode().hex()}\n")
        (folder / "clamd.conf").write_text(_CONFIGURATION.format(folder=folder, longest=LONGEST))

    def start(self) -> "Clamd":
        """Start the daemon and wait until it answers."""
        assert PROGRAM
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [PROGRAM, "--config-file", str(self._folder / "clamd.conf")], stdout=log, stderr=log
            )
        for _ in range(600):
            with suppress(ScannerAway):
                version(self.address)
                return self
            assert self._process.poll() is None, (self._folder / "log").read_text()
            time.sleep(0.05)
        raise AssertionError("clamd does not answer")

    def suspend(self) -> None:
        """Let the daemon live and answer nothing."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def kill(self) -> None:
        """End the daemon at once."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None
