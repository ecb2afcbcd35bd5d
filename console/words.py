"""The language of the screen: what the console thinks in English is said in the language that the department chose.

English is what every service, record, export, log and test sees. Only the widgets ask here, at the last moment, so nothing that is stored
can depend on the language. The catalogues are `assets/translations/rimlight_*.ts`, in the format of Qt Linguist, read as they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path

from console import resources
from console.catalogue import Catalogue

LANGUAGES = {"en": "English", "de": "Deutsch"}  # each in its own words
ENGLISH = "en"
COPY = "language"  # in the home: what the first window speaks before the store, which holds the choice, is open

_chosen: list[str] = [ENGLISH]
_kept_english: ContextVar[bool] = ContextVar("kept English", default=False)  # of one thread: the screen goes on in its own language


class Typed(str):
    """What a person typed, a name or an identifier: shown as it is, even where it reads like one of our words."""

    __slots__ = ()


def language() -> str:
    """Of the screen, as ISO 639-1: `en` or `de`."""
    return ENGLISH if _kept_english.get() else _chosen[0]


def choose(language: str) -> None:
    """Say everything in this language from now on; what is on the screen already stays as it is."""
    if language not in LANGUAGES:
        raise ValueError(f"no such language: {language}")
    if language != ENGLISH:
        catalogue(language)
    _chosen[0] = language


def remembered(home: Path) -> str:
    """What was chosen last under `home`; English where the copy is missing or damaged."""
    try:
        kept = (home / COPY).read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return ENGLISH
    return kept if kept in LANGUAGES else ENGLISH


@contextmanager
def english() -> Iterator[None]:
    """What is painted within is kept or handed out: files do not depend on the language of the screen that made them."""
    before = _kept_english.set(True)
    try:
        yield
    finally:
        _kept_english.reset(before)


@lru_cache(maxsize=4)
def catalogue(language: str) -> Catalogue:
    """Read once a process."""
    return Catalogue.read(resources.assets() / "translations" / f"rimlight_{language}.ts")


def said(text: str) -> str:
    """`text` in the language of the screen; whole in English where the catalogue has not all of it."""
    now = language()
    if now == ENGLISH or isinstance(text, Typed) or not text:
        return text
    return catalogue(now).said(text) or text


def decimal_point() -> str:
    """How this language writes it."""
    return "." if language() == ENGLISH else ","
