"""A microwave scan in a case: the sealed file, values for the face, one row on the board for all faces of a specimen, corrections."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest

from algorithms.faces import Face
from algorithms.margins.model import MarginClass
from algorithms.microwave.doubts import Doubt, DoubtKind
from algorithms.microwave.model import Zone
from algorithms.microwave.outlines import outlines
from console.acquisition.imported import judge_file
from console.cases import microwave_log as log
from console.cases.model import Bound, Role
from console.faults import Refused
from console.modalities import evidence_of
from console.scans.writer import write_hdf5

GRID = {"rows": 32, "columns": 32, "field_of_view_mm": [64.0, 64.0], "simulated": True}


@pytest.fixture
def service(theatre):
    return theatre.service


@pytest.fixture
def sessions(theatre):
    return theatre.sessions


@pytest.fixture
def case(theatre):
    return theatre.case()


def map_file(path, depth):
    write_hdf5(path, {"depth_mm": depth}, GRID)
    return path


@pytest.fixture
def depth():
    """A specimen of 1.4 mm and more, with a bare block of 5 × 8 mm."""
    found = np.full((32, 32), 2.6)
    found[:, :10] = 1.44
    found[:4], found[-4:] = np.nan, np.nan
    return found


def source_of(path, judged):
    return log.Source(path, judged.sha256, judged.device, judged.simulated, judged.shown, judged.of)


def signed(service, session, case, path, face=Face.MEDIAL):
    file = service.case_file(session, case.id)
    judged = judge_file(path)
    return log.sign(service, session, file, file.specimens[0].id, face, judged.analysis, source_of(path, judged))


def test_a_close_face_is_signed_with_its_file(service, sessions, case, tmp_path, depth):
    nurse = sessions[Role.NURSE]
    path = map_file(tmp_path / "a.h5", depth)
    reading = signed(service, nurse, case, path)
    least = next(value for value in reading.values if value.name == log.DEPTH)
    assert (least.number, least.unit, least.face, least.bound) == (Decimal("1.4"), "mm", Face.MEDIAL, Bound.EXACT)
    assert log.said_of(reading) is MarginClass.CLOSE
    assert reading.validity.statement.startswith("Phantom-validated, 0–2 mm.")
    assert reading.validity.usable
    assert (reading.provenance.simulated, reading.provenance.input_sha256) == (True, reading.assets[0])
    assert service.read_asset(nurse, case.id, reading.assets[0]) == path.read_bytes()
    assert service.verify() == ()


def test_bare_tumour_is_positive_with_its_size_and_place(service, sessions, case, tmp_path, depth):
    depth[14:17, 20:24] = 0.0  # 6 mm high, 8 mm wide
    reading = signed(service, sessions[Role.NURSE], case, map_file(tmp_path / "a.h5", depth))
    region = next(value for value in reading.values if value.name == f"{log.REGION} 1")
    assert region.number == Decimal(48)
    assert region.text == "6 × 8 mm, centre 44 mm from the left and 31 mm from the top of the field"
    assert (log.evidence(reading).faces[0].margin_mm, log.evidence(reading).faces[0].margin_class) == (Decimal("0.0"), MarginClass.POSITIVE)


def test_the_faces_of_a_specimen_share_a_row(service, sessions, case, tmp_path, depth):
    nurse = sessions[Role.NURSE]
    signed(service, nurse, case, map_file(tmp_path / "a.h5", depth))
    signed(service, nurse, case, map_file(tmp_path / "b.h5", np.full((32, 32), 2.5)), Face.LATERAL)
    rows = [row for row in evidence_of(service.case_file(nurse, case.id)) if row.title == log.TITLE]
    assert len(rows) == 1
    faces = {face.face: face for face in rows[0].faces}
    assert (faces[Face.LATERAL].margin_mm, faces[Face.LATERAL].at_least) == (Decimal("2.0"), True)
    assert (faces[Face.MEDIAL].margin_mm, faces[Face.MEDIAL].at_least, faces[Face.MEDIAL].margin_class) == (Decimal("1.4"), False, None)


def test_a_face_scanned_again_replaces_its_reading(service, sessions, case, tmp_path, depth):
    nurse = sessions[Role.NURSE]
    first = signed(service, nurse, case, map_file(tmp_path / "a.h5", depth))
    second = signed(service, nurse, case, map_file(tmp_path / "b.h5", depth + 0.3))
    assert (second.supersedes, second.reason) == (first.id, log.AGAIN)
    file = service.case_file(nurse, case.id)
    assert log.standing(file, file.specimens[0].id) == {Face.MEDIAL: second}


def test_a_map_without_a_specimen_is_refused_and_a_changed_file_too(service, sessions, case, tmp_path, depth):
    nurse = sessions[Role.NURSE]
    path = map_file(tmp_path / "a.h5", depth)
    judged = judge_file(path)
    file = service.case_file(nurse, case.id)
    path.write_bytes(path.read_bytes() + b"x")
    with pytest.raises(Refused, match="changed"):
        log.sign(service, nurse, file, file.specimens[0].id, Face.MEDIAL, judged.analysis, source_of(path, judged))
    assert service.case_file(nurse, case.id).readings == ()


def test_a_grave_doubt_makes_the_reading_unusable(tmp_path, depth):
    analysis = judge_file(map_file(tmp_path / "a.h5", depth)).analysis
    doubted = replace(analysis, doubts=(Doubt(DoubtKind.CONJUGATED, "It is the wrong way round.", grave=True),))
    found = log.validity(doubted)
    assert not found.usable
    assert found.statement.startswith("It is the wrong way round.")


def test_outlines_are_boxes_largest_first(tmp_path, depth):
    depth[20:22, 20:22] = 0
    depth[6:10, 12:15] = 0
    boxes = outlines(judge_file(map_file(tmp_path / "a.h5", depth)).analysis.map, Zone.POSITIVE)
    assert [(box.x_mm, box.y_mm, box.width_mm, box.height_mm, box.area_mm2) for box in boxes] == [(24, 12, 6, 8, 48), (40, 40, 4, 4, 16)]
