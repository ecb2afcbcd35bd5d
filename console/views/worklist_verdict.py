"""A case's verdict in the few words that a line of the worklist has room for: shape, faces, and what to do."""

from __future__ import annotations

from algorithms.margins.advice import listed
from algorithms.margins.judgement import Judgement
from algorithms.margins.model import MarginClass
from console.widgets import theme

TO_DO = {MarginClass.POSITIVE: "shave", MarginClass.CLOSE: "consider a shave", MarginClass.INDETERMINATE: "cannot be judged"}


def verdict_words(judgement: Judgement) -> tuple[str, str]:
    """«◆ medial — shave» and its tone; empty where nothing that can judge has looked, which is no verdict."""
    mark = theme.MARKS[judgement.status]
    if judgement.status in TO_DO:
        return f"{mark.glyph} {listed(judgement.having(judgement.status))} — {TO_DO[judgement.status]}", mark.tone
    if judgement.status is MarginClass.NEGATIVE:
        return f"{mark.glyph} all clear", mark.tone
    unknown = [judged for judged in judgement.faces if judged.margin_class is MarginClass.UNKNOWN and not judged.exempt]
    if any(judged.shave for judged in unknown):
        return f"{listed([judged.face for judged in unknown if judged.shave])} shaved — not assessed", "text"
    seen = any(judged.margin_class is not MarginClass.UNKNOWN for judged in judgement.faces)
    return ("not fully assessed", "quiet") if seen else ("", "quiet")
