"""How well our used styles agree with a browser engine, on a folder of mails."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from composer import resources
from composer.cli.offscreen import EngineError
from composer.cli.rendered_comparison import Comparison, Count, Difference, compare
from composer.cli.rendered_pieces import direction_of, rendered_pieces, used_pieces
from composer.document.eml import read_eml
from composer.document.errors import DocumentError
from composer.document.html.reader import HtmlReading, read_html
from composer.document.placeholders import PlaceholderSyntax, PlaceholderTable
from composer.library.decoding import decode

if TYPE_CHECKING:
    from composer.cli.offscreen import OffscreenEngine

WIDTH = 600
WINDOW = 1000
"""The window of a mail program is wider than the message: rules for small windows do not hold."""
MAILS = frozenset({".html", ".htm", ".eml"})
# Placeholders stay text here: no character but this one, which no reading holds, begins one.
_NONE = PlaceholderTable((PlaceholderSyntax("none", r"\0(?P<name>\0)", opening="\0"),), {})


@dataclass(frozen=True, slots=True)
class Judged:
    """One mail and what came of comparing it; `notes` is what our reader left aside."""

    file: str
    comparison: Comparison
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RenderedJudgement:
    """What came of a folder of mails; `refused` is what could not be read, with the reason."""

    mails: tuple[Judged, ...]
    refused: tuple[tuple[str, str], ...] = ()

    def count(self, name: str) -> Count:
        """Return how many pieces agree in the property `name`, over all mails."""
        counts = [mail.comparison.counts.get(name, Count()) for mail in self.mails]
        return sum(counts, Count())

    @property
    def agreement(self) -> float:
        """The share of runs of text that agree in all that they must agree in."""
        text = self.count("text")
        return text.agreeing / text.pieces if text.pieces else 1.0

    def differences(self) -> Iterator[tuple[str, Difference]]:
        """Yield each difference with the file it is in."""
        for mail in self.mails:
            for difference in mail.comparison.differences:
                yield mail.file, difference


def find_mails(folder: Path) -> list[Path]:
    """Return the mails in and below `folder`, in order; hidden ones are passed over."""
    found = []
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [
            Path(here, name)
            for name in sorted(files)
            if not name.startswith(".") and Path(name).suffix.lower() in MAILS
        ]
    return found


def judge_mails(
    folder: Path, paths: Iterable[Path], engine: "OffscreenEngine", done: Callable[[int], None]
) -> RenderedJudgement:
    """Compare the mails at `paths` below `folder`, and tell `done` how many are."""
    mails: list[Judged] = []
    refused: list[tuple[str, str]] = []
    for number, path in enumerate(paths, 1):
        name = path.relative_to(folder).as_posix()
        try:
            source, reading = read_mail(path)
            comparison = judge_html(source, reading, engine)
        except (DocumentError, EngineError) as error:
            refused.append((name, str(error)))
        except OSError as error:
            refused.append((name, (error.strerror or str(error)).lower()))
        else:
            mails.append(Judged(name, comparison, reading.notes))
        done(number)
    return RenderedJudgement(tuple(mails), tuple(refused))


def read_mail(path: Path) -> tuple[str, HtmlReading]:
    """Return the HTML of a mail, and our reading of it.

    Raises:
        DocumentError: it is no HTML mail, or over the bounds of a reader.
        OSError: the file could not be read.
    """
    data = path.read_bytes()
    if path.suffix.lower() != ".eml":
        source = decode(data, html=True).text
        return source, read_plain(source)
    email = read_eml(data, _NONE)
    if email.html is None:
        raise DocumentError("no HTML in this email")
    return email.html_source, email.html


def read_plain(source: str) -> HtmlReading:
    """Return our reading of HTML in which nothing is a placeholder.

    Raises:
        DocumentError: it is over the bounds of a reader.
    """
    return read_html(source, _NONE)


def judge_html(source: str, reading: HtmlReading, engine: "OffscreenEngine") -> Comparison:
    """Compare what `engine` makes of `source` with our used styles of its reading.

    Raises:
        EngineError: the engine could not render it.
    """
    language, direction = reading.lang or "en", direction_of(reading)
    engine.load(source, WINDOW, language=language, direction=direction)
    engine.evaluate(f"{_script('stand_in')}({WIDTH})")
    engine.settle()
    script = f"(() => {{ {_script('measure')} const found = {_script('oracle')}; return found }})()"
    measured = engine.evaluate(script)
    return compare(list(used_pieces(reading)), list(rendered_pieces(measured)))


def _script(name: str) -> str:
    return resources.path(f"preview/{name}.js").read_text(encoding="utf-8")
