"""From evidence about six faces to one verdict and one sentence of advice, by a rule set.

What decides: the worst class that usable evidence gives a face. A method that cannot clear (a ruler) may alarm, at or below the rule's
limit, and otherwise only shows its millimetres. A face that nobody judged is «not assessed», and «not assessed» is never clear. A shave takes
the place of what was known of its face. docs/margins.md says the same for people.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from algorithms.faces import Face
from algorithms.margins.advice import Known, advise, describe
from algorithms.margins.certainty import because
from algorithms.margins.model import Evidence, Extent, FaceEvidence, MarginClass, Shave
from algorithms.margins.opinions import GRAVITY, FaceJudgement, Opinion
from algorithms.margins.rules import DEPTH, RuleSet
from algorithms.margins.standing import counting, newest_shaves
from algorithms.margins.words import joined


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on one specimen by one rule set. `advice` says what to do, `because` why and how sure, `details` what else must be known."""

    rule: RuleSet
    status: MarginClass
    faces: tuple[FaceJudgement, ...]
    headline: str
    advice: str
    details: tuple[str, ...]
    because: tuple[str, ...] = ()

    def of(self, face: Face) -> FaceJudgement:
        """The judgement of one face."""
        return next(judged for judged in self.faces if judged.face is face)

    def having(self, margin_class: MarginClass) -> tuple[Face, ...]:
        """The faces of this class that count."""
        return tuple(judged.face for judged in self.faces if judged.margin_class is margin_class and not judged.exempt)

    @property
    def sentence(self) -> str:
        """What to do, why, and how sure, in one breath."""
        return " ".join((self.advice, *self.because))


def judge(
    evidence: Sequence[Evidence], rule: RuleSet, *, full_thickness: frozenset[Face] = frozenset(), shaves: Sequence[Shave] = (),
    face_sizes: Mapping[Face, Extent] | None = None,
) -> Judgement:  # fmt: skip
    """Judge every face by `rule`.

    `full_thickness`: the depth faces where skin or fascia is documented as the margin. `shaves`: in the order in which they were taken.
    `face_sizes`: how large each face of the first excision is, where it was measured.
    """
    exempt = full_thickness & DEPTH if rule.full_thickness_exempts else frozenset()
    waiting = [row for row in evidence if row.waiting]
    rows = counting([row for row in evidence if not row.waiting], shaves)
    shaved = newest_shaves(shaves)
    faces = tuple(judge_face(face, rows, rule, exempt=face in exempt, shave=shaved.get(face)) for face in Face)
    status = overall([judged.margin_class for judged in faces if not judged.exempt])
    can_judge = any(row.usable and row.can_clear and (row.faces or not shaves) for row in rows)
    known = Known(faces, rule, can_judge=can_judge, lacking=lacking(rows), sizes=face_sizes or {})
    return Judgement(
        rule=rule,
        status=status,
        faces=faces,
        headline=describe(status, known),
        advice=advise(status, known),
        details=(*(judged.conflict for judged in faces if judged.conflict), *unusable(rows)),
        because=because(status, [judged for judged in faces if not judged.exempt], waiting),
    )


def judge_face(
    face: Face, evidence: Sequence[Evidence], rule: RuleSet, *, exempt: bool = False, shave: Shave | None = None
) -> FaceJudgement:
    """One face: the worst class that speaks, and among equals the narrowest."""
    spoken = [
        Opinion(row, found, classify(found, row, rule)) for row in evidence if row.usable for found in row.faces if found.face is face
    ]
    spoken = [said for said in spoken if said.found.margin_mm is not None or said.margin_class is not MarginClass.UNKNOWN]
    if not spoken:
        return FaceJudgement(face, MarginClass.UNKNOWN, exempt=exempt, shave=shave)
    worst = min(spoken, key=lambda said: (GRAVITY.index(said.margin_class), _width(said.found)))
    return FaceJudgement(face, worst.margin_class, worst.row, worst.found, exempt, _conflict(face, worst, spoken), shave, tuple(spoken))


def _conflict(face: Face, worst: Opinion, spoken: Sequence[Opinion]) -> str:
    """Who says clear where another alarms; empty where nobody does."""
    if worst.margin_class not in {MarginClass.POSITIVE, MarginClass.CLOSE}:
        return ""
    others = list(dict.fromkeys(said.row.title for said in spoken if said.margin_class is MarginClass.NEGATIVE))
    if not others:
        return ""
    return (
        f"{worst.row.title} says {worst.margin_class.value} at the {face.value} face, {' and '.join(others)} clear: the worse one counts."
    )


def classify(found: FaceEvidence, row: Evidence, rule: RuleSet) -> MarginClass:
    """What one reading says of one face under this rule; the worse of the method's own verdict and the distance."""
    says = [found.margin_class] if found.margin_class is not None else []
    if found.at_ink_only and found.margin_class is MarginClass.NEGATIVE and rule.clear_from_mm > 0:
        says = [MarginClass.INDETERMINATE]
    if found.margin_mm is not None and row.can_clear:
        says.append(rule.classify(found.margin_mm, at_least=found.at_least))
    elif found.margin_mm is not None and not found.at_least:
        says.append(rule.alarm(found.margin_mm) or MarginClass.UNKNOWN)
    worst = min(says, key=GRAVITY.index, default=MarginClass.UNKNOWN)
    return MarginClass.UNKNOWN if worst is MarginClass.NEGATIVE and not row.can_clear else worst


def overall(classes: Sequence[MarginClass]) -> MarginClass:
    """The specimen's status: the first of positive, close, indeterminate, not assessed that any face has; negative only when all are."""
    for kind in (MarginClass.POSITIVE, MarginClass.CLOSE, MarginClass.INDETERMINATE, MarginClass.UNKNOWN):
        if kind in classes:
            return kind
    return MarginClass.NEGATIVE if classes else MarginClass.UNKNOWN


def lacking(evidence: Sequence[Evidence]) -> str:
    """Why nothing here can clear a margin."""
    if not evidence:
        return "nothing has been measured yet"
    titles = list(dict.fromkeys(row.title for row in evidence if row.usable))
    return f"{joined(titles)} can alarm, but not clear" if titles else "no reading could be used"


def unusable(evidence: Sequence[Evidence]) -> tuple[str, ...]:
    """A sentence for each reading that was left out."""
    return tuple(
        f"{row.title} was not used: {(row.reason or 'outside its validated limits').rstrip('.')}." for row in evidence if not row.usable
    )


def _width(found: FaceEvidence) -> tuple[Decimal, bool]:
    """Narrowest first; an exact number goes before a lower bound, and any number before mere words."""
    return (Decimal("Infinity") if found.margin_mm is None else found.margin_mm, found.at_least)
