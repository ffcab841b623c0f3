"""Pictures of a template: files in the folder beside it, and nothing outside that folder."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

from composer.document import Block, Document, Image

MAX_PICTURE_BYTES = 5_000_000
_FOLDER = ".files"
_ADDRESS = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//|#|$)", re.IGNORECASE)
_SIGNATURES = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "png"),
    (re.compile(rb"\xff\xd8\xff"), "jpeg"),
    (re.compile(rb"GIF8[79]a"), "gif"),
    (re.compile(rb"RIFF.{4}WEBP", re.DOTALL), "webp"),
    (re.compile(rb"BM.{4}\0{4}", re.DOTALL), "bmp"),
)


def image_folder(path: Path) -> Path:
    """Return the folder beside a template file that holds its pictures."""
    return path.with_name(path.stem + _FOLDER)


def read_image(path: Path, source: str) -> bytes | None:
    """Return the bytes of a picture of the template at `path`, None for any place outside it."""
    folder = image_folder(path)
    return None if folder.is_symlink() else read_inside(folder, path.parent, source)


def read_inside(folder: Path, base: Path, source: str) -> bytes | None:
    """Return the bytes of the file that `source` names from `base`, if it lies in `folder`.

    None for everything else: addresses, links that lead out, no file, over 5 MB.
    """
    if not is_local(source):
        return None
    for name in dict.fromkeys((source, unquote(source))):
        try:
            file = (base / name).resolve()
            if not file.is_relative_to(folder.resolve()) or not file.is_file():
                continue
            if file.stat().st_size <= MAX_PICTURE_BYTES:
                return file.read_bytes()
        except (OSError, ValueError, RuntimeError):
            continue
    return None


def is_local(source: str) -> bool:
    """Whether `source` names a file beside the message rather than an address."""
    return _ADDRESS.match(source) is None


def picture_type(data: bytes) -> str | None:
    """Return what kind of picture the bytes are (``png``, ``jpeg``, …), or None for other data."""
    return next((kind for pattern, kind in _SIGNATURES if pattern.match(data)), None)


def picture_sources(document: Document) -> tuple[str, ...]:
    """Return the source of every picture, each once, in reading order."""
    found = (run.src for _, _, run in document.runs() if isinstance(run, Image))
    return tuple(dict.fromkeys(found))


def with_sources(document: Document, renamed: Mapping[str, str]) -> Document:
    """Return `document` with the sources of its pictures replaced as `renamed` says."""
    if not renamed:
        return document
    blocks = tuple(_block_with_sources(block, renamed) for block in document.blocks)
    return replace(document, blocks=blocks)


def _block_with_sources(block: Block, renamed: Mapping[str, str]) -> Block:
    inlines = tuple(
        replace(it, src=renamed[it.src]) if isinstance(it, Image) and it.src in renamed else it
        for it in block.inlines
    )
    return replace(block, inlines=inlines)
