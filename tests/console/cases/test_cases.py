"""Planning, finding and opening cases: the right patient or none, and the same order on every page."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from console.cases.identity import names_patient
from console.cases.model import Biomarkers, Patient, Role, Side
from console.cases.search import folded
from console.faults import NotAllowed, Refused

JANE = Patient("AB-12 345", "Müller", "Anne-Marie", date(1961, 4, 12))


@pytest.mark.parametrize(
    "scanned",
    [
        "AB-12 345",
        "ab12345",
        " AB12345\r\n",
        "]C1AB-12345",
        "1961-04-12",
        "12.04.1961",
        "12/04/1961",
        "19610412",
        "12041961",
        "12 Apr 1961",
    ],
)
def test_second_identifiers_that_fit(scanned):
    assert names_patient(scanned, JANE)


@pytest.mark.parametrize(
    "scanned", ["", " ", "-", "AB-12 34", "12345", "04/12/1961", "1961-12-04", "12.04.61", "Müller", "]C1", "12.4.1962"]
)
def test_second_identifiers_that_do_not(scanned):
    assert not names_patient(scanned, JANE)


def test_opening_leaves_a_trace_either_way(theatre):
    case = theatre.case()
    with pytest.raises(Refused, match="stays closed"):
        theatre.service.open_case(theatre.surgeon, case.id, "MRN-101")
    assert theatre.service.open_case(theatre.surgeon, case.id, "12.04.1961").case == case
    actions = theatre.service.ledger.read(
        lambda database: [
            tuple(row) for row in database.conn.execute("SELECT action, user FROM audit WHERE case_id = ? ORDER BY seq", (case.id,))
        ]
    )
    surgeon = theatre.users[Role.SURGEON].id
    assert actions[-2:] == [("open case refused", surgeon), ("open case", surgeon)]


def test_reading_a_case_otherwise_leaves_a_trace_once(theatre):
    case = theatre.case()
    before = theatre.service.revision
    for _ in range(3):
        theatre.service.case_file(theatre.sessions[Role.NURSE], case.id)
    assert theatre.service.revision == before + 1


NONSENSE = {
    "no MRN": {"mrn": ""},
    "MRN of words": {"mrn": "unknown"},
    "endless MRN": {"mrn": "1" * 33},
    "MRN with a line break": {"mrn": "12\n34"},
    "no name": {"family": "  "},
    "name of digits": {"family": "1234"},
    "endless name": {"given": "x" * 81},
    "name with a bell": {"given": "Anne\x07Marie"},
    "born tomorrow": {"born": date(2026, 3, 10)},
    "born in 1895": {"born": date(1895, 3, 8)},
    "no zone": {"at": datetime(2026, 3, 9, 9)},  # noqa: DTZ001
    "no procedure": {"procedure": " "},
    "Ki-67 of 101": {"biomarkers": Biomarkers(ki67_percent=Decimal(101))},
    "Ki-67 of nothing": {"biomarkers": Biomarkers(ki67_percent=Decimal("NaN"))},
}


@pytest.mark.parametrize("what", NONSENSE)
def test_cases_that_make_no_sense(theatre, what):
    before = theatre.service.revision
    with pytest.raises(Refused) as refusal:
        theatre.case(**NONSENSE[what])
    assert theatre.service.revision == before
    assert all(str(word) not in str(refusal.value) for word in NONSENSE[what].values() if isinstance(word, str) and word.strip())


@pytest.mark.parametrize("amount", ["0", "-60", "401", "Infinity", "NaN"])
def test_weights_that_make_no_sense(theatre, amount):
    with pytest.raises(Refused, match="weight"):
        theatre.service.create_case(theatre.surgeon, replace(JANE, weight_kg=Decimal(amount)), Side.LEFT, theatre.clock.at)


def test_the_same_patient_side_and_day_once(theatre):
    case = theatre.case()
    with pytest.raises(Refused, match="already"):
        theatre.case("mrn 100", at=theatre.clock.at + timedelta(hours=2))
    theatre.case(side=Side.RIGHT)
    later = theatre.case(at=theatre.clock.at + timedelta(days=1))
    with pytest.raises(Refused, match="already"):
        theatre.service.amend_case(theatre.surgeon, replace(later, scheduled_at=case.scheduled_at), "moved")


def test_an_amendment_is_audited_field_by_field(theatre):
    case = theatre.case()
    changed = replace(case, surgeon="Dr Hopper", patient=replace(case.patient, family_name="Meier"))
    assert theatre.service.amend_case(theatre.surgeon, changed, "married") == changed
    assert theatre.service.case_file(theatre.surgeon, case.id).case == changed
    change = theatre.service.ledger.read(
        lambda database: database.conn.execute("SELECT change FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
    )
    assert change == ('{"family_name":["Müller","Meier"],"reason":"married","surgeon":["","Dr Hopper"]}',)
    assert [found.id for found in theatre.service.find_cases(theatre.surgeon, "meier").cases] == [case.id]
    assert theatre.service.find_cases(theatre.surgeon, "muller").cases == ()
    with pytest.raises(Refused, match="reason"):
        theatre.service.amend_case(theatre.surgeon, case, " ")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("müller", True), ("MULLER", True), ("mul", True), ("marie", True), ("anne-ma", True), ("annemarie m", True), ("mrn-100", True),
        ("mrn100", True), ("100", False), ("1961-04-12", True), ("12.04.1961", True), ("1961", True), ("uller", False), ("obrien", False),
        ("%", True), ("mull x", False), ("muller, anne", True),
    ],
)  # fmt: skip
def test_search(theatre, typed, found):
    case = theatre.case()
    theatre.case("9", "O'Brien", "Zoë", date(1950, 1, 1))
    ids = [line.id for line in theatre.service.find_cases(theatre.surgeon, typed).cases]
    assert (case.id in ids) is found


@pytest.mark.parametrize(
    ("typed", "name"),
    [("sorensen", "Sørensen"), ("lukasz", "Łukasz"), ("strasse", "Straße"), ("obrien", "O'Brien"), ("ILIC", "Ilić")],
)
def test_accents_and_joined_names(theatre, typed, name):
    case = theatre.case("7", name)
    assert [line.id for line in theatre.service.find_cases(theatre.surgeon, typed).cases] == [case.id]
    assert folded(folded(name)) == folded(name)


def test_pages_join_without_gap_or_double(theatre):
    start = datetime(2026, 3, 1, 8, tzinfo=timezone(timedelta(hours=1)))
    made = [
        theatre.case(f"P{number}", "Patient", born=date(1960, 1, 1), at=start + timedelta(days=number % 4, minutes=37 * (number % 5)))
        for number in range(23)
    ]
    expected = [case.id for case in sorted(made, key=lambda case: (-case.scheduled_at.toordinal(), case.scheduled_at, case.id))]
    for text in ("", "patient"):
        seen, after = [], None
        while True:
            page = theatre.service.find_cases(theatre.surgeon, text, after=after, limit=5)
            seen += [line.id for line in page.cases]
            if page.next is None:
                break
            after = page.next
        assert seen == expected
    only = theatre.service.find_cases(theatre.surgeon, "patient", day=date(2026, 3, 2))
    assert [line.id for line in only.cases] == [
        case_id for case_id in expected if case_id in {c.id for c in made if c.scheduled_at.day == 2}
    ]
    with pytest.raises(Refused):
        theatre.service.find_cases(theatre.surgeon, after="nonsense")


@pytest.mark.parametrize("mrn", ["0004217", "14031972", "19720314", "20260301", "1", "4-217/B"])
def test_an_mrn_that_looks_like_a_date_is_found_as_an_mrn(theatre, mrn):
    case = theatre.case(mrn=mrn)
    assert [line.id for line in theatre.service.find_cases(theatre.surgeon, mrn).cases] == [case.id]


def test_broad_and_narrow_searches_agree(theatre, monkeypatch):
    for number in range(12):
        theatre.case(f"P{number}", "Patient" if number % 3 else "Pastor", at=theatre.clock.at + timedelta(days=number))
    for text in ("pa", "pat", "p1", "anne pa", ""):
        narrow = theatre.service.find_cases(theatre.surgeon, text)
        monkeypatch.setattr("console.cases.search.BROAD", 1)
        assert theatre.service.find_cases(theatre.surgeon, text) == narrow
        monkeypatch.undo()


def test_the_worklist_shows_the_last_event(theatre):
    case = theatre.case()
    theatre.service.add_event(theatre.surgeon, case.id, "closure", at=datetime(2026, 3, 9, 9, 20, tzinfo=UTC))
    slip = theatre.service.add_event(theatre.surgeon, case.id, "clips placed", at=datetime(2026, 3, 9, 9, 25, tzinfo=UTC))
    theatre.service.add_event(
        theatre.surgeon, case.id, "clips placed", at=datetime(2026, 3, 9, 9, 10, tzinfo=UTC), supersedes=slip.id, reason="minute"
    )
    theatre.service.add_event(theatre.surgeon, case.id, "incision", at=datetime(2026, 3, 9, 11, 0, tzinfo=timezone(timedelta(hours=2))))
    assert theatre.service.find_cases(theatre.surgeon).cases[0].last_event == "closure"


def test_nobody_else_sees_cases(theatre):
    with pytest.raises(NotAllowed):
        theatre.service.find_cases(theatre.administrator)


def test_the_departments_rule_set_is_the_default(theatre):
    theatre.service.change_setting(theatre.surgeon, "rule_set", "abs-uk")
    assert theatre.case().rule_set == "abs-uk"
    assert theatre.service.settings().rule_set == "abs-uk"
    with pytest.raises(Refused):
        theatre.service.change_setting(theatre.surgeon, "idle_lock_minutes", 0)
