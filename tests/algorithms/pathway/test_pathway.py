"""Both shipped orders in every state, each with the sentence that the surgeon reads; and what a department's own file may say."""

from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path

import pytest

from algorithms.pathway.model import When
from algorithms.pathway.progress import Came, Known, State, progress
from algorithms.pathway.reading import pathway_of

FOLDER = Path(__file__).resolve().parents[3] / "assets" / "pathways"
NOW = datetime(2026, 11, 20, 9, 53, tzinfo=UTC)
SENT = NOW - timedelta(minutes=12)
RADIOGRAPH = pathway_of((FOLDER / "radiograph-first.toml").read_text())
FLUORESCENCE = pathway_of((FOLDER / "fluorescence-then-frozen.toml").read_text())
COMPLETE = "The order of evidence is complete."
WAITS = "waiting since 09:41, 12 min"


def known(**states):
    """Each step as «open», «waiting», «clear», «positive», «doubtful», or «skip»."""
    came, waiting, skipped = {}, {}, {}
    for key, state in states.items():
        if state == "waiting":
            waiting[key] = SENT
        elif state == "skip":
            skipped[key] = "Not available today"
        elif state == "again":  # answered before, and sent once more
            came[key], waiting[key] = Came.DOUBTFUL, SENT
        elif state != "open":
            came[key] = Came(state)
    return Known(came, waiting, skipped)


SKIPPED = "skipped: not available today."
PASSED = "passed over, no reason given."
FIRST, FROZEN, GLOW = "Specimen radiograph", "Frozen section", "Fluorescence check"

# radiograph, frozen section -> the sentence
RADIOGRAPH_FIRST = {
    ("open", "open"): "Next: specimen radiograph.",
    ("open", "waiting"): f"{FROZEN}: {WAITS}. {FIRST} {PASSED}",
    ("open", "clear"): f"{COMPLETE} {FIRST} {PASSED}",
    ("open", "positive"): f"{COMPLETE} {FIRST} {PASSED}",
    ("open", "doubtful"): f"{COMPLETE} {FIRST} {PASSED}",
    ("open", "skip"): f"Next: specimen radiograph. {FROZEN} {SKIPPED}",
    ("waiting", "open"): f"{FIRST}: {WAITS}.",
    ("waiting", "waiting"): f"{FIRST}: {WAITS}. {FROZEN}: {WAITS}.",
    ("waiting", "clear"): f"{FIRST}: {WAITS}.",
    ("waiting", "positive"): f"{FIRST}: {WAITS}.",
    ("waiting", "doubtful"): f"{FIRST}: {WAITS}.",
    ("waiting", "skip"): f"{FIRST}: {WAITS}. {FROZEN} {SKIPPED}",
    ("clear", "open"): f"{COMPLETE} {FROZEN} is not called for: the specimen radiograph is clear.",
    ("clear", "waiting"): f"{FROZEN}: {WAITS}.",
    ("clear", "clear"): COMPLETE,
    ("clear", "positive"): COMPLETE,
    ("clear", "doubtful"): COMPLETE,
    ("clear", "skip"): f"{COMPLETE} {FROZEN} {SKIPPED}",
    ("positive", "open"): "Next: frozen section, because the specimen radiograph is positive.",
    ("positive", "waiting"): f"{FROZEN}: {WAITS}.",
    ("positive", "clear"): COMPLETE,
    ("positive", "positive"): COMPLETE,
    ("positive", "doubtful"): COMPLETE,
    ("positive", "skip"): f"{COMPLETE} {FROZEN} {SKIPPED}",
    ("doubtful", "open"): "Next: frozen section, because the specimen radiograph is doubtful.",
    ("doubtful", "waiting"): f"{FROZEN}: {WAITS}.",
    ("doubtful", "clear"): COMPLETE,
    ("doubtful", "positive"): COMPLETE,
    ("doubtful", "doubtful"): COMPLETE,
    ("doubtful", "skip"): f"{COMPLETE} {FROZEN} {SKIPPED}",
    ("skip", "open"): f"Next: frozen section, because there is no specimen radiograph. {FIRST} {SKIPPED}",
    ("skip", "waiting"): f"{FROZEN}: {WAITS}. {FIRST} {SKIPPED}",
    ("skip", "clear"): f"{COMPLETE} {FIRST} {SKIPPED}",
    ("skip", "positive"): f"{COMPLETE} {FIRST} {SKIPPED}",
    ("skip", "doubtful"): f"{COMPLETE} {FIRST} {SKIPPED}",
    ("skip", "skip"): f"{COMPLETE} {FIRST} {SKIPPED} {FROZEN} {SKIPPED}",
    ("again", "open"): f"{FIRST}: {WAITS}.",
    ("clear", "again"): f"{FROZEN}: {WAITS}.",
}  # fmt: skip

