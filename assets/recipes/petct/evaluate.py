"""What the shipped models are worth on simulated specimens that nothing was trained on, through the product's own analysis; needs no PyTorch.

Half come from the generator that drew the training patients (family A, other seeds), half from one with other shapes, noise and scanner (B).
Every specimen is a line in a file, so an interrupted evaluation goes on where it stopped.
"""

from __future__ import annotations

import json
import time
import tomllib
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from algorithms.faces import Face
from algorithms.petct.analysis import Analysis, Choices, Method, analyse_prepared
from algorithms.petct.margin import measure_margin
from algorithms.petct.model import Normalisation, Prepared
from algorithms.petct.networks import Member
from algorithms.petct.preparation import prepare
from algorithms.petct.threshold import shares_for
from algorithms.statistics.result import Indeterminate
from assets.recipes.petct import card
from assets.recipes.petct.patients import Patient, drawn, scan_of
from assets.recipes.petct.plan import TESTED, facts
from assets.recipes.petct.report import Outcome, summary
from assets.recipes.petct.simulator import simulator_digest
from devices.simulated.petct import SimulatedScan, simulate_scan
from devices.simulated.petct_families import Family, TumourKind

FIRST_SEED = {Family.A: 910_000, Family.B: 920_000}
DIRECTIONS = {  # the simulator's axes: slices towards superior, rows towards posterior, columns towards lateral
    Face.SUPERIOR: (1.0, 0.0, 0.0),
    Face.INFERIOR: (-1.0, 0.0, 0.0),
    Face.POSTERIOR: (0.0, 1.0, 0.0),
    Face.ANTERIOR: (0.0, -1.0, 0.0),
    Face.LATERAL: (0.0, 0.0, 1.0),
    Face.MEDIAL: (0.0, 0.0, -1.0),
}
PATTERN = (*[TumourKind.NST] * 4, TumourKind.ILC, TumourKind.NST, TumourKind.DCIS, *[TumourKind.NST] * 2, TumourKind.MULTIFOCAL)
ENSEMBLE_EVERY = 7  # it costs ten times the fast mode, so it judges one specimen in seven
TIE_MM = 0.15  # a face is right when the truth comes this near its narrowest there


def evaluate(models: Path, out: Path, specimens: int, jobs: int) -> None:
    """Judge what is not judged yet, then write the figures beside the models."""
    out.mkdir(parents=True, exist_ok=True)
    lines = out / "outcomes.jsonl"
    known = {json.loads(line)["specimen"] for line in lines.read_text().splitlines()} if lines.exists() else set()
    kinds = [PATTERN[number % len(PATTERN)] for number in range(specimens)]
    both = zip(*(drawn(FIRST_SEED[family], kinds, family) for family in Family), strict=True)
    waiting = [patient for pair in both for patient in pair if patient.name not in known]
    with ProcessPoolExecutor(jobs) as pool, lines.open("a") as file:
        for found in pool.map(_judged, waiting, [models] * len(waiting)):
            for outcome in found:
                file.write(json.dumps(asdict(outcome)) + "\n")
            file.flush()
            print(
                *(f"{each.specimen} {each.method} {each.true_mm:.2f} {each.margin_mm} {each.overlap:.3f}" for each in found),
                sep="\n",
                flush=True,
            )
    outcomes = [Outcome(**json.loads(line)) for line in lines.read_text().splitlines()]
    (models / "evaluation.json").write_text(json.dumps(summary(outcomes, simulator_digest()), indent=1) + "\n")
    card.write(models, facts())


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """One specimen, its truth, and what the preparation made of it."""

    patient: Patient
    made: SimulatedScan
    prepared: Prepared | Indeterminate

    @property
    def family(self) -> str:
        """The models that this kind of tumour is for."""
        return "ilc-dcis" if self.patient.kind in (TumourKind.ILC, TumourKind.DCIS) else "nst"


