"""Two messages side by side: what one says and the other does not."""

from composer.document.comparison.model import Difference, Kind, Piece, Pieces, Row
from composer.document.comparison.structure import compare_structure
from composer.document.comparison.words import compare_words

__all__ = ["Difference", "Kind", "Piece", "Pieces", "Row", "compare_structure", "compare_words"]
