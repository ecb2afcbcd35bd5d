"""Finds cases among fifty thousand: by the beginnings of words, without accents, a page at a time."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlite_utils import Database

from console.cases.identity import as_dates, bare
from console.cases.model import CaseSummary, Side, TumourType
from console.cases.rows import Row, patient_of
from console.faults import Refused

BROAD = 400  # from so many hits on, walking the days is quicker than sorting the hits
MOST = 500  # cases on one page
# Letters that Unicode does not take apart into a plain one and its accent.
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"})

_LINE = """
SELECT c.id, c.mrn, c.family_name, c.given_name, c.birth_date, c.sex, c.weight_kg, c.height_cm, c.allergies, c.side, c.tumour_type,
  c.scheduled_at, c.surgeon, c.simulated, c.day, c.moment,
  (SELECT e.kind FROM events e WHERE e.case_id = c.id AND NOT EXISTS (SELECT 1 FROM events s WHERE s.supersedes = e.id)
   ORDER BY julianday(e.at) DESC, e.seq DESC LIMIT 1)
FROM cases c"""
_NAMES = (
    "id mrn family_name given_name birth_date sex weight_kg height_cm allergies side tumour_type scheduled_at surgeon simulated day moment last_event"
).split()


@dataclass(frozen=True, slots=True)
class Page:
    """A stretch of the worklist; `next` continues it, None at its end."""

    cases: tuple[CaseSummary, ...]
    next: str | None


def folded(text: str) -> str:
    """Without case and accents."""
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN))
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).casefold()


def words_of(row: Row) -> frozenset[str]:
    """What a case is found by: each part of a name, names with their parts joined (O'Brien, Anne-Marie), MRN and birth date."""
    named = [folded(part) for part in f"{row['family_name']} {row['given_name']}".split()]
    parts = [part for name in named for part in re.split(r"[\W_]+", name)]
    return frozenset({*parts, *(bare(name) for name in named), bare(row["mrn"]), bare(row["birth_date"])} - {""})


def index_case(database: Database, row: Row) -> None:
    """Bring the words of one case up to date."""
    database.conn.execute("DELETE FROM case_words WHERE case_id = ?", (row["id"],))
    database.conn.executemany("INSERT INTO case_words (word, case_id) VALUES (?, ?)", [(word, row["id"]) for word in sorted(words_of(row))])


def find(database: Database, text: str, day: date | None, after: str | None, limit: int) -> Page:
    """Newest day first, by time within a day."""
    limit = max(1, min(limit, MOST))
    tests: list[str] = []
    values: dict[str, Any] = {"limit": limit + 1}
    for group, words in enumerate(_asked(text)):
        numbered = [(f"{group}_{number}", word) for number, word in enumerate(words)]
        tests.append(f"({' OR '.join(_test(database, number, word) for number, word in numbered)})")
        values |= {f"from{number}": word for number, word in numbered} | {f"to{number}": _past(word) for number, word in numbered}
    if day is not None:
        tests.append("c.day = :day")
        values["day"] = day.isoformat()
    if after is not None:
        tests.append("c.day <= :d AND (c.day < :d OR (c.moment, c.id) > (:m, :i))")
        values |= _place(after)
    where = f" WHERE {' AND '.join(tests)}" if tests else ""
    query = f"{_LINE}{where} ORDER BY c.day DESC, c.moment, c.id LIMIT :limit"
    rows = [dict(zip(_NAMES, row, strict=True)) for row in database.conn.execute(query, values)]
    last = rows[limit - 1] if len(rows) > limit else None
    return Page(tuple(_summary(row) for row in rows[:limit]), f"{last['day']}|{last['moment']}|{last['id']}" if last else None)


def _asked(text: str) -> list[tuple[str, ...]]:
    """Groups of words: a case must have one of each. Eight digits may be an MRN as well as a birth date."""
    dates = {bare(day.isoformat()) for day in as_dates(text)}
    if dates:
        return [tuple(sorted(dates | {bare(text)}))]
    return [(word,) for word in (bare(folded(part)) for part in re.split(r"[\s,;]+", text)) if word]


def _past(word: str) -> str:
    return word + chr(0x10FFFF)


def _test(database: Database, number: str, word: str) -> str:
    hits = f"SELECT {{}} FROM case_words w WHERE w.word >= :from{number} AND w.word < :to{number}"  # noqa: S608
    count = f"SELECT count(*) FROM (SELECT 1 FROM case_words WHERE word >= ? AND word < ? LIMIT {BROAD})"  # noqa: S608
    if database.conn.execute(count, (word, _past(word))).fetchone()[0] < BROAD:
        return f"c.id IN ({hits.format('w.case_id')})"
    return f"EXISTS ({hits.format('1')} AND w.case_id = c.id)"


def _place(after: str) -> dict[str, Any]:
    day, moment, case_id = (*after.split("|"), "", "")[:3]
    if not re.fullmatch(r"-?\d+", moment):
        raise Refused("This place in the worklist is not known any more. Start again from the top.")
    return {"d": day, "m": int(moment), "i": case_id}


def _summary(row: Row) -> CaseSummary:
    return CaseSummary(
        row["id"], patient_of(row), Side(row["side"]), TumourType(row["tumour_type"]), datetime.fromisoformat(row["scheduled_at"]), row["surgeon"],
        bool(row["simulated"]), row["last_event"] or "",
    )  # fmt: skip
