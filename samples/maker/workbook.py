"""台账.xlsx, with fixed times so that two runs give the same bytes."""
import datetime
import io
import re
import zipfile

import openpyxl
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

import ledger
import office

STAMP = datetime.datetime(2021, 10, 12, 9, 0, 0)
HEAD = PatternFill("solid", fgColor="D9E8D8")
THIN = Border(*(Side(style="thin", color="999999"),) * 4)

COUNTS = {"2.2.2": 6, "5.1.1": 2, "5.1.2": 5, "5.1.3": 2, "5.2.2": 2}  # 完成情况 of counting rules
OPEN = {"1.1.1"}  # computed from the ledger
NOTES = {"1.1.1": "三项指标均完成，见计算表", "2.2.2": "六项制度已汇编印发", "5.1.1": "世界水日、节能宣传周各一项", "5.1.2": "五类标识",
         "5.1.3": "主管部门平台两次", "5.2.2": "4月、9月各一次"}
DUE = datetime.date(2021, 9, 30)


def table(book, name, title, headers, rows, widths):
    sheet = book.create_sheet(name)
    first = 1
    if title:
        sheet.cell(1, 1, title).font = Font(size=14, bold=True)
        sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(headers))
        first = 2
    for column, (header, width) in enumerate(zip(headers, widths), 1):
        cell = sheet.cell(first, column, header)
        cell.font, cell.fill, cell.border = Font(bold=True), HEAD, THIN
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        sheet.column_dimensions[openpyxl.utils.get_column_letter(column)].width = width
    for row, values in enumerate(rows, first + 1):
        for column, value in enumerate(values, 1):
            if value is None:
                continue
            cell = sheet.cell(row, column, value)
            cell.border = THIN
            cell.alignment = Alignment(vertical="center", wrap_text=isinstance(value, str) and len(value) > 12)
            if isinstance(value, datetime.date):
                cell.number_format = 'yyyy"年"m"月"d"日"'
    sheet.freeze_panes = sheet.cell(first + 1, 1)
    return sheet


def add_monthly(book, skip):
    headers = ["年度", "月份", "电（千瓦时）", "水（立方米）", "天然气（立方米）", "汽油（升）", "其中公务用车汽油（升）", "柴油（升）", "其中公务用车柴油（升）", "热力（吉焦）"]
    rows = [row for row in ledger.monthly() if row[:2] != skip]
    sheet = table(book, "能耗台账", f"{office.NAME}能源资源消费台账", headers, rows, [8, 8, 14, 14, 16, 12, 22, 12, 22, 14])
    first = 3
    for year in (office.BASE_YEAR, office.ENERGY_YEAR):  # the year is written once for its months
        count = sum(1 for row in rows if row[0] == year)
        for row in range(first + 1, first + count):
            sheet.cell(row, 1).value = None
        sheet.merge_cells(start_row=first, start_column=1, end_row=first + count - 1, end_column=1)
        sheet.cell(first, 1).alignment = Alignment(horizontal="center", vertical="center")
        first += count


def add_targets(book):
    rows = [("人均综合能耗", 0.03, None), ("单位建筑面积能耗", 0.025, None), ("人均用水量", 0.03, None)]
    sheet = table(book, "目标任务", None, ["指标", "下降率要求", "定额值"], rows, [22, 14, 12])
    for row in (2, 3, 4):
        sheet.cell(row, 2).number_format = "0.0%"


def add_scores(book, indicators):
    rows = []
    for indicator in indicators:
        id_ = indicator["id"]
        done = None if id_ in OPEN else COUNTS.get(id_, "是")
        department, person = office.DEPARTMENTS[id_.split(".")[0]]
        rows.append((id_, indicator["text"], indicator["points"], done, indicator["points"], NOTES.get(id_), department, person, DUE))
    headers = ["指标编号", "评价内容", "分值", "完成情况", "自评得分", "说明", "责任科室", "责任人", "完成时限"]
    sheet = table(book, "自评", None, headers, rows, [10, 60, 8, 12, 10, 26, 14, 18, 16])
    for row in range(2, len(rows) + 2):
        sheet.cell(row, 1).number_format = "@"


def add_ledgers(book):
    table(book, "能耗明细台账", None, ["年度", "月份", "能源种类", "表号", "上期读数", "本期读数", "倍率", "用量", "单价", "金额", "备注"], ledger.meter_rows(),
          [8, 8, 10, 10, 12, 12, 8, 12, 8, 14, 10])
    table(book, "计量器具台账", None, ["名称", "规格型号", "安装使用地点", "测量对象", "准确度", "出厂编号", "检定周期", "状态"], ledger.INSTRUMENTS,
          [16, 16, 20, 18, 10, 12, 10, 8])
    table(book, "公务用车台账", None, ["车牌", "车型", "燃料", "月份", "起止里程", "行驶里程", "加油量", "金额", "百公里油耗", "定额"], ledger.vehicle_rows(),
          [12, 16, 8, 14, 18, 10, 10, 12, 12, 8])
    table(book, "垃圾清运台账", None, ["日期", "类别", "数量", "收运单位", "交付人", "接收人"], ledger.waste_rows(), [14, 12, 10, 26, 16, 16])


def make_book(indicators, skip=None):
    """`skip`: (year, month) whose row is left out."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    table(book, "单位信息", None, ["项目", "内容"], office.UNIT_ITEMS, [22, 90])
    bases = [(year, *values) for year, values in sorted(ledger.BASES.items())]
    table(book, "年度基数", None, ["年度", "建筑面积（平方米）", "供热面积（平方米）", "用能人数（人）", "用水人数（人）", "车辆数量（辆）", "公务用车数量（辆）"], bases,
          [10, 18, 18, 14, 14, 14, 18])
    add_monthly(book, skip)
    add_targets(book)
    add_scores(book, indicators)
    add_ledgers(book)
    return book


def save(book, path):
    """openpyxl stamps the current time: written again with a fixed one."""
    book.properties.creator = office.NAME
    book.properties.created = STAMP
    raw = io.BytesIO()
    book.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name in source.namelist():
            data = source.read(name)
            if name == "docProps/core.xml":
                data = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2021-10-12T09:00:00Z", data)
            info = zipfile.ZipInfo(name, (2021, 10, 12, 9, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(info, data)
