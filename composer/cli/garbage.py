"""Python's search for garbage, made rare while many messages are checked."""

import gc

OFTEN = 100_000  # objects made since the last search; Python's own is 700


def rest_collector() -> None:
    """Never look through what is loaded so far again, and seldom through what comes.

    Documents and findings go without a search; only the trees that HTML is read through wait for
    one. Searching as often as Python does by itself takes a tenth of the time of a check, and
    searching once before takes as long and finds nothing.
    """
    gc.freeze()
    gc.set_threshold(OFTEN, *gc.get_threshold()[1:])