def _judged(patient: Patient, models: Path) -> list[Outcome]:
    """One specimen by all methods."""
    size = np.random.default_rng(patient.seed).integers(TESTED[0] // 4, TESTED[1] // 4 + 1, 3) * 4
    shape = (int(size[0]), int(size[1]), int(size[2]))
    made = simulate_scan(patient.seed, kind=patient.kind, positive=patient.positive, family=patient.family, size=shape)
    manifest = tomllib.loads((models / "manifest.toml").read_text())
    case = Case(patient, made, prepare(scan_of(made), Normalisation(**manifest["normalisation"])))
    methods = [method for method in Method if method is not Method.ENSEMBLE or patient.seed % ENSEMBLE_EVERY == 0]
    return [_by(method, case, manifest, models) for method in methods]


def members_of(manifest: dict[str, Any], models: Path, family: str, names: list[str] | None = None) -> list[Member]:
    """The members of one family, or those that are named."""
    wanted = [each for each in manifest["model"] if each["family"] == family and (names is None or each["name"] in names)]
    return [Member(each["name"], (models / each["file"]).read_bytes()) for each in wanted]


def _by(method: Method, case: Case, manifest: dict[str, Any], models: Path) -> Outcome:
    """One specimen by one method."""
    if isinstance(case.prepared, Indeterminate):
        return _unjudged(method, case, case.prepared, 0.0)
    names = manifest["fast"][case.family] if method is Method.FAST else None
    members = [] if method is Method.THRESHOLD else members_of(manifest, models, case.family, names)
    choices = Choices(
        Normalisation(**manifest["normalisation"]),
        DIRECTIONS,
        method,
        case.patient.kind is TumourKind.MULTIFOCAL,
        shares_for(nst=case.family == "nst"),
    )
    began = time.perf_counter()
    answer = analyse_prepared(case.prepared, members, choices)
    seconds = round(time.perf_counter() - began, 2)
    overlap = _dice(answer, case.made, case.prepared)
    if isinstance(answer.margin, Indeterminate):
        return _unjudged(method, case, answer.margin, overlap)
    margin = answer.margin
    right = margin.face in _nearest_faces(case.made)
    agreed = None if answer.agreement is None else answer.agreement.positive
    return Outcome(*_told(method, case), round(margin.minimum_mm, 3), margin.positive, "", right, overlap, agreed, seconds)


def _unjudged(method: Method, case: Case, why: Indeterminate, overlap: float) -> Outcome:
    """No margin was stated."""
    return Outcome(*_told(method, case), None, None, why.reason, None, overlap, None, 0.0)


def _told(method: Method, case: Case) -> tuple[str, str, str, str, float, bool, float]:
    """What is known before anything is judged, and how much of the true specimen the preparation found."""
    truth = case.made.truth
    assert truth.minimum_margin_mm is not None
    found = 0.0
    if isinstance(case.prepared, Prepared):
        inside, whole = case.prepared.specimen, case.made.specimen
        found = 2 * np.count_nonzero(inside & whole[case.prepared.box]) / (np.count_nonzero(inside) + np.count_nonzero(whole))
    patient = case.patient
    return (
        patient.name,
        str(patient.family),
        str(patient.kind),
        str(method),
        round(truth.minimum_margin_mm, 3),
        truth.positive,
        round(float(found), 4),
    )


def _nearest_faces(made: SimulatedScan) -> set[Face]:
    """The faces at which the true tumour comes as near to the true surface as anywhere."""
    truth = measure_margin(made.tumour, made.specimen, (made.ct_spacing_mm,) * 3, DIRECTIONS)
    return {each.face for each in truth.faces if each.margin_mm <= truth.minimum_mm + TIE_MM}


def _dice(answer: Analysis, made: SimulatedScan, prepared: Prepared) -> float:
    """Overlap of what was drawn with the true tumour."""
    found = np.zeros(prepared.specimen.shape, bool)
    if answer.drawn is not None:
        found[answer.drawn.box] = answer.drawn.tumour
    truth = made.tumour[prepared.box]
    both = np.count_nonzero(found & truth)
    return round(2 * both / max(np.count_nonzero(found) + np.count_nonzero(made.tumour), 1), 4)
