"""`python -m composer`: without arguments the app, otherwise the command line."""

import sys


def main() -> int:
    """Start what the arguments ask for and return its exit status."""
    if len(sys.argv) > 1:
        from composer.cli.main import main as command_line

        return command_line(sys.argv[1:])
    from composer.gui.app import main as app

    return app()


if __name__ == "__main__":
    sys.exit(main())
