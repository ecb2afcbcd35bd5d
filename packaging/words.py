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
from collections.abc import Set as AbstractSet
from itertools import product
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "assets" / "translations" / "rimlight_de.ts"
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="de_DE" sourcelanguage="en_GB">\n'
PLACES = ("console", "algorithms", "devices")
# What never reaches the screen, and why.
APART = (
    # answered in a terminal, to hospital IT or a researcher, and how the console is tried out
    "console/__main__.py", "console/commands/", "console/diagnostics.py", "console/machine.py", "console/cases/condition.py", "console/updates.py",
    "console/updates_steps.py", "console/cases/rotation.py", "console/cases/seeding.py", "console/portraits.py", "console/rehearsal.py",
    "console/cohorts/overlap_answers.py", "console/exports/centralization_table.py",
    # written into files, which are English in every language of the screen
    "console/exports/dicom", "console/exports/fhir.py", "console/exports/pdf.py", "console/exports/report", "console/exports/sights.py",
    "console/exports/anonymous.py", "console/exports/parquet.py", "console/acquisition/petct_seg.py", "console/cohorts/dictionary_page.py",
    "console/cohorts/sheet.py", "console/log.py",
    # the database and the audit trail, how things look, and the catalogue itself
    "console/cases/migrations.py", "console/widgets/theme.py", "console/widgets/fit.py",
    "console/words.py", "console/catalogue.py",
    # what other programs are told, and who plays the instruments
    "console/process.py", "devices/pacs/mpps.py", "devices/cameras/children/", "devices/simulated/",
    "algorithms/petct/networks.py", "algorithms/fluorescence/bands.py",
)  # fmt: skip
DEAF_CALLS = frozenset(
    (
        "ValueError TypeError KeyError RuntimeError AssertionError AttributeError IndexError NotImplementedError OSError ConnectionError "
        "setProperty property setObjectName getattr setattr hasattr note debug mark warning compile pixmap setStyleSheet encode "
        "decode startswith endswith removeprefix removesuffix replace strip split partition rpartition get pop import_module "
        "add_argument find_library cast TypeVar execute derive Worker Thread glob rglob with_suffix icon namedtuple get_password "
        "amend _amend _append _trace _checked "  # what the audit trail calls a change
    ).split()
)
DEAF_KEYWORDS = frozenset("icon role tone key flags name mode encoding dtype daemon".split())
MOST_BRANCHES = 12
# Readers of files raise half a sentence; what catches it puts the name before it.
FILES = ("console/frames/", "console/scans/", "devices/recording.py")
VERB = re.compile(r"(is|has|holds|lacks|says|names|calls|does|cannot) ")
SQL = re.compile(r"(SELECT|INSERT|WHERE|UPDATE|PRAGMA|FROM|EXISTS|AND|from|id|case_id|sha256|c\.\w+)\b.*[=(,_]|.*ORDER BY")
CODE = re.compile(
    r"\w*[a-z][A-Z]\w*|[A-Z][A-Z0-9_ -]+"  # keywords of DICOM, abbreviations
    r"|:[A-Z0-9:]+( .*)?|[a-z_]+ =.*"  # commands of an instrument, lines of a settings file
    r"|[\w.-]*\.[a-z]+[0-9]?|\.?[a-z]+(-[a-z]+)*-?\.[a-z0-9]+|-[a-z]+|\w+-\.[a-z0-9]+"  # names of files
)
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
    "St John et al., Ann Surg 2017;265:300", "Moran et al., J Clin Oncol 2014;32:1507",
    "A microwave super-resolution imaging approach towards breast cancer margin mapping",
    "Maris et al., npj Breast Cancer 2025: ensemble of residual U-Nets on micro-PET-CT of lumpectomy specimens",
    # forms and lines of the log, as the store keeps them
    "correct event", "add event", "correct outcome", "add outcome", "hospital order", "hospital queue", "step begun", "step ended", "sign out",
    "%1 refused: inactive", "%1 refused: locked", "petct read", "command line", "name value", "id name kind dictionary content at by",
    "iif(kind = 'import', '', content) AS content", "%1?mode=%2", "foreign%1", "record:%1", "rimlight %1", "store-%1", "unreadable-%1",
    "yp%1", "| column | meaning | unit | values |", "sim:%1", "Ae", "Oe", "Ue",
    "# What was shipped: SHA-256 of each file. Written when this installation was built; `rimlight check` compares.\n[files]\n",
    "kept secret", "case_id IS NULL", "from%1", "to%1", "Rimlight NIR", "Rimlight overlay", "Rimlight lesion",
    "--%1\r\nContent-Type: application/dicom\r\n\r\n",
    # keywords of DICOM, of HTTP and of label maps that are one plain word
    "Accept", "Content-Type", "Laterality", "Rows", "Columns", "Units", "SUVType", "Manufacturer", "Philips PET Private Group",
    "/studies/%1/series/%2/instances?SOPInstanceUID=%3", "multipart/related; type=\"application/dicom\"; boundary=%1", "data file", "line skip",
    "byte skip", "signed char", "unsigned char", "unsigned short", "unsigned int",
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
        if name == "add" and ast.unparse(node.func) == "change.add":
            return
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
            self._keep(_numbered(re.sub(r"\{[\w:.]*\}", "\0", node.value)))  # what str.format fills

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        texts = branches(node)
        for words in texts:
            self._keep(_numbered(words))
        for part in node.values:  # a choice of words stands in the sentences already
            if isinstance(part, ast.FormattedValue) and not (_is_choice(part.value) and len(texts) > 1):
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


