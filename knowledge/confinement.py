"""Takes rights away from the process that parses a stranger's file: memory, time, files, network and new programs."""

import ctypes
import os
import resource
import signal
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS = 1, 38
_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_EXECUTE, _READ_FILE, _READ_DIR = 1 << 0, 1 << 2, 1 << 3
_RULE_PATH_BENEATH = 1


class _Ruleset(ctypes.Structure):
    """The kernel's `landlock_ruleset_attr`."""

    _fields_ = (("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scoped", ctypes.c_uint64))


class _PathBeneath(ctypes.Structure):
    """The kernel's `landlock_path_beneath_attr`."""

    _pack_ = 1
    _layout_ = "ms"
    _fields_ = (("access", ctypes.c_uint64), ("parent", ctypes.c_int32))


def confine(memory: int, cpu_seconds: int, programs: Iterable[Path] = (), folders: Iterable[Path] = ()) -> None:
    """Give up for good what parsing does not need; what this kernel cannot take away is left to the other limits.

    `programs` are files that may still be executed in this process's place, `folders` what may be read beside Python's.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    _leave_the_network(libc)
    _limit_resources(memory, cpu_seconds)
    if sys.platform == "linux":
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)  # nobody would hear the outcome, or end what hangs
        libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        _read_only(libc, _python_folders() | set(folders), programs)


def _leave_the_network(libc: ctypes.CDLL) -> None:
    if sys.platform == "linux" and libc.unshare(_CLONE_NEWNET) != 0:
        libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET)


def _limit_resources(memory: int, cpu_seconds: int) -> None:
    limits = [
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, cpu_seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, 64),
        (resource.RLIMIT_CORE, 0),
    ]
    if hasattr(resource, "RLIMIT_NPROC"):
        limits.append((resource.RLIMIT_NPROC, 0))
    for kind, value in limits:
        ceiling = resource.getrlimit(kind)[1]
        value = value if ceiling == resource.RLIM_INFINITY else min(value, ceiling)
        with suppress(ValueError, OSError):  # some systems know a limit but do not let it be lowered
            resource.setrlimit(kind, (value, value))


def _python_folders() -> set[Path]:
    """Name the folders that late imports, and the libraries they are linked with, may still read."""
    libraries = ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib")
    named = {sys.prefix, sys.base_prefix, *sys.path, str(Path(os.__file__).parent), *libraries}
    return {path for path in map(Path, named) if path.is_dir()}


def _read_only(libc: ctypes.CDLL, folders: Iterable[Path], programs: Iterable[Path]) -> None:
    """Use Landlock, where the kernel has it, to allow reading these folders, running these programs and nothing else."""
    version = libc.syscall(_CREATE_RULESET, None, 0, 1)
    if version < 1:
        return
    rules = _Ruleset(
        files=(1 << (16 if version >= 5 else 15 if version >= 3 else 14 if version >= 2 else 13)) - 1,
        network=3 if version >= 4 else 0,
        scoped=3 if version >= 6 else 0,
    )
    size = 24 if version >= 6 else 16 if version >= 4 else 8
    ruleset = libc.syscall(_CREATE_RULESET, ctypes.byref(rules), size, 0)
    if ruleset < 0:
        return
    for folder in folders:
        _allow(libc, ruleset, folder, _READ_FILE | _READ_DIR)
    for program in programs:
        _allow(libc, ruleset, program, _EXECUTE | _READ_FILE)
    libc.syscall(_RESTRICT_SELF, ruleset, 0)
    os.close(ruleset)


def _allow(libc: ctypes.CDLL, ruleset: int, path: Path, access: int) -> None:
    handle = os.open(path, os.O_PATH)
    rule = _PathBeneath(access=access, parent=handle)
    libc.syscall(_ADD_RULE, ruleset, _RULE_PATH_BENEATH, ctypes.byref(rule), 0)
    os.close(handle)
