"""The editors of one window, by the part of a template they show."""

from collections.abc import Iterator, Mapping

from composer.document import Document
from composer.gui.editor.message_editor import MessageEditor
from composer.gui.editor.subject_editor import SubjectEditor
from composer.gui.source.source_edit import SourceEdit

PartEditor = SubjectEditor | MessageEditor | SourceEdit


class Editors(Mapping[str, PartEditor]):
    """Subject and body; the body's editor is the one on screen, its words or its source."""

    def __init__(self, subject: SubjectEditor, body: MessageEditor, source: SourceEdit) -> None:
        self.subject = subject
        self.words = body
        self.source = source
        self.as_source = False

    @property
    def body(self) -> MessageEditor | SourceEdit:
        """The editor of the body that is on screen."""
        return self.source if self.as_source else self.words

    @property
    def all(self) -> tuple[PartEditor, ...]:
        """Every editor, on screen or not."""
        return self.subject, self.words, self.source

    @property
    def written(self) -> Mapping[str, SubjectEditor | MessageEditor]:
        """Those in which words are written as the buyer sees them."""
        return {"subject": self.subject, "body": self.words}

    @property
    def composing(self) -> bool:
        """Whether an input method is composing text in one of them."""
        return any(editor.composing for editor in self.all)

    @property
    def behind(self) -> bool:
        """Whether long source was typed that is not read yet: `content` would take a while."""
        return self.as_source and self.source.behind

    def readable(self) -> bool:
        """Whether what is on screen is a message; else `content` is what it was before."""
        return not self.as_source or self.source.readable

    def recent(self) -> tuple[Document, Document]:
        """Return subject and body as they are on screen, or were a moment ago; this never waits."""
        body = self.source.recent_document() if self.as_source else self.words.document_value()
        return self.subject.document_value(), body

    def content(self) -> tuple[Document, Document]:
        """Return subject and body as they are on screen."""
        return self.subject.document_value(), self.body.document_value()

    def settle(self) -> None:
        """Bring the words to what the source says, as one step, where that can be read."""
        if self.as_source and self.source.readable:
            self.as_source = False  # the source need not follow this change
            self.words.replace_document(self.source.document_value())
            self.as_source = True
        self.source.undo_log.forget(self.source)

    def __getitem__(self, part: str) -> PartEditor:
        if part == "body":
            return self.body
        if part == "subject":
            return self.subject
        raise KeyError(part)

    def __iter__(self) -> Iterator[str]:
        return iter(("subject", "body"))

    def __len__(self) -> int:
        return 2
