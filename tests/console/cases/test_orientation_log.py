"""An orientation is signed by one and confirmed by another; changed later, it renames the faces of all that was measured, even after a crash."""

from decimal import Decimal

import pytest

from algorithms.faces import Face
from algorithms.orientation import Axis, Laterality, Orientation, orient
from algorithms.specimen.bulk import Bulk
from algorithms.specimen.measurement import Length
from console.cases import orientation_log as lies
from console.cases import specimen_log as log
from console.cases.model import Provenance, Role, Side, SpecimenKind, Validity, Value
from console.cases.specimen_draft import FORM, Draft, draft_of, fields_of
from console.faults import Refused

TEN = dict(zip(Length, map(Decimal, "62 48 14 11 20 25 11 19 8 6".split()), strict=True))
MARKS = {Face.SUPERIOR: "Short suture", Face.LATERAL: "Long suture"}
USABLE = Validity(usable=True, statement="inside its limits")


def lying(top, right, side=Laterality.LEFT):
    found = orient({Axis.TOP: top, Axis.RIGHT: right}, side)
    assert isinstance(found, Orientation)
    return found


UPRIGHT = lying(Face.SUPERIOR, Face.LATERAL)
HALF_TURN = lying(Face.INFERIOR, Face.MEDIAL)  # about the line from front to back
QUARTER = lying(Face.MEDIAL, Face.SUPERIOR)  # superior and inferior change places with medial and lateral
TIPPED = lying(Face.ANTERIOR, Face.LATERAL)  # superior and inferior change places with anterior and posterior


class Ward:
    """One case with its people, and what a test does to it."""

    def __init__(self, theatre, **more):
        self.service, self.nurse, self.surgeon = theatre.service, theatre.sessions[Role.NURSE], theatre.sessions[Role.SURGEON]
        self.case = theatre.case(**more)

    @property
    def file(self):
        return self.service.case_file(self.nurse, self.case.id)

    @property
    def specimen(self):
        return log.main_specimen(self.file)

    def orient(self, lie, reason="", who=None):
        return lies.sign_orientation(self.service, who or self.nurse, self.file, self.specimen, lie, MARKS, reason)

    def measure(self, **bulk):
        extras = Draft({**fields_of(TEN), **{Bulk(name): Decimal(value) for name, value in bulk.items()}})
        return log.sign(self.service, self.nurse, self.file, TEN, extras=extras)

    def lengths(self):
        return log.lengths_of(log.signed_reading(self.file, self.specimen.id))


@pytest.fixture
def ward(theatre):
    return Ward(theatre)


def test_it_is_read_back_as_it_was_signed(ward):
    assert lies.lie_of(ward.file, ward.specimen.id) is None
    assert ward.orient(UPRIGHT) == ()
    lie = lies.lie_of(ward.file, ward.specimen.id)
    assert (lie.orientation, dict(lie.marks), lie.confirmed_by, lie.other_side) == (UPRIGHT, MARKS, "", False)
    assert lie.reading.by == "Mary"
    assert ward.specimen.orientation == "short suture superior, long suture lateral"


def test_a_second_person_confirms_and_the_first_cannot(ward):
    with pytest.raises(Refused, match="no orientation"):
        lies.confirm(ward.service, ward.nurse, ward.file, ward.specimen)
    ward.orient(UPRIGHT)
    with pytest.raises(Refused, match="second person"):
        lies.confirm(ward.service, ward.nurse, ward.file, ward.specimen)
    lies.confirm(ward.service, ward.surgeon, ward.file, ward.specimen)
    assert lies.lie_of(ward.file, ward.specimen.id).confirmed_by == "Grace"
    ward.orient(HALF_TURN, "Marks misread")
    assert lies.lie_of(ward.file, ward.specimen.id).confirmed_by == ""  # what was confirmed is not what stands


def test_a_change_needs_its_reason(ward):
    ward.orient(UPRIGHT)
    with pytest.raises(Refused, match="reason"):
        ward.orient(HALF_TURN)


