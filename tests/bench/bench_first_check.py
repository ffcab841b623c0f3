"""How long the first words of each language take: compiled, and as kept from the last time.

Each is read in a process of its own, alternately, and the fastest counts.
"""

import os
import subprocess
import sys
import tempfile

from composer.language.phrases.lexicon import languages
from composer.language.phrases.shelf import FOLDER

TIMES = 5
READ = """\
import sys, time
from composer.language.phrases.lexicon import lexicon_of
start = time.perf_counter()
lexicon_of(sys.argv[1]).digest("5")
print((time.perf_counter() - start) * 1000)
"""


def main() -> None:
    """Print both times of each language, in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        for language in languages():
            milliseconds(language, folder)  # so that it is kept
            pairs = [
                (milliseconds(language, ""), milliseconds(language, folder)) for _ in range(TIMES)
            ]
            compiled, kept = map(min, zip(*pairs, strict=True))
            print(f"{language}: {compiled:.0f} ms compiled, {kept:.0f} ms kept")


def milliseconds(language: str, folder: str) -> float:
    """Return how long reading a lexicon takes with what is kept in `folder`."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), FOLDER: folder}
    command = [sys.executable, "-c", READ, language]
    done = subprocess.run(command, env=environment, check=True, capture_output=True, timeout=60)
    return float(done.stdout)


if __name__ == "__main__":
    main()
