"""The modalities whose results are logged rather than measured here: one record each, without a screen of their own, and the demo's share of them."""

from __future__ import annotations

from collections.abc import Callable

from algorithms.evidence.classes import face_evidence
from algorithms.evidence.kinds import ON_INK, SEEN, Examination, Finding, Kind, examination
from algorithms.evidence.result import Result
from algorithms.evidence.ruler import Spacing
from algorithms.evidence.views import Projection, Ruler, View
from algorithms.faces import Face
from console.cases import results_log as log
from console.cases.model import CaseFile, Session
from console.cases.results_codec import entries_of, result_of_fields
from console.cases.service import CaseService
from console.modality import Modality
from devices.radiographs.reader import read_radiograph
from devices.simulated.operation import Operation
from devices.simulated.pathologist import frozen_section
from devices.simulated.radiograph import radiograph, rulers
from devices.simulated.specimen import SimulatedSpecimen

Rehearsal = Callable[[CaseService, Session, CaseFile, Operation], None]
PATHOLOGIST = "Pathologist 1"


def rehearse_radiograph(service: CaseService, session: Session, file: CaseFile, operation: Operation) -> None:
    """The demo's radiographer: two simulated pictures from the front and from the side, the rulers laid, signed."""
    specimen, seed = operation.specimen, operation.seed
    specimen_id = log.main_specimen_id(file)
    log.send(service, session, file, Kind.RADIOGRAPH, specimen_id)
    views = tuple(_exposed(service, session, file, specimen, projection, seed) for projection in (Projection.FRONT, Projection.SIDE))
    facts = (("lesion", SEEN[0]), ("clip", SEEN[0]), ("calcification", SEEN[1]))
    _log(service, session, file, Result(Kind.RADIOGRAPH, (), facts, views))


def _exposed(
    service: CaseService, session: Session, file: CaseFile, specimen: SimulatedSpecimen, projection: Projection, seed: int
) -> View:
    """Expose, keep the file, read it back as one that came from outside, and lay the rulers."""
    exposed = radiograph(specimen, projection.value, seed)
    content = exposed.dicom(file.case.scheduled_at)
    asset = service.add_asset(session, file.case.id, content, "application/dicom", "Specimen radiograph, simulated")
    size = read_radiograph(content).size
    assert size is not None  # the simulator states it
    laid = rulers(specimen, exposed, seed + list(Projection).index(projection))
    spacing = Spacing(size.row_mm, size.col_mm, size.certain, size.statement)
    return View(projection, asset.sha256, spacing, tuple(Ruler(Face(face), *ends) for face, ends in laid.items()))


def rehearse_frozen(service: CaseService, session: Session, file: CaseFile, operation: Operation) -> None:
    """The demo's pathologist: sees the true margins on slices, and telephones."""
    log.send(service, session, file, Kind.FROZEN, log.main_specimen_id(file))
    told = frozen_section(operation.specimen, operation.seed)
    faces = {
        f"{face} {name}": words for face, mm in told.items()
        for name, words in (("finding", Finding.INVASIVE.value if mm == 0 else Finding.NEGATIVE.value), ("mm", str(mm)))
    }  # fmt: skip
    _log(service, session, file, result_of_fields(Kind.FROZEN, {**faces, "pathologist": PATHOLOGIST, "definition": ON_INK.id}))


def _log(service: CaseService, session: Session, file: CaseFile, result: Result) -> None:
    """Every field as an entry, as a form would, then the signature."""
    specimen_id = log.main_specimen_id(file)
    for name, words in entries_of(result).items():
        service.add_entry(session, file.case.id, specimen_id, result.kind, name, words)
    log.sign(service, session, file, specimen_id, result)


def _modality(known: Examination, rehearse: Rehearsal | None) -> Modality:
    return Modality(
        key=known.kind.value, title=known.title, icon="results", devices=(), screen=None, analyse=face_evidence, evidence=log.evidence,
        rehearse=rehearse, command="", recompute=log.recompute,
    )  # fmt: skip


PLAYS: dict[Kind, Rehearsal] = {Kind.RADIOGRAPH: rehearse_radiograph, Kind.FROZEN: rehearse_frozen}
# The order of the board, and of the demo: the radiograph comes before the frozen section.
ORDER = (Kind.RADIOGRAPH, Kind.FROZEN, Kind.CYTOLOGY, Kind.ULTRASOUND, Kind.GROSS, Kind.PATHOLOGY)
RESULTS = tuple(_modality(examination(kind), PLAYS.get(kind)) for kind in ORDER)
