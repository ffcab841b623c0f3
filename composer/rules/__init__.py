"""The rules, one file each: a new file is a new rule, nothing else to edit."""

import pkgutil
from functools import cache
from importlib import import_module

from composer.lint.rule import Rule


@cache
def load() -> tuple[Rule, ...]:
    """Return every rule of this package, by file name; names that start with _ are helpers."""
    names = sorted(info.name for info in pkgutil.iter_modules(__path__))
    modules = (import_module(f"{__name__}.{name}") for name in names if not name.startswith("_"))
    return tuple(module.rule for module in modules)
