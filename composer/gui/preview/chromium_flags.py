"""Command line flags for the browser engine, which reads them once, at its first start."""

import os
import sys
from collections.abc import Iterable, Mapping, MutableMapping

_VARIABLE = "QTWEBENGINE_CHROMIUM_FLAGS"
_RESOLVER = "--host-resolver-rules"
_SCRIPTS = "--js-flags"
_NO_SCRIPT_CACHE = f"{_SCRIPTS}=--no-compilation-cache"
_NO_NETWORK = f'{_RESOLVER}="MAP * ~NOTFOUND"'


def forbid_network(environment: MutableMapping[str, str] = os.environ) -> None:
    """Make every host name and address unknown to the browser engine.

    A request interceptor does not see speculative connections (`<link rel=preconnect>`); this
    rule stops them too. Other flags that are already set stay. Call it before the first import
    of a WebEngine module.
    """
    add((_NO_NETWORK,), environment)


def forget_scripts(environment: MutableMapping[str, str] = os.environ) -> None:
    """Keep no script that has run: each of ours holds a whole message, and none runs twice.

    Otherwise memory grows with each update of the preview. Script flags that are already set stay.
    """
    if _SCRIPTS not in environment.get(_VARIABLE, ""):
        add((_NO_SCRIPT_CACHE,), environment)


def add(flags: Iterable[str], environment: MutableMapping[str, str] = os.environ) -> None:
    """Set `flags` beside those that are already set."""
    for flag in flags:
        before = environment.get(_VARIABLE, "")
        if flag not in before:
            environment[_VARIABLE] = f"{before} {flag}".strip()


def would_end_the_app(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether starting the browser engine would end the whole process.

    Chromium refuses to run as root with its sandbox on, and exits instead of reporting it.
    """
    if sys.platform != "linux" or os.geteuid() != 0:
        return False
    sandboxed = environment.get("QTWEBENGINE_DISABLE_SANDBOX") != "1"
    return sandboxed and "--no-sandbox" not in environment.get(_VARIABLE, "")
