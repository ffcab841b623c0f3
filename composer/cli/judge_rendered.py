"""`permitted judge --rendered`: our used styles beside a browser engine's."""

import argparse
import json
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from composer.cli.console import complain, progress_line, write_out
from composer.cli.offscreen import EngineError, start_engine
from composer.cli.rendered_comparison import TEXT_PROPERTIES, Count
from composer.cli.rendered_judgement import RenderedJudgement, find_mails, judge_mails

AGREED, BELOW, FAILED = 0, 1, 2
WORST = 10
_CELL = 36


def run(arguments: argparse.Namespace) -> int:
    """Judge the mails below the folder and return the exit status."""
    folder: Path = arguments.folder
    try:
        floors = _read_floors(arguments.floors) if arguments.floors else {}
        mails = find_mails(folder)
        if not mails:
            complain(f"no .html or .eml file in {folder}")
            return FAILED
        with start_engine() as engine:
            result = judge_mails(folder, mails, engine, progress_line(len(mails)))
    except (EngineError, OSError, tomllib.TOMLDecodeError) as error:
        complain(str(error))
        return FAILED
    as_text = "\n".join(_lines(result)) + "\n"
    write_out(_json(result) if arguments.format == "json" else as_text, None)
    for name, reason in result.refused:
        complain(f"{name}: {reason}")
    below = list(below_floors(result, floors))
    for line in below:
        complain(line)
    return BELOW if below else AGREED


def below_floors(result: RenderedJudgement, floors: Mapping[str, float]) -> Iterator[str]:
    """Yield a sentence for each figure of `result` under its floor."""
    figures = {"agreement": result.agreement, **{it: _known(result, it) for it in _CLAIMS}}
    for name, least in floors.items():
        figure = figures.get(name)
        if figure is None or figure < least:
            told = "not measured" if figure is None else f"{figure:.3f}"
            yield f"rendered {name} is {told}, at least {least:.3f} is asked for"


_CLAIMS = {"insets": "inset", "images": "image"}


def _known(result: RenderedJudgement, name: str) -> float:
    """The share that agrees of what we claim to know."""
    count = result.count(_CLAIMS[name])
    return count.agreeing / count.known if count.known else 1.0


def _read_floors(path: Path) -> Mapping[str, float]:
    floors: Mapping[str, float] = tomllib.loads(path.read_text(encoding="utf-8")).get(
        "rendered", {}
    )
    return floors


def _lines(result: RenderedJudgement) -> Iterator[str]:
    text = result.count("text")
    yield f"{len(result.mails)} mails, {text.pieces} runs of text"
    yield f"Runs that agree: {text.agreeing} of {text.pieces}, {result.agreement:.2%}"
    yield ""
    yield f"{'property':<14}{'compared':>9}{'known':>8}{'agreeing':>10}{'of known':>10}"
    for name in (*TEXT_PROPERTIES, *_CLAIMS.values()):
        yield _row(name, result.count(name))
    yield from _worst(result)
    yield ""
    differences = _repeated(result)
    yield f"Differences: {len(differences)}"
    for (file, name, ours, rendered, reason), texts in differences.items():
        yield f"  {file}: {name} {ours}, rendered {rendered}" + (f" ({reason})" if reason else "")
        yield f"    {_short(texts)}"


def _row(name: str, count: Count) -> str:
    share = f"{count.agreeing / count.known:.2%}" if count.known else "-"
    return f"{name:<14}{count.pieces:>9}{count.known:>8}{count.agreeing:>10}{share:>10}"


def _worst(result: RenderedJudgement) -> Iterator[str]:
    wrong = {}
    for mail in result.mails:
        text = mail.comparison.counts.get("text", Count())
        if text.agreeing < text.pieces:
            wrong[mail.file] = text
    if not wrong:
        return
    yield ""
    yield "Mails that agree least:"
    for file, text in sorted(wrong.items(), key=lambda it: it[1].agreeing - it[1].pieces)[:WORST]:
        yield f"  {text.pieces - text.agreeing:>5} of {text.pieces:<5} {file}"


def _repeated(result: RenderedJudgement) -> dict[tuple[str, ...], list[str]]:
    """The texts of each difference that occurs in a file."""
    found: dict[tuple[str, ...], list[str]] = {}
    for file, it in result.differences():
        found.setdefault((file, it.property, it.ours, it.rendered, it.reason), []).append(it.text)
    return found


def _short(texts: list[str]) -> str:
    shown = " · ".join(text[:_CELL] for text in texts[:3])
    return shown if len(texts) <= 3 else f"{shown} and {len(texts) - 3} more"


def _json(result: RenderedJudgement) -> str:
    text = result.count("text")
    names = {"insets": "inset", "images": "image", **{it: it for it in TEXT_PROPERTIES}}
    whole = {
        "compared": text.pieces,
        "agreeing": text.agreeing,
        "agreement": round(result.agreement, 6),
        "mails": len(result.mails),
        "known": {name: _counted(result.count(of)) for name, of in names.items()},
        "differences": [
            {
                "file": file,
                "text": it.text,
                "property": it.property,
                "ours": it.ours,
                "rendered": it.rendered,
                **({"reason": it.reason} if it.reason else {}),
            }
            for file, it in result.differences()
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _counted(count: Count) -> dict[str, int]:
    return {"compared": count.pieces, "known": count.known, "agreeing": count.agreeing}
