"""Judge labelled messages and fail below the floors: `judge.py FOLDER --floors FILE`."""

import sys

from composer.cli.main import main

if __name__ == "__main__":
    sys.exit(main(["judge", *sys.argv[1:]]))
