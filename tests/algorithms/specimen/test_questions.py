"""Every wrong entry of a long list meets the right sentence at once; usual ones meet none."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from algorithms.specimen.bulk import Bulk, bulk_problem
from algorithms.specimen.measurement import MARGINS, Length, problem
from algorithms.specimen.questions import USUAL, question
from devices.simulated.specimen import simulate_specimen

ORDER = (*Length, Bulk.RESECTED_DEPTH, Bulk.MASS_DEPTH, Bulk.WEIGHT)
TEN = "62 48 14 11 20 25 11 20 8 6"
SWAP = "shorter than the minor axis"

# What is on the form before (in the order of the form, «-» where nothing is), the field, what is typed, what is asked.
WRONG = (
    ("", "resected_major", "6.2", "6.2 mm? Did you mean 62 mm?"),
    ("", "resected_major", "0.62", "0.62 mm? Did you mean 6.2 mm?"),
    ("", "resected_major", "450", "450 mm? Did you mean 45 mm?"),
    ("", "resected_major", "14", "14 mm? Did you mean 140 mm?"),
    ("62", "resected_minor", "4.8", "4.8 mm? Did you mean 48 mm?"),
    ("62", "resected_minor", "480", "480 mm? Did you mean 48 mm?"),
    ("62", "resected_minor", "84", f"The resected major axis (62 mm) is {SWAP} (84 mm). Were they swapped?"),
    ("62", "resected_minor", "62.1", f"The resected major axis (62 mm) is {SWAP} (62.1 mm). Were they swapped?"),
    ("- 48", "resected_major", "26", f"The resected major axis (26 mm) is {SWAP} (48 mm). Were they swapped?"),
    ("- 110", "resected_major", "18", "18 mm? Did you mean 180 mm?"),
    ("62 48", "mass_major", "140", "140 mm? Did you mean 14 mm?"),
    ("62 48", "mass_major", "0.9", "0.9 mm? Did you mean 9 mm?"),
    ("62 48", "mass_major", "70", "The mass is longer than the specimen along the major axis."),
    ("62 48 14", "mass_minor", "1.1", "1.1 mm? Did you mean 11 mm?"),
    ("62 48 14", "mass_minor", "110", "110 mm? Did you mean 11 mm?"),
    ("62 48 14", "mass_minor", "16", f"The mass major axis (14 mm) is {SWAP} (16 mm). Were they swapped?"),
    ("62 20 30", "mass_minor", "24", "The mass is longer than the specimen along the minor axis."),
    ("62 48 14 11", "superior", "200", "200 mm? Did you mean 20 mm?"),
    ("62 48 14 11", "superior", "121", "121 mm? Did you mean 12.1 mm?"),
    ("62 48 14 11", "superior", "50", "Mass and margins exceed the specimen by 2 mm along the major axis. Measure again?"),
    ("62 48 14 11 20", "inferior", "250", "250 mm? Did you mean 25 mm?"),
    ("62 48 14 11 20", "inferior", "2.5", "2.5 mm? Did you mean 25 mm?"),
    ("62 48 14 11 2", "inferior", "25", "2 mm? Did you mean 20 mm?"),
    ("62 48 14 11 20", "inferior", "29", "Mass and margins exceed the specimen by 1 mm along the major axis. Measure again?"),
    ("62 48 14 11 20", "inferior", "28.5", "Mass and margins exceed the specimen by 0.5 mm along the major axis. Measure again?"),
    ("62 48 14 11 20 25", "medial", "110", "110 mm? Did you mean 11 mm?"),
    ("62 48 14 11 20 25", "medial", "38", "Mass and margins exceed the specimen by 1 mm along the minor axis. Measure again?"),
    ("62 48 14 11 20 25 11", "lateral", "2", "2 mm? Did you mean 20 mm?"),
    ("62 48 14 11 20 25 11", "lateral", "0.2", "0.2 mm? Did you mean 2 mm?"),
    ("62 48 14 11 20 25 11", "lateral", "200", "200 mm? Did you mean 20 mm?"),
    ("62 48 14 11 20 25 11", "lateral", "30", "Mass and margins exceed the specimen by 4 mm along the minor axis. Measure again?"),
    ("62 48 14 11 20 25 1.1", "lateral", "20", "1.1 mm? Did you mean 11 mm?"),
    ("62 48 14 11 20 25 11 20", "anterior", "150", "150 mm? Did you mean 15 mm?"),
    ("62 48 14 11 20 25 11 20 8", "posterior", "125", "125 mm? Did you mean 12.5 mm?"),
    (f"{TEN}", "resected_depth", "3", "3 mm? Did you mean 30 mm?"),
    (f"{TEN}", "resected_depth", "300", "300 mm? Did you mean 30 mm?"),
    (f"{TEN}", "resected_depth", "7", "Resected, depth 7 mm beside a minor axis of 48 mm? Millimetres or centimetres?"),
    (f"{TEN} 30", "mass_depth", "0.9", "0.9 mm? Did you mean 9 mm?"),
    (f"{TEN} 30", "mass_depth", "31", "The mass is deeper than the specimen."),
    (f"{TEN} 30", "mass_depth", "17", "Mass and depth margins exceed the specimen by 1 mm in depth. Measure again?"),
    (f"{TEN} 30 10", "weight", "0.4", "0.4 g? Did you mean 4 g?"),
    (f"{TEN} 30 10", "weight", "4000", "4000 g? Did you mean 400 g?"),
    (f"{TEN} 30 10", "weight", "450", "450 g does not fit three axes that make an ellipsoid of 46.7 cm³. Weigh or measure again?"),
    (f"{TEN} 30 10", "weight", "4.5", "4.5 g does not fit three axes that make an ellipsoid of 46.7 cm³. Weigh or measure again?"),
    ("", "thickness", "80", "80 mm? Did you mean 8 mm?"),
    ("", "thickness", "0.6", "0.6 mm? Did you mean 6 mm?"),
)  # fmt: skip


def field(name):
    return Length(name) if name in set(Length) else Bulk(name)


def form(words):
    return {name: Decimal(word) for name, word in zip(ORDER, words.split(), strict=False) if word != "-"}


def test_the_list_is_long():
    assert len(WRONG) >= 40


@pytest.mark.parametrize(("before", "name", "typed", "sentence"), WRONG)
def test_every_wrong_entry_is_asked_about_at_once(before, name, typed, sentence):
    asked = question(form(before), field(name), Decimal(typed))
    assert asked is not None
    assert asked.sentence == sentence


@pytest.mark.parametrize(("before", "name", "typed", "sentence"), WRONG)
def test_one_can_always_keep_it_and_always_type_it_again(before, name, typed, sentence):
    asked = question(form(before), field(name), Decimal(typed))
    assert [answer for answer in asked.answers if answer.numbers is None]
    kept = next(answer for answer in asked.answers if answer.words.startswith("Keep"))
    assert dict(kept.numbers) == {field(name): Decimal(typed)}


def test_swapping_saves_both():
    asked = question(form("62"), Length.RESECTED_MINOR, Decimal(84))
    assert dict(asked.answers[0].numbers) == {Length.RESECTED_MAJOR: 84, Length.RESECTED_MINOR: 62}


def test_a_slip_seen_only_from_the_other_side_is_put_right_with_it():
    asked = question(form("62 48 14 11 2"), Length.INFERIOR, Decimal(25))
    assert dict(asked.answers[0].numbers) == {Length.SUPERIOR: 20, Length.INFERIOR: 25}


@pytest.mark.parametrize(
    "words", [TEN, "62 48 14 11 2 45 17 20 8 2", "62 48 14 11 0 45 17 20", "90 70 25 20 30 35 25 25 0 0", "30 25 8 8 10 11 8 9 2 1"]
)
def test_usual_specimens_are_asked_nothing(words):
    known = {}
    for name, word in zip(ORDER, words.split(), strict=False):
        assert question(known, name, Decimal(word)) is None
        known[name] = Decimal(word)


@given(st.integers(0, 2000))
def test_a_simulated_nurse_is_seldom_asked_and_never_of_a_number_that_adds_up(seed):
    read = simulate_specimen(seed).measure(seed)
    known = {}
    for length in Length:
        asked = question(known, length, read[length.value])
        known[length] = read[length.value]
        assert asked is None or "Did you mean" not in asked.sentence or length in MARGINS or asked.sentence.startswith(("1", "0"))


@given(st.sampled_from(list(USUAL)), st.decimals("0.1", "500", places=1), st.integers(0, 10))
def test_whatever_is_typed_the_answer_can_be_stored(name, value, count):
    known = dict(list(form(TEN).items())[:count])
    asked = question(known, name, value)
    for answer in asked.answers if asked else ():
        for other, number in answer.numbers or ():
            said = problem(other, number) if isinstance(other, Length) else bulk_problem(other, number)
            assert said is None or answer.words.startswith("Use")


@pytest.mark.parametrize(
    ("bulk", "value", "sentence"),
    [
        (Bulk.WEIGHT, "-1", "Weight: it is more than 0 g."),
        (Bulk.WEIGHT, "0", "Weight: it is more than 0 g."),
        (Bulk.WEIGHT, "NaN", "Weight: that is not a number."),
        (Bulk.WEIGHT, "2001", "Weight: more than 2000 g is more than any breast specimen."),
        (Bulk.RESECTED_DEPTH, "501", "Resected, depth: more than 500 mm is more than any breast specimen."),
        (Bulk.THICKNESS, "-0.1", "Shave, thickness: it is more than 0 mm."),
    ],
)  # fmt: skip
def test_what_cannot_be(bulk, value, sentence):
    assert bulk_problem(bulk, Decimal(value)) == sentence
