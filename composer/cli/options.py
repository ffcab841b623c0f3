"""Options that several commands share."""

import argparse
from collections.abc import Callable

from composer.library.source_file import Scene
from composer.policy import Policy
from composer.policy.order import WORST

MOST_JOBS = 64


def add_scene(parser: argparse.ArgumentParser, policy: Policy) -> None:
    """Add what decides which rules apply; each wins over what a file says itself."""
    group = parser.add_argument_group("what the messages are", "where the files do not say it")
    group.add_argument(
        "--reason",
        choices=tuple(policy.reasons),
        metavar="REASON",
        help=f"why you write: {', '.join(policy.reasons)}",
    )
    group.add_argument(
        "--channel",
        choices=tuple(policy.channels),
        metavar="CHANNEL",
        help=f"how it is sent: {', '.join(policy.channels)}",
    )
    group.add_argument(
        "--marketplace",
        choices=tuple(policy.marketplaces),
        metavar="STORE",
        help="Amazon store, such as amazon.de",
    )
    group.add_argument(
        "--lang", type=_language(policy), metavar="TAG", help="language, such as de or pt-BR"
    )


def add_order(parser: argparse.ArgumentParser, policy: Policy, text: str) -> None:
    """Add the sample order by name or file; `text` is the help, with ``{orders}`` in it."""
    names = ", ".join((*(order.id for order in policy.orders), WORST))
    orders = f"a sample order ({names}, one of your own in permitted.toml, or a TOML file)"
    parser.add_argument("--order", default="", metavar="NAME|FILE", help=text.format(orders=orders))


def scene_of(arguments: argparse.Namespace) -> Scene:
    """Return what the options say about all files."""
    return Scene(arguments.reason, arguments.channel, arguments.marketplace, arguments.lang)


def jobs_number(text: str) -> int:
    """Return a number of processes; raises ArgumentTypeError for anything else."""
    if not text.isdecimal() or not 1 <= int(text) <= MOST_JOBS:
        raise argparse.ArgumentTypeError(f"must be a number from 1 to {MOST_JOBS}")
    return int(text)


def _language(policy: Policy) -> Callable[[str], str]:
    def language(tag: str) -> str:
        if policy.languages.find(tag) is None:
            raise argparse.ArgumentTypeError(f"not a language we know: {tag}")
        return tag

    return language
