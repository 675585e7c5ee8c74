#!/usr/bin/env python3
"""One month altered in the produced calculation workbook and recalculated by LibreOffice: the year, standard coal, carbon, intensities, rates of
decline, verdicts and points follow, to the value worked out here by hand.

altered_month.py BINARY SAMPLES: exit 0 when everything follows, 77 (skipped) without LibreOffice."""
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import openpyxl

# What the official texts print: kgce for one unit of the ledger; tCO2 for one unit; t CO2 for one kWh of the grid.
COAL = {"电": 0.1229, "天然气": 1.33, "汽油": 1.4714 * 0.73, "柴油": 1.4571 * 0.86, "热力": 34.12}
COAL_XINJIANG = {**COAL, "柴油": 1.4571 * 0.96, "热力": 34.1}
CARBON = {"天然气": 0.002184, "汽油": 0.002179, "柴油": 0.002718, "热力": 0.11}
GRID = {"shanxi-complete": 0.0007222, "xinjiang": 0.0006231, "chongqing": 0.0004743, "yiyang": 0.0005138, "taskplan": 0.0007222}
ENERGY, AREA, WATER, CARBON_PER_AREA = range(4)  # columns of the decline table
FALL = {"shanxi-complete": [3, 2.5, 3, None], "xinjiang": [1.4, 1.19, 1.4, 1.5], "chongqing": [3, 2.5, 3, None], "yiyang": [2.5, 2.0, 2.5, None],
        "taskplan": [3, 2.5, 3, None]}
SHARES = {"xinjiang": [2.5, 2.5, 2.5, 2.5], "yiyang": [4, 3, 3, 0], "taskplan": [3.5, 3.5, 3, 0]}  # a target each
ALL = {"shanxi-complete": 9, "chongqing": 10}  # all or nothing
ALTERED = [("电", 7, 5.0), ("水", 3, 4.0), ("电", 1, 0.5)]  # carrier, month, times

PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"""


def rows_of(sheet):
    """First cell → row, the first of each."""
    found = {}
    for row in sheet.iter_rows():
        found.setdefault(row[0].value, row)
    return found


def year_sheets(book, ending):
    return [sheet for sheet in book if sheet.title.endswith(ending)]


def months(sheet):
    return {name: [cell.value for cell in row[2:14]] for name, row in rows_of(sheet).items() if row[1].value in ("千瓦时", "立方米", "升", "吉焦")}


def intensities(sample, year_sheet, used):
    """The four intensities from months and base figures alone."""
    base = rows_of(year_sheet)
    area, people = base["建筑面积"][2].value, base["用能人数"][2].value
    water_users = base["用水人数"][2].value if "用水人数" in base else people
    coal = COAL_XINJIANG if sample == "xinjiang" else COAL
    carbon = {**CARBON, "电": GRID[sample]}
    total = {name: sum(values) for name, values in used.items()}
    kgce = sum(total[name] * coal[name] for name in total if name in coal)
    tonnes = sum(total[name] * carbon[name] for name in total if name in carbon)
    vehicles = {fuel: total.get("其中公务用车" + fuel, 0) for fuel in ("汽油", "柴油")}
    building = kgce - sum(litres * coal[fuel] for fuel, litres in vehicles.items())
    building_tonnes = tonnes - sum(litres * carbon[fuel] for fuel, litres in vehicles.items())
    return kgce, tonnes, [kgce / people, building / area, total["水"] / water_users, building_tonnes * 1000 / area]


def points(sample, met):
    if sample in ALL:
        return ALL[sample] if all(met[:3]) else 0
    return sum(share for share, done in zip(SHARES[sample], met) if done)


def close(a, b):
    return isinstance(a, (int, float)) and abs(a - b) <= 1e-9 * max(1, abs(b))


class Case:
    def __init__(self, sample, source, folder, number):
        self.sample, self.change = sample, ALTERED[number]
        self.file = folder / f"{sample}-{number}.xlsx"
        book = openpyxl.load_workbook(source)
        carrier, month, times = self.change
        cell = rows_of(year_sheets(book, "年逐月台账")[1])[carrier][1 + month]
        assert not cell.protection.locked, "a month must be open to typing"
        cell.value *= times
        book.save(self.file)

    def faults(self, recalculated):
        book = openpyxl.load_workbook(recalculated, data_only=True)
        before, after = (intensities(self.sample, form, months(ledger)) for form, ledger in
                         zip(year_sheets(book, "年计算表"), year_sheets(book, "年逐月台账")))
        form, decline = rows_of(year_sheets(book, "年计算表")[1]), rows_of(book["强度指标下降率"])
        total = next(row for name, row in form.items() if str(name).startswith("单能耗（"))
        wanted = [("kgce", total[4].value, after[0]), ("tCO2", total[5].value, after[1])]
        met = []
        for column in (ENERGY, AREA, WATER, CARBON_PER_AREA):
            change = after[2][column] / before[2][column] - 1
            required = FALL[self.sample][column]
            wanted += [("value", [row[1 + column].value for name, row in decline.items() if str(name).endswith("年")][1], after[2][column]),
                       ("change", decline["变化率（负值为下降）"][1 + column].value, change)]
            met.append(required is not None and change <= -required / 100)
            words = "不考核" if required is None else "完成" if met[-1] else "未完成"
            if decline["完成情况"][1 + column].value != words:
                yield f"完成情况 {column}: {decline['完成情况'][1 + column].value}, not {words}"
        score = next(row for name, row in decline.items() if str(name).startswith("指标1.1.1"))[4].value
        others = next(row for name, row in decline.items() if str(name).startswith("其他指标"))[4].value
        sum_of_all = next(row for name, row in decline.items() if str(name).startswith("自评总分"))[4].value
        wanted += [("points", score, points(self.sample, met)), ("total", sum_of_all, points(self.sample, met) + others)]
        yield from (f"{name}: {got}, not {right}" for name, got, right in wanted if not close(got, right))


def main():
    binary, samples = sys.argv[1], Path(sys.argv[2])
    office = shutil.which("soffice")
    if office is None:
        return 77
    failed = 0
    with tempfile.TemporaryDirectory(prefix="lvce-altered-") as scratch:
        folder = Path(scratch)
        (folder / "profile" / "user").mkdir(parents=True)
        (folder / "profile" / "user" / "registrymodifications.xcu").write_text(PROFILE, encoding="utf-8")
        cases = []
        for sample in FALL:
            subprocess.run([binary, "build", samples / sample, "-o", folder / sample, "--quiet", "--dpi", "72"], check=True, capture_output=True)
            source = next((folder / sample).glob("*/03*.xlsx"))
            cases += [Case(sample, source, folder, number) for number in range(len(ALTERED))]
        subprocess.run([office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx", "--outdir", folder / "out",
                        *[case.file for case in cases]], check=True, capture_output=True, timeout=300)
        for case in cases:
            for fault in case.faults(folder / "out" / case.file.name):
                print(case.sample, *case.change, fault)
                failed += 1
    print(f"{len(cases)} altered workbooks, {failed} faults")
    return 1 if failed else 0


sys.exit(main())
