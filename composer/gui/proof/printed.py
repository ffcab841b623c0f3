"""A proof printed while the caller waits, in English; importing this loads QtWebEngine."""

from collections.abc import Mapping

from PySide6.QtCore import QEventLoop, QLocale

from composer.export.proof import Proof
from composer.export.proof_page import proof_page
from composer.gui.preview.errors import EngineError
from composer.gui.preview.images import ImageProvider
from composer.gui.proof.printing import ProofPrinter, print_proof
from composer.gui.proof.wording import proof_sheet
from composer.gui.words.wordbook import ENGLISH
from composer.lint.rule import Rule
from composer.policy import Policy
from composer.template import Template


def printed_proof(
    proof: Proof,
    template: Template,
    policy: Policy,
    rules: Mapping[str, Rule],
    images: ImageProvider,
) -> bytes:
    """Return the PDF of a proof; an application has to be there.

    Raises:
        EngineError: it took too long, or the engine stopped.
    """
    before = QLocale()
    QLocale.setDefault(QLocale(ENGLISH))
    try:
        page = proof_page(proof_sheet(proof, template, policy, rules))
    finally:
        QLocale.setDefault(before)
    printer, loop = ProofPrinter(images), QEventLoop()
    made: list[bytes] = []
    failed: list[str] = []
    printer.printed.connect(made.append)
    printer.failed.connect(failed.append)
    printer.printed.connect(loop.quit)
    printer.failed.connect(loop.quit)
    try:
        print_proof(printer, page, proof)
        if not made and not failed:
            loop.exec()
    finally:
        printer.close()
    if not made:
        raise EngineError(failed[0] if failed else "")
    return made[0]
