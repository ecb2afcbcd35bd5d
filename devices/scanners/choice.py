"""Which CT and PET belong together: one frame of reference, axes that run alike, the PET over the CT; a reason for every series that is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from devices.scanner import SeriesFound, SeriesRole, refused
from devices.scanners.attributes import Unfit, moment, words
from devices.scanners.stacks import Group, Stack, corners, stack

LEAST_COVERED = 0.5
WHOLE = 0.98
LARGEST_TURN_DEG = 0.1
ROLES = {"CT": SeriesRole.CT, "PT": SeriesRole.PET}
KINDS = {"CT": "CT", "PT": "PET"}


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """A CT and a PET that can be used together; `covered` is the share of the CT's box that the PET reaches."""

    ct: Stack
    pet: Stack
    covered: float


@dataclass(frozen=True, slots=True, eq=False)
class Chosen:
    """The pair, what was found beside it, and what should be known about the choice."""

    pair: Pair
    found: tuple[SeriesFound, ...]
    warnings: tuple[str, ...]


def choose(groups: Sequence[Group]) -> Chosen:
    """The best pair; refused with the reason that stands most in the way."""
    stacks: dict[str, list[Stack]] = {"CT": [], "PT": []}
    lines: list[tuple[Group, str]] = []
    for group in groups:
        if group.first.kind not in stacks:
            lines.append((group, "it is neither CT nor PET"))
            continue
        try:
            stacks[group.first.kind].append(stack(group))
        except Unfit as reason:
            lines.append((group, str(reason)))
    for kind, found in stacks.items():
        if not found:
            raise refused(_none(kind, lines))
    pair = _best(stacks["CT"], stacks["PT"])
    used = {id(pair.ct.group), id(pair.pet.group)}
    left = lines + [(other.group, _why_not(other, pair)) for found in stacks.values() for other in found if id(other.group) not in used]
    shown = (line(pair.ct.group, "it fits the PET best"), line(pair.pet.group, f"it covers {pair.covered:.0%} of the CT"))
    return Chosen(
        pair,
        tuple(replace(each, role=ROLES[kind]) for each, kind in zip(shown, stacks, strict=True)) + tuple(line(*each) for each in left),
        tuple(_warnings(pair, left)),
    )


def line(group: Group, why: str) -> SeriesFound:
    """A line for the person: no description and no name, because either may be the patient's."""
    taken = moment(group.first.header, "SeriesDate", "SeriesTime")
    kind = KINDS.get(group.first.kind, group.first.kind[:4])
    return SeriesFound(kind, group.number, len(group.pictures), taken.isoformat() if taken else "", SeriesRole.UNUSED, why)


def _none(kind: str, lines: Sequence[tuple[Group, str]]) -> str:
    """Why there is no CT or no PET: for the largest that came near."""
    near = sorted((each for each in lines if each[0].first.kind == kind), key=lambda each: -len(each[0].pictures))
    if not near:
        return f"No {KINDS[kind]} series was found in what was handed over."
    return f"The {_called(near[0][0])} cannot be used: {near[0][1]}."


def _called(group: Group) -> str:
    kind = KINDS.get(group.first.kind, "DICOM")
    return f"{kind} series" if group.number is None else f"{kind} series {group.number}"


def _best(cts: Sequence[Stack], pets: Sequence[Stack]) -> Pair:
    pairs: list[Pair] = []
    reasons: list[str] = []
    for ct in cts:
        for pet in pets:
            try:
                pairs.append(Pair(ct, pet, _covered(ct, pet)))
            except Unfit as reason:
                reasons.append(str(reason))
    if not pairs:
        raise refused(f"CT and PET do not belong together: {reasons[0]}.")
    return max(pairs, key=_rank)


def _rank(pair: Pair) -> tuple[object, ...]:
    """Corrected for attenuation, then covering, then nearest in time, then finest; the rest is only there to be the same each time."""
    ct, pet = pair.ct.group, pair.pet.group
    corrected = "ATTN" in words(pet.first.header, "CorrectedImage")
    pitch = float(np.abs(np.linalg.det(pair.ct.affine[:3, :3])))
    return corrected, round(pair.covered, 2), -_apart_s(pair), -pitch, ct.first.series, pet.first.series


def _apart_s(pair: Pair) -> float:
    times = [moment(group.first.header, "SeriesDate", "SeriesTime") for group in (pair.ct.group, pair.pet.group)]
    if times[0] is None or times[1] is None:
        return 1e9
    return abs((times[0] - times[1]).total_seconds())


def _covered(ct: Stack, pet: Stack) -> float:
    """The share of the CT's box inside the PET's, once they are known to lie in one space with axes that run alike."""
    frames = ct.group.first.frame_of_reference, pet.group.first.frame_of_reference
    if not all(frames) or frames[0] != frames[1]:
        raise Unfit("they have no frame of reference in common, so that nobody knows how they lie to each other")
    turned(pet, ct)
    inside = np.linalg.inv(ct.affine)
    reached = np.array([inside @ (*corner, 1.0) for corner in corners(pet)])[:, :3]
    low, high = np.maximum(reached.min(axis=0), -0.5), np.minimum(reached.max(axis=0), np.array(ct.shape) - 0.5)
    covered = float(np.prod(np.clip(high - low, 0, None) / ct.shape))
    if covered < LEAST_COVERED:
        raise Unfit(f"the PET covers only {covered:.0%} of the CT")
    return covered


def turned(pet: Stack, ct: Stack) -> tuple[tuple[int, ...], tuple[bool, ...]]:
    """Which axis of the PET runs along each axis of the CT, and whether it runs the other way; `Unfit` where they run askew."""
    directions = [each.affine[:3, :3] / np.linalg.norm(each.affine[:3, :3], axis=0) for each in (ct, pet)]
    between = directions[0].T @ directions[1]
    order = tuple(int(axis) for axis in np.abs(between).argmax(axis=1))
    along = np.array([between[axis, other] for axis, other in enumerate(order)])
    turn = float(np.degrees(np.arccos(np.clip(np.abs(along).min(), 0, 1))))
    if sorted(order) != [0, 1, 2] or turn > LARGEST_TURN_DEG:
        raise Unfit(f"they are turned against each other by {turn:.1f}°; export both in the same orientation")
    return order, tuple(bool(each < 0) for each in along)


def _why_not(other: Stack, pair: Pair) -> str:
    """Why a series that could have been used was not."""
    try:
        against = _covered(other, pair.pet) if other.group.first.kind == "CT" else _covered(pair.ct, other)
    except Unfit as reason:
        return str(reason)
    if other.group.first.kind == "PT" and "ATTN" not in words(other.group.first.header, "CorrectedImage"):
        return "it is not corrected for attenuation"
    return "another covers more" if against < pair.covered else "another fits better in time or is finer"


def _warnings(pair: Pair, left: Sequence[tuple[Group, str]]) -> list[str]:
    said = []
    if pair.covered < WHOLE:
        said.append(f"The PET covers {pair.covered:.0%} of the CT; outside it there is nothing to go by.")
    if "ATTN" not in words(pair.pet.group.first.header, "CorrectedImage"):
        said.append("The PET does not say that it is corrected for attenuation.")
    others = [group for group, _ in left if group.first.kind in ROLES]
    if others:
        said.append(f"{len(others)} other CT or PET {'series was' if len(others) == 1 else 'series were'} found and not used.")
    return said
