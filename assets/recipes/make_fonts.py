"""Make the console's fonts from Inter: tabular figures by default (Qt 5 cannot switch them on) and the half-filled circle it lacks.

    pip install fonttools && python assets/recipes/make_fonts.py FOLDER_WITH_INTER_OTF

Inter comes from Debian's package `fonts-inter` (4.0 beta 7) or https://rsms.me/inter. The licence (OFL-1.1) travels with the result,
and the family is renamed, so that it never stands in for an original Inter that is installed on the same machine.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont

FAMILY = "Rimlight Inter"
WEIGHTS = {"Regular": 400, "Medium": 500, "SemiBold": 600, "Bold": 700}
HALF_CIRCLE = 0x25D0
CURVE = 0.5523  # a quarter circle as one cubic


def tabular(font: TTFont) -> dict[str, str]:
    """Glyph name -> the glyph of fixed width that feature `tnum` would put in its place."""
    gsub = font["GSUB"].table
    wanted = {i for f in gsub.FeatureList.FeatureRecord if f.FeatureTag == "tnum" for i in f.Feature.LookupListIndex}
    swaps: dict[str, str] = {}
    for index in sorted(wanted):
        for table in gsub.LookupList.Lookup[index].SubTable:
            swaps.update(getattr(table, "ExtSubTable", table).mapping)
    return swaps


def half_circle(font: TTFont) -> None:
    """Add U+25D0: the outline of U+25CB with its left half filled."""
    glyphs = font.getGlyphSet()
    ring = font.getBestCmap()[0x25CB]
    width = font["hmtx"][ring][0]
    top = font["CFF "].cff.topDictIndex[0]
    left, bottom, right, up = top.CharStrings[ring].calcBounds(glyphs)
    x, y, r = (left + right) / 2, (bottom + up) / 2, (right - left) / 2
    pen = T2CharStringPen(width, glyphs)
    glyphs[ring].draw(pen)
    pen.moveTo((x, y + r))
    pen.curveTo((x - CURVE * r, y + r), (x - r, y + CURVE * r), (x - r, y))
    pen.curveTo((x - r, y - CURVE * r), (x - CURVE * r, y - r), (x, y - r))
    pen.closePath()
    name = "uni25D0"
    charstring = pen.getCharString(private=top.Private, globalSubrs=top.GlobalSubrs)
    top.CharStrings.charStringsIndex.append(charstring)
    top.CharStrings.charStrings[name] = len(top.CharStrings.charStringsIndex) - 1
    top.charset.append(name)
    font["hmtx"][name] = (width, int(left))
    font.setGlyphOrder(top.charset)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[HALF_CIRCLE] = name


def make(source: Path, target: Path, style: str) -> None:
    """Write one weight."""
    font = TTFont(source)
    half_circle(font)
    swaps = tabular(font)
    for table in font["cmap"].tables:
        table.cmap = {code: swaps.get(glyph, glyph) if chr(code).isdigit() else glyph for code, glyph in table.cmap.items()}
    options = subset.Options(layout_features=["kern", "mark", "mkmk", "ccmp", "liga"], name_IDs=["*"], notdef_outline=True)
    cutter = subset.Subsetter(options)
    cutter.populate(
        unicodes=[
            *range(0x20, 0x250),
            *range(0x370, 0x400),
            *range(0x2010, 0x2070),
            *range(0x2070, 0x20A0),
            0x2122,
            *range(0x2190, 0x2200),
            *range(0x2200, 0x2300),
            0x232B,
            *range(0x25A0, 0x2600),
            0x2713,
            0x26A0,
        ]
    )
    cutter.subset(font)
    for name_id, text in ((1, FAMILY), (2, style), (4, f"{FAMILY} {style}"), (6, f"RimlightInter-{style}"), (16, FAMILY), (17, style)):
        font["name"].setName(text, name_id, 3, 1, 0x409)
    font["OS/2"].usWeightClass = WEIGHTS[style]
    font.save(target)


if __name__ == "__main__":
    for weight in WEIGHTS:
        make(Path(sys.argv[1]) / f"Inter-{weight}.otf", Path(__file__).parents[1] / "fonts" / f"RimlightInter-{weight}.otf", weight)
