"""Scanned pages: 40, read on all cores, beside ocrmypdf for the same file; wrong characters of both are counted against what was drawn."""
import io
import os
import random
import re
import subprocess

from PIL import Image, ImageDraw, ImageFilter, ImageFont

from material import ROOT, Pdf, paragraphs, stream, workbook
from measure import measure_in_turn

PAGES, DPI = 40, 300
SLOWER_AT_MOST = 1.3
MM = DPI / 25.4


def wording():
    """Sentences of the rubrics: more characters than our own phrases have."""
    found = []
    for rubric in sorted((ROOT / "rubrics").glob("*.yaml")):
        found += re.findall(r"text: [\"']?([^\"'\n]{20,})", rubric.read_text(encoding="utf-8"))
    return found


def page_lines(number, sentences):
    """What a page says: a title, a date of issue, paragraphs of 28 characters a line."""
    choice = random.Random(number)
    text = "".join(choice.choice(sentences) + "。" for _ in range(12)) + "".join(paragraphs(200, number))
    text = re.sub(r"[^\u4e00-\u9fff，。；：（）、“”《》0-9%]", "", text).replace("。。", "。")
    body = [text[at:at + 28] for at in range(0, 28 * 20, 28)]
    return [f"示例市机关事务管理局关于第{number}批节约用能的通知", f"示管发〔2021〕{number}号", *[line for line in body if line], "2021年3月5日"]


def drawn(lines, turn, noise):
    """An office's letter as a scanner saw it, grey."""
    page = Image.new("L", (round(210 * MM), round(297 * MM)), 250)
    pen = ImageDraw.Draw(page)
    face = lambda name, size: ImageFont.truetype(str(ROOT / "fonts" / name), round(size / 72 * DPI))
    pen.text((page.width / 2, 40 * MM), lines[0], 30, face("song-bold.ttf", 20), anchor="mm")
    for at, line in enumerate(lines[1:]):
        pen.text((28 * MM, (55 + at * 10) * MM), line, 40, face("fang.ttf", 16))
    page = page.rotate(turn, Image.BICUBIC, fillcolor=250).filter(ImageFilter.GaussianBlur(0.8))
    return Image.blend(page, Image.effect_noise(page.size, 60), noise)


def write_scans(file, number_of_pages, dpi=DPI, seed=7):
    """The PDF of a scanner, and what its pages say."""
    choice, pdf, bodies, said, sentences = random.Random(seed), Pdf(), [], [], wording()
    for number in range(1, number_of_pages + 1):
        said.append(page_lines(number, sentences))
        picture = drawn(said[-1], choice.uniform(-0.8, 0.8), 0.12)
        picture = picture.resize((round(210 / 25.4 * dpi), round(297 / 25.4 * dpi)), Image.LANCZOS)
        packed = io.BytesIO()
        picture.save(packed, "JPEG", quality=75)
        facts = f"/Type /XObject /Subtype /Image /Width {picture.width} /Height {picture.height} /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /DCTDecode"
        image = pdf.add(stream(facts, packed.getvalue()))
        content = pdf.add(stream("", b"q 595.276 0 0 841.89 0 0 cm /Im Do Q"))
        bodies.append(f"<< /Type /Page /MediaBox [0 0 595.276 841.89] /Contents {content} 0 R /Resources << /XObject << /Im {image} 0 R >> >> >>")
    pdf.write(file, bodies)
    return said


def wrong(said, read):
    """Share of characters that would have to be put in, out or right (Levenshtein); blanks do not count."""
    plain = lambda text: re.sub(r"\s", "", text)
    a, b = plain(said), plain(read)
    row = list(range(len(b) + 1))
    for i, one in enumerate(a, 1):
        left, row[0] = row[0], i
        for j, other in enumerate(b, 1):
            left, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, left + (one != other))
    return row[-1] / max(len(a), 1)


def pages_of(pdf, first=1, last=PAGES, crop=()):
    text = subprocess.run(["pdftotext", "-f", str(first), "-l", str(last), *crop, pdf, "-"], capture_output=True, text=True, check=True).stdout
    return text.split("\f")


def mistakes(said, pages):
    return sum(wrong("".join(lines), page) for lines, page in zip(said, pages)) / len(said)


def bench(table, lvce, folder, _soffice):
    unit, empty = workbook(folder / "unit"), workbook(folder / "empty")
    file = unit / "佐证材料" / "2.1.1 扫描件.pdf"
    said = write_scans(file, PAGES)
    build = lambda what, *options: ([lvce, "build", what, "-o", folder / f"out-{what.name}", "--screen", "--quiet", *options], {"accepted": (0, 1)})
    plain, ours, other = measure_in_turn(build(unit), build(unit, "--ocr"),
                                         (["ocrmypdf", "--skip-text", "-l", "chi_sim", file, folder / "ocrmypdf.pdf"], {"env": {"OMP_THREAD_LIMIT": "1"}}), runs=1)
    cores = len(os.sched_getaffinity(0))
    table.compare(f"扫描件 scans: {PAGES}页，{cores}核（全过程 all）", ours, "ocrmypdf --skip-text -l chi_sim", other, 1 / SLOWER_AT_MOST)
    table.alone("    不识别 without --ocr", plain)
    below_strip = ("-r", "72", "-x", "0", "-y", "50", "-W", "600", "-H", "780")
    read = [page for page in pages_of(folder / "out-unit" / "示例局" / "05 佐证材料汇编.pdf", 1, 1000, below_strip) if page.strip()][-PAGES:]
    own, theirs = mistakes(said, read), mistakes(said, pages_of(folder / "ocrmypdf.pdf"))
    table.alone(f"    错字 wrong characters: {own:.2%}", ours, f"ocrmypdf {theirs:.2%}", goal="≤", met=own <= theirs)
