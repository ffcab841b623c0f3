"""`permitted judge`: precision and recall on labelled messages."""

import argparse
import json
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from composer import rules
from composer.cli import judge_rendered
from composer.cli.console import complain, write_out
from composer.cli.judge_labels import LABELS
from composer.cli.judgement import (
    Error,
    Judgement,
    LabelledError,
    Score,
    judge,
    read_labelled,
)
from composer.document.errors import DocumentError
from composer.language.spelling import LocalSpeller
from composer.lint.engine import Linter
from composer.policy import Policy

PASSED, BELOW, FAILED = 0, 1, 2
MEASURES = ("precision", "recall")


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", _policy: Policy) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "judge",
        help="measure the checks on labelled messages",
        description="Print precision and recall per label on the .jsonl files of a folder, "
        "every miss and every false hit. With --rendered, compare how we tell the look of all "
        "mails below the folder with what a browser engine makes of them at 600 px.",
        epilog="Exit status: 0 measured, 1 below a floor, 2 could not be measured.",
    )
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument(
        "--rendered", action="store_true", help="compare the look of .html and .eml files instead"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--floors", type=Path, metavar="FILE", help="TOML with the least figures")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Judge the folder and return the exit status."""
    if arguments.rendered:
        return judge_rendered.run(arguments)
    linter = Linter(Policy.load(), rules.load(), speller=LocalSpeller())
    try:
        floors = _read_floors(arguments.floors) if arguments.floors else {}
        result = judge(read_labelled(arguments.folder), linter, LABELS)
    except (LabelledError, DocumentError, OSError, tomllib.TOMLDecodeError) as error:
        complain(str(error))
        return FAILED
    as_text = "\n".join(_lines(result)) + "\n"
    write_out(_json(result) if arguments.format == "json" else as_text, None)
    below = list(below_floors(result, floors))
    for line in below:
        complain(line)
    return BELOW if below else PASSED


Floors = Mapping[str, Mapping[str, float]]


def below_floors(result: Judgement, floors: Floors) -> Iterator[str]:
    """Yield a sentence for each figure of `result` under its floor, or no longer measured."""
    for label, floor in floors.items():
        score = result.labels.get(label)
        for measure in MEASURES:
            least = floor.get(measure)
            figure = getattr(score, measure) if score is not None else None
            if least is not None and (figure is None or figure < least):
                told = "not measured" if figure is None else f"{figure:.3f}"
                yield f"{label}: {measure} is {told}, at least {least:.3f} is asked for"


def _read_floors(path: Path) -> Floors:
    floors: Floors = tomllib.loads(path.read_text(encoding="utf-8")).get("labels", {})
    return floors


def _lines(result: Judgement) -> Iterator[str]:
    yield f"{result.messages} messages"
    yield from _table("label", result.labels)
    yield from _table("language", result.languages)
    yield from _errors("Missed", result.misses)
    yield from _errors("False hits", result.false_hits)


def _table(name: str, scores: Mapping[str, Score]) -> Iterator[str]:
    yield ""
    yield f"{name:<24}{'cases':>6}{'hit':>6}{'missed':>8}{'false':>7}{'precision':>11}{'recall':>8}"
    for key, score in scores.items():
        yield (
            f"{key:<24}{score.tp + score.fn:>6}{score.tp:>6}{score.fn:>8}{score.fp:>7}"
            f"{_figure(score.precision):>11}{_figure(score.recall):>8}"
        )


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _errors(title: str, errors: tuple[Error, ...]) -> Iterator[str]:
    yield ""
    yield f"{title}: {len(errors)}"
    for error in sorted(errors, key=lambda it: (it.label, it.id)):
        yield f"  {error.label:<22} {error.id:<28} {error.excerpt}"


def _json(result: Judgement) -> str:
    whole = {
        "messages": result.messages,
        "labels": {name: _score(score) for name, score in result.labels.items()},
        "clauses": {name: _score(score) for name, score in result.clauses.items()},
        "languages": {name: _score(score) for name, score in result.languages.items()},
        "misses": [_error(each) for each in result.misses],
        "false_hits": [_error(each) for each in result.false_hits],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _score(score: Score) -> dict[str, object]:
    counts = {"tp": score.tp, "fp": score.fp, "fn": score.fn}
    return {**counts, "precision": score.precision, "recall": score.recall, "f1": score.f1}


def _error(error: Error) -> dict[str, str]:
    return {
        "id": error.id,
        "lang": error.language,
        "label": error.label,
        "excerpt": error.excerpt,
    }
