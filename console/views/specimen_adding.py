"""Another piece of tissue in two or three taps: a shave with its face and the mark on its new margin, another specimen, another mass."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from algorithms.faces import Face
from console.cases import course
from console.cases.model import CaseFile, Session, Specimen, SpecimenKind
from console.cases.service import CaseService
from console.cases.specimen_draft import MOST_MASSES
from console.views.specimen_piece import Piece
from console.widgets.room import Room

NEW_MARGINS = ("Ink on the new margin", "Suture on the new margin", "Clip on the new margin", "Not marked")


class Ask(Protocol):
    """Puts a question in the place of the keypad; hears the number of the answer."""

    def __call__(self, question: str, answers: Sequence[str], answered: Callable[[int], None], *, expected: bool = True) -> None:
        """`expected`: the first answer is the one we would expect."""


class Adding:
    """`ask` puts a question in the place of the keypad; `show` turns to a specimen and mass; `back` leaves everything as it was."""

    def __init__(self, room: Room, ask: Ask, show: Callable[[str, int], None], back: Callable[[], None]) -> None:
        self._room, self._ask, self._show, self._back = room, ask, show, back

    def begin(self, piece: Piece) -> None:
        """What is added?"""
        file, number = piece.file, 2 + len(piece.draft.masses)
        choices: dict[str, Callable[[], None]] = {
            "Shave": lambda: self._ask_face(file),
            "Another specimen": lambda: self._add(lambda service, session: service.add_specimen(session, file.case.id, SpecimenKind.MAIN)),
        }
        if not piece.is_shave and piece.editing and number <= MOST_MASSES:
            choices[f"Another mass in {piece.specimen.number}"] = lambda: self._show(piece.specimen.id, number)
        choices["Nothing"] = self._back
        self._ask("What is added?", tuple(choices), lambda index: tuple(choices.values())[index]())

    def _ask_face(self, file: CaseFile) -> None:
        faces = tuple(Face)
        self._ask(
            "Shave of which face?",
            [face.value.capitalize() for face in faces],
            lambda index: self._ask_marking(file, faces[index]),
            expected=False,
        )

    def _ask_marking(self, file: CaseFile, face: Face) -> None:
        def chosen(index: int) -> None:
            self._add(lambda service, session: course.take_shave(service, session, file, face, _marked(index)))

        self._ask(f"Shave, {face.value}: how is the new margin marked?", NEW_MARGINS, chosen, expected=False)

    def change_mark(self, specimen: Specimen) -> None:
        """How is the new margin of this shave marked after all?"""

        def chosen(index: int) -> None:
            self._add(
                lambda service, session: service.amend_specimen(session, replace(specimen, new_margin=_marked(index)), "mark put right")
            )

        self._ask("How is the new margin marked?", NEW_MARGINS, chosen, expected=False)

    def _add(self, work: Callable[[CaseService, Session], Specimen]) -> None:
        self._back()
        self._room.do(work, lambda added: self._show(added.id, 1), self._room.say)


def _marked(index: int) -> str:
    return NEW_MARGINS[index].lower() if index < len(NEW_MARGINS) - 1 else ""
