"""The catalogues of Qt Linguist, in step with the code: `python packaging/words.py` collects anew, `--check` says what a screen lacks.

Qt's own lupdate looks for calls of tr(); here sentences are ordinary strings, and the widgets translate. So this reads the code as Python reads
it: each string that may reach the screen, with `%1` where an f-string has a value, and each branch of a choice as a sentence of its own.
"""

# ruff: noqa: D102 - the visitor's methods are named and called by `ast`

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "assets" / "translations" / "rimlight_de.ts"
SCREENS = ("console/views/", "console/widgets/", "console/app.py", "algorithms/margins/", "algorithms/specimen/")
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="de_DE" sourcelanguage="en_GB">\n'
PLACES = ("console", "algorithms", "devices")
# What never reaches the screen: the command line, exports for machines, the database, protocols, and who plays the instruments.
APART = (
    "console/__main__.py", "console/commands/", "console/diagnostics.py", "console/portraits.py", "console/log.py", "console/words.py",
    "console/catalogue.py", "console/cases/migrations.py", "console/exports/dicom", "console/exports/fhir.py", "console/cohorts/dictionary_page.py",
    "console/widgets/theme.py", "console/widgets/fit.py", "devices/cameras/children/", "devices/simulated/", "algorithms/fluorescence/bands.py",
)  # fmt: skip
DEAF_CALLS = frozenset(
    (
        "ValueError TypeError KeyError RuntimeError AssertionError AttributeError IndexError NotImplementedError OSError "
        "setProperty property setObjectName getattr setattr hasattr note debug mark warning compile pixmap setStyleSheet encode "
        "decode startswith endswith removeprefix removesuffix replace strip split partition rpartition get pop import_module "
        "add_argument find_library cast TypeVar execute derive Worker Thread glob rglob with_suffix icon namedtuple "
    ).split()
)
DEAF_KEYWORDS = frozenset("icon role tone key flags name mode encoding dtype daemon".split())
MOST_BRANCHES = 12
SQL = re.compile(r"(SELECT|INSERT|WHERE|UPDATE|PRAGMA|FROM|EXISTS|AND|from|id|case_id|sha256)\b.*[=(,_]")
KEY = re.compile(r"[\w./:=<>@#-]*[_/=<>@#][\w./:=<>@#-]*")
# Names, formats, keys and signs that a screen shows, or that only look like words: the same in every language.
STAYS = frozenset({
    "safe mode", "new case", "hospital worklist", "safe mode read", "%1.csv", "play-%1.rec", "PNG", "\n%1 mm", "NST", "ILC", "DCIS",
    "%1%2 mm", "%1 mm",
    "SUV", "%1 g/ml", "%1 mm²", "%1, %2 mm", "RIMLIGHT", "PETCT1, CT1@10.0.0.7", "GB", "◆ %1 × %2 mm",
    "± mm", "≥ %1 mm", "MMMM…", "− 10 min", "− 1 min",
    "+ 1 min", "+ 10 min", "%1 GHz", "Infinity",
    "Moran MS et al., SSO-ASTRO consensus guideline on margins for breast-conserving surgery, J Clin Oncol 2014;32:1507",
    "Morrow M et al., SSO-ASTRO-ASCO consensus guideline on margins for DCIS, J Clin Oncol 2016;34:4040",
    "Association of Breast Surgery consensus statement: margin width in breast conservation surgery, 2015",
    "Veluponnar et al., Cancers 2024;16:1813", "Krekel et al., Breast J 2011;17:602", "Lee et al., Sci Rep 2021;11:9997",
})  # fmt: skip


def sources() -> Iterator[Path]:
    """Every file whose words may be shown."""
    for place in PLACES:
        for path in sorted((ROOT / place).rglob("*.py")):
            if not path.relative_to(ROOT).as_posix().startswith(APART):
                yield path


