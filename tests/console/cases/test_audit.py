"""Whatever somebody changes behind the service's back is found and named; what nobody changed is not accused."""

from datetime import date
from decimal import Decimal

import pytest

from console.cases.audit import SELECTED, START, Anchor, Head
from console.cases.keys import load
from console.cases.model import OutcomeKind, Role, SpecimenKind
from console.cases.service import CaseService
from console.cases.verify import Part, verify
from console.faults import StoreDamaged


@pytest.fixture
def lived_in(theatre):
    """A store with two cases and a little of everything."""
    service, surgeon = theatre.service, theatre.surgeon
    for mrn in ("MRN-100", "MRN-200"):
        case = theatre.case(mrn)
        service.add_specimen(surgeon, case.id, SpecimenKind.MAIN)
        first = theatre.reading(case.id, Decimal("1.5"))
        theatre.reading(case.id, Decimal("2.5"), supersedes=first.id, reason="slip")
        for number in range(4):
            service.add_entry(surgeon, case.id, None, "form", "field", str(number))
        service.undo_entry(surgeon, case.id, None, "form")
        service.add_event(surgeon, case.id, "incision")
        service.add_asset(surgeon, case.id, mrn.encode() * 10, "text/plain", "note")
        service.add_outcome(surgeon, case.id, OutcomeKind.PATHOLOGY, date(2026, 1, 1))
    service.change_setting(theatre.administrator, "department", "B")
    return theatre


def test_nothing_wrong_nothing_said(lived_in):
    assert lived_in.service.health().chain_intact is None
    steps = []
    assert lived_in.service.verify(lambda done, of: steps.append((done, of))) == ()
    assert lived_in.service.health().chain_intact is True
    assert steps[-1][0] == steps[-1][1]
    assert all(done <= of for done, of in steps)
    lived_in.reopen()
    assert verify(lived_in.home) == ()


LAST_READING = "(SELECT max(seq) FROM readings)"
TAMPERS = {
    "edit an audit action": ("UPDATE audit SET action = 'other' WHERE seq = 9", Part.CHAIN, "audit 9"),
    "edit who did it": ("UPDATE audit SET user = 'other' WHERE seq = 9", Part.CHAIN, "audit 9"),
    "edit when": ("UPDATE audit SET at = '2020-01-01T00:00:00+00:00' WHERE seq = 9", Part.CHAIN, "audit 9"),
    "edit a digest": ("UPDATE audit SET digest = zeroblob(32) WHERE seq = 10", Part.CHAIN, "audit 10"),
    "edit a mac": ("UPDATE audit SET mac = zeroblob(32) WHERE seq = 9", Part.CHAIN, "audit 9"),
    "delete a line": ("DELETE FROM audit WHERE seq = 12", Part.CHAIN, "audit 12"),
    "delete lines": ("DELETE FROM audit WHERE seq BETWEEN 12 AND 14", Part.CHAIN, "audit 12 to 14"),
    "cut the tail": ("DELETE FROM audit WHERE seq > (SELECT max(seq) - 2 FROM audit)", Part.ANCHOR, "audit"),
    "cut one": ("DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)", Part.ANCHOR, "audit"),
    "double a line": (f"INSERT INTO audit SELECT seq + 1000, {SELECTED.removeprefix('seq,')} FROM audit WHERE seq = 9", Part.CHAIN, "audit 1009"),
    "change a reading": (f"UPDATE readings SET values_json = replace(values_json, '2.5', '9.5') WHERE seq = {LAST_READING}", Part.ROWS, "readings"),
    "delete a reading": (f"DELETE FROM readings WHERE seq = {LAST_READING}", Part.ROWS, "readings"),
    "invent an entry": ("INSERT INTO entries SELECT seq + 1000, 'invented', case_id, NULL, form, field, '9', at, by, NULL FROM entries LIMIT 1",
                        Part.ROWS, "entries invented"),
    "renumber an event": ("UPDATE events SET seq = seq + 1000", Part.ROWS, "events"),
    "change an outcome": ('UPDATE outcomes SET "on" = \'2025-01-01\'', Part.ROWS, "outcomes"),
    "change an asset": ("UPDATE assets SET description = 'other'", Part.ROWS, "assets"),
    "change a case": ("UPDATE cases SET allergies = ''||'iodide'", Part.ROWS, "cases"),
    "change a specimen": ("UPDATE specimens SET orientation = 'flipped'", Part.ROWS, "specimens"),
    "raise a nurse": ("UPDATE users SET role = 'administrator' WHERE role = 'nurse'", Part.ROWS, "users"),
    "change a PIN": ("UPDATE users SET pin_hash = 'other' WHERE role = 'surgeon'", Part.ROWS, "users"),
    "delete a user": ("DELETE FROM users WHERE role = 'nurse'", Part.ROWS, "users"),
    "change a setting": ("UPDATE settings SET value = '\"C\"'", Part.ROWS, "settings department"),
    "hide a case from search": ("DELETE FROM case_words WHERE word = 'marie'", Part.SEARCH, "cases"),
    "point search elsewhere": ("UPDATE case_words SET word = 'zzz' WHERE word = 'marie'", Part.SEARCH, "cases"),
    "drop a table's index": ("DROP INDEX audit_case", Part.SCHEMA, "audit_case"),
    "add a trigger": ("CREATE TRIGGER sneaky AFTER INSERT ON entries BEGIN SELECT 1; END", Part.SCHEMA, "sneaky"),
}  # fmt: skip


