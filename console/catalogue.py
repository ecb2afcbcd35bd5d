"""One language's words, and how a text that was put together from several of them is taken apart again.

Sentences reach the widgets ready made: with numbers, faces and names in their places, joined by commas and full stops, from algorithms that
know of no screen. So the catalogue looks for the whole text, then for a sentence with places (`%1`), then for parts. Only when every part is
known is there an answer; half a translation is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree as ET

PLACE = re.compile(r"%L?([1-9])")
NUMBER = re.compile(r"(?<![\d.])(\d+)\.(\d+)(?![\d.])")
MONTHS = "January February March April May June July August September October November December".split()
_NAMED = "|".join(f"{month}|{month[:3]}" for month in MONTHS)
DATE = re.compile(rf"(?:(Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?\b(\d{{1,2}}) ({_NAMED})\b(?: (\d{{4}}))?")
DAYS = {"Mon": "Mo", "Tue": "Di", "Wed": "Mi", "Thu": "Do", "Fri": "Fr", "Sat": "Sa", "Sun": "So"}
# What stands beside numbers and is the same in every language that Rimlight speaks.
UNITS = frozenset(
    "mm cm m µm um g kg mg ml s ms min h kHz MHz GHz THz dB px dpi K MB GB TB kB V kBq MBq Bq p n x AUC ROC CI HR OR SD IQR ICG ER PR HER2 Ki67 "
    "NST DCIS ILC CT PET SUV SEG DICOM FHIR PACS VNA PDF CSV HDF5 SUVmax max".split()
)
WORD = re.compile(r"[^\W\d_]+[^\W_]*")
JOINTS = ("\n", ". ", "? ", "   ", " · ", " : ", "; ", ": ", " – ", ", ", "  ")
MEASURED = re.compile(r"(.*[^\W\d].*?) ((?:[≥≤<>±+−-]\s?)?\d+(?:\.\d+|\s?(?:%|mm|cm|g|ml)).*)")  # a bare number may be a part of a name
# What a device is called: an address, a model, a file; a digit or such a sign in it, and no plain word of English.
IDENTIFIER = re.compile(r"(?=.*[\d:/_@])(?!(?:.*\s)?[a-z]+(?:\s|$))[^\n]{1,80}")
ENDS = re.compile(r"^(\W*)(.*?)(\W*)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A source with places: what is looked for before the pattern is tried, the pattern, and its translation."""

    literal: str
    pattern: re.Pattern[str]
    order: tuple[str, ...]  # the number of the place behind each group
    target: str


