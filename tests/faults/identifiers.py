"""Patients who do not exist, and every form in which one of them could leak: for looking through each byte that the console leaves behind."""

from __future__ import annotations

import base64
import json
import random
import urllib.parse
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

import numpy as np

_BEGIN = "Brzęczy Ørsted Ñuñoa Žižka Łukasz Çelik Ümit Ångström Þórdís Ðorić Szczęsny Grünwald Löwenstein Crème Göğüş Ioánnou".split()
_END = "kiewicz sdóttir oğlu vølhus mäkinen ström ñález berché pütz schłöß".split()


def people(count: int, seed: int) -> list[tuple[str, str, str, date]]:
    """MRN, family name, given name, birth date: each unlike anything that a program writes by itself."""
    chance = random.Random(seed)
    made = []
    for n in range(count):
        letters = "".join(chance.choices("bcdfghklmnprstvz", k=5))
        family = f"{_BEGIN[n % len(_BEGIN)]}{letters}{chance.choice(_END)}"
        given = f"{chance.choice(_BEGIN)}{''.join(chance.choices('aeiouy', k=4))}{letters[::-1]}"
        made.append((f"{chance.randrange(10**11, 10**12)}", family, given, date(1931, 1, 1) + timedelta(days=chance.randrange(22_000))))
    return made


def spellings(born: date) -> list[str]:
    """A birth date as people and protocols write it."""
    return [born.isoformat(), f"{born:%d.%m.%Y}", f"{born:%d/%m/%Y}", f"{born:%m/%d/%Y}", f"{born:%Y%m%d}", f"{born:%d %B %Y}"]


def disguises(identifier: str) -> Iterator[bytes]:
    """The bytes by which an identifier would be found: plain, in other encodings, in capitals, in hex, base64 and URLs."""
    for text in dict.fromkeys([identifier, identifier.lower(), identifier.upper(), identifier.casefold()]):
        plain = text.encode()
        yield plain
        yield text.encode("utf-16-le")
        yield text.encode("utf-16-be")
        yield text.encode("latin-1", "ignore") if len(text.encode("latin-1", "ignore")) == len(text) else plain
        yield plain.hex().encode()
        yield plain.hex().upper().encode()
        yield urllib.parse.quote(text).encode()
        yield text.encode("unicode_escape")
        yield json.dumps(text)[1:-1].encode()
        for shift in range(3):  # base64 looks different at each of three alignments; the characters at the ends depend on the neighbours
            coded = base64.b64encode(b"\0" * shift + plain).rstrip(b"=")
            yield coded[4 if shift else 0 : -2]


def needles(identifiers: Iterable[str]) -> dict[bytes, str]:
    """Every disguise of every identifier, long enough not to be met by accident."""
    return {disguise: identifier for identifier in identifiers for disguise in disguises(identifier) if len(disguise) >= 8}


class Search:
    """Looks for all needles at once: their first eight bytes are numbers, and so is every stretch of eight bytes of what is searched."""

    def __init__(self, identifiers: Iterable[str]) -> None:
        self.needles = needles(identifiers)
        self._by_start: dict[bytes, list[bytes]] = {}
        for needle in self.needles:
            self._by_start.setdefault(needle[:8], []).append(needle)
        self._starts = np.unique(np.frombuffer(b"".join(self._by_start), dtype="<u8"))

    def inside(self, content: bytes) -> set[str]:
        """Which identifiers stand in these bytes."""
        places: list[int] = []
        for shift in range(min(8, max(0, len(content) - 7))):
            stretches = np.frombuffer(content, dtype="<u8", count=(len(content) - shift) // 8, offset=shift)
            places += [shift + 8 * int(at) for at in np.flatnonzero(np.isin(stretches, self._starts))]
        return {
            self.needles[needle]
            for at in places
            for needle in self._by_start.get(content[at : at + 8], [])
            if content.startswith(needle, at)
        }

    def under(self, folders: Iterable[Path]) -> dict[str, set[str]]:
        """Which identifiers stand in which file, or in its name, under the folders."""
        leaks: dict[str, set[str]] = {}
        for folder in folders:
            for path in folder.rglob("*"):
                seen = self.inside(str(path).encode()) | (self.inside(path.read_bytes()) if path.is_file() else set())
                if seen:
                    leaks[str(path)] = seen
        return leaks
