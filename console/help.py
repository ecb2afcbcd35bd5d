"""The pages behind «?»: one a screen and language, written as Markdown in assets/help so that a nurse may correct one without touching code.

What stands in «» is a word of the screen. Every language writes it in English, and it is shown as the screen says it: so a page names no button by
another name than the one it has.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from console import resources
from console.words import ENGLISH, Typed, language, said

# Screens that another one stands for: who reads them sees the same thing.
SAME_AS = {"lock": "sign-in"}
_PARTS = re.compile(
    r"# (?P<title>.+)\n\n(?P<question>.+)\n\n(?P<steps>(?:## .+\n\n.+\n\n)+)## [^\n]+\n\n(?P<words>(?:- \*\*.+\*\*: .+\n?)+)"
)
_STEP = re.compile(r"## (.+)\n\n(.+)\n")
_WORD = re.compile(r"- \*\*(.+?)\*\*: (.+)")
ON_SCREEN = re.compile("«(.+?)»")


@dataclass(frozen=True, slots=True)
class HelpPage:
    """What a screen answers, how to do the things people do there (title, sentences), and what its words mean (word, meaning)."""

    title: str
    question: str
    steps: tuple[tuple[str, str], ...]
    words: tuple[tuple[str, str], ...]


def path_of(screen: str, tongue: str) -> Path:
    """Where the page of a screen lies."""
    return resources.assets() / "help" / tongue / f"{SAME_AS.get(screen, screen).replace(' ', '-')}.md"


def help_page(screen: str) -> HelpPage:
    """The page of a screen in the language of the screen; in English where that has none."""
    path = path_of(screen, language())
    return read_page((path if path.exists() else path_of(screen, ENGLISH)).read_text(encoding="utf-8"))


def read_page(text: str) -> HelpPage:
    """A page from its Markdown: title, question, a heading a step, and at last a list of words."""
    found = _PARTS.fullmatch(text)
    if found is None:
        raise ValueError("a help page is a title, a question, headings with one paragraph each, and a last heading with a list of words")
    steps, words = _STEP.findall(found["steps"]), _WORD.findall(found["words"])
    return HelpPage(
        _shown(found["title"], quoted=False), _shown(found["question"]), tuple((_shown(title), _shown(how)) for title, how in steps),
        tuple((_shown(word, quoted=False), _shown(meaning)) for word, meaning in words),
    )  # fmt: skip


def _shown(text: str, *, quoted: bool = True) -> Typed:
    """With the screen's own words in it; the rest is in its language already, and nothing of it is looked up in a catalogue."""
    frame = "«{}»" if quoted else "{}"
    return Typed(ON_SCREEN.sub(lambda word: frame.format(said(word[1])), text))