class Catalogue:
    """Source to translation. In a translation `%L1` is said in the language, be it words or a number; `%1` stays as it was typed."""

    def __init__(self, messages: Mapping[str, str]) -> None:
        # « Close as well: %1.» follows another sentence; once that was cut off, it stands without its blank.
        messages = {source.lstrip(" "): target.lstrip(" ") for source, target in messages.items() if source[:1] == " "} | dict(messages)
        self._whole = {source: target for source, target in messages.items() if not PLACE.search(source)}
        placed = sorted((source for source in messages if PLACE.search(source)), key=lambda source: -len(PLACE.sub("", source)))
        self._sentences = [_sentence(source, messages[source]) for source in placed]  # the one that says most comes first
        # Parts come again and again in other company; a text of many joints would otherwise be taken apart the same way many times.
        self.said = lru_cache(maxsize=8192)(self._said)

    @classmethod
    def read(cls, path: Path) -> Catalogue:
        """A file of Qt Linguist; what is not finished there is left out."""
        return cls(dict(finished(path)))

    def _said(self, text: str) -> str | None:
        """All of `text`, or nothing."""
        for attempt in (self._exact, _plain, self._placed, self._joined, self._measured, self._cored):
            if (answer := attempt(text)) is not None:
                return answer
        return None

    def _exact(self, text: str) -> str | None:
        if (answer := self._whole.get(text)) is not None:
            return answer
        other = text[:1].swapcase() + text[1:]
        if (answer := self._whole.get(other)) is not None:
            return answer[:1].upper() + answer[1:] if text[:1].isupper() else answer
        return None

    def _placed(self, text: str) -> str | None:
        for one in self._sentences:
            if one.literal in text and (match := one.pattern.fullmatch(text)) and (answer := self._filled(one, match)) is not None:
                return answer[:1].upper() + answer[1:] if text[:1].isupper() else answer
        return None

    def _filled(self, one: Sentence, match: re.Match[str]) -> str | None:
        parts = dict(zip(one.order, match.groups(), strict=True))
        answer = one.target
        for place in dict.fromkeys(PLACE.findall(one.target)):
            part = parts[place]
            # A place holds one thing; what is joined is taken apart below.
            if " · " in part.lstrip(" ·") or part.startswith("· ") or "\n" in part.strip("\n"):
                return None
            words = self._part(part, own=f"%L{place}" in answer)
            if words is None:
                return None
            answer = answer.replace(f"%L{place}", words).replace(f"%{place}", words)
        return answer

    def _part(self, part: str, *, own: bool) -> str | None:
        """What one place holds: words of our `own`, or a name as it was typed; nothing where that name goes on with a sentence of ours."""
        if own:
            return self.said(part) if part else ""
        tails = [part.partition(joint)[2] for joint in (": ", ". ")]
        return None if any(tail and self.said(tail) is not None for tail in tails) else part

    def _joined(self, text: str) -> str | None:
        for joint in JOINTS:
            at = text.find(joint)
            while at >= 0:
                cut = at + (1 if joint in {". ", "? "} else 0)  # a sentence keeps its full stop
                rest = at + len(joint)
                if text[:cut].strip() and text[rest:].strip():
                    named = joint == ": " and IDENTIFIER.fullmatch(text[:cut])
                    head = self.said(text[:cut]) or (text[:cut] if named else None)
                    tail = self.said(text[rest:]) if head is not None else None
                    if head is not None and tail is not None:
                        return head + text[cut:rest] + tail
                at = text.find(joint, rest)
        return None

    def _measured(self, text: str) -> str | None:
        """Words and their number: «medial 1.4 mm»."""
        match = MEASURED.fullmatch(text)
        words, number = (self.said(match[1]), _plain(match[2])) if match else (None, None)
        return f"{words} {number}" if words is not None and number is not None else None

    def _cored(self, text: str) -> str | None:
        """Without the shape before it, the brackets around it or the full stop behind it; with a full stop that the catalogue has."""
        match = ENDS.match(text)
        assert match is not None
        before, core, after = match.groups()
        if core and core != text and (answer := self.said(core)) is not None:
            return before + answer + after
        if after.endswith(".") and len(after) > 1 and (answer := self.said(text[:-1])) is not None:  # «… 4, 8 ….»
            return answer + "."
        if text[-1:].isalnum() and (answer := self._exact(text + ".")) is not None:
            return answer.removesuffix(".")
        return None


def finished(path: Path) -> Iterator[tuple[str, str]]:
    """Source and translation of each finished message of a file of Qt Linguist."""
    for message in ET.parse(path).iter("message"):  # noqa: S314 - our own file, verified by hash in an installed console
        target = message.find("translation")
        if target is not None and target.get("type") is None and target.text:
            yield message.findtext("source", ""), target.text


def _sentence(source: str, target: str) -> Sentence:
    pieces = re.split(PLACE, source)
    literals, order = pieces[::2], tuple(pieces[1::2])
    parts = [re.escape(literal) for literal in literals]
    if literals[0][:1].isalpha():
        first = literals[0][0]
        parts[0] = f"[{first.lower()}{first.upper()}]{re.escape(literals[0][1:])}"
    pattern = parts[0] + "".join(f"(.*?){part}" for part in parts[1:])
    inner = [literals[0][1:], *literals[1:]]
    return Sentence(max(inner, key=len), re.compile(pattern, re.DOTALL), order, target)


def _plain(text: str) -> str | None:
    """Numbers, units and signs alone: with the decimal comma; dates in German order; the letter of a key as it is."""
    if len(text) == 1:
        return text
    if not all(word in UNITS for word in WORD.findall(DATE.sub("", text))):
        return None
    return DATE.sub(_date, text) if DATE.search(text) else NUMBER.sub(r"\1,\2", text)


def _date(match: re.Match[str]) -> str:
    day, number, month, year = match.groups()
    before = f"{DAYS[day]}, " if day else ""
    return f"{before}{int(number)}.{next(n for n, name in enumerate(MONTHS, 1) if name.startswith(month))}.{year or ''}"
