"""`permitted proof`: what is known of a template and how it looks, as a PDF to hand on."""

import argparse
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from composer.cli.checker import Checker, folder_of, make_checker
from composer.cli.console import complain
from composer.cli.message_file import MessageFile, open_message
from composer.cli.offscreen import EngineError, start_engine
from composer.cli.options import add_order, add_scene, scene_of
from composer.cli.output_file import output_path
from composer.document.errors import DocumentError
from composer.export.proof import make_proof
from composer.library.errors import LibraryError, reason
from composer.library.files import write_bytes
from composer.library.settings import SettingsError, find_settings
from composer.lint.rendered import Seen
from composer.policy import Policy

DONE, FAILED = 0, 2


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", policy: Policy) -> None:
    """Add the command to the parser."""
    widths = f"{policy.limits.reference_width} and {policy.limits.phone_width} px"
    parser = commands.add_parser(
        "proof",
        help="print a message and what is known of it as a PDF",
        description=f"Print a message at {widths}, with sample values in place of placeholders, "
        "and what is known of it: findings, what is set aside and why, guidelines, date, and the "
        "hash that an approval holds. Open findings are listed; they are no obstacle.",
        epilog="Exit status: 0 printed, 2 could not be printed. An older PDF is replaced.",
    )
    parser.add_argument("path", metavar="FILE", help="message file, or - for standard input")
    parser.add_argument(
        "--pdf", type=output_path(".pdf"), required=True, metavar="OUT", help="PDF to make"
    )
    parser.add_argument(
        "--edition",
        choices=tuple(policy.editions),
        metavar="DATE",
        help=f"guidelines to check under: {', '.join(policy.editions)}; default: the newest",
    )
    add_order(
        parser,
        policy,
        "print and check with the values of {orders} in place of placeholders; default: typical, "
        "not checked",
    )
    add_scene(parser, policy)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the file and return the exit status."""
    path = arguments.path
    checker = make_checker(scene_of(arguments), arguments.edition, order=arguments.order)
    try:
        message = open_message(path, checker.policy, checker.scene)
        checker.use_settings_of(path)
        seen = checker.seen_for(path)
    except (DocumentError, SettingsError, OSError) as error:
        complain(f"{path}: {reason(error)}")
        return FAILED
    try:
        write_bytes(arguments.pdf, _printed(message, checker, seen))
    except EngineError as error:
        complain(f"{path} was not printed: {error}")
        return FAILED
    except LibraryError as error:
        complain(str(error))
        return FAILED
    return DONE


def _printed(message: MessageFile, checker: Checker, seen: Seen) -> bytes:
    linter, policy = checker.linter, checker.policy
    name = message.template.name or Path(message.path).name
    template = replace(message.template, name=name)
    findings = linter.lint(template, seen)
    now = datetime.now().astimezone()
    images, shown = message.own_image, message.shown
    settings = find_settings(folder_of(message.path))
    proof = make_proof(
        template,
        findings,
        policy,
        now,
        images=images,
        order=seen.order,
        shown=shown,
        library=settings.parent.name if settings else "",
    )
    with start_engine():
        from composer.gui.proof.printed import printed_proof  # noqa: PLC0415 - loads QtWebEngine

        rules = {rule.id: rule for rule in linter.rules}
        return printed_proof(proof, template, policy, rules, message.pictures.get)
