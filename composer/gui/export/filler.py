"""The message with the values of one order, as the export dialog asks for it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from composer.export.filling import Values, fill_template
from composer.export.formats import Exported, Format
from composer.export.order_gate import OrderGate, Refusal
from composer.export.placeholders import left_in_message
from composer.gui.export.model import ExportChoice, FillField
from composer.gui.export.notes import placeholder_title, sends_subject
from composer.gui.export.offering import PASTED, export_choices
from composer.gui.words.saying import named, said
from composer.gui.words.text import tr_
from composer.lint.length import Length, length
from composer.policy import Policy
from composer.template import Template

_FILLED = {PASTED: (Format.TEXT,), "both": (Format.HTML, Format.TEXT), "eml": (Format.EML,)}
"""What leaves in each format that is sent to one buyer; the others stay templates."""


@dataclass(frozen=True, slots=True)
class Filler:
    """Fills in one template, which has passed the gates of all formats.

    `remembered` is what the seller's own placeholders stand for.
    """

    template: Template
    policy: Policy
    gates: Mapping[Format, OrderGate]
    remembered: Mapping[str, str]

    def with_fields(self, choice: ExportChoice) -> ExportChoice:
        """Return `choice` with what there is to fill in for it, nothing where it is no message."""
        if choice.id not in _FILLED:
            return choice
        subject = sends_subject(self.template, self.policy)
        found = left_in_message(self.template, self.policy.placeholder_table(), subject=subject)
        fields = (
            FillField(
                it.name,
                placeholder_title(it, self.policy),
                self._sample(it.name),
                self.remembered.get(it.name, ""),
                self._is_own(it.name),
            )
            for it in found
        )
        return replace(choice, fields=tuple(fields))

    def _is_own(self, name: str) -> bool:
        known = self.policy.placeholders.get(name)
        return known is not None and known.seller

    def filled(self, choice: ExportChoice, values: Mapping[str, str]) -> ExportChoice:
        """Return `choice` as it will leave, unchecked."""
        typed = self._typed(values)
        made = {kind: gate.filled(typed) for kind, gate in self.gates.items()}
        offered = export_choices(fill_template(self.template, typed), made, self.policy, "")
        same = next(it for it in offered if it.id == choice.id)
        return replace(same, fields=choice.fields)

    def problems(self, choice_id: str, values: Mapping[str, str]) -> dict[str, str]:
        """Return what is wrong with each value, by placeholder; "" stands for all together."""
        found: dict[str, str] = {}
        typed = self._typed(values)
        for kind in _FILLED[choice_id]:
            for refusal in self.gates[kind].refusals(typed):
                for name in refusal.names or ("",):
                    found.setdefault(name, self._sentence(refusal, name))
        return found

    def export(self, choice_id: str, values: Mapping[str, str]) -> dict[Format, Exported]:
        """Return the message with `values`; raises GateClosedError where they may not leave."""
        typed = self._typed(values)
        return {kind: self.gates[kind].export(typed) for kind in _FILLED[choice_id]}

    def filled_template(self, values: Mapping[str, str]) -> Template:
        """Return the template with `values`."""
        return fill_template(self.template, self._typed(values))

    def length(self, values: Mapping[str, str]) -> Length:
        """Return how long the message is with `values`."""
        filled = self.filled_template(values)
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
