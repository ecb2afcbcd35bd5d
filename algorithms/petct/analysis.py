"""The whole way from a scan to the margin, by the ensemble or by thresholds: what screen, command and child process call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import cc3d
import fill_voids
import numpy as np
import numpy.typing as npt

from algorithms.petct.boxes import bounds, inside
from algorithms.petct.distances import Depth
from algorithms.petct.ensemble import Votes, Way, segment
from algorithms.petct.margin import SLACK_MM, Directions, Margin, measure_margin
from algorithms.petct.model import POSITIVE_MM, Box, Cell, Floats, Mask, Normalisation, Prepared, Scan, Triple, Uptake
from algorithms.petct.networks import Member
from algorithms.petct.preparation import prepare
from algorithms.petct.threshold import share_of_thresholds
from algorithms.statistics.result import Indeterminate

LEAST_TUMOUR_MM3 = 1.0
LEAST_CONTRAST = 1.4
LEAST_CONTRAST_TO_NOISE = 1.0
# A specimen whose own tissue gives less than this share of a voxel's noise gave no counts: 68 scans of noise alone reached 0.07 with a contrast to
# noise of up to 2.9 (their noise is correlated, which neighbouring voxels do not show); of 82 with tracer all but one lay above 1.
EMPTY_SHARE, LEAST_OVER_NOTHING = 0.25, 5.0
EVEN_CONTRAST, EVEN_SHARE = 2.5, 0.3  # uptake this even, with this much of the specimen called tumour, is tissue rather than tumour
LEVELS = tuple(round(0.05 * step, 2) for step in range(2, 19))  # thresholds of the distance curve, 0.10 to 0.90
CENTRAL = 0.9  # share of the members' own margins that the stated range holds
NO_ACTIVITY = "The PET holds no activity: nothing can be said of the margin."
NO_SIGNAL = "The PET shows no uptake that stands out of the specimen's own: a margin cannot be judged from it."
NO_TUMOUR = "No tumour was found in the specimen: a margin cannot be stated."
EVEN = "Uptake is so even that a large part of the specimen was called tumour: a margin cannot be judged from it."
SPECK = f"What was found is smaller than {LEAST_TUMOUR_MM3:g} mm³: too small to state a margin."


class Method(StrEnum):
    """What draws the tumour's outline."""

    ENSEMBLE = "ensemble"
    FAST = "fast"
    THRESHOLD = "threshold"


@dataclass(frozen=True, slots=True)
class Choices:
    """How to analyse. `multifocal` keeps every piece of tumour, else the largest alone counts (seed 001).

    `shares` are the thresholds of the baseline, of the specimen's maximal uptake.
    """

    normalisation: Normalisation
    directions: Directions
    method: Method = Method.ENSEMBLE
    multifocal: bool = False
    shares: tuple[float, ...] = (0.4,)
    way: Way = field(default_factory=Way)


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far the members agree. `positive` of `members` see tumour within 0.1 mm of the surface.

    `range_mm` holds the central 90 % of the margins of those `measured` members that drew the whole tumour themselves: how far the members lie
    apart, not how far the truth may be. None where fewer than five did.
    """

    positive: int
    members: int
    measured: int
    range_mm: tuple[float, float] | None


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """What was drawn in `box`, a part of the prepared scan: the tumour, its probability and the spread between members (float16)."""

    box: Box
    tumour: Mask
    probability: npt.NDArray[np.float16]
    spread: npt.NDArray[np.float16]


@dataclass(frozen=True, slots=True, eq=False)
class Analysis:
    """The answer. `margin` says why where there is none. `curve` is (threshold, margin mm) wherever that threshold leaves a tumour.

    `specimen` and `drawn` lie on the grid of the prepared scan, whose first voxel is `origin` on a grid of `spacing_mm` from the CT's first corner.
    """

    method: Method
    margin: Margin | Indeterminate
    agreement: Agreement | None
    drawn: Drawn | None
    specimen: Mask
    origin: Cell
    spacing_mm: Triple
    regridded: bool
    at_edge: bool
    uptake: Uptake
    tumour_mm3: float
    specimen_mm3: float
    curve: tuple[tuple[float, float], ...]
    multifocal: bool
    members: tuple[str, ...]


def analyse(scan: Scan, members: Sequence[Member], choices: Choices) -> Analysis | Indeterminate:
    """Prepare, draw, measure; or why there is nothing to be drawn on. `members` is empty for the threshold."""
    prepared = prepare(scan, choices.normalisation, choices.way.each)
    return prepared if isinstance(prepared, Indeterminate) else analyse_prepared(prepared, members, choices)


def analyse_prepared(prepared: Prepared, members: Sequence[Member], choices: Choices) -> Analysis:
    """The margin of a prepared scan."""
    doubt = doubt_of_uptake(prepared.uptake)
    if doubt is not None:
        return _answer(prepared, members, choices, doubt, None)
    if choices.method is Method.THRESHOLD:
        return _by_threshold(prepared, choices)
    depth = Depth(prepared.specimen, prepared.spacing_mm)
    near = POSITIVE_MM + SLACK_MM
    votes = segment(prepared, members, depth, near, multifocal=choices.multifocal, way=choices.way)
    if not votes:
        return _answer(prepared, members, choices, Indeterminate(NO_TUMOUR), None)
    box, probability, spread = _together(votes, prepared)
    drawn = _drawn(box, probability, spread, prepared, multifocal=choices.multifocal)
    main = max(votes, key=lambda vote: float((vote.probability >= 0.5).sum()))
    said = (main,) if not choices.multifocal else votes
    curve = _curve(probability, depth, box, choices, prepared.voxel_mm3)
    return _answer(prepared, members, choices, None, drawn, agreement(said, len(members)), curve)


def doubt_of_uptake(uptake: Uptake) -> Indeterminate | None:
    """Whether scaling to the specimen's own maximum would only blow up noise, or tissue that takes up evenly; judged before anything is scaled."""
    if uptake.peak <= 0:
        return Indeterminate(NO_ACTIVITY)
    flat = uptake.background > 0 and uptake.contrast < LEAST_CONTRAST
    empty = uptake.background < EMPTY_SHARE * uptake.noise
    least = LEAST_OVER_NOTHING if empty else LEAST_CONTRAST_TO_NOISE
    return Indeterminate(NO_SIGNAL) if flat or uptake.contrast_to_noise < least else None


