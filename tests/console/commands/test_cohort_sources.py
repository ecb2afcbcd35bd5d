"""`rimlight cohort` on the store: read, filter, define, export without a name, import all or nothing."""

import argparse
import json
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from argon2 import PasswordHasher

from console.cases.model import EventKind, Patient, Role, Side
from console.cases.pins import Pins
from console.cases.service import CaseService
from console.cohorts.reader import read_cohort
from console.commands import cohort
from console.faults import ImportRefused, Refused

CHEAP = Pins(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


def ask(*arguments):
    parser = argparse.ArgumentParser(exit_on_error=False)
    parser.add_argument("--json", action="store_true")
    cohort.add_arguments(parser)
    found = cohort.run(parser.parse_args([str(argument) for argument in arguments]))
    json.dumps(found, allow_nan=False)
    return found


@pytest.fixture
def home(tmp_path):
    """Six cases, every second one with ICG."""
    place = tmp_path / "store"
    with closing(CaseService.open(place, pins=CHEAP)) as service:
        administrator = service.add_user(None, "Ada", Role.ADMINISTRATOR, "2580")
        user = service.add_user(service.sign_in(administrator.id, "2580"), "Grace", Role.SURGEON, "2580")
        who = service.sign_in(user.id, "2580")
        for number in range(6):
            at = datetime(2026, 1, 5, 9, tzinfo=UTC) + timedelta(days=number)
            case = service.create_case(
                who, Patient(f"MRN-{number}", "Zzyzxova", "Q", at.date().replace(year=1950 + 5 * number)), Side.LEFT, at
            )
            if number % 2:
                service.add_event(who, case.id, EventKind.ICG)
            else:
                service.enter_registry(who, case.id, "arm", "wire")
            service.enter_registry(who, case.id, "permanent_margin", "negative" if number % 3 else "positive")
    return place


def test_the_store_answers_as_a_file_does(home):
    found = ask("outcomes", "--store", "--home", home)
    assert found["arms"] == {"ICG": 3, "wire": 3}
    assert found["outcomes"][0]["counts"] == [[1, 3], [1, 3]]
    assert ask("table", "--store", "--home", home, "--arm", "arm", "--where", "age=60..")["n"] == 4
    assert ask("summary", "--store", "--home", home)["n"] == 6


def test_a_definition_is_kept_and_used_by_its_name(home):
    ask("define", "old ones", "--home", home, "--where", "age=60..", "--by", "age", "--cut", 70)
    found = ask("outcomes", "--cohort", "old ones", "--home", home)
    assert list(found["arms"]) == ["age below 70", "age from 70"]
    listed = ask("list", "--home", home)["cohorts"]
    assert [(one["name"], one["kind"], one["by"]) for one in listed] == [("old ones", "definition", "command line")]


def test_an_export_names_nobody_and_leaves_a_trace(home, tmp_path):
    out = tmp_path / "out.csv"
    found = ask("export", "--store", "--home", home, "--out", out)
    text = out.read_text(encoding="utf-8-sig")
    assert "Zzyzxova" not in text
    assert "MRN" not in text
    assert read_cohort(out).n == found["n"] == 6
    with closing(CaseService.open(home)) as service:
        query = "SELECT user, change FROM audit WHERE action = 'export cohort'"
        lines = service.ledger.read(lambda database: database.conn.execute(query).fetchall())
        assert [(user, json.loads(change)["sha256"]) for user, change in lines] == [("command line", found["sha256"])]
        assert service.verify() == ()


def test_an_import_is_all_or_nothing_and_names_each_cell(home, tmp_path):
    path = tmp_path / "in.csv"
    path.write_text("case_id,arm,age,er\n1,a,50,positive\n2,b,500,maybe\n", encoding="utf-8")
    with pytest.raises(ImportRefused, match=r"row 3.*age.*er.*Nothing was imported"):
        ask("import", path, "--name", "wrong", "--home", home)
    assert ask("list", "--home", home)["cohorts"] == []
    path.write_text("case_id,arm,age,er\n1,a,50,positive\n2,b,55,negative\n", encoding="utf-8-sig")
    assert ask("import", path, "--name", "right", "--home", home)["n"] == 2
    assert ask("summary", "--cohort", "right", "--home", home)["n"] == 2
    with pytest.raises(Refused, match="already"):
        ask("import", path, "--name", "right", "--home", home)


def test_one_source_is_named_no_more_no_fewer(home, tmp_path):
    for sources in ((), ("--store", "--cohort", "x"), (tmp_path / "x.csv", "--store")):
        with pytest.raises(Refused, match="Name one cohort"):
            ask("summary", *sources, "--home", home)
    with pytest.raises(Refused, match="no cohort of that name"):
        ask("summary", "--cohort", "nobody", "--home", home)
