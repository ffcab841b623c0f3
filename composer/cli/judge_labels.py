"""The labels of labelled messages, and which findings stand for each."""

from collections.abc import Callable
from dataclasses import dataclass

from composer.lint.finding import Finding, Severity

Match = Callable[[Finding], bool]


@dataclass(frozen=True, slots=True)
class Label:
    """One label: its clauses, the one it is about first, and which of their findings mean it.

    `rules` and `names` (CSS properties) narrow a clause that has several labels. With `html_only`
    the label is about styling that plain text cannot hold.
    """

    name: str
    clauses: tuple[str, ...]
    rules: tuple[str, ...] = ()
    not_rules: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    html_only: bool = False

    def means(self, finding: Finding) -> bool:
        """Whether `finding` says what the label says; advice says nothing."""
        return (
            finding.severity is not Severity.ADVICE
            and finding.clause in self.clauses
            and (not self.rules or finding.rule in self.rules)
            and finding.rule not in self.not_rules
            and (not self.names or finding.location.name in self.names)
        )


_UNSECURED = ("unsecured-link",)

LABELS = (
    Label("missing-order-id", ("R-ID",), rules=("order-id-missing",)),
    Label("wrong-language", ("R-LANG",)),
    Label("order-confirmation", ("M-CONF",)),
    Label("shipping-confirmation", ("M-CONF",)),
    Label("thanks-only", ("M-THX", "M-HELP")),
    Label("marketing", ("M-MKT", "M-XSELL")),
    Label("repeat-request", ("M-RPT",)),
    Label("incentive", ("V-INC",)),
    Label("positive-steering", ("V-POS",)),
    Label("review-gating", ("V-COND", "V-DIVERT")),
    Label("review-change", ("V-CHG", "V-FB")),
    Label("external-link", ("C-LINK",), rules=("external-link", "lookalike-link")),
    Label("http-link", ("C-LINK",), rules=_UNSECURED),
    Label("logo-link", ("C-LOGO",), html_only=True),
    Label("opt-out-link", ("C-OPT",)),
    Label("tracking-pixel", ("C-TRK",), html_only=True),
    Label("email-address", ("C-MAIL",)),
    Label("phone-number", ("C-TEL",)),
    Label("attachment-type", ("C-ATT",)),
    Label("emoji", ("S-EMOJI",), not_rules=("emoticon",)),
    Label("gif", ("S-GIF",), html_only=True),
    Label("wide-margin", ("S-MARG",), html_only=True),
    # a picture of unknown size is a question for a person, not a claim that it is wide
    Label("wide-image", ("S-IMGW",), rules=("wide-image",), html_only=True),
    Label("line-height", ("S-OVR",), names=("line-height",), html_only=True),
    Label("font-family", ("S-OVR",), names=("font-family",), html_only=True),
    Label("font-color", ("S-OVR",), names=("color",), html_only=True),
    Label("font-sizes", ("S-SIZE",), html_only=True),
    Label("alignment-override", ("S-ALIGN",), html_only=True),
    Label("line-breaks", ("S-BRK",), rules=("line-breaks",)),
    Label("http-image", ("S-HTTP",), html_only=True),
    Label("spelling", ("S-SPELL",), rules=("spelling",)),
)
