"""A process that never outlives the one that started it."""

import multiprocessing
import os
from multiprocessing.connection import wait
from threading import Thread

_LOOK_SECONDS = 2.0


def end_with_parent() -> None:
    """End this process, whatever it is doing, soon after the process that started it has ended.

    That the line to it is cut is not enough: who is killed may leave others behind that hold the
    line open, and who is busy does not look at it.
    """
    parent = multiprocessing.parent_process()
    if parent is not None:
        watch = Thread(target=_watch, args=(parent.sentinel, os.getppid()), daemon=True)
        watch.start()


def _watch(sentinel: int, parent: int) -> None:
    # The sentinel tells at once, but on Unix it is a pipe that others may hold open as well; there
    # an orphan gets another parent. On Windows it does not, and the sentinel is the process itself.
    while os.getppid() == parent and not wait([sentinel], timeout=_LOOK_SECONDS):
        pass
    os._exit(0)
