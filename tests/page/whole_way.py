"""From an empty folder to a package with nothing but clicks, drags and keys in a real browser.

whole_way.py LVCE SAMPLE. The workbook is filled by a script, as it would be by hand in WPS; evidence comes from the sample.
"""
import json
import pathlib
import subprocess
import sys

import browser
import openpyxl
from desk import Desk, Folder
from fill import fill

UNIT = "测试示例局"


def new_unit(page):
    page.find("h2", "新建单位")
    page.type("input[name=name]", UNIT)
    page.type("select[name=rubric]", "山西")
    page.click("form.new button[type=submit]")
    page.find(".begin h2", "从这里开始")


def give_file(page, unit, evidence):
    """Three ways to an indicator: the button, a drag of a loose file, the keyboard."""
    page.click(".tabs a", "指标")
    page.type("#i-2\\.1\\.1 input[type=file]", str(evidence["通知"]))
    page.find("#i-2\\.1\\.1 .file .title", "领导小组的通知")
    assert any("领导小组" in path.name for path in unit.rglob("佐证材料/2.1.1*/*.pdf")), "not in the indicator's folder"

    (unit / "佐证材料" / "岗位通知.pdf").write_bytes(evidence["岗位"].read_bytes())
    (unit / "佐证材料" / "来历不明.pdf").write_bytes(evidence["推进"].read_bytes())
    page.click(".tabs a", "归位")
    loose = page.find(".tray .file", "岗位通知")
    page.drag(loose, page.find(".slot", "2.1.3"))
    page.wait_until("the dragged file has its place", lambda: list(unit.rglob("佐证材料/2.1.3*/2.1.3 岗位通知.pdf")))
    page.wait_until("it is gone from the tray", lambda: not any("岗位通知" in page.text(each) for each in page.all(".tray .file")))

    page.click(".tray .file button", "归入…")
    page.find("dialog[open]")
    page.type("dialog input[type=search]", "2.1.4")
    page.find("dialog li", "2.1.4")
    page.press("Tab", "Space")
    page.find("dialog button[type=submit]", "归入 2.1.4")
    page.press("Tab", "Enter")
    page.wait_until("the picked file has its place", lambda: list(unit.rglob("佐证材料/2.1.4*/2.1.4 来历不明.pdf")))
    page.find(".tray .empty", "所有文件都已归入指标")


def undo_and_withdraw(page, unit):
    page.click(".top button", "撤销")
    page.wait_until("the last step is taken back", lambda: (unit / "佐证材料" / "来历不明.pdf").exists())
    page.find(".tray .file", "来历不明")
    page.click(".tray .file button", "撤回")
    page.wait_until("withdrawn, not deleted", lambda: (unit / "佐证材料" / ".撤回" / "来历不明.pdf").exists())
    record = (unit / "佐证材料" / "改名记录.csv").read_text(encoding="utf-8-sig")
    assert ".撤回/来历不明.pdf" in record, record


def declined_in_the_table(page, program, unit):
    """否 in 归档建议.xlsx: the file is asked about no more, and is still there to be given a place."""
    (unit / "佐证材料" / "食堂菜单.txt").write_text("一周菜单", encoding="utf-8")
    page.find(".tray .file", "食堂菜单")
    subprocess.run([program, "sort", str(unit), "--quiet"], check=False, timeout=60)
    table = unit / "佐证材料" / "归档建议.xlsx"
    book = openpyxl.load_workbook(table)
    heads = {cell.value: cell.column for cell in book.active[1]}
    book.active.cell(2, heads["采用"]).value = "否"
    book.save(table)
    page.find(".tray .empty", "所有文件都已归入指标")
    page.click(".tray summary", "填了否")
    page.find(".tray details li", "食堂菜单.txt")
    (unit / "佐证材料" / "食堂菜单.txt").unlink()
    table.unlink()


def drop_from_desktop(page, unit, evidence):
    page.click(".tabs a", "指标")
    page.drop_files(page.find("#i-4\\.2\\.1"), [evidence["照片"]])
    page.find("#i-4\\.2\\.1 .file img")
    field = "#i-4\\.2\\.1 .caption-field input"
    page.write_over(field, "大厅分类垃圾桶，2021年5月")
    page.press("Enter")
    page.wait_until("the caption is in 图说.txt", lambda: any("：大厅分类垃圾桶，2021年5月" in each.read_text(encoding="utf-8-sig") for each in unit.rglob("图说.txt")))


def keep_current(page, unit, sample):
    page.click(".tabs a", "总览")
    before = page.text(page.find(".verdict .figure"))
    fill(unit / "台账.xlsx", sample / "台账.xlsx")
    page.wait_until("the verdict follows the workbook", lambda: page.text(page.find(".verdict .figure")) != before)
    page.click(".tabs a", "台账")
    page.find(".chart svg")
    page.find(".months td", "47900")


def make_package(page, folder, unit):
    page.click(".tabs a", "生成")
    page.click(".run button", "生成全部材料")
    page.wait_until("the package is made", lambda: "完成" in page.text(page.find(".progress")), 180)
    page.find(".made li", "申报材料全本.pdf", 30)
    page.find("iframe.preview")
    result = json.loads(next((folder / "输出").rglob("result.json")).read_text())
    assert result["unit"]["name"] and any(item["evidence"] for item in result["indicators"])


def made(page, button, name, seconds=180):
    """One of 生成's other buttons, to its end; `name` is then in the list."""
    page.click(".run button", button)
    page.wait_until(button + " has begun", lambda: button in page.text(page.find(".progress")))
    page.wait_until(button + " is done", lambda: "完成" in page.text(page.find(".progress")), seconds)
    page.find(".made li", name, 30)


def make_the_rest(page, unit, evidence):
    (unit / "佐证材料" / "2.1.3 岗位补充通知.pdf").write_bytes(evidence["岗位"].read_bytes() + b"\n")
    made(page, "编补页", "补页.pdf")
    made(page, "生成文稿", "能源资源消费分析报告")
    made(page, "打印验收用", "1-验收先看.pdf")
    page.click(".made li button", "1-验收先看.pdf")
    page.find('iframe.preview[title="1-验收先看.pdf"]')


def whole_way(program, sample):
    evidence = {name: next(sample.rglob(pattern)) for name, pattern in
                {"通知": "2.1.1-1*.pdf", "岗位": "2.1.3*.pdf", "推进": "2.1.4*.pdf", "照片": "2.2.4.1*/*.jpg"}.items()}
    with Folder() as folder:
        desk, page = Desk(program, folder), browser.Browser()
        try:
            page.open(desk.address)
            new_unit(page)
            unit = folder / UNIT
            give_file(page, unit, evidence)
            undo_and_withdraw(page, unit)
            declined_in_the_table(page, program, unit)
            drop_from_desktop(page, unit, evidence)
            keep_current(page, unit, sample)
            make_package(page, folder, unit)
            make_the_rest(page, unit, evidence)
            complaints = page.complaints()
            assert not complaints, complaints
            page.click(".top button", "结束")
            page.find("main", "绿册已结束")
            assert desk.process.wait(60) == 0
        finally:
            page.close()
            desk.end()


if __name__ == "__main__":
    if not browser.is_there():
        print("chromium or chromedriver is not installed")
        sys.exit(77)
    whole_way(sys.argv[1], pathlib.Path(sys.argv[2]).resolve())
    print("from 新建 to a package: done")
