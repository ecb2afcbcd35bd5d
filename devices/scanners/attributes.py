"""Values of a DICOM header as plain numbers and words; whatever cannot be read counts as not there."""

from __future__ import annotations

import math
from datetime import datetime, timedelta, timezone
from typing import Any

from pydicom.dataset import Dataset
from pydicom.multival import MultiValue

LONGEST_WORD = 64


class Unfit(Exception):
    """A file or a series cannot be used; the text is the end of a sentence, free of names."""


def value(header: Any, name: str) -> Any:
    """What the header says, as pydicom reads it, or None."""
    try:
        return getattr(header, name, None)
    except Exception:  # noqa: BLE001 - a damaged value fails in as many ways as the parser has
        return None


def text(header: Any, name: str) -> str:
    """Printable words, at most 64 characters; the first value where there are several."""
    found = value(header, name)
    return printable(found[0] if isinstance(found, MultiValue) and found else found)


def printable(found: Any) -> str:
    """The same, of a value."""
    if found is None:
        return ""
    try:
        words = str(found)
    except Exception:  # noqa: BLE001 - as above
        return ""
    return "".join(letter for letter in words if letter.isprintable())[:LONGEST_WORD].strip()


def words(header: Any, name: str) -> tuple[str, ...]:
    """Every value, in capitals."""
    found = value(header, name)
    if found is None:
        return ()
    several = [found] if isinstance(found, str) else list(found) if hasattr(found, "__iter__") else [found]
    return tuple(printable(each).upper() for each in several[:64])


def number(header: Any, name: str) -> float | None:
    """A finite number, or None."""
    found = numbers(header, name, 1)
    return found[0] if found else None


def numbers(header: Any, name: str, count: int) -> tuple[float, ...] | None:
    """Exactly `count` finite numbers, or None."""
    found = value(header, name)
    try:
        several = tuple(float(part) for part in (found if hasattr(found, "__len__") and not isinstance(found, str | bytes) else [found]))
    except (TypeError, ValueError, OverflowError):
        return None
    return several if len(several) == count and all(map(math.isfinite, several)) else None


def whole(header: Any, name: str, default: int) -> int:
    """A whole number; what is there and none makes the file unfit."""
    found = value(header, name)
    if found is None:
        return default
    try:
        return int(found)
    except (TypeError, ValueError, OverflowError):
        raise Unfit("its header is damaged") from None


def items(header: Any, name: str) -> tuple[Dataset, ...]:
    """The items of a sequence; none where it cannot be read."""
    found = value(header, name)
    try:
        return tuple(item for item in found if isinstance(item, Dataset))
    except Exception:  # noqa: BLE001 - as above
        return ()


def item(header: Any, name: str) -> Dataset | None:
    """The first item of a sequence."""
    found = items(header, name)
    return found[0] if found else None


def moment(header: Any, date: str, time: str) -> datetime | None:
    """A date and a time of two attributes, without a zone."""
    day, hour = _digits(text(header, date).replace(".", "").replace("-", "")), text(header, time).replace(":", "")
    return stamp(day + hour)[0] if len(day) == 8 and hour else None


def stamp(said: str) -> tuple[datetime | None, timezone | None]:
    """DICOM's DT (YYYYMMDDHHMMSS.FFFFFF&ZZXX): wall clock without a zone, and the zone where one stands."""
    body, zone = said.strip(), None
    if len(body) > 5 and body[-5] in "+-" and body[-4:].isdigit():
        body, zone = body[:-5], zone_of(body[-5:])
    seconds, _, part = body.partition(".")
    if len(seconds) < 10 or not seconds.isascii() or not seconds.isdigit():
        return None, None
    seconds = (seconds + "0000")[:14] if len(seconds) < 14 else seconds[:14]
    leap = seconds.endswith("60")
    try:
        found = datetime.strptime(seconds[:12] + ("59" if leap else seconds[12:]), "%Y%m%d%H%M%S")  # noqa: DTZ007 - the zone stands apart
        return found + timedelta(seconds=leap, microseconds=int((_digits(part) + "000000")[:6]) if part else 0), zone
    except (ValueError, OverflowError):
        return None, None


def zone_of(said: str) -> timezone | None:
    """DICOM's ±HHMM."""
    sign, digits = said[:1], said[1:5]
    if (
        sign not in {"+", "-"}
        or len(digits) != 4
        or not (digits.isascii() and digits.isdigit())
        or int(digits[:2]) > 14
        or int(digits[2:]) > 59
    ):
        return None
    return timezone((1 if sign == "+" else -1) * timedelta(hours=int(digits[:2]), minutes=int(digits[2:])))


def _digits(said: str) -> str:
    return "".join(letter for letter in said if letter in "0123456789")
