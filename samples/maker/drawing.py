"""An A3 drawing: where the meters of the main building are."""
import calendar
import io
import os
from datetime import date

from reportlab.lib.pagesizes import A3, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

import office

METERS = [(70, 60, "DB-11", "一层电井"), (130, 60, "DB-12", "二层电井"), (190, 60, "DB-13", "三层电井"), (250, 60, "DB-14", "四层电井"),
          (62, 223, "DB-01", "配电室"), (325, 223, "RB-01", "换热站"), (358, 140, "SB-01", "水表井"), (62, 140, "DB-22", "数据机房")]


def frame(c):
    c.setLineWidth(0.4 * mm)
    c.rect(10 * mm, 10 * mm, 400 * mm, 277 * mm)
    c.setLineWidth(1.0 * mm)
    c.rect(25 * mm, 15 * mm, 380 * mm, 267 * mm)


def walls(c):
    c.setLineWidth(0.7 * mm)
    c.rect(45 * mm, 90 * mm, 330 * mm, 150 * mm)
    c.setLineWidth(0.35 * mm)
    c.line(45 * mm, 155 * mm, 375 * mm, 155 * mm)
    c.line(45 * mm, 175 * mm, 375 * mm, 175 * mm)
    for i in range(1, 10):
        c.line((45 + 33 * i) * mm, 90 * mm, (45 + 33 * i) * mm, 155 * mm)
        c.line((45 + 33 * i) * mm, 175 * mm, (45 + 33 * i) * mm, 240 * mm)
    c.setFont("fang", 11)
    for i in range(10):
        c.drawCentredString((61 + 33 * i) * mm, 120 * mm, f"{101 + i}")
        c.drawCentredString((61 + 33 * i) * mm, 205 * mm, f"{121 + i}")
    c.drawCentredString(210 * mm, 163 * mm, "走　　廊")


def meters(c):
    for x, y, number, place in METERS:
        c.setStrokeColorRGB(0.75, 0.1, 0.1)
        c.setFillColorRGB(1, 1, 1)
        c.circle(x * mm, y * mm, 7 * mm, fill=1)
        c.setFillColorRGB(0.75, 0.1, 0.1)
        c.setFont("hei", 9)
        c.drawCentredString(x * mm, (y - 1.2) * mm, number)
        c.setFillColorRGB(0, 0, 0)
        c.setFont("fang", 10)
        c.drawCentredString(x * mm, (y - 13) * mm, place)
    c.setStrokeColorRGB(0, 0, 0)


def title_block(c):
    x, y = 285 * mm, 15 * mm
    c.setLineWidth(0.5 * mm)
    c.rect(x, y, 120 * mm, 32 * mm)
    for i in range(1, 4):
        c.line(x, y + 8 * i * mm, x + 120 * mm, y + 8 * i * mm)
    c.line(x + 30 * mm, y, x + 30 * mm, y + 32 * mm)
    rows = [("单　位", office.NAME), ("图　名", "能源资源计量器具布置图（主楼一层）"), ("图　号", "JL-01　　比例 1:150"), ("日　期", "2021年4月12日　机关服务中心")]
    c.setFont("fang", 11)
    for i, (k, v) in enumerate(rows):
        c.drawString(x + 4 * mm, y + (26.5 - 8 * i) * mm, k)
        c.drawString(x + 33 * mm, y + (26.5 - 8 * i) * mm, v)
    c.setFont("song", 8)
    c.setFillGray(0.45)
    c.drawString(30 * mm, 18 * mm, office.FOOTER)
    c.setFillGray(0)


def plan():
    os.environ["SOURCE_DATE_EPOCH"] = str(calendar.timegm(date(2021, 4, 12).timetuple()) + 9 * 3600)
    out = io.BytesIO()
    c = Canvas(out, pagesize=landscape(A3), invariant=1, initialFontName="song")
    c.setTitle("能源资源计量器具布置图")
    c.setAuthor(office.NAME)
    frame(c)
    c.setFont("song-bold", 22)
    c.drawCentredString(210 * mm, 262 * mm, "能源资源计量器具布置图")
    walls(c)
    meters(c)
    title_block(c)
    c.save()
    return out.getvalue()
