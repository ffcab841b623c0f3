"""Images of the body: inserting, describing, making wider and narrower, each one undo step."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from platformdirs import user_pictures_path
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from composer.document import Image
from composer.document.edits import Edit, SetImage, apply
from composer.document.image_width import width_edits
from composer.document.used import used_image
from composer.gui.editor.image_places import ImagePlace, image_at, image_rect, selected_image
from composer.gui.editor.objects import message_width
from composer.gui.editor.pictures import PictureError, first_width, read_picture
from composer.gui.findings.choices import Choice
from composer.gui.images.dialog import ImageAnswer, ImageDialog
from composer.gui.images.handle import ImageHandle
from composer.gui.settings import Preferences
from composer.gui.template.saving import Saving
from composer.gui.template.workspace import Workspace
from composer.gui.window.actions import Actions
from composer.gui.window.main_window import MainWindow
from composer.gui.words.saying import problem
from composer.gui.words.text import tr_
from composer.gui.writing.editors import Editors
from composer.library.errors import LibraryError
from composer.lint.finding import Finding

_PICTURES = "pictures"


class Picturing(QObject):
    """Connects the image command, the handle and the findings with the image dialog.

    `finding` returns the one shown under a key; `most` is the widest an image may be, a fraction
    of the message's width.

    Signals:
        failed: a sentence on which file could not be used, and why.
        undescribed: images came in that nobody described (a tuple of their sources).
    """

    failed = Signal(str)
    undescribed = Signal(object)

    def __init__(
        self,
        editors: Editors,
        actions: Actions,
        workspace: Workspace,
        saving: Saving,
        finding: Callable[[str], Finding | None],
        most: float,
        preferences: Preferences,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._editors = editors
        self._body = editors.words
        self._workspace = workspace
        self._saving = saving
        self._finding = finding
        self._most = most
        self._preferences = preferences
        self._window = window
        self.handle = ImageHandle(self._body, most)
        self.handle.opened.connect(self._open)
        self.handle.resized.connect(self._resize)
        self._body.images_added.connect(self._tell_of)
        actions.image.triggered.connect(self.insert)

    def insert(self) -> None:
        """Ask for a picture and what it shows, and insert it; ask anew of one that is selected."""
        place = selected_image(self._body)
        if place is not None:
            self._open(place)
            return
        start = self._preferences.folder(_PICTURES, user_pictures_path())
        path, _ = QFileDialog.getOpenFileName(
            self._window, tr_("file.image_title"), str(start), tr_("file.pictures")
        )
        if path:
            self._preferences.set_folder(_PICTURES, Path(path).parent)
            self._insert_file(Path(path))

    def decide(self, choice: Choice, key: str) -> None:
        """Ask what the image of the finding called `key` shows, if that was chosen."""
        if choice is not Choice.DESCRIBE:
            return
        # The words know where the finding is now, whatever was typed since the check.
        words = not self._editors.as_source and self._body.select_finding(key)
        place = selected_image(self._body) if words else None
        finding = self._finding(key)
        if place is not None:
            self._open(place)
        elif finding is not None:
            self._describe_at(finding.location.start, ())

    def describe(self, sources: tuple[str, ...]) -> None:
        """Ask what each of the images shows that nobody described yet, one after the other."""
        document = self._workspace.template.body
        for start, _, inline in document.runs():
            if isinstance(inline, Image) and inline.alt is None and inline.src in sources:
                self._describe_at(start, sources)
                return

    def mark_decoration(self, sources: tuple[str, ...]) -> None:
        """Say of the images that nobody described yet that they only decorate."""
        document = self._workspace.template.body
        self._change(
            *(
                SetImage(start, end, "alt", "")
                for start, end, inline in document.runs()
                if isinstance(inline, Image) and inline.alt is None and inline.src in sources
            )
        )

    def _insert_file(self, path: Path) -> None:
        try:
            data = read_picture(path)
            width = first_width(data, path.name)
        except PictureError as error:
            self.failed.emit(problem(error))
            return
        known = ImageAnswer(None, int(width.rstrip("%")))

        def take(answer: ImageAnswer) -> None:
            try:
                source = self._saving.store_image(data, path.name)
            except LibraryError as error:
                self.failed.emit(problem(error))
                return
            if source is not None:
                self._put(Image(source, answer.alt), answer.percent)

        title = tr_("image.insert_title")
        ImageDialog(title, data, known, round(100 * self._most), take, self._window).open()

    def _put(self, image: Image, percent: int | None) -> None:
        """Insert `image` so wide, as one step."""
        start, _ = self._body.selection()
        block = self._body.snapshots.blocks[self._body.document_value().block_index(start)]
        for edit in width_edits(block, start, (percent or 50) / 100):
            if edit.name == "width":
                image = replace(image, width=edit.value)
        self._body.insert_image(image)
        self._body.setFocus()

    def _open(self, place: ImagePlace) -> None:
        self._describe_at(place.position, ())

    def _describe_at(self, position: int, then: tuple[str, ...]) -> None:
        """Ask about the image at `position`, and then about those of `then` not described yet."""
        place = image_at(self._workspace.template.body, position)
        if place is None:
            return
        known = ImageAnswer(place.image.alt, self._percent(place))

        def take(answer: ImageAnswer) -> None:
            self._answer(place, known, answer)
            if then:
                self.describe(then)

        picture = self._workspace.image(place.image.src)
        title = tr_("image.title")
        ImageDialog(title, picture, known, round(100 * self._most), take, self._window).open()

    def _answer(self, place: ImagePlace, known: ImageAnswer, answer: ImageAnswer) -> None:
        edits: list[Edit] = [SetImage(place.position, place.position + 1, "alt", answer.alt)]
        if answer.percent is not None and answer.percent != known.percent:
            edits += width_edits(place.block, place.position, answer.percent / 100)
        self._change(*edits)

    def _resize(self, place: ImagePlace, share: float) -> None:
        self._change(*width_edits(place.block, place.position, share))
        self._body.select(place.position, place.position + 1)

    def _change(self, *edits: Edit) -> None:
        document = self._workspace.template.body
        self._editors.body.replace_document(apply(document, edits))
        self._editors.body.setFocus()

    def _percent(self, place: ImagePlace) -> int | None:
        """How wide an image is now: as it says, else as it is drawn."""
        share = used_image(place.block, place.image).width
        if share is None and not self._editors.as_source:
            rect = image_rect(self._body, place.position)
            share = rect.width() / message_width(self._body.document())
        return None if share is None else round(100 * share)

    def _tell_of(self, images: tuple[Image, ...]) -> None:
        sources = tuple(image.src for image in images if image.alt is None)
        if sources:
            self.undescribed.emit(sources)
