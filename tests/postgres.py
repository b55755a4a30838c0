"""A PostgreSQL server of the tests' own, where the programs are installed: in a temporary folder, gone afterwards."""

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.ports import free_port


def find_programs() -> Path | None:
    """Return the folder of initdb and pg_ctl, or None where PostgreSQL is not installed."""
    found = shutil.which("initdb")
    candidates = [Path(found).parent] if found else []
    candidates += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((folder for folder in candidates if (folder / "initdb").exists()), None)


class TemporaryPostgres:
    """One server on a free loopback port, without durability, for as long as the tests run."""

    def __init__(self, programs: Path) -> None:
        self._programs = programs
        self._folder = Path(tempfile.mkdtemp(prefix="surety-postgres-"))
        self._cluster = self._folder / "cluster"

    def start(self) -> str:
        """Start the server and return its address."""
        if os.geteuid() == 0:
            account = pwd.getpwnam("postgres")
            os.chown(self._folder, account.pw_uid, account.pw_gid)
        self._run("initdb", "-D", str(self._cluster), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync")
        port = free_port()
        options = (
            f"-c listen_addresses=127.0.0.1 -p {port} -k {self._folder} -c fsync=off -c synchronous_commit=off "
            "-c full_page_writes=off -c autovacuum=off -c max_connections=120"
        )
        log = str(self._folder / "log")
        self._run("pg_ctl", "-D", str(self._cluster), "-l", log, "-o", options, "-w", "start")
        return f"postgresql://postgres@127.0.0.1:{port}/postgres"

    def stop(self) -> None:
        """Stop the server and remove its folder."""
        self._run("pg_ctl", "-D", str(self._cluster), "-m", "immediate", "stop")
        shutil.rmtree(self._folder, ignore_errors=True)

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._programs / program), *arguments]
        if os.geteuid() == 0:  # PostgreSQL refuses to run as root
            command = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", *command]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd="/")
