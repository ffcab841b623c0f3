"""The colours the editor paints with, given from outside so that they can change live."""

from dataclasses import dataclass

from composer.lint.finding import Severity


@dataclass(frozen=True, slots=True)
class EditorColours:
    """Each is ``#rrggbb``; ``*_soft`` are tinted surfaces.

    `selected` lies behind what is selected, and `on_selected` is what is written or drawn on it.
    """

    text: str = "#1f2530"
    muted: str = "#505a6a"
    paper: str = "#ffffff"
    line: str = "#dde1e7"
    link: str = "#1f5fbf"
    chip: str = "#e6eefb"
    chip_text: str = "#1c4f9c"
    must_fix: str = "#c8372d"
    must_fix_soft: str = "#fbe6e4"
    review: str = "#8f5f00"
    review_soft: str = "#f6ecd6"
    advice: str = "#6b7482"
    hit: str = "#fff1b3"
    hit_current: str = "#ffd24d"
    selected: str = "#1f5fbf"
    on_selected: str = "#ffffff"

    def mark(self, severity: Severity) -> str:
        """The colour of what marks words with a finding."""
        marks = (self.must_fix, self.review, self.advice)
        return marks[severity.rank]

    def soft(self, severity: Severity) -> str:
        """The surface behind the words of the finding that the caret is in."""
        surfaces = (self.must_fix_soft, self.review_soft, self.chip)
        return surfaces[severity.rank]
