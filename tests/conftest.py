"""Set-up for every test: the same examples each time, no network, nothing kept for the next."""

import os
import sys
from ipaddress import ip_address

import pytest
from hypothesis import settings

settings.register_profile("repeatable", derandomize=True, deadline=None, print_blob=False)
settings.load_profile("repeatable")

os.environ["PERMITTED_CACHE"] = ""  # the lexicons are compiled, here and in what tests start


def _stay_on_this_machine(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse connections that leave this machine; local servers and sockets are fine."""
    if event != "socket.connect":
        return
    address = arguments[1]
    if isinstance(address, tuple) and not _is_local(str(address[0])):
        raise PermissionError(f"a test tried to reach {address[0]}")


def _is_local(host: str) -> bool:
    if host in {"", "localhost"}:
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


sys.addaudithook(_stay_on_this_machine)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the tests that edit at random run longer, or again as they ran."""
    parser.addoption("--steps", type=int, default=250, help="steps of each random edit")
    parser.addoption("--seed", type=int, default=None, help="the only seed of random edits")
