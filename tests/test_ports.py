"""The ports that tests give to the servers they start."""

import socket
from pathlib import Path

import pytest

from tests.ports import free_port


def test_a_port_is_not_handed_out_twice_in_a_row() -> None:
    assert len({free_port() for _ in range(50)}) == 50


def test_a_port_somebody_listens_on_is_passed_over() -> None:
    with socket.create_server(("127.0.0.1", free_port())) as taken:
        port = taken.getsockname()[1]
        assert port not in {free_port() for _ in range(1000)}


def test_the_system_lends_a_port_of_ours_to_nobody() -> None:
    lent = Path("/proc/sys/net/ipv4/ip_local_port_range")
    if not lent.is_file():
        pytest.skip("this system does not say which ports it lends")
    assert free_port() < int(lent.read_text().split()[0])
