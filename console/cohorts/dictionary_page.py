"""Writes the tables of `docs/data-dictionary.md`: what each column means, and how the registry fills it from a case."""

from __future__ import annotations

from console.cases.derivation import RULES
from console.cohorts.dictionary import TOLD, as_markdown


def derivation_markdown() -> str:
    """The table of the derivation."""
    lines = ["| column | derived from | may be entered | missing means |", "|---|---|---|---|"]
    lines += [
        f"| `{rule.column}` | {rule.words} | {'no' if rule.column in TOLD else 'yes'} | {rule.missing or 'never missing'} |"
        for rule in RULES
    ]
    return "\n".join(lines)


def refreshed(page: str) -> str:
    """The page with both tables as they are now; each stands between its heading row and the next empty line."""
    for table in (as_markdown(), derivation_markdown()):
        head = table.split("\n", 1)[0]
        before, _, rest = page.partition(head)
        after = rest[rest.index("\n\n") :] if "\n\n" in rest else ""
        page = before + table + after
    return page