def finished(likely: Mask, *, multifocal: bool) -> Mask:
    """The largest piece of what is likely, or every piece, with its holes filled."""
    if not likely.any():
        return likely
    kept = likely if multifocal else np.asarray(cc3d.largest_k(likely, k=1, connectivity=26) > 0)
    return np.asarray(fill_voids.fill(kept))


def agreement(votes: Sequence[Votes], members: int) -> Agreement:
    """Members that call it positive anywhere, and the range of the margins that members measured themselves."""
    positive = sum(any(vote.positive[number] for vote in votes) for number in range(members))
    measured = min(len(vote.margins_mm) for vote in votes)
    own = [min(vote.margins_mm[number] for vote in votes) for number in range(measured)]
    seen = np.array([margin for margin in own if np.isfinite(margin)])
    if seen.size < 5:
        return Agreement(positive, members, int(seen.size), None)
    low, high = np.quantile(seen, [(1 - CENTRAL) / 2, (1 + CENTRAL) / 2], method="inverted_cdf")
    return Agreement(positive, members, int(seen.size), (round(float(low), 6), round(float(high), 6)))


def _by_threshold(prepared: Prepared, choices: Choices) -> Analysis:
    share = share_of_thresholds(prepared, choices.shares, choices.normalisation.pet_share)
    if not (share >= 0.5).any():
        return _answer(prepared, (), choices, Indeterminate(NO_TUMOUR), None)
    box = bounds(share > 0, 1)
    drawn = _drawn(box, share[box], np.sqrt(share[box] * (1 - share[box])), prepared, multifocal=choices.multifocal)
    return _answer(prepared, (), choices, None, drawn)


def _together(votes: Sequence[Votes], prepared: Prepared) -> tuple[Box, Floats, Floats]:
    """One box around all regions, with their probabilities and spreads; 0 between them."""
    boxes = [vote.region.box for vote in votes]
    spans = [slice(min(box[axis].start for box in boxes), max(box[axis].stop for box in boxes)) for axis in range(3)]
    whole: Box = (spans[0], spans[1], spans[2])
    probability = np.zeros(prepared.specimen[whole].shape, dtype=np.float32)
    spread = np.zeros_like(probability)
    for vote in votes:
        inner = inside(vote.region.box, whole)
        mask = vote.region.mask
        probability[inner][mask], spread[inner][mask] = vote.probability[mask], vote.spread[mask]
    return whole, probability, spread


def _drawn(box: Box, probability: Floats, spread: Floats, prepared: Prepared, *, multifocal: bool) -> Drawn:
    tumour = finished((probability >= 0.5) & prepared.specimen[box], multifocal=multifocal)
    return Drawn(box, tumour, probability.astype(np.float16), spread.astype(np.float16))


def _curve(probability: Floats, depth: Depth, box: Box, choices: Choices, voxel_mm3: float) -> tuple[tuple[float, float], ...]:
    """The margin had another threshold than one half been chosen: steep where the answer hangs on it."""
    found = []
    for level in LEVELS:
        tumour = finished(probability >= level, multifocal=choices.multifocal)
        if np.count_nonzero(tumour) * voxel_mm3 >= LEAST_TUMOUR_MM3:
            found.append((level, round(depth.least_mm(box, tumour), 6)))
    return tuple(found)


def _answer(
    prepared: Prepared,
    members: Sequence[Member],
    choices: Choices,
    doubt: Indeterminate | None,
    drawn: Drawn | None,
    agreed: Agreement | None = None,
    curve: tuple[tuple[float, float], ...] = (),
) -> Analysis:
    volume = 0.0 if drawn is None else float(np.count_nonzero(drawn.tumour) * prepared.voxel_mm3)
    margin: Margin | Indeterminate
    if doubt is not None or drawn is None:
        margin = doubt or Indeterminate(NO_TUMOUR)
    elif prepared.uptake.contrast < EVEN_CONTRAST and volume > EVEN_SHARE * np.count_nonzero(prepared.specimen) * prepared.voxel_mm3:
        margin = Indeterminate(EVEN)
    elif volume < LEAST_TUMOUR_MM3:
        margin = Indeterminate(SPECK if volume else NO_TUMOUR)
    else:
        tumour = np.zeros(prepared.specimen.shape, dtype=bool)
        tumour[drawn.box] = drawn.tumour
        margin = measure_margin(tumour, prepared.specimen, prepared.spacing_mm, choices.directions)
    return Analysis(
        choices.method, margin, agreed, drawn, prepared.specimen, prepared.origin, prepared.spacing_mm, prepared.regridded, prepared.at_edge,
        prepared.uptake, volume, np.count_nonzero(prepared.specimen) * prepared.voxel_mm3, curve, choices.multifocal,
        tuple(member.name for member in members),
    )  # fmt: skip
