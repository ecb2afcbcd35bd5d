"""What the board says, case by case: tumour types, rule sets, patterns of evidence, gaps, conflicts, shaves and cavity checks, each with its words.

`sentences.txt` holds three lines a case: tumour, rule, evidence and what else is known (see `notation`); the headline; the whole sentence. Each was
read before it was kept; docs/margins.md states the rules that they follow.
"""

from pathlib import Path

import pytest
from notation import SIZES, rows_of, shaves_of, thick_of

from algorithms.margins.judgement import judge
from algorithms.margins.rules import rule_set

RULES = {"invasive": "sso-astro-invasive-2014", "dcis": "sso-astro-asco-dcis-2016", "uk": "abs-uk", "three": "microwave-uk-three-class"}
ENTRIES = Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8").strip().split("\n\n")
CASES = [entry.split("\n") for entry in ENTRIES]


@pytest.mark.parametrize(("given", "headline", "sentence"), CASES, ids=[case[0] for case in CASES])
def test_what_it_says(given, headline, sentence):
    tumour, rule, evidence, known = given.split(" · ")
    found = judge(
        rows_of(evidence.strip("-"), tumour),
        rule_set(RULES[rule]),
        full_thickness=thick_of(known),
        shaves=shaves_of(known),
        face_sizes=SIZES if "sizes" in known else {},
    )
    assert (found.headline, found.sentence) == (headline, sentence)


def test_there_are_enough_of_them_and_all_differ():
    assert len({case[0] for case in CASES}) == len(CASES) >= 60
    assert {case[0].split(" · ")[0] for case in CASES} == {"nst", "ilc", "dcis", "mixed"}
    assert {case[0].split(" · ")[1] for case in CASES} == set(RULES)
