"""What the margin dashboard may ask of the console, joined from the modalities and the cohort's shelf."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from algorithms.specimen.shape import Drape, Solid
from console.cases.inputs import Inputs
from console.cases.model import CaseFile, Session
from console.cases.reads_log import hidden_from
from console.cases.service import CaseService
from console.cohorts.definition import STORE
from console.cohorts.rates import prior_of, rates_of
from console.cohorts.shelf import Shelf
from console.modalities import MODALITIES
from console.petct import PETCT
from console.views.margins import Doings
from console.views.margins_chance import Accuracy

RESULTS = "results"  # the screen of every modality that has none of its own


def doings(shelf: Shelf, report: Callable[[CaseService, Session, CaseFile], Path]) -> Doings:
    """For one dashboard."""

    def accuracy(service: CaseService, session: Session) -> Accuracy:
        cohort = shelf.whole(service, session, STORE)
        return Accuracy(rates_of(cohort), prior_of(cohort))

    return Doings(report, accuracy, shapes, screen_of)


def screen_of(modality: str) -> str:
    """The key of the screen on which a modality's reading is shown."""
    return next((one.key for one in MODALITIES if one.key == modality and one.screen is not None), RESULTS)


def shapes(service: CaseService, session: Session, file: CaseFile, specimen_id: str) -> tuple[Solid | None, tuple[Drape, ...]]:
    """The specimen's surface, from the newest usable reading that has one, and every picture that lies on a face. Slow: files are read.

    Whoever reads PET-CT blind sees nothing of it.
    """
    known = {one.key: one for one in MODALITIES if one.key != PETCT.key or specimen_id not in hidden_from(file, session.user.name)}
    drapes: dict[tuple[str, str], Drape] = {}
    solid: Solid | None = None
    for reading in file.readings:
        modality = known.get(reading.modality)
        if modality is None or reading.specimen_id != specimen_id or not reading.validity.usable:
            continue
        inputs = Inputs(
            reading, reading, (), lambda sha256: service.read_asset(session, file.case.id, sha256), service.ledger.home / "scans"
        )
        if modality.drape is not None:
            drapes |= {(modality.key, drape.face): drape for drape in modality.drape(inputs)}
        if modality.solid is not None:
            solid = modality.solid(inputs) or solid
    return solid, tuple(sorted(drapes.values(), key=_covered_mm2, reverse=True))


def _covered_mm2(drape: Drape) -> float:
    """What covers little lies on top, or nobody would see it."""
    return float((drape.rgba[..., 3] > 0).mean()) * drape.width_mm * drape.height_mm
