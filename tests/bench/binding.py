"""Binding: 200 files of 5 pages, half scans, half documents with their own fonts. lvce checks each, frames, stamps, numbers, links and
labels the pages, and writes them in two volumes and an archive; qpdf and mutool only put them one behind the other, once."""
import subprocess

from material import paragraphs, scan, workbook
from measure import measure_in_turn, run_once
from other_tools import font_environment, html_paragraphs

FILES, PAGES = 200, 5
DOCUMENTS = 10  # different texts; the files differ in their last bytes


def grey_scan(folder):
    """A4 at 150 dpi, as a copier sends it: paper noise, about 200 KB."""
    jpeg = folder / "scan.jpg"
    subprocess.run(["vips", "gaussnoise", str(folder / "noise.v"), "1240", "1754", "--mean", "235", "--sigma", "6", "--seed", "7"], check=True)
    subprocess.run(["vips", "cast", str(folder / "noise.v"), str(folder / "grey.v"), "uchar"], check=True)
    subprocess.run(["vips", "jpegsave", str(folder / "grey.v"), str(jpeg), "--Q", "60"], check=True)
    return jpeg.read_bytes(), (1240, 1754)


def documents(folder, count):
    """Five pages each, made by WeasyPrint with a subset of a face, as an office's own export has."""
    out = []
    for number in range(count):
        page, pdf = folder / f"document-{number}.html", folder / f"document-{number}.pdf"
        page.write_text(html_paragraphs(paragraphs(PAGES * 540 - 300, 100 + number)), encoding="utf-8")
        run_once(["weasyprint", page, pdf], env=font_environment(folder))
        out.append(pdf.read_bytes())
    return out


def evidence(folder):
    unit = workbook(folder / "unit")
    jpeg, size = grey_scan(folder)
    texts = documents(folder, DOCUMENTS)
    for number in range(FILES):
        file = unit / "佐证材料" / f"2.1.1-{number + 1} 材料.pdf"
        if number % 2 == 0:
            scan(file, jpeg, size, PAGES, str(number))
        else:
            file.write_bytes(texts[number // 2 % DOCUMENTS] + f"%{number}\n".encode())
    return unit


def bench(table, lvce, folder, _soffice):
    unit = evidence(folder)
    files = sorted((unit / "佐证材料").iterdir())
    qpdf = ["qpdf", "--stream-data=preserve", "--empty", "--pages", *files, "--", folder / "qpdf.pdf"]
    ours, check, merged, mutool = measure_in_turn(([lvce, "build", unit, "-o", folder / "out", "--quiet"], {"accepted": (0, 1)}),
                                                  ([lvce, "check", unit, "--quiet"], {"accepted": (0, 1)}), (qpdf, {}),
                                                  (["mutool", "merge", "-o", folder / "mutool.pdf", *files], {}))
    table.compare(f"装订 binding: {FILES}个文件 {FILES * PAGES}页", ours, "qpdf --stream-data=preserve", merged, 0.5)
    table.compare("", ours, "mutool merge", mutool)
    table.alone("    其中核验 checking the files", check)
