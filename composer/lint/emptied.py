"""Fixes that take away all a line says take the line along: rules of blocks see nothing else."""

from dataclasses import replace

from composer.document import Document
from composer.document.edits import Remove
from composer.document.emptied import with_line
from composer.lint.finding import Finding, Fix


def with_emptied_lines(finding: Finding, document: Document) -> Finding:
    """Return `finding`, in positions of `document`, with fixes that leave no empty line."""
    if not finding.fixes:
        return finding
    fixes = tuple([_closed_up(fix, document) for fix in finding.fixes])
    return finding if fixes == finding.fixes else replace(finding, fixes=fixes)


def _closed_up(fix: Fix, document: Document) -> Fix:
    if len(fix.edits) != 1 or not isinstance(fix.edits[0], Remove):
        return fix
    start, end = fix.edits[0].start, fix.edits[0].end
    if not document.text[start:end].strip():  # a break itself
        return fix
    low, high = with_line(document, start, end)
    return fix if (low, high) == (start, end) else replace(fix, edits=(Remove(low, high),))
