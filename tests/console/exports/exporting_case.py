"""A case with every kind of evidence and patient data in every field that a person can reach, in memory: no store, no scan to wait for."""

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from functools import cache
from io import BytesIO

import numpy as np

from algorithms.faces import Face
from algorithms.margins.model import Evidence, FaceEvidence, MarginClass
from algorithms.microwave.model import DepthMap, ErrorNorm, Grid
from console.acquisition.petct_seg import Outline, segmentation
from console.cases.model import Case, CaseFile, Event, Outcome, OutcomeKind, Patient, Provenance, Reading, Side, Specimen, Validity, Value
from console.exports.sights import Sight, Sights

AT = datetime(2026, 11, 20, 9, 34, tzinfo=timezone(timedelta(hours=1)))
SECRET = b"s" * 32
GOOD = Validity(usable=True, statement="Phantom-validated.")


def case_file(patient=None, *, simulated=True, loose="") -> CaseFile:
    """`loose`: words that somebody typed where they do not belong."""
    patient = patient or Patient("0004217", "Žižka", "Alma=山^x", date(1972, 3, 14))
    case = Case("a" * 32, patient, Side.LEFT, AT, surgeon=f"Surgeon {loose}", simulated=simulated)
    made = Provenance(
        f"fluorescence-residual{loose}", "1", "ab" * 32, (("source", loose), (loose or "x", "1")), f"camera {loose}", simulated
    )
    reading = (
        "Nurse 1",
        (Value(f"note {loose}", text=loose), Value("outcome", text="residual"), Value("margin", Decimal(2), "mm", Face.MEDIAL)),
    )
    readings = tuple(
        Reading(id_ * 32, case.id, specimen, modality, AT + timedelta(minutes=n), reading[0], reading[1], GOOD, made, (asset,))
        for n, (id_, specimen, modality, asset) in enumerate(
            (
                ("1", "s" * 32, "residual", "f1"),
                ("2", "s" * 32, "microwave", "f2"),
                ("3", "s" * 32, "petct", "f3"),
                ("4", None, "live", "f4"),
            )
        )
    )
    readings = (*readings[:1], _with_face(readings[1]), *readings[2:])
    events = (Event("e" * 32, case.id, f"moment {loose}" if loose else "incision", AT, "Nurse 1", detail=loose),)
    outcomes = (Outcome("0" * 32, case.id, OutcomeKind.FOLLOW_UP, AT.date(), loose or "Dr X", (Value("note", text=loose),)),)
    specimens = (Specimen("s" * 32, case.id, 1, orientation=loose, weight_g=Decimal(31)),)
    return CaseFile(case, specimens, readings, (), events, (), outcomes)


def _with_face(reading):
    return Reading(
        reading.id, reading.case_id, reading.specimen_id, reading.modality, reading.taken_at, reading.by,
        (Value("smallest depth", Decimal(0), "mm", Face.INFERIOR), Value("margin class", face=Face.INFERIOR, text="positive"), *reading.values),
        reading.validity, reading.provenance, reading.assets,
    )  # fmt: skip


def evidence_of(file) -> tuple[Evidence, ...]:
    """Two methods that disagree, as the board would have them."""
    return (
        Evidence(file.readings[1].id, "Microwave depth map", "32×32", AT, (
            FaceEvidence(Face.INFERIOR, Decimal(0), margin_class=MarginClass.POSITIVE), FaceEvidence(Face.MEDIAL, Decimal(2), at_least=True),
        ), True, True, key="microwave", specimen_id=file.specimens[0].id),
        Evidence(file.readings[0].id, "ICG specimen check", "", AT, (FaceEvidence(Face.INFERIOR, finding="none above limit"),), True, False,
                 key="residual", specimen_id=file.specimens[0].id),
    )  # fmt: skip


def sights() -> Sights:
    """A frame with an outline, and a depth map with a masked corner."""
    frame = np.tile(np.arange(64, dtype=np.uint8), (48, 1))
    line = np.array([[10, 10], [10, 30], [30, 30]], dtype=np.float32)
    depth = np.full((8, 8), 1.5)
    masked = np.zeros((8, 8), bool)
    masked[0, 0] = True
    found = DepthMap(
        Grid(8, 8, 40.0, 40.0), depth, depth, depth, depth, depth, depth, depth, depth, masked, 0.0, ErrorNorm.L2, regularised=False
    )
    rgb = np.dstack([frame] * 3)
    return Sights({
        "1" * 32: Sight("1" * 32, "Fluorescence, inferior face", rgb, 0.24, (line,)),
        "2" * 32: Sight("2" * 32, "Microwave depth, inferior face", rgb, 0.6, depths=found),
        "4" * 32: Sight("4" * 32, "Fluorescence, lesion", rgb, None),
    })  # fmt: skip


@cache
def tumour_file() -> bytes:
    """A segmentation as the PET-CT analysis keeps it, with a stranger's header."""
    mask = np.zeros((4, 16, 16), bool)
    mask[1:3, 4:9, 4:9] = True
    outline = Outline(
        mask, np.diag([0.1, 0.1, 0.1, 1.0]), "1.2.3.4", "Tumour, simulated training", "petct", "1", "By an algorithm.", "scanner"
    )
    out = BytesIO()
    segmentation(outline, None, AT).save_as(out)
    return out.getvalue()


class Store:
    """What exports ask of the service."""

    cohort_secret = SECRET

    def __init__(self):
        self.tumour = tumour_file()

    def read_asset(self, _session, _case_id, sha256):
        return self.tumour if sha256 == "f3" else b"PK"
