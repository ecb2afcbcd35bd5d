"""Evidence in a few letters: «PET-CT: s5 m0[22x18] l>2 | Ruler!: m0 | ICG cavity@after!: m+ | Frozen section…», one row between two bars.

A face is its first letter; then millimetres («>» at least), «+ ~ o ?» for a method's own class, «=» for a negative that speaks of the surface only,
and in brackets how large the involved area is. After a title «!» cannot clear, «#» could not be used, «@2» was taken of shave 2, «@before» and
«@after» of the cavity before or after the shaves, and «…» is waited for.
"""

import re
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from algorithms.faces import Face
from algorithms.margins.model import Evidence, Extent, FaceEvidence, MarginClass, Shave, Site

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
LETTER = dict(zip("simlap", Face, strict=True))
SAYS = {"+": MarginClass.POSITIVE, "~": MarginClass.CLOSE, "o": MarginClass.NEGATIVE, "?": MarginClass.INDETERMINATE}
KEYS = {"Frozen section": "frozen", "Final pathology": "pathology", "Radiograph": "radiograph"}
SIZES = dict.fromkeys((Face.MEDIAL, Face.LATERAL), Extent(Decimal(62), Decimal(31))) | dict.fromkeys(
    (Face.SUPERIOR, Face.INFERIOR), Extent(Decimal(48), Decimal(31))
)
_ROW = re.compile(r"(?P<title>[^@!#…:]+)(@(?P<where>\w+))?(?P<marks>[!#…]*)(: (?P<faces>.*))?")


def rows_of(text, tumour="nst"):
    """The rows; a radiograph of a tumour that does not show on film may only alarm."""
    return [_row(number, words.strip(), tumour) for number, words in enumerate(text.split("|")) if words.strip()]


def shaves_of(words):
    """«shave m shave m»: pieces 2, 3 and on, a minute apart from noon."""
    faces = [LETTER[face] for face in re.findall(r"shave (\w)", words)]
    return tuple(Shave(face, NOON + timedelta(minutes=place), str(2 + place), 2 + place) for place, face in enumerate(faces))


def thick_of(words):
    """«thick ap»: documented as full thickness."""
    found = re.search(r"thick (\w+)", words)
    return frozenset(LETTER[face] for face in found[1]) if found else frozenset()


def _row(number, words, tumour):
    part = _ROW.fullmatch(words)
    title, where, marks = part["title"].strip(), part["where"] or "", part["marks"]
    site = Site.CAVITY if where in {"before", "after"} else Site.SHAVE if where else Site.SPECIMEN
    can_clear = "!" not in marks and not (title == "Radiograph" and tumour in {"ilc", "dcis"})
    return Evidence(
        reading_id=str(number), title=title, subtitle="", taken_at=NOON + timedelta(hours=1 if where == "after" else -1),
        faces=tuple(_face(word) for word in (part["faces"] or "").split()), usable="#" not in marks, can_clear=can_clear, waiting="…" in marks,
        key=KEYS.get(title, title), site=site, specimen_id=where if site is Site.SHAVE else "1",
    )  # fmt: skip


def _face(word):
    face, what, _, size = LETTER[word[0]], *word[1:].rstrip("]").partition("[")
    extent = Extent(*map(Decimal, size.split("x"))) if size else None
    if what in SAYS:
        return FaceEvidence(face, finding={"+": "signal", "o": "clear"}.get(what, ""), margin_class=SAYS[what], extent=extent)
    if what == "=":
        return FaceEvidence(face, finding="negative", margin_class=MarginClass.NEGATIVE, at_ink_only=True)
    return FaceEvidence(face, Decimal(what.lstrip(">")), at_least=what.startswith(">"), extent=extent)
