"""The page's list of findings is the one that `lvce check` prints: the same entries in the same order, many of a kind once, each to be opened to its places.

folded.py LVCE SAMPLE
"""
import pathlib
import re
import shutil
import subprocess
import sys

import browser
import openpyxl
from desk import Desk, Folder

LINE = re.compile(r"^(?:  └ )?\[(错误|缺项|提醒)\] (.*)〔[a-z0-9-]+〕$")
ENTRIES = """return [...document.querySelectorAll('#findings > ul li.finding')].filter((row) => !row.closest('details.places'))
  .map((row) => { const what = row.querySelector('.what'); return [what.querySelector('b').textContent, what.textContent, row.parentElement.classList.contains('under')]; });"""


def messy(unit, sample):
    """Twelve loose files, thirty lost papers, answers that are none, some of them dashes, and a figure that is a word."""
    shutil.copytree(sample, unit)
    evidence = unit / "佐证材料"
    papers = sorted(path for path in evidence.rglob("*") if path.is_file() and re.match(r"\d", path.name))
    for path in papers[:30]:
        path.unlink()
    for number in range(12):
        (evidence / f"散件{number}.txt").write_text(f"第{number}件", encoding="utf-8")
    book = openpyxl.load_workbook(unit / "台账.xlsx")
    sheet = book["自评"]
    heads = {cell.value: cell.column for cell in sheet[1]}
    yes = [row for row in range(2, sheet.max_row + 1) if sheet.cell(row, heads["完成情况"]).value == "是"]
    for place, row in enumerate(yes[-8:]):
        sheet.cell(row, heads["完成情况"]).value = "/" if place % 2 else "基本完成"
    book["能耗台账"].cell(5, 3).value = "约三千"
    book.save(unit / "台账.xlsx")


def printed(program, unit):
    """What check prints: (label, words, whether it stands below another)."""
    said = subprocess.run([program, "check", str(unit)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False).stdout
    return [(found[1], found[2], line.startswith("  └ ")) for line in said.splitlines() if (found := LINE.match(line))], said


def message_of(words):
    """where — message — hint（owner): what stands on the page behind the colon."""
    return words.split(" — ")[1]


def same_list(page, lines):
    entries = page.run(ENTRIES)
    assert [(label, below) for label, _, below in lines] == [(label, below) for label, _, below in entries], (lines, entries)
    for (_, words, _), (_, shown, _) in zip(lines, entries):
        assert message_of(words) in shown, (words, shown)


def opens_to_its_places(page, said):
    folded = page.all("#findings details.places")
    assert folded, "many of a kind are one entry"
    assert not page.all("#findings details.places[open]")
    page.click("#findings details.places summary")
    page.find("#findings details.places[open]")
    shown = page.run("return [...document.querySelectorAll('#findings details.places[open] li')].length || document.querySelectorAll('#findings details.places[open] a').length")
    count = page.run("return Number(/（(\\d+) 条）/.exec(document.querySelector('#findings details.places summary').textContent)[1])")
    assert shown == count > 1, (shown, count)


def counts_are_those_of_check(page, said):
    numbers = re.search(r"错误 (\d+) 条，缺项 (\d+) 条，提醒 (\d+) 条", said).groups()
    tiles = page.run("return [...document.querySelectorAll('.tiles .tile b')].slice(0, 3).map((each) => each.textContent)")
    assert list(numbers) == tiles, (numbers, tiles)


def folded(program, sample):
    with Folder() as folder:
        unit = folder / "单位"
        messy(unit, sample)
        lines, said = printed(program, unit)
        assert 0 < len(lines) <= 25, said
        page = browser.Browser()
        desk = Desk(program, unit)
        try:
            page.open(desk.address)
            page.find(".verdict")
            same_list(page, lines)
            counts_are_those_of_check(page, said)
            opens_to_its_places(page, said)
            page.size(390, 844)
            assert page.run("return document.documentElement.scrollWidth") <= 390, "a telephone does not scroll sideways"
            assert not page.complaints()
        finally:
            page.close()
            desk.end()


if __name__ == "__main__":
    if not browser.is_there():
        sys.exit(77)
    folded(sys.argv[1], pathlib.Path(sys.argv[2]))
    print("folded: done")
