"""Born-digital PDF papers: red-head notices, minutes, rules, contracts, tables. Fonts of the repository, embedded as subsets."""
import calendar
import io
import math
import os
import pathlib

from reportlab import rl_config
from reportlab.lib import pagesizes
from reportlab.lib.colors import Color, black, red, white
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import BaseDocTemplate, Frame, PageBreak, PageTemplate, Paragraph, Spacer, Table, TableStyle
from reportlab.platypus.flowables import Flowable

import office

FONTS = pathlib.Path(__file__).resolve().parents[2] / "fonts"
RED = Color(0.78, 0.08, 0.08)
rl_config.useA85 = 0


def register_fonts():
    for name in ("fang", "hei", "kai", "song", "song-bold"):
        pdfmetrics.registerFont(TTFont(name, str(FONTS / f"{name}.ttf")))
    rl_config.canvas_basefontname = "song"  # else every file names Helvetica, not embedded


def style(name, font, size, leading, **more):
    return ParagraphStyle(name, fontName=font, fontSize=size, leading=leading, wordWrap="CJK", **more)


BODY = style("body", "fang", 15, 26, firstLineIndent=30, alignment=TA_JUSTIFY)
FLUSH = style("flush", "fang", 15, 26)
HEADING = style("heading", "hei", 15, 26, firstLineIndent=30)
TITLE = style("title", "song-bold", 20, 30, alignment=TA_CENTER, spaceAfter=12)
SIGN = style("sign", "fang", 15, 26, alignment=TA_RIGHT, rightIndent=40)
SMALL = style("small", "song", 9, 12)
CELL = style("cell", "song", 9, 12, alignment=TA_CENTER)
HEADCELL = style("headcell", "hei", 9, 12, alignment=TA_CENTER)


class Seal(Flowable):
    """A round red seal, drawn over the signature above it."""

    def __init__(self, name, left=False):
        super().__init__()
        self.name, self.left = name, left

    def wrap(self, width, height):
        self.width = width
        return width, 0

    def draw(self):
        c = self.canv
        x, y, r = (140 if self.left else self.width - 110), 30, 52
        c.saveState()
        c.setStrokeColor(RED)
        c.setFillColor(RED)
        c.setLineWidth(2.2)
        c.circle(x, y, r)
        star = c.beginPath()
        for i in range(10):
            radius = 16 if i % 2 == 0 else 6.2
            angle = math.pi / 2 + i * math.pi / 5
            (star.moveTo if i == 0 else star.lineTo)(x + radius * math.cos(angle), y + radius * math.sin(angle))
        star.close()
        c.drawPath(star, stroke=0, fill=1)
        c.setFont("song-bold", 12)
        span = 220 / max(len(self.name) - 1, 1)
        for i, letter in enumerate(self.name):
            angle = 200 - i * span
            c.saveState()
            c.translate(x + 39 * math.cos(math.radians(angle)), y + 39 * math.sin(math.radians(angle)))
            c.rotate(angle - 90)
            c.drawCentredString(0, -4, letter)
            c.restoreState()
        c.restoreState()


class RedHead(Flowable):
    def __init__(self, name, number):
        super().__init__()
        self.name, self.number = name, number

    def wrap(self, width, height):
        self.width = width
        return width, 120

    def draw(self):
        c = self.canv
        c.setFillColor(RED)
        size = min(38, self.width / (len(self.name) + 2))
        c.setFont("song-bold", size)
        c.drawCentredString(self.width / 2, 74, self.name + "文件")
        c.setFillColor(black)
        c.setFont("fang", 15)
        c.drawCentredString(self.width / 2, 36, self.number)
        c.setStrokeColor(RED)
        c.setLineWidth(1.6)
        c.line(0, 24, self.width, 24)


def footer(canvas, document):
    canvas.saveState()
    canvas.setFont("song", 8)
    canvas.setFillGray(0.45)
    canvas.drawCentredString(document.pagesize[0] / 2, 16 * mm, office.FOOTER)
    canvas.setFillGray(0)
    canvas.setFont("song", 11)
    canvas.drawCentredString(document.pagesize[0] / 2, 23 * mm, f"— {document.page} —")
    canvas.restoreState()


def build(flowables, date, title, size=pagesizes.A4, margins=(28, 26, 35, 34), encrypt=None):
    """PDF bytes dated `date`. Margins in mm: left, right, top, bottom."""
    os.environ["SOURCE_DATE_EPOCH"] = str(calendar.timegm(date.timetuple()) + 9 * 3600)
    out = io.BytesIO()
    left, right, top, bottom = (m * mm for m in margins)
    document = BaseDocTemplate(out, pagesize=size, title=title, author=office.NAME, invariant=1, pageCompression=1, encrypt=encrypt)
    frame = Frame(left, bottom, size[0] - left - right, size[1] - top - bottom, 0, 0, 0, 0)
    document.addPageTemplates([PageTemplate(frames=[frame], onPage=footer)])
    document.build(flowables)
    return out.getvalue()


