import os
import sys

import pytest

from composer.gui.preview.chromium_flags import forbid_network, reason_not_to_start

FLAGS = "QTWEBENGINE_CHROMIUM_FLAGS"
RULE = '--host-resolver-rules="MAP * ~NOTFOUND"'


def test_flags_that_are_set_stay() -> None:
    """The resolver rule is added to the user's own flags."""
    environment = {FLAGS: "--disable-gpu"}
    forbid_network(environment)
    assert environment[FLAGS] == f"--disable-gpu {RULE}"


def test_the_rule_is_added_once() -> None:
    """A second call changes nothing."""
    environment: dict[str, str] = {}
    forbid_network(environment)
    forbid_network(environment)
    assert environment[FLAGS] == RULE


def test_ours_comes_after_a_weaker_rule() -> None:
    """Chromium takes the last of two rules, so ours follows the one that was set."""
    environment = {FLAGS: '--host-resolver-rules="MAP a b"'}
    forbid_network(environment)
    assert environment[FLAGS].endswith(RULE)


@pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="only root on Linux meets this"
)
def test_root_with_a_sandbox_gets_a_reason_instead_of_an_exit() -> None:
    """As root the engine is not started unless the sandbox is off."""
    assert reason_not_to_start({}) is not None
    assert reason_not_to_start({"QTWEBENGINE_DISABLE_SANDBOX": "1"}) is None
    assert reason_not_to_start({FLAGS: "--no-sandbox"}) is None
