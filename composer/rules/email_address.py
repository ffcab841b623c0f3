"""Email address.

Messages may not contain email addresses, not even spelled out: ask for a reply to the message.
"""

from collections.abc import Iterator

from composer.document import Block
from composer.document.edits import SetLink
from composer.language.emails import find_emails, may_hold_email
from composer.lint.context import Context
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._contacts import with_sentence, without_contact
from composer.rules._targets import anchors

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="C-MAIL",
    message="Email address “{shown}”",
    needs=anchors,
    hint=may_hold_email,
    examples=(
        Invalid(
            "<p>Write to help@kitchen-shop.com, please.</p>",
            flags=("help@kitchen-shop.com",),
            fixed="<p><br></p>",
        ),
        Invalid(
            "<p>Reply or write to help (at) kitchen-shop dot com</p>",
            flags=("help (at) kitchen-shop dot com",),
            fixed="<p><br></p>",
        ),
        Invalid(
            '<p>Please <a href="mailto:help@kitchen-shop.com">write to us</a>.</p>',
            flags=("write to us",),
            fixed="<p>Please write to us.</p>",
        ),
        Invalid("<p>x＠kitchen-shop.com</p>", flags=("x＠kitchen-shop.com",), fixed="<p><br></p>"),
        Invalid("<p>Hi</p>", subject="Write to a@b.com", flags=("a@b.com",), fixed="<p>Hi</p>"),
        Invalid(
            "<p>Write to us (help@kitchen-shop.com) or reply.</p>",
            flags=("help@kitchen-shop.com",),
            fixed="<p><br></p>",
        ),
        Invalid(
            "<p>E-Mail: hilfe [ät] kueche [punkt] de</p>",
            language="de",
            flags=("hilfe [ät] kueche [punkt] de",),
            fixed="<p><br></p>",
        ),
        Invalid(
            "<p>Correo: ayuda arroba cocina punto es</p>",
            language="es",
            flags=("ayuda arroba cocina punto es",),
            fixed="<p><br></p>",
        ),
        Invalid(
            "<p>Your alias a1b2@marketplace.amazon.de is fine.</p>",
            flags=("a1b2@marketplace.amazon.de",),
            fixed="<p><br></p>",
        ),
        Valid("<p>3 @ 9.99 each, follow @kitchen, look at amazon.com. Come again.</p>"),
        Valid("<p>We look at home. Dot the i.</p>"),
        Valid("<p>La arroba pesa once kilos, punto.</p>", language="es"),
    ),
)


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    mailto = [t for t in anchors(block) if t.scheme == "mailto"]
    for target in mailto:
        fix = Fix("Remove link, keep words", (SetLink(target.start, target.end, None),))
        yield rule.finding(
            target.start,
            target.end,
            at=("href", ""),
            text=target.url,
            fixes=(fix,),
            shown=target.url.partition(":")[2][:60],
        )
    for start, end in find_emails(block.text):
        if not any(t.start < end and start < t.end for t in mailto):
            fix = Fix("Remove email address", (without_contact(block, start, end, context),))
            fixes = with_sentence(fix, block, start, end, context)
            yield rule.finding(start, end, fixes=fixes, shown=block.text[start:end])
