"""The centralization formula with this specimen's numbers in it, so that anybody can check the sum: for the screen and the report."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_EVEN, Decimal

from algorithms.specimen.centralization import Centralization, centralize
from algorithms.specimen.measurement import Length, plain
from console.cases.specimen_log import measurement


def in_tenths(value_mm: Decimal | None) -> str:
    """Millimetres with at least one decimal, as typed; an open field is a dash."""
    if value_mm is None:
        return "–"
    text = plain(value_mm)
    return text if "." in text else f"{text}.0"


def signed(value: Decimal) -> str:
    """With its sign, a true minus, and without a sign when it is nothing."""
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return f"{sign}{in_tenths(abs(value))}"


def in_hundredths(value_cm: Decimal) -> str:
    """Centimetres as the study prints them, to 0.01."""
    return f"{value_cm.quantize(Decimal('0.01'), ROUND_HALF_EVEN):f}"


def terms(lengths: Mapping[Length, Decimal]) -> tuple[str, str]:
    """Both axes, spelled out with whatever is known: «major 62.0 − (14.0 + 20.0 + 25.0) = +3.0 mm»."""
    major = (Length.RESECTED_MAJOR, Length.MASS_MAJOR, Length.SUPERIOR, Length.INFERIOR)
    minor = (Length.RESECTED_MINOR, Length.MASS_MINOR, Length.MEDIAL, Length.LATERAL)
    return _term("major", lengths, major), _term("minor", lengths, minor)


def lines(lengths: Mapping[Length, Decimal]) -> tuple[str, ...]:
    """The whole sum, and what the formula does not show; nothing while a number is missing."""
    measured = measurement(lengths)
    if measured is None:
        return ()
    found = centralize(measured)
    total = f"Centralization = (|{signed(found.major_axis_difference_cm)}| + |{signed(found.minor_axis_difference_cm)}|) cm"
    return (f"{total} = {plain(found.centralization_cm)} cm, from", *(f"{term}" for term in terms(lengths)), *beside(found))


def beside(found: Centralization) -> tuple[str, str]:
    """What always stands beside the figure: the closest margin, and how far off the middle (our own measure)."""
    several = len(found.closest_faces) > 2
    faces = f"at {len(found.closest_faces)} faces" if several else " and ".join(face.value for face in found.closest_faces)
    offsets = f"(s−i)/2 {signed(found.superior_inferior_offset_mm)} mm, (m−l)/2 {signed(found.medial_lateral_offset_mm)} mm"
    return f"closest margin {in_tenths(found.closest_mm)} mm, {faces}", f"off centre (ours): {offsets}"


def _term(name: str, lengths: Mapping[Length, Decimal], parts: tuple[Length, ...]) -> str:
    resected, *inside = (in_tenths(lengths.get(part)) for part in parts)
    spelled = f"{name} {resected} − ({' + '.join(inside)})"
    if any(part not in lengths for part in parts):
        return f"{spelled} mm"
    return f"{spelled} = {signed(lengths[parts[0]] - sum(lengths[part] for part in parts[1:]))} mm"
