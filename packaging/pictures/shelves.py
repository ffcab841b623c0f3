"""What is done with the list of templates."""

from datetime import UTC, datetime, timedelta

from composer.library.bin import Binned
from composer.library.deleted import DeletedTemplates
from pictures.stage import Stage


def searched(stage: Stage) -> None:
    """Words were found in names and in texts."""
    stage.desk.widgets.sidebar.focus_search()
    stage.write("delivery")


def not_found(stage: Stage) -> None:
    """Words are in no template."""
    stage.desk.widgets.sidebar.focus_search()
    stage.write("tumble dryer")


def deleted(stage: Stage) -> None:
    """The page of deleted templates; nothing goes to the bin of whoever takes the picture."""
    kept, now = DeletedTemplates(stage.history), datetime.now(UTC)
    paths = stage.desk.workspace.library.paths()
    for days, path in enumerate(paths[1:5]):
        kept.keep(Binned(path, {path: path.read_bytes()}), now - timedelta(days=days))
    stage.desk.actions.deleted.trigger()


def nothing_deleted(stage: Stage) -> None:
    """The same, with nothing on it."""
    stage.desk.actions.deleted.trigger()
