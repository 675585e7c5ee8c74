#!/usr/bin/env python3
"""Makes samples/chongqing, yiyang, taskplan and xinjiang: one small complete unit for each of the other rubrics, invented like the first.

    make_other_samples.py [name …]

Needs the packages of make_samples.py. Two runs on one system give the same bytes.
"""
import datetime
import pathlib
import shutil
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(HERE / "maker"))

import yaml  # noqa: E402
import openpyxl  # noqa: E402

import camera  # noqa: E402
import other_evidence as lists  # noqa: E402
import others  # noqa: E402
import provinces  # noqa: E402
from other_texts import TEXTS  # noqa: E402


def indicators(rubric):
    with open(HERE.parent / "rubrics" / f"{rubric}.yaml", encoding="utf-8") as source:
        units = yaml.load(source, Loader=yaml.BaseLoader)["units"]
    return [indicator for unit in units for item in unit["items"] for indicator in item["indicators"]]


# ---- evidence -------------------------------------------------------------------------------------------------------------------

def own_text(maker, name):
    title, lines = TEXTS[name]
    return maker.text_of_paper(title, maker.adapt(lines), datetime.date(maker.p["year"], 6, 10))


def accounts(maker, year):
    spent = {2021: ("86.4", "9.2", "14.8", "11.3", "22.6"), 2022: ("79.1", "8.1", "12.0", "9.7", "19.8")}[year]
    lines = [f"{name} {value} 万元　▲（节约型机关评价相关费用）" for name, value in zip(("办公费", "印刷费", "会议费", "培训费", "“三公”经费"), spent)]
    return maker.text_of_paper(f"{year}年度部门决算报表（摘录）", lines, datetime.date(year + 1, 3, 20))


def picture(maker, name, seed):
    module, function, arguments, day = lists.PHOTOS[name]
    rooms = maker.rooms if module in ("rooms", "screen") else maker.yard
    if function == "sign":
        arguments = (*arguments[:3], getattr(rooms, arguments[3]))
    image = getattr(rooms, function)(*arguments)
    if module == "screen":
        return maker.screenshot(image), "png"
    return maker.photo(camera, image, seed, day), "jpg"


def document(maker, name):
    pdf = name.startswith("pdf:")
    name = name.removeprefix("pdf:")
    if name in TEXTS:
        return own_text(maker, name), "txt"
    if name.startswith("accounts"):
        return accounts(maker, int(name[-4:])), "txt"
    module, function, arguments = lists.PAPERS[name]
    draft = getattr(getattr(maker, module), function)
    return maker.make(lambda: draft(*arguments), pdf, name in lists.ABOUT_FIGURES), "pdf" if pdf else "txt"


def write_evidence(folder, maker, wanted, units):
    for title, name in wanted.items():
        data, extension = picture(maker, name, f"{maker.p['rubric']} {title}") if name in lists.PHOTOS else document(maker, name)
        unit = title.split(".")[0]
        path = folder / f"{unit} {units[unit]}" / f"{title}.{extension}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


# ---- workbook -------------------------------------------------------------------------------------------------------------------

def unit_items(name, maker):
    p = maker.p
    short = p["name"]
    given = dict(maker.office.UNIT_ITEMS)
    feature = provinces.FEATURE + "".join(provinces.MORE_FEATURE if name == "yiyang" else [])
    given.update({
        "单位名称": p["name"], "单位类别": p["category"], "单位层级": p["level"], "单位地址": f"{p['place']}示例路 {p['door']} 号", "省份": p["region"], "评价标准": p["rubric"],
        "评价年度": p["year"], "能耗年度": p["energy"], "对比基期": p["energy"] - 1, "备案表年度": p["year"] - 1, "填报日期": datetime.date(*p["filed"]),
        "供热计量": "无" if p["south"] else "按热量", "数据来源单位": p["name"],
        "单位基本情况": provinces.SITUATION.format(short=short, rooms=p["rooms"], door=p["door"], area=p["area"], people=p["people"]),
        "创建工作开展情况": "\n".join(provinces.WORK), "特色做法": feature, "存在问题": provinces.PROBLEMS, "下一步工作": provinces.NEXT})
    given.update(provinces.CONDITIONS.get(name, {}))
    return list(given.items())


def score_rows(name, maker, asked):
    done, claims = lists.DONE[name], lists.CLAIMS[name]
    for indicator in asked:
        id_, points = indicator["id"], indicator["points"]
        full = None if points in ("null", "~", "") else float(points)
        department, person = list(maker.office.DEPARTMENTS.values())[(int(id_[0]) - 1) % 5]
        yield (id_, indicator["text"], full, done.get(id_, "是"), claims.get(id_, full), None, department, person, None)


def make_book(name, maker, book_maker, asked):
    book = openpyxl.Workbook()
    book.remove(book.active)
    book_maker.table(book, "单位信息", None, ["项目", "内容"], unit_items(name, maker), [22, 90])
    bases = [(year, *values) for year, values in sorted(maker.ledger.BASES.items())]
    heads = ["年度", "建筑面积（平方米）", "供热面积（平方米）", "用能人数（人）", "用水人数（人）", "车辆数量（辆）", "公务用车数量（辆）"]
    book_maker.table(book, "年度基数", None, heads, bases, [10, 18, 18, 14, 14, 14, 18])
    heads = ["年度", "月份", "电（千瓦时）", "水（立方米）", "天然气（立方米）", "汽油（升）", "其中公务用车汽油（升）", "柴油（升）", "其中公务用车柴油（升）", "热力（吉焦）"]
    count = 9 if maker.p["south"] else 10
    book_maker.table(book, "能耗台账", None, heads[:count], [row[:count] for row in maker.ledger.monthly()], [8, 8, 14, 14, 16, 12, 22, 12, 22, 14])
    targets = [(metric, fall, None) for metric, fall in maker.p["targets"].items()]
    sheet = book_maker.table(book, "目标任务", None, ["指标", "下降率要求", "定额值"], targets, [22, 14, 12])
    for row in range(2, len(targets) + 2):
        sheet.cell(row, 2).number_format = "0.0%"
    heads = ["指标编号", "评价内容", "分值", "完成情况", "自评得分", "说明", "责任科室", "责任人", "完成时限"]
    rows = list(score_rows(name, maker, asked))
    sheet = book_maker.table(book, "自评", None, heads, rows, [10, 60, 8, 12, 10, 20, 14, 18, 12])
    for row in range(2, len(rows) + 2):
        sheet.cell(row, 1).number_format = "@"
    return book


def make_sample(name):
    province = provinces.PROVINCES[name]
    maker = others.Maker(province)
    import workbook as book_maker
    asked = indicators(province["rubric"])
    folder = HERE / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    book_maker.save(make_book(name, maker, book_maker, asked), folder / "台账.xlsx")
    with open(HERE.parent / "rubrics" / f"{province['rubric']}.yaml", encoding="utf-8") as source:
        units = {unit["id"]: unit["name"] for unit in yaml.load(source, Loader=yaml.BaseLoader)["units"]}
    write_evidence(folder / "佐证材料", maker, lists.EVIDENCE[name], units)


if __name__ == "__main__":
    for wanted in sys.argv[1:] or provinces.PROVINCES:
        make_sample(wanted)
