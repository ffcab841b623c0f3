"""`permitted preview`: a message as buyers will see it, as a picture."""

import argparse

from composer.cli.checker import folder_of
from composer.cli.console import complain
from composer.cli.message_file import MessageFile, open_message
from composer.cli.offscreen import EngineError, start_engine
from composer.cli.options import add_order, add_scene, scene_of
from composer.cli.output_file import output_path
from composer.document.errors import DocumentError
from composer.export.plain_page import plain_page
from composer.export.proof import sent_message
from composer.gui.preview.conditions import Conditions, Scheme
from composer.library.errors import LibraryError, reason
from composer.library.files import write_bytes
from composer.library.orders import find_order
from composer.library.settings import SettingsError
from composer.policy import Policy, SampleOrder
from composer.policy.order import TYPICAL

DONE, FAILED = 0, 2
NARROWEST, WIDEST = 240, 1200  # px
SAMPLE, KEEP = "sample", "keep"


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", policy: Policy) -> None:
    """Add the command to the parser."""
    limits = policy.limits
    parser = commands.add_parser(
        "preview",
        help="draw a message as buyers will see it",
        description="Draw a message as buyers will see it, without a window and without a network: "
        "images beside the file or in it are shown, others never loaded. What Amazon puts around "
        "a message is not drawn. On a channel for plain text, the plain text is drawn.",
        epilog="Exit status: 0 drawn, 2 could not be drawn. An older picture is replaced.",
    )
    parser.add_argument("path", metavar="FILE", help="message file, or - for standard input")
    parser.add_argument(
        "--png", type=output_path(".png"), required=True, metavar="OUT", help="picture to make"
    )
    parser.add_argument(
        "--width",
        type=_width,
        default=limits.reference_width,
        metavar="PX",
        help=f"width of the message, {NARROWEST} to {WIDEST}: "
        f"{limits.phone_width} for a phone; default: {limits.reference_width}",
    )
    dark = parser.add_mutually_exclusive_group()
    dark.add_argument(
        "--dark",
        action="store_const",
        dest="scheme",
        const=Scheme.DARK,
        default=Scheme.LIGHT,
        help="dark as the message's own styles ask for it",
    )
    dark.add_argument(
        "--dark-forced",
        action="store_const",
        dest="scheme",
        const=Scheme.FORCED,
        help="darkened by the email program, whatever the message asks for",
    )
    parser.add_argument(
        "--images-off", action="store_true", help="show the alternative text in place of images"
    )
    parser.add_argument("--large-text", action="store_true", help="letters of twice the size")
    parser.add_argument(
        "--placeholders",
        choices=(SAMPLE, KEEP),
        default=SAMPLE,
        help="fill placeholders with sample values, or keep them as they are spelled; "
        "default: sample",
    )
    add_order(parser, policy, "fill placeholders with the values of {orders}; default: typical")
    add_scene(parser, policy)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Draw the file and return the exit status."""
    policy = Policy.load()
    try:
        message = open_message(arguments.path, policy, scene_of(arguments))
        order = find_order(arguments.order or TYPICAL, folder_of(arguments.path), policy)
    except (DocumentError, SettingsError, OSError) as error:
        complain(f"{arguments.path}: {reason(error)}")
        return FAILED
    try:
        write_bytes(arguments.png, _drawn(message, policy, order, arguments))
    except EngineError as error:
        complain(f"{arguments.path} was not drawn: {error}")
        return FAILED
    except LibraryError as error:
        complain(str(error))
        return FAILED
    return DONE


def _drawn(
    message: MessageFile, policy: Policy, order: SampleOrder, arguments: argparse.Namespace
) -> bytes:
    template = message.shown
    order = policy.local_samples.order_for(order, template.language, template.marketplace)
    value_of = order.shown if arguments.placeholders == SAMPLE else None
    words, plain = sent_message(template, policy, value_of)
    language = template.language
    direction = policy.languages.html_direction(language) or "ltr"
    conditions = Conditions(
        arguments.scheme, images=not arguments.images_off, large_text=arguments.large_text
    )
    with start_engine(message.pictures.get) as engine:
        from composer.gui.preview.still import draw_still  # noqa: PLC0415 - loads QtWebEngine

        return draw_still(
            engine,
            plain_page(words, language, direction) if plain else words,
            arguments.width,
            conditions,
            language=language,
            direction=direction,
        )


def _width(text: str) -> int:
    if not text.isdecimal() or not NARROWEST <= int(text) <= WIDEST:
        raise argparse.ArgumentTypeError(f"must be a number from {NARROWEST} to {WIDEST}")
    return int(text)
