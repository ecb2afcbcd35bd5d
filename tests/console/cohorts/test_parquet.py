"""A cohort goes through Parquet and comes back the same; what does not fit is refused in one sentence, before it costs memory."""

import contextlib
import io

import numpy as np
import pyarrow as pa
import pytest
from pyarrow import parquet

from algorithms.statistics.terms import Number, Word
from console.cohorts.parquet import MOST_ROWS, cohort_parquet
from console.cohorts.reader import kept_text, parse_cohort
from console.faults import ImportRefused
from devices.simulated.cohort import simulate_cohort


def csv_of(made):
    import csv

    out = io.StringIO(newline="")
    csv.writer(out).writerows([made.header, *made.rows])
    return out.getvalue().encode()


def written(columns, **options):
    out = pa.BufferOutputStream()
    parquet.write_table(pa.table(columns), out, **options)
    return out.getvalue().to_pybytes()


def assert_same(one, other):
    assert one.identifiers == other.identifiers
    assert one.names == other.names
    for a, b in zip(one.columns, other.columns, strict=True):
        if isinstance(a, Number):
            np.testing.assert_allclose(a.values, b.values, rtol=1e-14)
        else:
            assert isinstance(b, Word)
            words = [[*column.levels, ""] for column in (a, b)]
            assert [words[0][code] for code in a.codes] == [words[1][code] for code in b.codes]


def test_a_cohort_comes_back_from_parquet_and_from_what_the_store_keeps_of_it():
    cohort = parse_cohort(csv_of(simulate_cohort(200, 5)), "cohort.csv")
    content = cohort_parquet(cohort)
    back = parse_cohort(content, "cohort.parquet")
    assert_same(cohort, back)
    assert_same(cohort, parse_cohort(kept_text(content, back).encode(), "kept"))


def test_columns_of_other_programs_are_read():
    content = written({
        "case_id": ["a", "b", "c"],
        "age": pa.array([61, None, 70], type=pa.int8()),
        "reoperation": pa.array([True, False, None]),
        "bmi": pa.array([22.5, float("nan"), 31], type=pa.float32()),
        "er": pa.array(["pos", "neg", None]).dictionary_encode(),
    })  # fmt: skip
    cohort = parse_cohort(content, "theirs.parquet")
    assert cohort.numbers("age").tolist()[::2] == [61, 70]
    assert np.isnan(cohort.numbers("age")[1])
    assert cohort.flags("reoperation").tolist()[:2] == [1, 0]
    assert cohort.flags("er").tolist()[:2] == [1, 0]
    assert cohort.numbers("bmi")[2] == 31


def test_a_wrong_cell_is_named_by_row_and_column_and_its_content_is_not_repeated():
    with pytest.raises(ImportRefused) as refused:
        parse_cohort(written({"case_id": ["a", "b"], "er": ["positive", "Doe Jane"], "age": [-4, 50]}), "theirs.parquet")
    assert "row 3, column er" in str(refused.value)
    assert "row 2, column age" in str(refused.value)
    assert "Doe" not in str(refused.value)


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ({"case_id": ["a"], "scans": pa.array([[1, 2]])}, "column scans holds list"),
        ({"case_id": ["a"], "born": pa.array([0], type=pa.date32())}, "column born holds date32"),
        ({"case_id": ["a"], "picture": pa.array([b"x"])}, "column picture holds binary"),
        ({"case_id": pa.nulls(MOST_ROWS + 1)}, "too large"),
        ({f"column_{index}": [1] for index in range(600)}, "600 columns"),
    ],
)
def test_what_a_cohort_does_not_hold_is_refused(columns, words):
    with pytest.raises(ImportRefused, match=words):
        parse_cohort(written(columns), "theirs.parquet")


def test_damaged_files_are_refused_whatever_byte_is_wrong():
    content = written({"case_id": ["a", "b"], "age": [61.0, 62.0]})
    chance = np.random.default_rng(3)
    for _ in range(300):
        damaged = bytearray(content)
        for _ in range(chance.integers(1, 6)):
            damaged[chance.integers(4, len(content))] = chance.integers(0, 256)
        with contextlib.suppress(ImportRefused):  # or it happens to be sound; nothing else may be raised
            parse_cohort(bytes(damaged[: chance.integers(4, len(damaged) + 1)]), "damaged.parquet")


def test_a_long_word_that_all_rows_share_costs_no_memory():
    word, rows = "x" * 1_000_000, 20_000  # 20 GB, were each row to hold its own
    column = pa.DictionaryArray.from_arrays(pa.array(np.zeros(rows, np.int32)), pa.array([word]))
    with pytest.raises(ImportRefused, match="column technique holds a word longer than"):
        parse_cohort(written({"case_id": [f"{row}" for row in range(rows)], "technique": column}), "theirs.parquet")
