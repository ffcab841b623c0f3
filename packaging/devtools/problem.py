"""A set-up step that cannot go on."""


class Problem(Exception):  # noqa: N818 - it is told to the user as it is
    """What is wrong and what to do, in one sentence for the user."""
