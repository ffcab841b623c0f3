"""A library: one folder of template files."""

import contextlib
import shutil
from collections.abc import Mapping
from dataclasses import replace
from itertools import chain, count
from pathlib import Path
from types import MappingProxyType

from composer.library.bin import Binned, is_free, move_to_bin, put_back
from composer.library.binned import read_binned
from composer.library.errors import ChangedOnDiskError, LibraryError, reason
from composer.library.files import StoredTemplate, read_file, write_bytes, write_file
from composer.library.importing import read_foreign
from composer.library.names import picture_names, slug
from composer.library.pictures import image_folder, picture_sources, read_image, with_sources
from composer.library.scan import Scan, Unreadable
from composer.library.source_file import Scene
from composer.phrase import Phrase
from composer.policy import Policy
from composer.template import Template

__all__ = ["Library", "Unreadable", "image_folder", "read_image", "slug"]

_NO_PICTURES: Mapping[str, bytes] = MappingProxyType({})
_ANY = Scene()


class Library:
    """The templates in one folder; files are ordinary HTML and may change under us."""

    def __init__(self, folder: Path, policy: Policy) -> None:
        self.folder = folder
        self._policy = policy
        self._scan = Scan(folder, self.open)

    def paths(self) -> tuple[Path, ...]:
        """Return the template files, by name; none where the folder cannot be read."""
        return self._scan.paths()

    def entries(self) -> tuple[StoredTemplate | Unreadable, ...]:
        """Return every template of the folder; files that did not change are not read again."""
        return self._scan.entries()

    def open(self, path: Path) -> StoredTemplate:
        """Read one template.

        Raises:
            LibraryError: where it cannot be read.
        """
        return read_file(path, self._policy)

    def save(self, stored: StoredTemplate, template: Template) -> StoredTemplate:
        """Write `template` over the file it was read from.

        Raises:
            ChangedOnDiskError: where another program changed the file meanwhile.
            LibraryError: where the system refuses.
        """
        return self._write(stored.path, template, stored.digest)

    def add(
        self, template: Template, pictures: Mapping[str, bytes] = _NO_PICTURES
    ) -> StoredTemplate:
        """Write `template` to a new file named after it, and `pictures` to the folder beside it.

        `pictures` are by the source that names each in the body; the body gets their new place.

        Raises:
            LibraryError: where the system refuses; nothing is left behind then.
        """
        while True:
            path = self.free_path(template.name)
            with contextlib.suppress(ChangedOnDiskError):  # taken just now
                return self._add_at(path, template, pictures)

    def duplicate(self, stored: StoredTemplate) -> StoredTemplate:
        """Copy a template, unapproved, with its pictures; its group says where it comes from.

        Raises:
            LibraryError: where the system refuses; nothing is left behind then.
        """
        old = stored.template
        found = {it: read_image(stored.path, it) for it in picture_sources(old.body)}
        pictures = {source: data for source, data in found.items() if data is not None}
        name, group = f"{old.name or stored.path.stem} (copy)", old.group or stored.path.stem
        copied = replace(old, name=name, group=group, id="", approval=None)
        return self.add(copied, pictures)

    def import_file(self, path: Path, scene: Scene = _ANY) -> StoredTemplate:
        """Make a template of a message file (HTML, text, Markdown, email) from anywhere.

        Pictures it carries, or has beside it, come along. `scene` decides over what the file says.

        Raises:
            LibraryError: where it cannot be read as a message, or the system refuses.
        """
        imported = read_foreign(path, self._policy, scene)
        return self.add(imported.template, imported.pictures)

    def rename(self, stored: StoredTemplate, name: str) -> StoredTemplate:
        """Give a template another name; its file keeps its own, which others may refer to.

        Raises:
            LibraryError: where the system refuses or `name` is empty.
        """
        if not name.strip():
            raise LibraryError(Phrase("A template needs a name."))
        return self.save(stored, replace(stored.template, name=name.strip()))

    def delete(self, path: Path) -> Binned | None:
        """Move a template and its pictures to the system's bin; nothing is ever erased.

        Returns what `put_back` takes, None where there is no way back but the system's.

        Raises:
            LibraryError: where the system refuses; everything is where it was then.
        """
        return move_to_bin(path)

    def put_back(self, binned: Binned) -> None:
        """Bring a template back from the bin, byte for byte, to where it was.

        Raises:
            LibraryError: where another is there by now, or the system refuses.
        """
        put_back(binned)

    def bring_back(self, binned: Binned) -> Path:
        """Bring a template back whatever is there by now, and return its file.

        Where its place is taken it gets another file and another name; pictures then lie in
        another folder, so an approval of them no longer holds.

        Raises:
            LibraryError: where the system refuses; nothing is left behind then.
        """
        path = self.folder / binned.path.name
        if path == binned.path and is_free(path):
            self.put_back(binned)
            return path
        found = read_binned(binned, self._policy)
        template = replace(found.template, name=self._free_name(found.template.name or path.stem))
        return self.add(template, found.pictures).path

    def free_path(self, name: str) -> Path:
        """Return a path in the folder for a template of this name, one that is not taken."""
        stem = slug(name)
        path = self.folder / f"{stem}.html"
        numbers = count(2)
        while not is_free(path):
            path = self.folder / f"{stem}-{next(numbers)}.html"
        return path

    def _free_name(self, name: str) -> str:
        """Return `name`, with a number where another template is called so."""
        entries = (it for it in self.entries() if isinstance(it, StoredTemplate))
        taken = {(it.template.name or it.path.stem).casefold() for it in entries}
        tries = chain([name], (f"{name} ({number})" for number in count(2)))
        return next(it for it in tries if it.casefold() not in taken)

    def _add_at(
        self, path: Path, template: Template, pictures: Mapping[str, bytes]
    ) -> StoredTemplate:
        if not pictures:
            return self._write(path, template, None)
        folder = image_folder(path)
        names = picture_names(pictures)
        renamed = {source: f"{folder.name}/{name}" for source, name in names.items()}
        try:
            folder.mkdir()
        except FileExistsError as error:
            raise ChangedOnDiskError(folder, found=True, expected=False) from error
        except OSError as error:
            raise LibraryError(
                Phrase(
                    "“{name}” could not be made: {reason}.", name=folder.name, reason=reason(error)
                )
            ) from error
        try:
            for source, data in pictures.items():
                write_bytes(folder / names[source], data)
            return self._write(
                path, replace(template, body=with_sources(template.body, renamed)), None
            )
        except LibraryError:
            shutil.rmtree(folder, ignore_errors=True)
            raise

    def _write(self, path: Path, template: Template, expected: str | None) -> StoredTemplate:
        direction = self._policy.languages.html_direction(template.language)
        written = write_file(path, template, expected, direction=direction)
        return StoredTemplate(path, template, written)
