"""Own pages: text evidence of 10, 100 and 1,000 pages in a whole package, beside WeasyPrint and LibreOffice setting the same text once.

lvce writes the pages twice (the whole volume and the evidence volume), beside its reports, sheets and archive.
"""
import subprocess

from material import paragraphs, workbook
from measure import measure_in_turn
from other_tools import flat_odt, font_environment, html_paragraphs

CHARACTERS_A_PAGE = 560
PAGES_A_FILE = 50
MEGABYTES_AT_MOST = 150


def unit_of(folder, pages):
    unit, texts = workbook(folder / "unit"), []
    for number in range(0, pages, PAGES_A_FILE):
        own = paragraphs(min(PAGES_A_FILE, pages - number) * CHARACTERS_A_PAGE, number)
        (unit / "佐证材料" / f"2.1.1-{number + 1} 情况说明.txt").write_text("\n".join(own), encoding="utf-8")
        texts += own
    return unit, texts


def pages_in(pdf):
    facts = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout
    return int(next(line.split()[1] for line in facts.splitlines() if line.startswith("Pages:")))


def bench_one(table, lvce, folder, soffice, pages):
    folder.mkdir()
    unit, texts = unit_of(folder, pages)
    page, odt, fonts = folder / "text.html", folder / "text.fodt", font_environment(folder)
    page.write_text(html_paragraphs(texts), encoding="utf-8")
    odt.write_text(flat_odt(texts), encoding="utf-8")
    ours, weasy, office = measure_in_turn(([lvce, "build", unit, "-o", folder / "out", "--quiet"], {"accepted": (0, 1)}),
                                          (["weasyprint", page, folder / "weasy.pdf"], {"env": fonts}), (soffice.to_pdf([odt]), {"env": fonts}),
                                          runs=1 if pages > 100 else 3)
    made = pages_in(folder / "out" / "示例局" / "05 佐证材料汇编.pdf")
    title = f"自有页面 own pages: {made}"
    table.compare(title, ours, f"WeasyPrint: {pages_in(folder / 'weasy.pdf')}", weasy, 3)
    table.compare("", ours, f"LibreOffice Writer: {pages_in(soffice.folder / 'soffice' / 'text.pdf')}", office)
    if pages >= 1000:
        table.alone("    1,000页内存 memory", ours, goal=f"<{MEGABYTES_AT_MOST} MB", met=ours.megabytes < MEGABYTES_AT_MOST)


def bench(table, lvce, folder, soffice):
    for pages in (10, 100, 1000):
        bench_one(table, lvce, folder / f"own-{pages}", soffice, pages)
