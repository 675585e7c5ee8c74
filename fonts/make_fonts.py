#!/usr/bin/python3
"""Makes the TrueType faces of this folder from fonts that Debian 12 packages.

    apt-get install python3-fonttools texlive-lang-chinese fonts-hanazono fonts-dejavu-core fonts-dejavu-extra unicode-data
    ./make_fonts.py            writes every face beside this script
    ./make_fonts.py fang han   only these

The PDF library embeds TrueType outlines only, so Fandol's cubic curves become quadratic ones (at most 1/1000 em away). What no
page needs is left out: hints, kerning, vertical metrics, glyph names, alternate glyphs. Hanazono draws curves as many short lines: they
are thinned out (at most 3/1000 em away, 0.05 pt in body text). The same packages give the same bytes.
"""
import bz2
import sys
from copy import deepcopy
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import GlyphCoordinates, flagOnCurve

FANDOL = "/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/Fandol%s.otf"
HANAZONO = "/usr/share/fonts/truetype/hanazono/HanaMin%s.ttf"
DEJAVU = "/usr/share/fonts/truetype/dejavu/DejaVu%s.ttf"
UNIHAN = "/usr/share/unicode/Unihan_IRGSources.txt.bz2"
HANAZONO_LICENCE = "Made from the Hanazono fonts: free licence; see licences/hanazono.txt"
FANDOL_STYLES = ("Fang-Regular", "Song-Bold", "Hei-Regular", "Kai-Regular", "Song-Regular")
# Wrong or misplaced in Fandol: control codes with glyphs, ~ ～ drawn as accents, － as a hyphen, ￥ as a dollar, ™ ﹦ ￣. Others draw them.
FANDOL_FAULTY = set(range(0x20)) | {0x007E, 0x2122, 0xFE66, 0xFF0D, 0xFF5E, 0xFFE3, 0xFFE5}
PINNED_DATE = 3600000000  # seconds since 1904: head.created and head.modified never follow the clock
ASCENT, DESCENT = 0.88, 0.12


def ranges(*pairs):
    return {c for first, last in pairs for c in range(first, last + 1)}


HAN = ranges((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0x3007, 0x3007))
COMPATIBILITY = ranges((0x2E80, 0x2FDF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F))
EAST_ASIAN_SIGNS = ranges((0x2190, 0x21FF), (0x2200, 0x22FF), (0x2300, 0x23FF), (0x2460, 0x24FF), (0x2500, 0x257F), (0x2580, 0x25FF),
                          (0x2600, 0x26FF), (0x2701, 0x27BF), (0x2FF0, 0x303F), (0x3040, 0x33FF), (0xFE10, 0xFE1F), (0xFE30, 0xFE6F),
                          (0xFF00, 0xFFEF))
LETTERS = ranges((0x007E, 0x007E), (0x00A0, 0x024F), (0x0300, 0x036F), (0x0370, 0x03FF), (0x0400, 0x04FF), (0x1E00, 0x1EFF), (0x2010, 0x205F),
                 (0x2070, 0x209F), (0x20A0, 0x20BF), (0x2100, 0x218F), (0x2200, 0x22FF))


