"""The parts of the cohort screen that show: a page with its table and figures, how it was done, what can be taken away, and the plan of a study."""

from __future__ import annotations

from collections.abc import Callable

from PyQt5.QtCore import Qt, pyqtSignal
from PyQt5.QtGui import QFont
from PyQt5.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.exports.figures import FigureFormat
from console.views.cohort_desk import Looked, foot
from console.views.cohort_sheet import Planned, Titled
from console.widgets.button_grid import ButtonGrid, Option
from console.widgets.card import Card
from console.widgets.data_table import DataTable
from console.widgets.label import FittedLabel, Label
from console.widgets.plot_view import PlotView
from console.widgets.scale import Scale
from console.widgets.touch_button import TouchButton

LONG = 9  # rows above which a table wants the whole page
SLIM = 2  # columns of a table that stands beside its figure rather than above it


class SheetPane(QWidget):
    """The table above, the figures side by side below it."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self._scale = scale
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(scale.px(18))
        self._parts: list[QWidget] = []
        self.table: DataTable | None = None
        self.plots: list[PlotView] = []
        self.notes: list[str] = []

    def show_look(self, looked: Looked) -> None:
        """Put this page in the place of the one before."""
        for part in self._parts:
            self._body.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts, self.plots, self.table, self.notes = [], [], None, list(looked.sheet.notes)
        sheet = looked.sheet
        slim = sheet.table is not None and len(sheet.table.headings) <= SLIM
        if sheet.table is not None and not slim:
            self._add_table(looked)
        if sheet.figures:
            self._add_figures(looked, beside=self._table(looked) if slim else None)
        if sheet.table is None and not sheet.figures:
            self._say(looked)

    def _title(self, looked: Looked, words: str = "") -> str:
        n, made = looked.cohort.n, looked.simulated
        cases = f"{n} simulated cases" if made and made == n else f"{n} cases, {made} simulated" if made else f"{n} cases"
        return f"{words or looked.sheet.title} · {looked.title} · {cases}"

    def _table(self, looked: Looked) -> Card:
        assert looked.sheet.table is not None
        self.table = DataTable(self._scale, row_height=41 if looked.sheet.figures else 46)
        card = self._card(self._title(looked))
        card.add(self.table, 1)
        self.table.show_table(looked.sheet.table.headings, looked.sheet.table.rows)
        return card

    def _add_table(self, looked: Looked) -> None:
        card = self._table(looked)
        assert self.table is not None
        assert looked.sheet.table is not None
        short = len(looked.sheet.table.rows) < LONG and bool(looked.sheet.figures)
        if short:
            self.table.setSizePolicy(QSizePolicy.Expanding, QSizePolicy.Fixed)
            self.table.setFixedHeight(self.table.needed_height())
        self._put(card, 0 if short else 1)

    def _add_figures(self, looked: Looked, beside: Card | None) -> None:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._scale.px(18))
        if beside is not None:
            row.addWidget(beside, 1)
        headed = looked.sheet.table is None
        for index, titled in enumerate(looked.sheet.figures):
            words = self._title(looked, titled.title) if headed and not index else titled.title
            row.addWidget(self._figure(titled, words), 1)
        self._put(holder, 1)

    def _figure(self, titled: Titled, words: str) -> Card:
        plot = PlotView(self._scale)
        plot.show_figure(titled.figure)
        self.plots.append(plot)
        card = self._card(words)
        card.add(plot, 1)
        return card

    def _say(self, looked: Looked) -> None:
        card = self._card(self._title(looked))
        card.add(FittedLabel(" ".join(looked.sheet.notes), self._scale, 22), 1)
        self._put(card, 1)

    def _card(self, words: str) -> Card:
        card = Card("", self._scale, padding=16)
        title = FittedLabel(words, self._scale, 18, QFont.DemiBold, "quiet")
        title.setSizePolicy(QSizePolicy.Ignored, QSizePolicy.Fixed)
        title.setFixedHeight(self._scale.px(30))
        title.setVisible(bool(words))
        card.add(title)
        return card

    def _put(self, part: QWidget, stretch: int) -> None:
        self._body.addWidget(part, stretch)
        part.show()
        self._parts.append(part)


class MethodsPane(Card):
    """The paragraph for the paper, what a reader must know, and by which code on which data."""

    def __init__(self, scale: Scale) -> None:
        super().__init__("Methods, as a paper states them", scale)
        self.words, self.notes, self.foot = (
            FittedLabel("", scale, 21),
            FittedLabel("", scale, 19, tone="quiet"),
            FittedLabel("", scale, 18, tone="quiet"),
        )
        for part, stretch in ((self.words, 3), (self.notes, 4), (self.foot, 1)):
            part.setAlignment(Qt.AlignLeft | Qt.AlignTop)
            self.add(part, stretch)

    def show_look(self, looked: Looked) -> None:
        """Of this page."""
        self.words.set_whole(looked.sheet.methods or "Nothing was computed on this page.")
        self.notes.set_whole("\n".join((*looked.sheet.notes, *looked.cohort.notes)))
        self.foot.set_whole(foot(looked))


class ExportPane(Card):
    """One button for everything that this page can be taken away as; `asked` carries what and, of a figure, which and how."""

    asked = pyqtSignal(str)

    def __init__(self, scale: Scale) -> None:
        super().__init__("Export: de-identified, audited, with the numbers and the code version behind it", scale)
        self.grid = ButtonGrid(scale, 2, height=92)
        self.answer = Label("", scale, 20, tone="quiet", wrap=True)
        self.grid.chosen.connect(self.asked)
        self.add(self.grid, 1)
        self.add(self.answer)

    def show_look(self, looked: Looked) -> None:
        """What there is."""
        options = [
            Option(f"{index}.{kind.value}", f"{titled.title or looked.sheet.title}: {kind.value.upper()}")
            for index, titled in enumerate(looked.sheet.figures)
            for kind in FigureFormat
        ]
        if looked.sheet.table is not None:
            options.append(Option("table", "Table and methods: CSV"))
        options.append(Option("cases", "Cases, without names and dates: CSV"))
        self.grid.show_options(tuple(options))


class PlanBar(QWidget):
    """Two rates and a power, each between a minus and a plus."""

    STEPS = (("first", "First rate", 0.01, 0.01, 0.99), ("second", "Second rate", 0.01, 0.01, 0.99), ("power", "Power", 0.05, 0.5, 0.95))

    def __init__(self, scale: Scale, changed: Callable[[Planned], None]) -> None:
        super().__init__()
        self._changed = changed
        self._planned = Planned()
        self.labels: dict[str, Label] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scale.space)
        for name, words, step, least, most in self.STEPS:
            self.labels[name] = Label("", scale, 20, QFont.DemiBold)
            for sign, icon in ((-1, "minus"), (1, "plus")):
                button = TouchButton("", scale, icon=icon)
                button.setAccessibleName(f"{words} {'less' if sign < 0 else 'more'}")
                button.setSizePolicy(QSizePolicy.Fixed, QSizePolicy.Fixed)
                button.clicked.connect(lambda _c, n=name, d=sign * step, low=least, high=most: self._move(n, d, low, high))
                row.addWidget(button)
                if sign < 0:
                    row.addWidget(self.labels[name])
        row.addStretch(1)

    def show_plan(self, planned: Planned) -> None:
        """These numbers."""
        self._planned = planned
        for name, words, *_ in self.STEPS:
            self.labels[name].setText(f"{words} {getattr(planned, name):.0%}".replace("%", " %"))

    def _move(self, name: str, by: float, least: float, most: float) -> None:
        values = {one: getattr(self._planned, one) for one, *_ in self.STEPS}
        values[name] = round(min(most, max(least, values[name] + by)), 2)
        self.show_plan(Planned(**values))
        self._changed(self._planned)
