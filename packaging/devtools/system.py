"""System packages on Debian and its relatives; elsewhere there is nothing to do."""

import os
import shutil
import subprocess
from collections.abc import Iterable

from devtools.environment import can_make_environments
from devtools.problem import Problem

# found with ldd on PySide6's libraries
WIDGETS = (
    "libdbus-1-3 libegl1 libfontconfig1 libfreetype6 libgl1 libglib2.0-0 libx11-6 libxcb1"
    " libxkbcommon0"
).split()
X11 = (
    "libx11-xcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0"
    " libxcb-render-util0 libxcb-render0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-util1"
    " libxcb-xfixes0 libxcb-xkb1 libxkbcommon-x11-0"
).split()
WEB_ENGINE = (
    "libasound2 libdrm2 libgbm1 libgssapi-krb5-2 libnspr4 libnss3 libudev1 libwayland-server0"
    " libxcb-dri3-0 libxcomposite1 libxdamage1 libxext6 libxfixes3 libxkbfile1 libxrandr2"
    " libxrender1 libxtst6"
).split()
DISPLAY = ("xauth", "xvfb")
# metric twins of the fonts that mail uses, and the scripts of the languages we check
FONTS = ("fonts-liberation", "fonts-noto-cjk", "fonts-noto-color-emoji", "fonts-noto-core")


def ensure_packages(*, windows: bool) -> None:
    """Install the Debian packages that are missing, or say how to; `windows` to show any.

    Raises:
        Problem: packages without which nothing runs are missing and we may not install them.
    """
    if not (shutil.which("apt-get") and shutil.which("dpkg-query")):
        return
    needed = [] if can_make_environments() else ["python3-venv"]
    fonts: list[str] = []
    if windows:
        needed += missing([*WIDGETS, *X11, *WEB_ENGINE])
        needed += [] if has_display() else missing(DISPLAY)
        fonts = missing(FONTS)
    if is_root() and (needed or fonts):
        _install([*needed, *fonts])
    elif needed:
        raise Problem(f"System packages are missing; please run: {_line([*needed, *fonts])}")
    elif fonts:
        print(f"Messages look truer with more fonts: {_line(fonts)}", flush=True)


def has_display() -> bool:
    """Whether a window can be shown here."""
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def is_root() -> bool:
    """Whether this process is the system administrator; never so on Windows."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def missing(names: Iterable[str]) -> list[str]:
    """Those of the Debian packages `names` that are not installed, under the name to install.

    Since Debian 13 and Ubuntu 24.04 some libraries carry the suffix t64.
    """
    wanted = list(names)
    query = ["dpkg-query", "-W", "-f=${db:Status-Status} ${Package}\n"]
    answer = subprocess.run(
        [*query, *wanted, *(f"{name}t64" for name in wanted)],
        check=False,
        capture_output=True,
        text=True,
    )
    rows = (line.split() for line in answer.stdout.splitlines())
    installed = {package for status, package in rows if status == "installed"}
    return [name for name in wanted if not {name, f"{name}t64"} & installed]


def _line(packages: list[str]) -> str:
    return f"sudo apt-get install --no-install-recommends {' '.join(packages)}"


def _install(packages: list[str]) -> None:
    print(f"Installing {len(packages)} system packages.", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # somebody's broken extra source fails this without harm to what we install
    subprocess.run(["apt-get", "update", "-qq"], env=environment, check=False)
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends"]
    named = [_name_here(package) for package in packages]
    result = subprocess.run(
        [*install, *named], env=environment, check=False, stdout=subprocess.PIPE, text=True
    )
    if result.returncode:
        print(result.stdout)
        raise Problem(f"apt-get failed, see above; the line was: {_line(named)}")


def _name_here(package: str) -> str:
    """`package`, or its name with the suffix t64 where the old one is gone."""
    known = subprocess.run(["apt-cache", "show", package], check=False, capture_output=True)
    return package if known.returncode == 0 and known.stdout else f"{package}t64"
