"""Where `rimlight cohort` takes its cases from: a file, the store, or a cohort that the store keeps by name; and what it writes back."""

from __future__ import annotations

import argparse
import hashlib
import importlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from console import resources
from console.cases.files import write_whole
from console.cases.opening import Store, open_store
from console.cases.registry import COMMAND_LINE, KeptCohort, KeptKind, every_file, imported, keep, kept_cohorts, note_export
from console.cohorts.cohort import Cohort
from console.cohorts.definition import STORE, Arms, Definition, parse_filter
from console.cohorts.dictionary import KI67_HIGH_ABOVE, VERSION
from console.cohorts.reader import content_of_cohort, kept_text, parse_cohort, read_cohort
from console.cohorts.store_cohort import cohort_of_store
from console.cohorts.writer import cohort_csv
from console.faults import Refused


def add_home(parser: argparse.ArgumentParser) -> None:
    """Which store."""
    parser.add_argument("--home", type=Path, default=resources.home(), metavar="PATH", help="the folder that holds the store")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A file, or the store, or a kept cohort; and which of its cases."""
    parser.add_argument(
        "csv", nargs="?", type=Path, metavar="CSV", help="a cohort file, CSV or Parquet; its columns are in docs/data-dictionary.md"
    )
    parser.add_argument("--store", action="store_true", help="the cases of the store, de-identified")
    parser.add_argument("--cohort", metavar="NAME", help="a cohort that the store keeps: an import, or filters and arms")
    parser.add_argument(
        "--where", action="append", default=[], metavar="COLUMN=…", help="only cases with these words (a,b) or numbers (1..2)"
    )
    add_home(parser)


def add_export_arguments(parser: argparse.ArgumentParser) -> None:
    """As above, and where to."""
    add_arguments(parser)
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="where to write it: .csv, or .parquet")


def add_import_arguments(parser: argparse.ArgumentParser) -> None:
    """A file and its name."""
    parser.add_argument("csv", type=Path, metavar="CSV", help="a cohort file")
    parser.add_argument("--name", required=True, metavar="NAME", help="under which it is kept")
    add_home(parser)


def add_define_arguments(parser: argparse.ArgumentParser) -> None:
    """Filters and arms."""
    parser.add_argument("name", metavar="NAME", help="under which they are kept")
    parser.add_argument("--source", default=STORE, metavar="NAME", help="an imported cohort; the store's own cases where not given")
    parser.add_argument(
        "--where", action="append", default=[], metavar="COLUMN=…", help="only cases with these words (a,b) or numbers (1..2)"
    )
    parser.add_argument("--by", default="arm", metavar="COLUMN", help="the column that makes the arms")
    parser.add_argument(
        "--groups", nargs="+", default=[], metavar="WORD", help="its words that are arms, in this order; all where not given"
    )
    parser.add_argument("--ki67-above", type=float, default=KI67_HIGH_ABOVE, metavar="PERCENT", help="what counts as a high Ki67")
    parser.add_argument("--cut", type=float, metavar="NUMBER", help="where a column of numbers is cut into two arms")
    add_home(parser)


def chosen(arguments: argparse.Namespace, *, shifted: bool = False) -> Cohort:
    """The cohort that the arguments name; `shifted`: fit to leave the console."""
    if sum((arguments.csv is not None, arguments.store, arguments.cohort is not None)) != 1:
        raise Refused("Name one cohort: a CSV file, --store, or --cohort NAME.")
    filters = tuple(parse_filter(text) for text in arguments.where)
    if arguments.csv is not None:
        cohort = read_cohort(arguments.csv)
        return replace(Definition(filters=filters), arms=Arms("")).apply(cohort) if filters else cohort
    with opened(arguments.home, read_only=True) as store:
        definition = Definition() if arguments.store else _definition(store.ledger.read(kept_cohorts), arguments.cohort)
        definition = replace(definition, filters=(*definition.filters, *filters))
        return definition.apply(_source(store, definition.source, shifted=shifted))


def _definition(kept: tuple[KeptCohort, ...], name: str) -> Definition:
    found = next((one for one in kept if one.name == name), None)
    if found is None:
        raise Refused("The store keeps no cohort of that name; see: rimlight cohort list.")
    return Definition.from_json(found.content) if found.kind is KeptKind.DEFINITION else Definition(source=name)


def _source(store: Store, source: str, *, shifted: bool) -> Cohort:
    if source != STORE:
        return parse_cohort(store.ledger.read(lambda database: imported(database, source)).encode(), source)
    evidence = importlib.import_module("console.modalities").evidence_of  # brings Qt: only where it is needed
    return cohort_of_store(store.ledger.read(every_file), evidence, store.ledger.keys.derive("cohort", 0), shifted=shifted)


@contextmanager
def opened(home: Path, *, read_only: bool) -> Iterator[Store]:
    """The store under `home`, closed afterwards. Who holds its key needs no PIN; what changes or leaves is audited as the command line."""
    store = open_store(home, lambda: datetime.now().astimezone(), read_only=read_only)
    try:
        yield store
    finally:
        store.release()


def export(arguments: argparse.Namespace) -> dict[str, Any]:
    """Write it, and leave the trace in the store that it came from."""
    cohort = chosen(arguments, shifted=True)
    content = _file(cohort, arguments.out.suffix.lower())
    sha256 = hashlib.sha256(content).hexdigest()
    if arguments.csv is None:
        with opened(arguments.home, read_only=False) as store:
            store.ledger.write(COMMAND_LINE, lambda change: note_export(change, arguments.out.name, sha256, cohort.n))
    try:
        write_whole(arguments.out, content)
    except OSError as error:
        raise Refused(f"{arguments.out.name} cannot be written: {error.strerror or 'the system refuses'}.") from None
    return {"out": str(arguments.out), "n": cohort.n, "columns": list(cohort.names), "sha256": sha256, "notes": list(cohort.notes)}


def _file(cohort: Cohort, suffix: str) -> bytes:
    if suffix != ".parquet":
        return cohort_csv(cohort)
    from console.cohorts.parquet import cohort_parquet  # noqa: PLC0415 - brings Arrow: only where it is needed

    return cohort_parquet(cohort)


def import_file(arguments: argparse.Namespace) -> dict[str, Any]:
    """Keep the file as it is, once all of it could be read."""
    content = content_of_cohort(arguments.csv)
    cohort = parse_cohort(content, arguments.csv.name)
    kept = _keep(arguments, arguments.name, KeptKind.IMPORT, kept_text(content, cohort))
    return {"name": kept.name, "n": cohort.n, "sha256": cohort.sha256, "dictionary": kept.dictionary, "notes": list(cohort.notes)}


def define(arguments: argparse.Namespace) -> dict[str, Any]:
    """Keep it, once it could be applied."""
    arms = Arms(arguments.by, tuple(arguments.groups), arguments.cut)
    definition = Definition(arguments.source, tuple(parse_filter(text) for text in arguments.where), arms, ki67_above=arguments.ki67_above)
    with opened(arguments.home, read_only=True) as store:
        cohort = definition.apply(_source(store, definition.source, shifted=False))
    kept = _keep(arguments, arguments.name, KeptKind.DEFINITION, definition.to_json())
    return {
        "name": kept.name,
        "n": cohort.n,
        "dictionary": kept.dictionary,
        "definition": definition.to_json(),
        "notes": list(cohort.notes),
    }


def _keep(arguments: argparse.Namespace, name: str, kind: KeptKind, content: str) -> KeptCohort:
    with opened(arguments.home, read_only=False) as store:
        made = (store.ledger.now(), COMMAND_LINE)
        return store.ledger.write(COMMAND_LINE, lambda change: keep(change, name, kind, VERSION, content, made))


def listed(arguments: argparse.Namespace) -> dict[str, Any]:
    """Names, kinds, versions."""
    with opened(arguments.home, read_only=True) as store:
        kept = store.ledger.read(kept_cohorts)
    told = [
        {"name": one.name, "kind": one.kind.value, "dictionary": one.dictionary, "at": one.at.isoformat(), "by": one.by} for one in kept
    ]
    return {"cohorts": told, "notes": []}
