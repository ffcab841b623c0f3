"""What the seller's own placeholders stand for: from the settings into a form, and back."""

from collections.abc import Mapping

from composer.export.formats import Format
from composer.export.order_gate import OrderGate
from composer.gui.export.filler import Filler
from composer.gui.export.model import ExportNote
from composer.gui.template.workspace import Workspace
from composer.gui.theme.marks import Mark
from composer.gui.words.saying import problem
from composer.library.own_values import keep_own_values, own_values
from composer.library.settings import SettingsError
from composer.lint.engine import Linter
from composer.policy import Policy


def make_filler(workspace: Workspace, policy: Policy, linter: Linter) -> Filler:
    """Return what fills in the template in hand; raises GateClosedError where it may not leave."""
    template = workspace.template
    gates = {kind: OrderGate(template, kind, linter, workspace.image) for kind in Format}
    return Filler(template, policy, gates, _remembered(workspace, policy))


def keep_values(
    workspace: Workspace, policy: Policy, values: Mapping[str, str]
) -> tuple[ExportNote, ...]:
    """Remember those of `values` that are the seller's own; return why not, where they are not."""
    try:
        keep_own_values(workspace.library.folder, values, policy)
    except SettingsError as error:
        return (ExportNote(Mark.REVIEW, problem(error)),)
    return ()


def _remembered(workspace: Workspace, policy: Policy) -> Mapping[str, str]:
    """Nothing where the settings cannot be read, which opening the library says."""
    try:
        return own_values(workspace.library.folder, policy)
    except SettingsError:
        return {}
