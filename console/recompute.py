"""Computes every signed reading again from what it was computed from, and says which of them do not come out the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from console.cases.inputs import Inputs, signed_readings
from console.faults import CaseStoreError, Refused
from console.modality import Modality


@dataclass(frozen=True, slots=True)
class Recomputation:
    """How many readings were looked at and came out the same; a sentence for each that did not, and for each that could not be compared."""

    readings: int
    same: int
    different: tuple[str, ...]
    not_compared: tuple[str, ...]


def recompute(home: Path, modalities: Iterable[Modality], progress: Callable[[int], None] = lambda _done: None) -> Recomputation:
    """Every reading of the store under `home`. Slow where pictures and scans are analysed again."""
    known = {modality.key: modality for modality in modalities}
    done, same = 0, 0
    different: list[str] = []
    without: Counter[str] = Counter()
    for inputs in signed_readings(home):
        done += 1
        modality = known.get(inputs.reading.modality)
        if modality is None or modality.recompute is None:
            without[f"{inputs.reading.modality}: nothing is computed from what is kept."] += 1
        elif trouble := _compared(modality, inputs, without):
            different.append(trouble)
        else:
            same += 1
        progress(done)
    same -= sum(count for words, count in without.items() if words.endswith("by another version."))
    return Recomputation(done, same, tuple(different), tuple(f"{count} × {words}" for words, count in sorted(without.items())))


def _compared(modality: Modality, inputs: Inputs, without: Counter[str]) -> str:
    """What is different, in one sentence; empty where nothing is, or where it cannot be said."""
    assert modality.recompute is not None
    reading = inputs.reading
    name = f"The {modality.title.lower()} reading {reading.id}"
    try:
        found = modality.recompute(inputs)
    except (Refused, CaseStoreError) as error:
        return f"{name} cannot be computed again. {error}"
    if found.version != reading.provenance.version:
        without[f"{reading.modality}: made by another version."] += 1
        return ""
    if found.input_sha256 != reading.provenance.input_sha256:
        return f"{name}: what it was computed from is not what was signed."
    if found.values != reading.values:
        wrong = sorted({one.name for one in {*found.values} ^ {*reading.values}})
        return f"{name} does not come out the same: {', '.join(wrong)}."
    return ""