def test_a_half_turn_renames_the_margins(ward):
    ward.orient(UPRIGHT)
    first = ward.measure()
    assert ward.orient(HALF_TURN, "Marks misread") == ("Specimen: faces renamed.",)
    assert {face: ward.lengths()[Length(face)] for face in ("superior", "inferior", "medial", "lateral", "anterior")} == {
        "superior": 25, "inferior": 20, "medial": 19, "lateral": 11, "anterior": 8,
    }  # fmt: skip
    (after,) = [reading for reading in ward.file.readings if reading.modality == log.MODALITY]
    assert (after.supersedes, after.reason) == (first.id, "Orientation changed (marks misread); measured by Mary")
    assert lies.pending(ward.file, ward.specimen.id) == ()


def test_a_quarter_turn_takes_the_axes_along(ward):
    ward.orient(UPRIGHT)
    ward.measure()
    ward.orient(QUARTER, "Sutures misplaced")
    found = ward.lengths()
    assert (found[Length.RESECTED_MAJOR], found[Length.RESECTED_MINOR]) == (48, 62)
    assert {found[Length.SUPERIOR], found[Length.INFERIOR]} == {11, 19}


def test_what_cannot_be_computed_any_more_is_not_usable_and_says_so(ward):
    ward.orient(UPRIGHT)
    ward.measure()
    (said,) = ward.orient(TIPPED, "Wrong side")
    assert "never measured" in said
    reading = log.signed_reading(ward.file, ward.specimen.id)
    assert not reading.validity.usable
    assert log.evidence(reading).usable is False


def test_with_the_third_axis_it_can(ward):
    ward.orient(UPRIGHT)
    ward.measure(resected_depth="30", mass_depth="9")
    ward.orient(TIPPED, "Wrong side")
    assert log.signed_reading(ward.file, ward.specimen.id).validity.usable
    assert ward.lengths()[Length.RESECTED_MAJOR] == 30


def test_there_and_back_again_is_where_it_was(ward):
    ward.orient(UPRIGHT)
    ward.measure(resected_depth="30", mass_depth="9")
    for lie in (TIPPED, QUARTER, HALF_TURN, UPRIGHT):
        ward.orient(lie, "Marks misread")
    assert ward.lengths() == TEN


def test_other_methods_are_renamed_too_but_not_those_that_find_their_own_faces(ward):
    ward.orient(UPRIGHT)
    for modality, parameters in (("microwave", ()), ("pathology", (lies.OWN_FACES,))):
        value = (Value("margin", Decimal(1), "mm", Face.MEDIAL),)
        made = Provenance("x", "1", "00" * 32, parameters)
        ward.service.add_reading(ward.nurse, ward.case.id, ward.specimen.id, modality, value, USABLE, made)
    ward.orient(HALF_TURN, "Marks misread")
    faces = {reading.modality: reading.values[0].face for reading in ward.file.readings if reading.modality in {"microwave", "pathology"}}
    assert faces == {"microwave": Face.LATERAL, "pathology": Face.MEDIAL}


def test_a_draft_turns_with_it_and_what_is_typed_later_does_not(ward):
    ward.orient(UPRIGHT)
    add = lambda name, value: ward.service.add_entry(ward.nurse, ward.case.id, ward.specimen.id, FORM, name, value)  # noqa: E731
    add("medial", "11")
    add("full thickness anterior", "yes")
    ward.orient(HALF_TURN, "Marks misread")
    add("medial", "3")
    draft = draft_of(ward.file.entries, ward.specimen.id)
    assert draft.lengths == {Length.LATERAL: 11, Length.MEDIAL: 3}
    assert draft.full_thickness == {Face.ANTERIOR}


def test_what_a_crash_left_undone_is_found_and_finished(ward, monkeypatch):
    ward.orient(UPRIGHT)
    ward.measure()
    real = ward.service.add_reading

    def dies(session, case_id, specimen_id, modality, *more, **named):
        if modality == log.MODALITY:
            raise OSError(5, "gone")
        return real(session, case_id, specimen_id, modality, *more, **named)

    monkeypatch.setattr(ward.service, "add_reading", dies)
    with pytest.raises(OSError, match="gone"):
        ward.orient(HALF_TURN, "Marks misread")
    monkeypatch.undo()
    assert len(lies.pending(ward.file, ward.specimen.id)) == 1
    assert lies.catch_up(ward.service, ward.nurse, ward.file, ward.specimen) == ("Specimen: faces renamed.",)
    assert lies.catch_up(ward.service, ward.nurse, ward.file, ward.specimen) == ()
    assert ward.lengths()[Length.MEDIAL] == 19


