"""The methods paragraph, written out from what was done rather than from memory."""

from __future__ import annotations

from collections.abc import Iterable

from algorithms.statistics.result import LEVEL

VERSION = "1"


def methods_paragraph(used: Iterable[str], *, n: int, missing: Iterable[tuple[str, int]] = (), notes: Iterable[str] = ()) -> str:
    """One paragraph: how many cases, which methods, what was missing, by which code. `used` are the methods of the results, in any order."""
    methods = sorted(set(used))
    absent = [f"{name} in {count}" for name, count in missing if count]
    lacking = f"Values were missing: {', '.join(absent)}; cases that lack a value were left out of its analysis."
    sentences = [
        f"{n} cases were analysed.",
        f"Methods: {'; '.join(methods)}." if methods else "",
        lacking if absent else "No value was missing.",
        *notes,
        f"Tests are two-sided and unadjusted unless said; intervals are at {LEVEL:.0%}. Computed by Rimlight's statistics, version {VERSION}.",
    ]
    return " ".join(sentence for sentence in sentences if sentence)