# fluorescence, frozen section -> the sentence
FLUORESCENCE_FIRST = {
    ("open", "open"): "Next: fluorescence check.",
    ("open", "waiting"): f"{FROZEN}: {WAITS}. {GLOW} {PASSED}",
    ("open", "clear"): f"{COMPLETE} {GLOW} {PASSED}",
    ("open", "positive"): f"{COMPLETE} {GLOW} {PASSED}",
    ("open", "skip"): f"Next: fluorescence check. {FROZEN} {SKIPPED}",
    ("waiting", "open"): f"{GLOW}: {WAITS}, longer than usual.",
    ("clear", "open"): "Next: frozen section.",
    ("positive", "open"): "Next: frozen section.",
    ("doubtful", "open"): "Next: frozen section.",
    ("skip", "open"): f"Next: frozen section. {GLOW} {SKIPPED}",
    ("clear", "waiting"): f"{FROZEN}: {WAITS}.",
    ("clear", "clear"): COMPLETE,
    ("clear", "positive"): COMPLETE,
    ("positive", "clear"): COMPLETE,
    ("positive", "positive"): COMPLETE,
    ("doubtful", "clear"): COMPLETE,
    ("clear", "skip"): f"{COMPLETE} {FROZEN} {SKIPPED}",
    ("skip", "skip"): f"{COMPLETE} {GLOW} {SKIPPED} {FROZEN} {SKIPPED}",
    ("skip", "clear"): f"{COMPLETE} {GLOW} {SKIPPED}",
    ("skip", "waiting"): f"{FROZEN}: {WAITS}. {GLOW} {SKIPPED}",
}  # fmt: skip


@pytest.mark.parametrize(("states", "sentence"), RADIOGRAPH_FIRST.items(), ids=" then ".join)
def test_radiograph_first_says(states, sentence):
    assert progress(RADIOGRAPH, known(radiograph=states[0], frozen=states[1]), NOW).sentence == sentence


@pytest.mark.parametrize(("states", "sentence"), FLUORESCENCE_FIRST.items(), ids=" then ".join)
def test_fluorescence_first_says(states, sentence):
    assert progress(FLUORESCENCE, known(fluorescence=states[0], frozen=states[1]), NOW).sentence == sentence


def test_nothing_is_forced_every_state_has_a_sentence_and_at_most_one_step_is_due():
    words = ("open", "waiting", "clear", "positive", "doubtful", "skip", "again")
    for pathway, (first, second) in product((RADIOGRAPH, FLUORESCENCE), product(words, words)):
        found = progress(pathway, known(**dict(zip([step.key for step in pathway.steps], (first, second), strict=True))), NOW)
        assert found.sentence.endswith(".")
        assert len(found.having(State.DUE)) <= 1
        assert len(found.steps) == 2


def test_waiting_is_never_negative_and_says_when_it_takes_long():
    early = progress(RADIOGRAPH, Known(waiting={"radiograph": NOW + timedelta(hours=1)}), NOW)
    assert "0 min" in early.sentence
    late = progress(RADIOGRAPH, Known(waiting={"frozen": NOW - timedelta(minutes=31)}), NOW)
    assert "31 min, longer than usual" in late.sentence


def test_the_shipped_orders_name_their_definition_and_source():
    assert (RADIOGRAPH.positive, FLUORESCENCE.positive) == ("carcinoma-on-ink", "with-precancerous")
    assert RADIOGRAPH.step("frozen").when is When.IF_NOT_CLEAR
    assert "11:9997" in FLUORESCENCE.source
    with pytest.raises(ValueError):
        RADIOGRAPH.step("mri")


GOOD = 'id = "ours"\ntitle = "Ours"\n[[steps]]\nkey = "a"\ntitle = "A"\nevidence = ["frozen"]\n'


def test_a_department_writes_its_own():
    found = pathway_of(GOOD + '[[steps]]\nkey = "b"\ntitle = "B"\nevents = ["clips placed"]\nwhen = "if not clear"\nof = "a"\n')
    assert [step.key for step in found.steps] == ["a", "b"]
    assert progress(found, Known({"a": Came.POSITIVE}), NOW).sentence == "Next: b, because the a is positive."


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "1 to 12"), ("id = ", "not TOML"), ("[[steps]]\n" * 13, "1 to 12"), (GOOD.replace('"ours"', "1"), "id must be text"),
        (GOOD.replace('"Ours"', '""'), "title must be text"),
        (GOOD + "colour = 1\n", "not known: colour"), ("strange = 1\n" + GOOD, "not known: strange"),
        (GOOD.replace('["frozen"]', '"frozen"'), "list of words"), (GOOD.replace('["frozen"]', "[]"), "neither evidence nor events"),
        (GOOD + 'when = "sometimes"\n', "one of: always"), (GOOD + 'when = "if not clear"\n', "needs an earlier step"),
        (GOOD + 'when = "if not clear"\nof = "a"\n', "needs an earlier step"), (GOOD + 'of = "z"\n', "needs an earlier step"),
        (GOOD + "patience_minutes = 0\n", "1 to 1440"),
        (GOOD + "patience_minutes = true\n", "1 to 1440"), (GOOD + '[[steps]]\nkey = "a"\ntitle = "A"\nevidence = ["x"]\n', "there twice"),
        ('positive = "anything"\n' + GOOD, "positive must be one of"), ("x" * 20_001, "longer than"),
        ("steps = [1]\nid='a'\ntitle='b'", "not a table"),
        ("a = " + "[" * 5000, "not TOML"), (GOOD.replace('"Ours"', f'"{"x" * 500}"'), "one line"),
    ],
)  # fmt: skip
def test_what_is_no_order_is_refused_in_a_sentence(text, why):
    with pytest.raises(ValueError, match=why):
        pathway_of(text)
