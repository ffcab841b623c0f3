"""Where the files that ship with Permitted are: clauses, lexicons, starters, icons.

A wheel and a frozen app carry them inside the package, as `composer/_resources`; in a checkout
they stand beside it, as `resources`.
"""

from functools import cache
from pathlib import Path, PurePosixPath

_PACKAGE = Path(__file__).resolve().parent


@cache
def root() -> Path:
    """The folder that holds the resources.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    for folder in (_PACKAGE / "_resources", _PACKAGE.parent / "resources"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"Permitted's resources are missing beside {_PACKAGE}")


def path(name: str) -> Path:
    """The resource called `name`, relative to `root()` and written with slashes.

    Raises:
        ValueError: `name` is absolute or leads out of the resources.
        FileNotFoundError: there is no such file or folder.
    """
    relative = PurePosixPath(name)
    if relative.is_absolute() or ".." in relative.parts or "\\" in name:
        raise ValueError(f"not a resource name: {name!r}")
    found = root() / relative
    if not found.exists():
        raise FileNotFoundError(f"no resource named {name!r}")
    return found
