"""Checks files one by one: reads, lints, and places what is found."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from composer import rules
from composer.cli.locate import located
from composer.document.errors import DocumentError
from composer.language.grammar import LocalGrammar, is_installed
from composer.language.spelling import LocalSpeller
from composer.library.decoding import MAX_BYTES
from composer.library.orders import find_order
from composer.library.settings import SettingsError, settings_for
from composer.library.source_file import STANDARD_INPUT, OpenedFile, Scene, open_source
from composer.lint.context import Settings
from composer.lint.engine import Linter
from composer.lint.rendered import NOTHING, Seen
from composer.lint.report import Facts, FileError, FileReport, Located
from composer.policy import Policy

Checked = FileReport | FileError


class Checker:
    """Checks files under one policy; `scene` is what the caller says about all of them.

    `order` names the sample order, or the file with one, whose values are checked too.
    """

    def __init__(self, policy: Policy, linter: Linter, scene: Scene, order: str = "") -> None:
        self.policy = policy
        self.linter = linter
        self.scene = scene
        self.order = order
        self._settings: dict[Path, Settings] = {}
        self._seen: dict[Path, Seen] = {}

    def check(self, path: str) -> Checked:
        """Return what was found in the file at `path`, or why it could not be checked."""
        try:
            opened = self.open(path)
            findings = tuple(self._findings(opened, self.seen_for(path)))
        except (DocumentError, SettingsError) as error:
            return FileError(path, str(error))
        except OSError as error:
            return FileError(path, (error.strerror or str(error)).lower())
        except Exception as error:  # noqa: BLE001 - one bad file must not hide the others
            return FileError(path, f"could not be checked ({type(error).__name__}: {error})")
        template = opened.messages[0].template
        facts = Facts(template.language, template.reason, template.channel, template.marketplace)
        return FileReport(path, facts, findings, opened.notes)

    def open(self, path: str) -> OpenedFile:
        """Open the file at `path` and let the settings of its folder hold for the linter.

        Raises:
            DocumentError: where it cannot be read as a message.
            SettingsError: where the settings of its folder cannot be read.
            OSError: where the system refuses.
        """
        self.use_settings_of(path)
        opened = open_source(path, read_bytes(path), self.policy, self.scene)
        if not opened.messages:
            raise DocumentError("holds no message")
        return opened

    def use_settings_of(self, path: str) -> None:
        """Let the settings of the folder of `path` hold for the linter.

        Raises:
            SettingsError: where they cannot be read.
        """
        self.linter.settings = self._settings_for(path)

    def _findings(self, opened: OpenedFile, seen: Seen) -> Iterator[Located]:
        for number, message in enumerate(opened.messages):
            for finding in self.linter.lint(message.template, seen):
                if number == 0 or finding.location.part == "body":
                    yield located(message, finding)

    def _settings_for(self, path: str) -> Settings:
        folder = folder_of(path)
        if folder not in self._settings:
            self._settings[folder] = settings_for(folder)
        return self._settings[folder]

    def seen_for(self, path: str) -> Seen:
        """Return the order to check with, which may be one of the seller's own beside the file.

        Raises:
            SettingsError: where there is no such order, or it cannot be read.
        """
        if not self.order:
            return NOTHING
        folder = folder_of(path)
        if folder not in self._seen:
            self._seen[folder] = Seen(order=find_order(self.order, folder, self.policy))
        return self._seen[folder]


def folder_of(path: str) -> Path:
    """Return the folder whose settings hold for a file; for standard input, the current one."""
    return Path() if path == STANDARD_INPUT else Path(path).parent


def read_bytes(path: str) -> bytes:
    """Return the content of a file, or of standard input; no more than one byte over the bound."""
    if path == STANDARD_INPUT:
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    with Path(path).open("rb") as file:
        return file.read(MAX_BYTES + 1)


def make_checker(
    scene: Scene, edition: str | None = None, *, grammar: bool = False, order: str = ""
) -> Checker:
    """Return a checker under `edition`, the newest one by default, with every rule.

    English `grammar` takes 145 MB of memory, so it has to be asked for. `order` is a name or file.
    """
    policy = Policy.load(edition)
    knows = LocalGrammar() if grammar and is_installed() else None
    linter = Linter(policy, rules.load(), speller=LocalSpeller(), grammar=knows)
    return Checker(policy, linter, scene, order)


def check_all(
    checker: Checker, paths: Sequence[str], jobs: int, progress: Callable[[int], None]
) -> Iterator[Checked]:
    """Yield what came of each path, in order; `progress` hears how many are done."""
    done: Iterable[Checked] = map(checker.check, paths)
    if jobs > 1:
        from composer.cli.processes import check_in_processes  # noqa: PLC0415 - slow to load

        done = check_in_processes(checker, paths, jobs)
    for number, checked in enumerate(done, start=1):
        progress(number)
        yield checked
