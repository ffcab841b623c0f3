import os
import sys

import pytest

from composer.gui.preview.chromium_flags import forbid_network, forget_scripts, would_end_the_app

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


def test_scripts_are_forgotten_unless_somebody_sets_script_flags() -> None:
    """Chromium takes the last of two such flags, so one that is set already stays."""
    environment: dict[str, str] = {}
    forbid_network(environment)
    forget_scripts(environment)
    forget_scripts(environment)
    assert environment[FLAGS] == f"{RULE} --js-flags=--no-compilation-cache"
    environment = {FLAGS: "--js-flags=--expose-gc"}
    forget_scripts(environment)
    assert environment[FLAGS] == "--js-flags=--expose-gc"


@pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="only root on Linux meets this"
)
def test_root_with_a_sandbox_is_noticed_before_it_ends_the_app() -> None:
    """As root the engine is not started unless the sandbox is off."""
    assert would_end_the_app({})
    assert not would_end_the_app({"QTWEBENGINE_DISABLE_SANDBOX": "1"})
    assert not would_end_the_app({FLAGS: "--no-sandbox"})
