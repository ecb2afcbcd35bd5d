"""MODALITIES, the one list: rail, dashboard, report, demo, command line and tests loop over it. A new kind of evidence is one more record here."""

from __future__ import annotations

from dataclasses import replace

from algorithms.margins.model import Evidence
from algorithms.specimen.centralization import centralize
from algorithms.specimen.measurement import Length
from console.cases import specimen_log
from console.cases.model import CaseFile, Reading, Session
from console.cases.reads_log import hidden_from
from console.cases.results_log import waiting_rows
from console.cases.service import CaseService
from console.cases.verdict import placed
from console.fluorescence import FLUORESCENCE
from console.microwave import MICROWAVE
from console.modality import Modality
from console.petct import PETCT
from console.results import RESULTS
from console.views.specimen import SpecimenView
from devices.simulated.operation import Operation


def rehearse_specimen(service: CaseService, session: Session, file: CaseFile, operation: Operation) -> None:
    """The demo's nurse: measures a simulated specimen, enters the ten numbers one by one, and signs."""
    specimen = specimen_log.main_specimen(file)
    read = operation.specimen.measure(operation.seed)
    for length in Length:
        service.add_entry(session, file.case.id, specimen.id, specimen_log.FORM, length.value, str(read[length.value]))
    fresh = service.case_file(session, file.case.id)
    lengths = specimen_log.lengths_of_entries(specimen_log.standing(fresh.entries, specimen.id))
    specimen_log.sign(service, session, fresh, lengths)


HIDDEN = "you read it blind, and it is shown once your call is saved"
MODALITIES = (
    *FLUORESCENCE,
    Modality(
        key=specimen_log.MODALITY,
        title="Specimen",
        icon="specimen",
        devices=(),
        screen=SpecimenView,
        analyse=centralize,
        evidence=specimen_log.evidence,
        rehearse=rehearse_specimen,
        command="centralize",
        recompute=specimen_log.recompute,
    ),
    PETCT,
    MICROWAVE,
    *RESULTS,
)


def evidence_of(file: CaseFile, reader: str = "") -> tuple[Evidence, ...]:
    """The rows of the board: every reading that still stands, in the order of the modalities, oldest first; then what is waited for.

    `reader`: who is to see them; where that person reads PET-CT blind, its row is there and says nothing.
    """
    replaced = {reading.supersedes for reading in file.readings if reading.supersedes}
    standing = [reading for reading in file.readings if reading.id not in replaced]
    rows = [
        row for modality in MODALITIES for row in _rows(modality, [reading for reading in standing if reading.modality == modality.key])
    ]
    found = placed(file, (*rows, *waiting_rows(file)))
    hidden = hidden_from(file, reader)
    return tuple(_covered(row) if row.key == PETCT.key and row.specimen_id in hidden else row for row in found)


def _covered(row: Evidence) -> Evidence:
    return replace(row, subtitle="you read it blind", faces=(), usable=False, reason=HIDDEN, validity="")


def _rows(modality: Modality, readings: list[Reading]) -> tuple[Evidence, ...]:
    return modality.rows(readings) if modality.rows is not None else tuple(modality.evidence(reading) for reading in readings)
