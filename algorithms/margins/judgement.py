"""From evidence about six faces to one verdict and one sentence of advice, by a rule set.

What decides: the worst class that usable evidence gives a face. A method that cannot clear (a ruler) may alarm, at or below the rule's
limit, and otherwise only shows its millimetres. A face that nobody judged is «not assessed», and «not assessed» is never clear.
docs/margins.md says the same for people.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from algorithms.faces import Face
from algorithms.margins.advice import advise, describe
from algorithms.margins.model import Evidence, FaceEvidence, MarginClass
from algorithms.margins.rules import DEPTH, RuleSet

# The worst that speaks decides. Silence (indeterminate, not assessed) decides only where nothing else speaks.
GRAVITY = (MarginClass.POSITIVE, MarginClass.CLOSE, MarginClass.NEGATIVE, MarginClass.INDETERMINATE, MarginClass.UNKNOWN)


@dataclass(frozen=True, slots=True)
class FaceJudgement:
    """One face: its class, and the evidence that decides it or, where none does, the narrowest raw millimetres."""

    face: Face
    margin_class: MarginClass
    decided_by: Evidence | None = None
    finding: FaceEvidence | None = None
    exempt: bool = False  # full thickness is documented: this rule doesn't count the face
    conflict: str = ""  # other usable evidence says clear where this one says positive

    @property
    def margin_mm(self) -> Decimal | None:
        """The narrowest usable millimetres; None where nothing was measured."""
        return self.finding.margin_mm if self.finding else None


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on one specimen by one rule set, with its reasons."""

    rule: RuleSet
    status: MarginClass
    faces: tuple[FaceJudgement, ...]
    headline: str
    advice: str
    details: tuple[str, ...]

    def of(self, face: Face) -> FaceJudgement:
        """The judgement of one face."""
        return next(judged for judged in self.faces if judged.face is face)

    def having(self, margin_class: MarginClass) -> tuple[Face, ...]:
        """The faces of this class that count."""
        return tuple(judged.face for judged in self.faces if judged.margin_class is margin_class and not judged.exempt)


def judge(evidence: Sequence[Evidence], rule: RuleSet, *, full_thickness: frozenset[Face] = frozenset()) -> Judgement:
    """Judge every face by `rule`. `full_thickness`: the depth faces where skin or fascia is documented as the margin."""
    exempt = full_thickness & DEPTH if rule.full_thickness_exempts else frozenset()
    evidence = [row for row in evidence if not row.waiting]
    faces = tuple(judge_face(face, evidence, rule, exempt=face in exempt) for face in Face)
    status = overall([judged.margin_class for judged in faces if not judged.exempt])
    by_class = {kind: tuple(judged.face for judged in faces if judged.margin_class is kind and not judged.exempt) for kind in MarginClass}
    can_judge = any(row.usable and row.can_clear for row in evidence)
    return Judgement(
        rule=rule,
        status=status,
        faces=faces,
        headline=describe(status, by_class, can_judge=can_judge),
        advice=advise(status, by_class, rule, can_judge=can_judge, lacking=lacking(evidence)),
        details=(*(judged.conflict for judged in faces if judged.conflict), *unusable(evidence)),
    )


def judge_face(face: Face, evidence: Sequence[Evidence], rule: RuleSet, *, exempt: bool = False) -> FaceJudgement:
    """One face: the worst class that speaks, and among equals the narrowest."""
    spoken = [(found, row, classify(found, row, rule)) for row in evidence if row.usable for found in row.faces if found.face is face]
    spoken = [said for said in spoken if said[0].margin_mm is not None or said[2] is not MarginClass.UNKNOWN]
    if not spoken:
        return FaceJudgement(face, MarginClass.UNKNOWN, exempt=exempt)
    finding, row, worst = min(spoken, key=lambda said: (GRAVITY.index(said[2]), _width(said[0])))
    others = [other.title for _, other, kind in spoken if kind is MarginClass.NEGATIVE and worst is MarginClass.POSITIVE]
    conflict = f"{row.title} says positive at the {face.value} face, {' and '.join(others)} clear: the worse one counts." if others else ""
    return FaceJudgement(face, worst, row, finding, exempt, conflict)


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
    return "a ruler can alarm, it cannot clear" if any(row.usable for row in evidence) else "no reading could be used"


def unusable(evidence: Sequence[Evidence]) -> tuple[str, ...]:
    """A sentence for each reading that was left out."""
    return tuple(f"{row.title} was not used: {row.reason or 'outside its validated limits'}." for row in evidence if not row.usable)


def _width(found: FaceEvidence) -> tuple[Decimal, bool]:
    """Narrowest first; an exact number goes before a lower bound, and any number before mere words."""
    return (Decimal("Infinity") if found.margin_mm is None else found.margin_mm, found.at_least)
