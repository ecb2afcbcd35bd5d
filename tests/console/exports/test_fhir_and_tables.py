"""FHIR as its own library reads it, and the readings as a data department would."""

import io
import json

import pyarrow.parquet as pq
import pytest
from fhir.resources.R4B.bundle import Bundle

from console.cases.model import Role, User
from console.cases.verdict import judgement_of
from console.exports import case_export
from console.exports.fhir import bundle
from tests.console.exports.exporting_case import case_file, evidence_of

USERS = (User("u1", "Surgeon 1", Role.SURGEON),)


@pytest.mark.parametrize("anonymous", [False, True])
def test_the_bundle_is_valid_and_its_references_lead_somewhere(anonymous):
    file = case_file()
    rows = evidence_of(file)
    content = bundle(file, {}, rows, judgement_of(file, rows), anonymous=anonymous)
    read = Bundle.model_validate_json(content)
    kinds = [entry.resource.get_resource_type() for entry in read.entry]
    assert {"Patient", "Procedure", "Specimen", "Device", "Observation", "DiagnosticReport", "Provenance"} <= set(kinds)
    assert kinds.count("Observation") == 1 + sum(len(row.faces) for row in rows)
    plain = json.loads(content)
    there = {entry["fullUrl"] for entry in plain["entry"]}
    assert len(there) == len(plain["entry"])
    assert set(_references(plain)) <= there
    assert ("Žižka" in content.decode()) is not anonymous
    assert all("HTEST" in str(entry["resource"]["meta"]) for entry in plain["entry"])


def test_at_least_is_a_comparator():
    file = case_file()
    rows = evidence_of(file)
    values = [one["resource"]["valueQuantity"] for one in json.loads(bundle(file, {}, rows, judgement_of(file, rows)))["entry"]
              if "valueQuantity" in one["resource"]]  # fmt: skip
    assert {"value": 2.0, "unit": "mm", "system": "http://unitsofmeasure.org", "code": "mm", "comparator": ">="} in values


def test_csv_and_parquet_hold_the_same_rows():
    items = {item.name: item.content for item in case_export.tables(case_file(), USERS, evidence_of)}
    table = pq.read_table(io.BytesIO(items["readings.parquet"]))
    assert table.num_rows == len(items["readings.csv"].decode().splitlines()) - 1
    assert str(table.schema.field("number").type) == "double"
    assert str(table.schema.field("taken_at").type) == "timestamp[us, tz=UTC]"
    assert table["simulated"].to_pylist() == [True] * table.num_rows


def _references(part):
    if isinstance(part, dict):
        for key, value in part.items():
            if key == "reference":
                yield value
            yield from _references(value)
    elif isinstance(part, list):
        for value in part:
            yield from _references(value)
