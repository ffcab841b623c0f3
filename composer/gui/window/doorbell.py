"""One window answers for all later starts: it comes to the front and takes the files they bring."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWER_MS = 2000
_TRY_AGAIN_MS = 3000
_HERE = b"here\n"


def ring(history: Path, files: Sequence[Path] = ()) -> bool:
    """Ask the window that works with this history to come to the front and import `files`.

    False where there is none, or it does not answer in time.
    """
    socket = QLocalSocket()
    socket.connectToServer(_name(history))
    if not socket.waitForConnected(ANSWER_MS):
        return False
    socket.write(json.dumps([str(each.absolute()) for each in files]).encode() + b"\n")
    answered = socket.waitForReadyRead(ANSWER_MS)
    return answered and bytes(socket.readAll().data()) == _HERE


class Doorbell(QObject):
    """Belongs to one window of those that work with a history: the one that restores its typing.

    Another window gets it as soon as that one has ended, in whatever way.

    Signals:
        rung: the app was started once more, with these files, a tuple of `Path`.
    """

    rung = Signal(tuple)

    def __init__(self, history: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        history.parent.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(str(history.with_name(f"{history.name}.lock")))
        self._lock.setStaleLockTime(0)  # held as long as its process lives, and no longer
        self._name = _name(history)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._open)
        self._again = QTimer(self, interval=_TRY_AGAIN_MS)
        self._again.timeout.connect(self.take)

    def take(self) -> bool:
        """Answer from now on; False where another window does, until that one has ended."""
        if not (self._lock.tryLock(0) or self._left_behind()):
            self._again.start()
            return False
        self._again.stop()
        QLocalServer.removeServer(self._name)  # that of a process that was killed
        self._server.listen(self._name)
        return True

    def leave(self) -> None:
        """Answer no more."""
        self._again.stop()
        self._server.close()
        self._lock.unlock()

    def _left_behind(self) -> bool:
        """Take the lock of a process that has ended where its file alone does not tell.

        The name of the computer may have changed, or the number of the process been given to
        another one. The system knows: what a living process holds it does not give away.
        """
        return self._lock.removeStaleLockFile() and self._lock.tryLock(0)

    def _open(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(lambda s=socket: self._answer(s))
            socket.disconnected.connect(socket.deleteLater)

    def _answer(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            return
        files = _read(bytes(socket.readLine().data()))
        socket.write(_HERE)
        socket.flush()
        self.rung.emit(files)


def _read(line: bytes) -> tuple[Path, ...]:
    try:
        names = json.loads(line)
    except ValueError:
        return ()
    known = isinstance(names, list) and all(isinstance(each, str) for each in names)
    return tuple(map(Path, names)) if known else ()


def _name(history: Path) -> str:
    """A short name for the door: a socket's address must not be long."""
    return f"permitted-{hashlib.sha256(str(history.absolute()).encode()).hexdigest()[:24]}"
