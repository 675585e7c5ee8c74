"""A printed paper as it comes from the office's scanner: grey, a little crooked and dusty, pages without text."""
import calendar
import io
import os
import pathlib
import random
import subprocess
import tempfile

from PIL import Image, ImageChops, ImageDraw, ImageFilter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

DPI = 112


def pages_of(pdf):
    """Grey pictures of the pages, by pdftoppm."""
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder, "in.pdf")
        source.write_bytes(pdf)
        subprocess.run(["pdftoppm", "-r", str(DPI), "-gray", str(source), str(pathlib.Path(folder, "p"))], check=True)
        return [Image.open(path).convert("L").copy() for path in sorted(pathlib.Path(folder).glob("p*.pgm"))]


def grain(size, chance, strength):
    """Fine noise around mid-grey, the same for the same chance."""
    small = Image.frombytes("L", (size[0] // 2, size[1] // 2), chance.randbytes((size[0] // 2) * (size[1] // 2)))
    small = small.filter(ImageFilter.GaussianBlur(0.6)).resize(size, Image.BILINEAR)
    return small.point(lambda v: 128 + (v - 128) * strength // 128)


def scanned(page, chance):
    page = page.rotate(chance.uniform(-0.7, 0.7), Image.BICUBIC, fillcolor=255)
    page = ImageChops.offset(page, chance.randint(-6, 6), chance.randint(-8, 8))
    draw = ImageDraw.Draw(page)
    for _ in range(chance.randint(15, 30)):  # dust
        x, y = chance.randrange(page.width), chance.randrange(page.height)
        draw.ellipse((x, y, x + chance.randint(0, 2), y + chance.randint(0, 2)), fill=chance.randint(90, 180))
    edge = chance.randint(8, 20)
    for i in range(edge):  # the shadow of the lid
        draw.line((i, 0, i, page.height), fill=170 + 75 * i // edge)
    page = page.filter(ImageFilter.GaussianBlur(0.45)).point(lambda v: max(28, min(244, v)))
    return ImageChops.add(page, grain(page.size, chance, 14), 1, -128)


def scan(pdf, date, seed, quality=38):
    chance = random.Random(seed)
    os.environ["SOURCE_DATE_EPOCH"] = str(calendar.timegm(date.timetuple()) + 9 * 3600)
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1, initialFontName="song")
    for page in pages_of(pdf):
        jpeg = io.BytesIO()
        scanned(page, chance).save(jpeg, "JPEG", quality=quality)
        jpeg.seek(0)
        size = (page.width * 72 / DPI, page.height * 72 / DPI)
        canvas.setPageSize(size)
        canvas.drawImage(ImageReader(jpeg), 0, 0, *size)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