class Face:
    """A TrueType face under construction."""

    def __init__(self, family, em, licence, tolerance=0.0):
        self.family, self.em, self.licence, self.tolerance = family, em, licence, tolerance * em
        self.glyphs, self.widths, self.cmap, self.names = {}, {}, {}, {}

    def take(self, path, wanted, shift=0.0):
        """Adds the wanted characters of a font that are not here yet; `shift` raises them, in em."""
        font = TTFont(path, lazy=True)
        cmap, glyph_set = font.getBestCmap(), font.getGlyphSet()
        scale = self.em / font["head"].unitsPerEm
        for code in sorted(c for c in cmap if c not in self.cmap and (wanted is None or c in wanted)):
            self.cmap[code] = self._name(font, glyph_set, (path, cmap[code]), scale, shift, code)
        if ".notdef" not in self.glyphs:
            self._draw(glyph_set, ".notdef", ".notdef", scale, shift, True)

    def _name(self, font, glyph_set, source, scale, shift, code):
        if source not in self.names:
            self.names[source] = "u%05X" % code
            self._draw(glyph_set, source[1], self.names[source], scale, shift, "CFF " in font)
        return self.names[source]

    def _draw(self, glyph_set, source, name, scale, shift, cubic):
        recording = DecomposingRecordingPen(glyph_set)
        glyph_set[source].draw(recording)
        target = TTGlyphPen(None)
        pen = Cu2QuPen(target, 1.0 * self.em / 1000, reverse_direction=True) if cubic else target
        recording.replay(TransformPen(pen, (scale, 0, 0, scale, 0, shift * self.em)))
        glyph = target.glyph()
        self.glyphs[name] = thinned(glyph, self.tolerance) if self.tolerance else without_implied_points(glyph)
        self.widths[name] = round(glyph_set[source].width * scale)

    def widen(self, narrow, wide):
        """Draws the full-width character `wide` as the half-width one in the middle of the em."""
        glyph, name = deepcopy(self.glyphs[self.cmap[narrow]]), "u%05X" % wide
        glyph.coordinates.translate(((self.em - self.widths[self.cmap[narrow]]) // 2, 0))
        self.glyphs[name], self.widths[name], self.cmap[wide] = glyph, self.em, name

    def save(self, path):
        order = [".notdef"] + sorted(set(self.cmap.values()))
        builder = FontBuilder(self.em, isTTF=True)
        builder.setupGlyphOrder(order)
        builder.setupCharacterMap(self.cmap)
        builder.setupGlyf({name: self.glyphs[name] for name in order})
        table = builder.font["glyf"]
        builder.setupHorizontalMetrics({name: (self.widths[name], getattr(table[name], "xMin", 0)) for name in order})
        up, down = round(ASCENT * self.em), round(DESCENT * self.em)
        builder.setupHorizontalHeader(ascent=up, descent=-down)
        builder.setupNameTable({"familyName": self.family, "styleName": "Regular", "uniqueFontIdentifier": self.family,
                                "fullName": self.family, "version": "Version 1.000", "psName": self.family.replace(" ", ""),
                                "licenseDescription": self.licence}, mac=False)
        builder.setupOS2(sTypoAscender=up, sTypoDescender=-down, usWinAscent=up, usWinDescent=down, fsType=0, sCapHeight=0, sxHeight=0)
        builder.setupPost(keepGlyphNames=False)
        builder.updateHead(created=PINNED_DATE, modified=PINNED_DATE)
        builder.font.recalcTimestamp = False
        builder.save(path)
        print("%s: %d characters, %d glyphs, %.1f MB" % (path.name, len(self.cmap), len(order), path.stat().st_size / 1e6))


def without_implied_points(glyph):
    """Drops on-curve points halfway between two off-curve ones (TrueType implies them)."""
    if glyph.numberOfContours <= 0:
        return glyph
    kept, flags, ends, start = [], bytearray(), [], 0
    for end in glyph.endPtsOfContours:
        contour = range(start, end + 1)
        for i in contour:
            before, after = (i - 1 if i > start else end), (i + 1 if i < end else start)
            if not is_implied(glyph, before, i, after):
                kept.append(glyph.coordinates[i])
                flags.append(glyph.flags[i])
        ends.append(len(kept) - 1)
        start = end + 1
    glyph.coordinates, glyph.flags, glyph.endPtsOfContours = GlyphCoordinates(kept), flags, ends
    return glyph


def is_implied(glyph, before, i, after):
    if not glyph.flags[i] & flagOnCurve or glyph.flags[before] & flagOnCurve or glyph.flags[after] & flagOnCurve or before == after:
        return False
    middle = [abs(2 * p - a - b) for p, a, b in zip(glyph.coordinates[i], glyph.coordinates[before], glyph.coordinates[after])]
    return max(middle) <= 1


def thinned(glyph, tolerance):
    """Drops points of polygons whose absence moves the outline by less than `tolerance` (Douglas-Peucker)."""
    kept, ends, start = [], [], 0
    for end in getattr(glyph, "endPtsOfContours", []) if glyph.numberOfContours > 0 else []:
        contour = [glyph.coordinates[i] for i in range(start, end + 1)]
        start = end + 1
        far = max(range(len(contour)), key=lambda i: distance_squared(contour[0], contour[i]))
        line = polyline(contour[:far + 1], tolerance)[:-1] + polyline(contour[far:] + contour[:1], tolerance)[:-1]
        if len(line) >= 3:
            kept += line
            ends.append(len(kept) - 1)
    if glyph.numberOfContours > 0:
        glyph.coordinates, glyph.flags = GlyphCoordinates([(round(x), round(y)) for x, y in kept]), bytearray([flagOnCurve] * len(kept))
        glyph.endPtsOfContours, glyph.numberOfContours = ends, len(ends)
    return glyph


def polyline(points, tolerance):
    keep, work = {0, len(points) - 1}, [(0, len(points) - 1)]
    while work:
        first, last = work.pop()
        far, worst = None, tolerance
        for i in range(first + 1, last):
            away = distance_to_line(points[i], points[first], points[last])
            if away > worst:
                far, worst = i, away
        if far is not None:
            keep.add(far)
            work += [(first, far), (far, last)]
    return [points[i] for i in sorted(keep)]


def distance_squared(a, b):
    return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2


def distance_to_line(p, a, b):
    length = distance_squared(a, b) ** 0.5
    if length == 0:
        return distance_squared(p, a) ** 0.5
    return abs((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])) / length


def names_above_bmp():
    """Han above U+FFFF that a name may hold: from any mainland source but the two great dictionaries (Unihan's kIRG_GSource), or with
    three sources of any kind, and a few that test pages like to show."""
    sources = {}
    with bz2.open(UNIHAN, "rt", encoding="utf-8") as lines:
        for code, field, value in (line.rstrip("\n").split("\t") for line in lines if line.startswith("U+") and "\tkIRG_" in line):
            sources.setdefault(int(code[2:], 16), {})[field] = value
    wanted = {0x20000, 0x20001, 0x2A6A5}
    for code, by_field in sources.items():
        mainland = by_field.get("kIRG_GSource", "GKX").split("-")[0]
        if code > 0xFFFF and (mainland not in ("GKX", "GHZ") or ("kIRG_GSource" in by_field and len(by_field) >= 3)):
            wanted.add(code)
    return wanted


def fandol(style, name):
    face = Face("Lvce " + name, 1000, "Made from Fandol%s: GPL 3 with font exception; see licences/fandol.txt" % style)
    face.take(FANDOL % style, fandol_characters(style))
    face.widen(0x00A5, 0xFFE5)
    return face


def fandol_characters(style):
    return set(TTFont(FANDOL % style, lazy=True).getBestCmap()) - FANDOL_FAULTY


def letters():
    face = Face("Lvce Letters", 2048, "Made from DejaVu Serif and DejaVu Sans; see licences/dejavu.txt")
    face.take(DEJAVU % "Serif", LETTERS)
    face.take(DEJAVU % "Sans", {0x2713, 0x2714, 0x2717, 0x2718})
    return face


def rest_of_han():
    """The Han block, Extension A and the signs that Fandol lacks, in a Song face; half the resolution shows on no printer."""
    face = Face("Lvce Han", 512, HANAZONO_LICENCE, 0.003)
    every_face_has = set.intersection(*map(fandol_characters, FANDOL_STYLES)) | {0xFFE5}
    face.take(HANAZONO % "A", (HAN | COMPATIBILITY | EAST_ASIAN_SIGNS) - every_face_has, 0.02)
    return face


def rare_han():
    face = Face("Lvce Rare", 512, HANAZONO_LICENCE, 0.003)
    face.take(HANAZONO % "A", names_above_bmp(), 0.02)
    face.take(HANAZONO % "B", names_above_bmp(), 0.02)
    return face


MAKERS = {
    "fang": lambda: fandol("Fang-Regular", "Fang"),
    "song-bold": lambda: fandol("Song-Bold", "Song Bold"),
    "hei": lambda: fandol("Hei-Regular", "Hei"),
    "kai": lambda: fandol("Kai-Regular", "Kai"),
    "song": lambda: fandol("Song-Regular", "Song"),
    "letters": letters,
    "han": rest_of_han,
    "rare": rare_han,
}

if __name__ == "__main__":
    for key in sys.argv[1:] or MAKERS:
        MAKERS[key]().save(Path(__file__).resolve().parent / (key + ".ttf"))