class Reader(ast.NodeVisitor):
    """Collects the sentences of one file."""

    def __init__(self) -> None:
        self.found: dict[str, None] = {}

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):  # a docstring is for programmers
            self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id if isinstance(node.func, ast.Name) else ""
        self.visit(node.func)
        for argument in node.args:
            if name not in DEAF_CALLS:
                self.visit(argument)
        for keyword in node.keywords:
            if keyword.arg not in DEAF_KEYWORDS and name not in DEAF_CALLS:
                self.visit(keyword.value)

    def visit_Subscript(self, node: ast.Subscript) -> None:
        self.visit(node.value)

    def visit_Compare(self, node: ast.Compare) -> None:
        pass

    def visit_Assert(self, node: ast.Assert) -> None:
        pass

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)

    def visit_arguments(self, node: ast.arguments) -> None:
        for default in (*node.defaults, *node.kw_defaults):
            if default is not None:
                self.visit(default)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str):
            self._keep(node.value)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        for words in branches(node):
            self._keep(_numbered(words))
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                self.visit(part.value)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        if isinstance(node.op, ast.Add) and any(isinstance(side, ast.JoinedStr) or _is_words(side) for side in (node.left, node.right)):
            for words in branches(node):
                self._keep(_numbered(words))
        self.generic_visit(node)

    def _keep(self, words: str) -> None:
        if is_sentence(words):
            self.found[words] = None


def branches(node: ast.expr) -> list[str]:
    """Every text that this expression may come to, a zero byte where a value stands."""
    match node:
        case ast.Constant(value=str(words)):
            return [words]
        case ast.JoinedStr():
            texts = [branches(part.value) if isinstance(part, ast.FormattedValue) else branches(part) for part in node.values]
            together = ["".join(parts) for parts in product(*texts)]
            return together if len(together) <= MOST_BRANCHES else ["\0"]
        case ast.IfExp():
            return [*branches(node.body), *branches(node.orelse)]
        case ast.BinOp(op=ast.Add()):
            return [left + right for left in branches(node.left) for right in branches(node.right)]
        case _:
            return ["\0"]


def _is_words(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _numbered(words: str) -> str:
    pieces = words.split("\0")
    return pieces[0] + "".join(f"%{place}{piece}" for place, piece in enumerate(pieces[1:], start=1))


def is_sentence(words: str) -> bool:
    """Whether somebody might read it: letters, and a capital, a blank or a place for a value among them."""
    letters = re.sub(r"%\d", "", words)
    if not re.search(r"[A-Za-z]{2}", letters) or "\\" in words or SQL.match(words.strip()) or KEY.fullmatch(letters):
        return False
    return bool(re.match(r"[A-Z]", letters) or " " in words.strip() or letters != words)


def collected() -> dict[str, str]:
    """Each sentence, with the first file that it stands in."""
    found: dict[str, str] = {}
    for path in sources():
        reader = Reader()
        reader.visit(ast.parse(path.read_text(encoding="utf-8")))
        for words in reader.found:
            found.setdefault(words, path.relative_to(ROOT).as_posix())
    return found


def kept(path: Path) -> dict[str, str]:
    """Source and translation of each message of a catalogue; empty where it is not finished."""
    if not path.exists():
        return {}
    messages = ET.parse(path).iter("message")  # noqa: S314 - our own file
    return {message.findtext("source", ""): message.findtext("translation", "") for message in messages}


def written(messages: Mapping[str, str], places: Mapping[str, str]) -> str:
    """A catalogue as Linguist writes it: by file; what is put together at run time last, without a place."""
    lines = [HEAD + "<context>", "    <name>Rimlight</name>"]
    for source, target in sorted(messages.items(), key=lambda one: (one[0] not in places, places.get(one[0], ""), one[0])):
        where = [f'        <location filename="../../{places[source]}"/>'] if source in places else []
        done = f"<translation>{escape(target)}</translation>" if target else '<translation type="unfinished"></translation>'
        lines += ["    <message>", *where, f"        <source>{escape(source)}</source>", f"        {done}", "    </message>"]
    return "\n".join([*lines, "</context>", "</TS>", ""])


def untranslated() -> list[str]:
    """Sentences of the screens that have no translation yet."""
    known = kept(CATALOGUE)
    return [words for words, path in collected().items() if path.startswith(SCREENS) and not known.get(words) and words not in STAYS]


def main() -> int:
    """Exit status: with `--check` 1 where a screen would fall back to English."""
    if "--check" in sys.argv:
        missing = untranslated()
        print("\n".join(missing))
        return 1 if missing else 0
    places, before = collected(), kept(CATALOGUE)
    gone = {source: target for source, target in before.items() if target and source not in places}
    now = {source: before.get(source, "") for source in places} | gone
    CATALOGUE.write_text(written(now, places), encoding="utf-8")
    print(f"{sum(map(bool, now.values()))} of {len(now)} sentences are translated")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
