"""The form without its window: keys, order, questions, and what leaving a field must save."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from algorithms.specimen.measurement import Length
from console.faults import Refused
from console.views.specimen_form import ORDER, SpecimenForm


def typed(text: str, form: SpecimenForm | None = None) -> SpecimenForm:
    form = form or SpecimenForm()
    for key in text:
        form = form.erased() if key == "<" else form.typed(key)
    return form


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("62", "62"), ("6.2", "6.2"), (".5", "0.5"), ("0", "0"), ("007", "7"), ("1..5", "1.5"), ("1.234", "1.23"), ("12345", "1234"), ("12<3", "13"),
        ("0.05", "0.05"), ("5.", "5."), ("5<", ""),
    ],
)  # fmt: skip
def test_keys(keys, text):
    assert typed(keys).text == text


@given(st.text("0123456789.<", max_size=12))
def test_whatever_is_tapped_is_a_number_or_nothing_yet(keys):
    text = typed(keys).text
    assert text is None or text == "" or Decimal(text) >= 0


def test_the_order_starts_outside_and_ends_with_depth():
    assert ORDER[:4] == (Length.RESECTED_MAJOR, Length.RESECTED_MINOR, Length.MASS_MAJOR, Length.MASS_MINOR)
    assert (SpecimenForm().previous, SpecimenForm().following) == (None, Length.RESECTED_MINOR)
    assert SpecimenForm(active=Length.POSTERIOR).following is None


def test_leaving_saves_only_what_changed():
    assert SpecimenForm().entry() is None
    assert typed("62").entry() == 62
    assert typed("62", SpecimenForm({Length.RESECTED_MAJOR: Decimal("62.0")})).entry() is None


def test_the_first_key_begins_anew_and_backspace_edits_what_is_saved():
    form = SpecimenForm({Length.RESECTED_MAJOR: Decimal("62.5")})
    assert typed("7", form).text == "7"
    assert typed("<", form).text == "62."
    assert typed("<<<<", form).clears()


@pytest.mark.parametrize(
    ("length", "keys", "sentence"),
    [
        (Length.RESECTED_MAJOR, "6.2", "6.2 mm? Did you mean 62 mm?"),
        (Length.RESECTED_MAJOR, "450", "450 mm? Did you mean 45 mm?"),
        (Length.MASS_MAJOR, "140", "140 mm? Did you mean 14 mm?"),
        (Length.SUPERIOR, "200", "200 mm? Did you mean 20 mm?"),
    ],
)
def test_questions(length, keys, sentence):
    question = typed(keys, SpecimenForm(active=length)).question()
    assert question is not None
    assert question.sentence == sentence


@pytest.mark.parametrize(
    ("length", "keys"), [(Length.RESECTED_MAJOR, "62"), (Length.SUPERIOR, "0"), (Length.MEDIAL, "0.5"), (Length.MASS_MINOR, "4")]
)
def test_usual_numbers_are_not_questioned(length, keys):
    assert typed(keys, SpecimenForm(active=length)).question() is None


@pytest.mark.parametrize(("length", "keys"), [(Length.RESECTED_MAJOR, "0"), (Length.RESECTED_MAJOR, "620"), (Length.SUPERIOR, "501")])
def test_what_cannot_be_is_refused(length, keys):
    with pytest.raises(Refused):
        typed(keys, SpecimenForm(active=length)).question()


def test_the_diagram_follows_what_is_being_typed():
    form = typed("70", SpecimenForm({Length.RESECTED_MAJOR: Decimal(62)}))
    assert form.numbers[Length.RESECTED_MAJOR] == 70
    assert Length.RESECTED_MAJOR not in typed("0", form.at(Length.RESECTED_MAJOR)).numbers
