"""The fix loop on a file's source: small changes, each proved by reading the file again."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from composer.cli.minimal import source_edits
from composer.cli.source_edit import CannotPlaceError, apply_source_edits
from composer.document.errors import DocumentError
from composer.document.html.reader import read_html
from composer.document.html.writer import write_html
from composer.document.text import write_text
from composer.library.source_file import HTML, OpenedMessage, Scene, open_text
from composer.library.subject_line import find_subject
from composer.library.template_file import PREFIX, write_subject, write_template
from composer.lint.engine import Linter
from composer.lint.finding import Finding
from composer.lint.fix import PASSES, Chosen, apply_fixes, choose, fix
from composer.template import Template


@dataclass(frozen=True, slots=True)
class Mended:
    """What came of mending a source: the new `text`, titles of the fixes made, what is left.

    `unplaced` are titles of safe fixes that no small change of the source makes.
    """

    text: str
    applied: tuple[str, ...]
    left: tuple[Finding, ...]
    unplaced: tuple[str, ...] = ()


class Mender:
    """Mends sources of one kind of file under one scene."""

    def __init__(self, linter: Linter, scene: Scene, suffix: str) -> None:
        self._linter = linter
        self._scene = scene
        self._suffix = suffix
        self._html = suffix in HTML

    def mend(self, text: str) -> Mended:
        """Make every safe fix that has a small change of the source."""
        applied: list[str] = []
        for _ in range(PASSES):
            message = self._open(text)
            chosen = choose(self._linter.lint(message.template))
            changed, made = self._changed(message, chosen)
            if changed == text:
                break
            text = changed
            applied += [it.fix.title for it in made]
        left = self._linter.lint(self._open(text).template)
        unplaced = tuple(it.fix.title for it in choose(left))
        return Mended(text, tuple(applied), left, unplaced)

    def rewrite(self, text: str) -> Mended:
        """Make every safe fix and write the whole file anew in our own form.

        Raises:
            CannotPlaceError: for a kind of file that we do not write.
        """
        template = self._open(text).template
        outcome = fix(template, self._linter)
        written = self._canonical(text, outcome.template)
        return Mended(written, tuple(title for _, title in outcome.applied), outcome.left)

    def _open(self, text: str) -> OpenedMessage:
        return open_text(text, self._suffix, self._linter.policy, self._scene).messages[0]

    def _changed(
        self, message: OpenedMessage, chosen: Sequence[Chosen]
    ) -> tuple[str, Sequence[Chosen]]:
        """Return the source with `chosen` made, all at once or as many as can be, and which."""
        if not chosen:
            return message.source, ()
        changed = self._attempt(message, chosen)
        if changed is not None:
            return changed, chosen
        made = []
        # from the end, so that the places of those before stay as they are
        for each in sorted(chosen, key=lambda it: it.fix.edits[0].start, reverse=True):
            changed = self._attempt(message, [each])
            if changed is not None:
                message = self._open(changed)
                made.append(each)
        return message.source, made

    def _attempt(self, message: OpenedMessage, chosen: Sequence[Chosen]) -> str | None:
        """Return the changed source, or None where it does not read as the fixes mean it."""
        try:
            edits = [
                edit for each in chosen for edit in source_edits(message, each.fix, html=self._html)
            ]
            changed = apply_source_edits(message.source, edits)
            read = self._open(changed).template
        except (CannotPlaceError, DocumentError):
            return None
        meant = apply_fixes(message.template, [it.fix for it in chosen])
        return changed if self._proved(message.template, meant, read) else None

    def _proved(self, before: Template, meant: Template, read: Template) -> bool:
        """Whether the text is as meant and no rule finds more than before or than meant."""
        if (read.subject.text, read.body.text) != (meant.subject.text, meant.body.text):
            return False
        counts = [
            Counter(it.rule for it in self._linter.lint(each)) for each in (before, meant, read)
        ]
        old, wanted, new = counts
        return all(new[rule] <= max(old[rule], wanted[rule]) for rule in new)

    def _canonical(self, text: str, template: Template) -> str:
        if self._suffix == ".txt":
            line = find_subject(text)
            label = text[: line.start] if line else ""
            subject = f"{label}{write_subject(template.subject)}\n\n" if line else ""
            return subject + write_text(template.body)
        if not self._html:
            raise CannotPlaceError(f"{self._suffix} files are not written anew")
        read = read_html(text, self._linter.policy.placeholder_table())
        if any(name.lower().startswith(PREFIX) for name, _ in read.metas):
            return write_template(template, direction=read.dir)
        return write_html(
            template.body,
            lang=template.language,
            dir=read.dir,
            title=write_subject(template.subject),
            metas=read.metas,
        )
