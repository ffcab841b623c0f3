"""Checks many files in several processes at once, a portion of them at a time."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat

from composer.cli.checker import Checked, Checker, make_checker
from composer.library.source_file import Scene

MOST_AT_ONCE = 100


def check_in_processes(checker: Checker, paths: Sequence[str], jobs: int) -> Iterator[Checked]:
    """Yield what came of each path, in order, with as many processes as there are `jobs`."""
    size = max(1, min(MOST_AT_ONCE, len(paths) // (jobs * 4)))
    portions = [paths[start : start + size] for start in range(0, len(paths), size)]
    with ProcessPoolExecutor(jobs) as pool:
        for checked in pool.map(
            _check_portion,
            repeat(checker.scene),
            repeat(checker.policy.edition.id),
            repeat(checker.linter.grammar is not None),
            repeat(checker.order),
            portions,
        ):
            yield from checked


def _check_portion(
    scene: Scene,
    edition: str,
    grammar: bool,  # noqa: FBT001 - map passes no names
    order: str,
    paths: Sequence[str],
) -> list[Checked]:
    checker = make_checker(scene, edition, grammar=grammar, order=order)
    return [checker.check(path) for path in paths]