def test_the_other_breast_needs_its_own_marks(theatre):
    ward = Ward(theatre, side=Side.RIGHT)
    with pytest.raises(Refused, match="right breast"):
        ward.orient(UPRIGHT)
    ward.orient(lying(Face.SUPERIOR, Face.MEDIAL, Laterality.RIGHT))
    lie = lies.lie_of(ward.file, ward.specimen.id)
    assert lie.orientation.face_along(Axis.FRONT) is Face.ANTERIOR


def test_a_case_corrected_to_the_other_side_says_so(ward):
    from dataclasses import replace

    ward.orient(UPRIGHT)
    ward.service.amend_case(ward.surgeon, replace(ward.case, side=Side.RIGHT), "wrong side entered")
    assert lies.lie_of(ward.file, ward.specimen.id).other_side
    with pytest.raises(Refused, match="other breast"):
        lies.confirm(ward.service, ward.surgeon, ward.file, ward.specimen)


def test_the_store_still_verifies(ward):
    ward.orient(UPRIGHT)
    ward.measure(weight="46")
    ward.orient(HALF_TURN, "Marks misread")
    assert ward.service.verify() == ()


# --- pieces ------------------------------------------------------------------------------------------------------------------------------


def test_several_masses_are_signed_as_one_and_the_narrowest_speaks(ward):
    second = {**TEN, Length.MASS_MAJOR: Decimal(8), Length.MASS_MINOR: Decimal(7), Length.SUPERIOR: Decimal(2), Length.MEDIAL: Decimal(30)}
    own = {name: value for name, value in second.items() if name not in {Length.RESECTED_MAJOR, Length.RESECTED_MINOR}}
    reading = log.sign(ward.service, ward.nurse, ward.file, TEN, extras=Draft(fields_of(TEN), (own,)))
    back = log.draft_of_reading(reading)
    assert back.masses == (own,)
    assert {found.face: found.margin_mm for found in log.evidence(reading).faces}[Face.SUPERIOR] == 2
    assert {found.face: found.margin_mm for found in log.evidence(reading).faces}[Face.MEDIAL] == 11


def test_an_unfinished_mass_is_not_signed_away(ward):
    with pytest.raises(Refused, match="not all there"):
        log.sign(ward.service, ward.nurse, ward.file, TEN, extras=Draft(fields_of(TEN), ({Length.MASS_MAJOR: Decimal(8)},)))


def test_full_thickness_reaches_the_judgement_once_signed(ward):
    assert log.full_thickness(ward.file) == frozenset()
    log.sign(ward.service, ward.nurse, ward.file, TEN, extras=Draft(fields_of(TEN), (), frozenset({Face.POSTERIOR})))
    assert log.full_thickness(ward.file) == {Face.POSTERIOR}


def test_a_shave_is_signed_with_its_thickness_and_new_margin(ward):
    shave = ward.service.add_specimen(ward.nurse, ward.case.id, SpecimenKind.SHAVE, face=Face.MEDIAL, new_margin="ink on the new margin")
    with pytest.raises(Refused, match="thickness"):
        log.sign_shave(ward.service, ward.nurse, ward.file, shave, Draft())
    reading = log.sign_shave(ward.service, ward.nurse, ward.file, shave, Draft({Bulk.THICKNESS: Decimal(6), Bulk.WEIGHT: Decimal("4.5")}))
    row = log.evidence(reading)
    assert (row.title, row.subtitle, row.faces, row.can_clear) == ("Shave, medial", "6 mm thick, Mary", (), False)
    assert next(piece for piece in ward.file.specimens if piece.id == shave.id).weight_g == Decimal("4.5")


def test_a_small_specimen_warns_in_the_reading(ward):
    small = dict(zip(Length, map(Decimal, "28 24 10 9 9 9 7 8 5 5".split()), strict=True))
    reading = log.sign(ward.service, ward.nurse, ward.file, small, extras=Draft({**fields_of(small), Bulk.RESECTED_DEPTH: Decimal(20)}))
    assert any("78 %" in value.text for value in reading.values if value.name == log.WARNING)
