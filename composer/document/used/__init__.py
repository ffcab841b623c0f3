"""Used styles: what a browser makes of declared styles, with what it cannot tell named.

Everything is derived from one block, its inlines and the containers in its path, and cached.
"""

from composer.document.used.bare import is_bare
from composer.document.used.block import UsedBlock, used_block
from composer.document.used.columns import single_columns
from composer.document.used.elements import Declared, declarations
from composer.document.used.facts import fact
from composer.document.used.image import UsedImage, used_image
from composer.document.used.text import UsedText, used_text

__all__ = [
    "Declared",
    "UsedBlock",
    "UsedImage",
    "UsedText",
    "declarations",
    "fact",
    "is_bare",
    "single_columns",
    "used_block",
    "used_image",
    "used_text",
]
