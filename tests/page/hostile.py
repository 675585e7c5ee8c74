"""Names and texts that pretend to be markup stay text: on the page, and in the file of check --html.

hostile.py LVCE SAMPLE
"""
import pathlib
import shutil
import subprocess
import sys

import browser
import openpyxl
from desk import Desk, Folder

SCRIPT = "<img src=x onerror=document.title='BROKEN'>"
CLOSING = "</script><script>document.title='BROKEN'</script>"
NAMES = [f"2.1.1 {SCRIPT}.pdf", f"{SCRIPT}.pdf", "2.1.2 '\"><svg onload=alert(1)>.jpg", "2.1.3 javascript:alert(1).txt", "2.1.4 <!-- ${7} {{x}}.txt"]


def poison(unit, sample):
    shutil.copytree(sample, unit)
    for name in NAMES:
        (unit / "佐证材料" / name.replace("/", "∕")).write_bytes(b"text")
    book = openpyxl.load_workbook(unit / "台账.xlsx")
    for row in book["单位信息"].iter_rows(min_row=2):
        if row[0].value == "单位名称":
            row[1].value = "局" + CLOSING
    sheet = book["自评"]
    heads = {cell.value: cell.column for cell in sheet[1]}
    sheet.cell(2, heads["责任科室"]).value = SCRIPT
    sheet.cell(3, heads["说明"]).value = CLOSING
    sheet.cell(4, heads["完成情况"]).value = SCRIPT
    book["能耗台账"].cell(5, 3).value = SCRIPT
    book.save(unit / "台账.xlsx")


def stays_text(page, routes, base):
    for route in routes:
        page.open(base + "#" + route)
        page.find("main")
        title = page.run("return document.title")
        assert "BROKEN" not in title or CLOSING in title, (route, title)
        strays = page.run("return [...document.querySelectorAll('main [onerror], main [onload], main script, main img:not([src^=\"/api/\"]):not([src^=\"data:image/jpeg;base64,\"]), iframe[srcdoc]')].length")
        assert strays == 0, route
    complaints = page.complaints()
    assert not complaints, complaints


def hostile(program, sample):
    with Folder() as folder:
        unit = folder / "单位"
        poison(unit, sample)
        page = browser.Browser()
        desk = Desk(program, unit)
        try:
            page.open(desk.address)
            page.find(".verdict")
            stays_text(page, ["overview", "indicators", "tray", "ledger", "remind", "make"], f"http://{desk.host}/")
            page.open(f"http://{desk.host}/#tray")
            page.find(".tray .file .path", SCRIPT)
            page.open(f"http://{desk.host}/#ledger")
            page.find(".faults", SCRIPT[:20])  # a long text is shown shortened
            file = folder / "页面.html"
            subprocess.run([program, "check", str(unit), "--html", str(file), "--quiet"], check=False)
            page.open(file.as_uri())
            page.find(".verdict")
            stays_text(page, ["overview", "indicators", "ledger", "remind"], file.as_uri())
            page.open(file.as_uri() + "#indicators/2.1.1")
            page.find("#i-2\\.1\\.1 .path", SCRIPT)
            assert not page.all("button[data-do=undo], input[type=file], [data-drop]"), "the file can change nothing"
        finally:
            page.close()
            desk.end()


if __name__ == "__main__":
    if not browser.is_there():
        print("chromium or chromedriver is not installed")
        sys.exit(77)
    hostile(sys.argv[1], pathlib.Path(sys.argv[2]).resolve())
    print("names and texts stayed text")