@pytest.mark.parametrize("what", TAMPERS)
def test_a_tamper_is_found_and_named(lived_in, what):
    statement, part, subject = TAMPERS[what]
    lived_in.tamper(statement)
    findings = verify(lived_in.home)
    assert any(found.part is part and found.subject.startswith(subject) for found in findings), findings
    assert all(found.sentence.endswith(".") and "Müller" not in found.sentence and "MRN" not in found.sentence for found in findings)


def test_two_lines_swapped(lived_in):
    lived_in.tamper(
        "UPDATE audit SET seq = -1 WHERE seq = 14", "UPDATE audit SET seq = 14 WHERE seq = 15", "UPDATE audit SET seq = 15 WHERE seq = -1"
    )
    assert {"audit 14", "audit 15"} <= {found.subject for found in verify(lived_in.home)}


def test_dropped_triggers_are_missed(lived_in):
    lived_in.service.close()
    lived_in.tamper()
    assert verify(lived_in.home) == ()
    lived_in.open()
    lived_in.service.ledger._database().conn.execute("DROP TRIGGER no_update_readings")
    assert [found.subject for found in verify(lived_in.home)] == ["no_update_readings"]


def test_a_cut_tail_is_not_opened_for_writing(lived_in):
    lived_in.tamper("DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)")
    with pytest.raises(StoreDamaged, match="anchor"):
        lived_in.open()
    lived_in.open(read_only=True)
    surgeon = lived_in.service.resume(lived_in.users[Role.SURGEON].id)
    assert len(lived_in.service.find_cases(surgeon).cases) == 2


def test_an_older_copy_of_everything_is_told_by_the_journals(lived_in, tmp_path):
    lived_in.service.close()
    old = {name: (lived_in.home / name).read_bytes() for name in ("store.db", "audit.head")}
    lived_in.open()
    surgeon = lived_in.service.resume(lived_in.users[Role.SURGEON].id)
    case = lived_in.service.find_cases(surgeon).cases[0]
    lived_in.service.add_event(surgeon, case.id, "closure")
    lived_in.service.close()
    for name, content in old.items():
        (lived_in.home / name).write_bytes(content)
    assert any(found.part is Part.JOURNALS for found in verify(lived_in.home))


def test_the_anchor_survives_a_torn_write(lived_in):
    lived_in.service.close()
    path = lived_in.home / "audit.head"
    keys = load(lived_in.home)
    whole = Anchor(path, keys).read()
    content = bytearray(path.read_bytes())
    for start in (0, Anchor.APART):
        torn = bytearray(content)
        torn[start + 20 : start + 40] = bytes(20)
        path.write_bytes(torn)
        assert Anchor(path, keys).read() in (whole, Head(whole.seq - 1, Anchor(path, keys).read().mac))
        lived_in.open()
        lived_in.service.close()
        assert verify(lived_in.home) == ()
        content = bytearray(path.read_bytes())


def test_a_missing_anchor_is_named_then_noted_for_good(lived_in):
    lived_in.service.close()
    (lived_in.home / "audit.head").unlink()
    assert [found.part for found in verify(lived_in.home)] == [Part.ANCHOR]
    lived_in.open()
    last = lived_in.service.ledger.read(lambda database: database.conn.execute("SELECT action FROM audit ORDER BY seq DESC").fetchone())
    assert last == ("found the store without its anchor",)
    assert lived_in.service.verify() == ()


def test_an_anchor_cannot_be_made_without_the_key(lived_in, tmp_path):
    CaseService.open(tmp_path / "other").close()
    foreign = Anchor(tmp_path / "anchor", load(tmp_path / "other"))
    foreign.begin()
    foreign.write(Head(3, bytes(32)))
    assert foreign.read() == Head(3, bytes(32))
    assert Anchor(tmp_path / "anchor", load(lived_in.home)).read() is None
    assert START.seq == 0


def test_verify_goes_on_while_the_store_is_in_use(lived_in):
    surgeon = lived_in.surgeon
    case = lived_in.service.find_cases(surgeon).cases[0]
    wrote = []

    def write_meanwhile(_done, _of):
        if len(wrote) < 3:
            wrote.append(lived_in.service.add_event(surgeon, case.id, "closure"))

    assert lived_in.service.verify(write_meanwhile) == ()
    assert len(wrote) == 3


def test_damaged_pages_are_named(lived_in):
    lived_in.service.close()
    path = lived_in.home / "store.db"
    content = bytearray(path.read_bytes())
    content[4096 * 5 + 100] ^= 1
    path.write_bytes(content)
    assert any(found.part is Part.PAGES for found in verify(lived_in.home))


def test_files_missing_damaged_and_stray(lived_in):
    assets = sorted((lived_in.home / "assets").glob("*/*"))
    content = bytearray(assets[0].read_bytes())
    content[-1] ^= 1
    assets[0].write_bytes(content)
    assets[1].unlink()
    (assets[0].parent / "stray").write_bytes(b"x")
    findings = {(found.subject.split()[0], found.grave) for found in verify(lived_in.home) if found.part is Part.ASSETS}
    assert findings == {("asset", True), ("file", False)}
    assert len(verify(lived_in.home)) == 3
