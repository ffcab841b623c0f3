"""The message for Seller Central with the values of one order, as the export dialog asks for it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from composer.export.filling import Values, fill_template
from composer.export.formats import Exported
from composer.export.order_gate import OrderGate, Refusal
from composer.export.placeholders import left_to_fill_in
from composer.gui.export.model import ExportChoice, FillField
from composer.gui.export.notes import placeholder_title, text_notes
from composer.gui.words.saying import named, said
from composer.gui.words.text import tr_
from composer.lint.length import Length, length
from composer.policy import Policy
from composer.template import Template

FILLED = "seller"
"""The format that is filled in: it is pasted for one order, while others stay templates."""


@dataclass(frozen=True, slots=True)
class Filler:
    """Fills in one template, whose plain text has passed the `gate`.

    `remembered` is what the seller's own placeholders stand for.
    """

    template: Template
    policy: Policy
    gate: OrderGate
    remembered: Mapping[str, str]

    def with_fields(self, choice: ExportChoice) -> ExportChoice:
        """Return `choice` with what there is to fill in for it, nothing where it is no message."""
        if choice.id != FILLED:
            return choice
        found = left_to_fill_in(choice.text, self.policy.placeholder_table())
        fields = (
            FillField(
                it.name,
                placeholder_title(it, self.policy),
                self._sample(it.name),
                self.remembered.get(it.name, ""),
            )
            for it in found
        )
        return replace(choice, fields=tuple(fields))

    def filled(self, choice: ExportChoice, values: Mapping[str, str]) -> ExportChoice:
        """Return `choice` as it will be copied, unchecked."""
        exported = self.gate.filled(self._typed(values))
        notes = text_notes(exported, self.policy, self.length(values))
        return replace(choice, text=exported.text, notes=notes)

    def problems(self, values: Mapping[str, str]) -> dict[str, str]:
        """Return what is wrong with each value, by placeholder; "" stands for all together."""
        found: dict[str, str] = {}
        for refusal in self.gate.refusals(self._typed(values)):
            for name in refusal.names or ("",):
                found.setdefault(name, self._sentence(refusal, name))
        return found

    def export(self, values: Mapping[str, str]) -> Exported:
        """Return the message with `values`; raises GateClosedError where they may not leave."""
        return self.gate.export(self._typed(values))

    def length(self, values: Mapping[str, str]) -> Length:
        """Return how long the message is with `values`."""
        filled = fill_template(self.template, self._typed(values))
        return length(filled.body, self.policy, filled.reason, filled.channel)

    def _typed(self, values: Mapping[str, str]) -> Values:
        return Values.typed(values, self.policy.placeholder_table())

    def _sample(self, name: str) -> str:
        local = self.policy.local_samples
        template = self.template
        order = local.order_for(local.typical, template.language, template.marketplace)
        return order.value(name) or ""

    def _sentence(self, refusal: Refusal, name: str) -> str:
        rule, known = refusal.finding.rule, self.policy.placeholders.get(name)
        if known and rule in known.form_rules:
            return named("placeholder", name, known.form, "form")
        return tr_("fill.found", finding=said(refusal.finding.message, rule))
