"""What is done with the list of templates."""

from pictures.stage import Stage


def searched(stage: Stage) -> None:
    """Words were found in names and in texts."""
    stage.desk.widgets.sidebar.focus_search()
    stage.write("delivery")


def not_found(stage: Stage) -> None:
    """Words are in no template."""
    stage.desk.widgets.sidebar.focus_search()
    stage.write("tumble dryer")