def _is_choice(node: ast.expr) -> bool:
    return isinstance(node, ast.IfExp) and all(isinstance(side, ast.Constant) for side in (node.body, node.orelse))


def _numbered(words: str) -> str:
    pieces = words.split("\0")
    return pieces[0] + "".join(f"%{place}{piece}" for place, piece in enumerate(pieces[1:], start=1))


def is_sentence(words: str) -> bool:
    """Whether somebody might read it: letters, and a capital, a blank or a place for a value among them."""
    letters = re.sub(r"%\d", "", words)
    coded = KEY.fullmatch(letters) or CODE.fullmatch(letters.strip()) or SQL.match(words.strip())
    if coded or not re.search(r"[A-Za-z]{2}", letters) or "\\" in words:
        return False
    return bool(re.match(r"[A-Z]", letters) or " " in words.strip() or letters != words)


def collected() -> dict[str, str]:
    """Each sentence, with the first file that it stands in."""
    found: dict[str, str] = {}
    for path in sources():
        place, reader = path.relative_to(ROOT).as_posix(), Reader()
        reader.visit(ast.parse(path.read_text(encoding="utf-8")))
        for words in reader.found:
            if words not in STAYS:
                found.setdefault(_of_a_file(words) if place.startswith(FILES) else words, place)
    return found


def _of_a_file(words: str) -> str:
    """«is cut short» is said of a file; with its name before it, so that a name of several words is no riddle."""
    return "%1 " + re.sub(r"%(\d)", lambda place: f"%{int(place[1]) + 1}", words) if VERB.match(words) else words


def kept(path: Path) -> dict[str, str]:
    """Source and translation of each message of a catalogue; empty where it is not finished."""
    if not path.exists():
        return {}
    messages = ET.parse(path).iter("message")  # noqa: S314 - our own file
    return {message.findtext("source", ""): message.findtext("translation", "") for message in messages}


def placed(path: Path) -> frozenset[str]:
    """The sources that stood in a file of the code when the catalogue was written, or that had vanished from it."""
    messages = ET.parse(path).iter("message") if path.exists() else ()  # noqa: S314 - our own file
    return frozenset(
        message.findtext("source", "") for message in messages
        if message.find("location") is not None or message.find("translation[@type='vanished']") is not None
    )  # fmt: skip


def written(messages: Mapping[str, str], places: Mapping[str, str], vanished: AbstractSet[str] = frozenset()) -> str:
    """A catalogue as Linguist writes it: by file; what is put together at run time last, without a place.

    What `vanished` from the code is not said any more; its translation waits there, should the sentence come back.
    """
    lines = [HEAD + "<context>", "    <name>Rimlight</name>"]
    for source, target in sorted(messages.items(), key=lambda one: (one[0] not in places, places.get(one[0], ""), one[0])):
        where = [f'        <location filename="../../{places[source]}"/>'] if source in places else []
        state = ' type="vanished"' if source in vanished else "" if target else ' type="unfinished"'
        done = f"<translation{state}>{escape(target)}</translation>"
        lines += ["    <message>", *where, f"        <source>{escape(source)}</source>", f"        {done}", "    </message>"]
    return "\n".join([*lines, "</context>", "</TS>", ""])


def untranslated() -> list[str]:
    """Sentences that a screen may show and that have no translation yet."""
    known = kept(CATALOGUE)
    return [words for words in collected() if not known.get(words)]


def main() -> int:
    """Exit status: with `--check` 1 where a screen would fall back to English."""
    if "--check" in sys.argv:
        missing = untranslated()
        print("\n".join(missing))
        return 1 if missing else 0
    places, before = collected(), kept(CATALOGUE)
    gone = {source: target for source, target in before.items() if target and source not in places}
    now = {source: before.get(source, "") for source in places} | gone
    CATALOGUE.write_text(written(now, places, gone.keys() & placed(CATALOGUE)), encoding="utf-8")
    print(f"{len(places) - len(untranslated())} of {len(places)} sentences are translated, {len(gone)} more are put together or vanished")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