def date_words(date):
    return f"{date.year}年{date.month}月{date.day}日"


def paragraphs(lines):
    """Lines that begin with 一、… or 第…条 are headings in 黑体 when they are short."""
    out = []
    for line in lines:
        heading = len(line) < 22 and line[1:2] == "、" and line[0] in "一二三四五六七八九十"
        out.append(Paragraph(line, HEADING if heading else BODY))
    return out


def notice(number, title, to, lines, date, issuer=office.NAME, seal=True):
    flow = [RedHead(issuer, number), Spacer(1, 10), Paragraph(title, TITLE), Paragraph(to + "：", FLUSH), *paragraphs(lines), Spacer(1, 28),
            Paragraph(issuer, SIGN), Paragraph(date_words(date), SIGN)]
    if seal:
        flow.append(Seal(issuer))
    return build(flow, date, title)


def paper(title, lines, date, sign=office.NAME, seal=False):
    flow = [Paragraph(title, TITLE), *paragraphs(lines), Spacer(1, 24), Paragraph(sign, SIGN), Paragraph(date_words(date), SIGN)]
    if seal:
        flow.append(Seal(sign))
    return build(flow, date, title)


def minutes(title, facts, lines, date):
    rows = [[Paragraph(k, HEADCELL), Paragraph(v, style("fact", "fang", 12, 16))] for k, v in facts]
    grid = Table(rows, colWidths=[70, 380])
    grid.setStyle(TableStyle([("FONT", (0, 0), (-1, -1), "song", 9), ("GRID", (0, 0), (-1, -1), 0.6, black), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]))
    return build([Paragraph(title, TITLE), grid, Spacer(1, 12), *paragraphs(lines), Spacer(1, 20), Paragraph("综合科整理", SIGN), Paragraph(date_words(date), SIGN)], date, title)


def contract(title, first, second, clauses, date):
    flow = [Paragraph(title, TITLE), Paragraph(f"甲方：{first}", FLUSH), Paragraph(f"乙方：{second}", FLUSH), Spacer(1, 8), *paragraphs(clauses), Spacer(1, 30)]
    signs = Table([[Paragraph(f"甲方（盖章）：{first}", FLUSH), Paragraph(f"乙方（盖章）：{second}", FLUSH)],
                   [Paragraph(f"日期：{date_words(date)}", FLUSH), Paragraph(f"日期：{date_words(date)}", FLUSH)]], colWidths=[225, 225])
    signs.setStyle(TableStyle([("FONT", (0, 0), (-1, -1), "song", 9)]))
    return build(flow + [signs, Seal(first, left=True)], date, title)


def sheet(title, headers, rows, date, widths, landscape=True, note=None):
    """A ledger printed from a spreadsheet; widths in mm."""
    size = pagesizes.landscape(pagesizes.A4) if landscape else pagesizes.A4
    data = [[Paragraph(h, HEADCELL) for h in headers]]
    data += [[Paragraph("" if v is None else str(v), CELL) for v in row] for row in rows]
    grid = Table(data, colWidths=[w * mm for w in widths], repeatRows=1)
    grid.setStyle(TableStyle([("FONT", (0, 0), (-1, -1), "song", 9), ("GRID", (0, 0), (-1, -1), 0.5, black), ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                              ("BACKGROUND", (0, 0), (-1, 0), Color(0.9, 0.94, 0.9)), ("TOPPADDING", (0, 0), (-1, -1), 2), ("BOTTOMPADDING", (0, 0), (-1, -1), 3)]))
    flow = [Paragraph(title, style("sheet", "song-bold", 16, 24, alignment=TA_CENTER, spaceAfter=6)), Paragraph(f"填报单位：{office.NAME}　　{note or ''}", SMALL), Spacer(1, 4), grid]
    return build(flow, date, title, size, (18, 18, 20, 28))


def slides(title, pages, date):
    """Landscape slides of a lecture, one page each."""
    size = (720, 405)
    flow = []
    for heading, points in pages:
        flow.append(Paragraph(heading, style("slide", "hei", 26, 40, textColor=Color(0.05, 0.35, 0.2))))
        flow += [Paragraph("● " + point, style("point", "kai", 18, 32)) for point in points]
        flow.append(PageBreak())
    return build(flow[:-1], date, title, size, (20, 20, 18, 30))
