"""Lengths that people type: an exact decimal in millimetres, or one sentence that says what is wrong with it."""

from __future__ import annotations

import re
from decimal import Decimal

from algorithms.specimen.measurement import Length, problem
from console.faults import Refused

# Plain digits only: exponents, underscores, signs, other scripts' digits, «inf» and «nan» are slips, even where a computer could read them.
_PLAIN = re.compile(r"[0-9]{1,30}(\.[0-9]{0,30})?|\.[0-9]{1,30}")
_SHOWN = 20  # characters of a refused text that are repeated back


def read_length(length: Length, text: str) -> Decimal:
    """The length in mm, exactly as typed, or `Refused`."""
    text = text.strip()
    if _PLAIN.fullmatch(text.removeprefix("-")) is None:
        raise Refused(f"{length.label}: {_quoted(text)} is not a plain number of millimetres.")
    value = Decimal(text) + 0  # «-0» is 0
    if (wrong := problem(length, value)) is not None:
        raise Refused(wrong)
    return value


def _quoted(text: str) -> str:
    shown = text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
    return ascii(shown) if not shown.isprintable() else f"'{shown}'"
