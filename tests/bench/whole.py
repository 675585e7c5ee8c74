"""A whole unit, and a ledger of ten years: beside LibreOffice, which only turns the same tables into PDF."""
import shutil

from material import ROOT, workbook
from measure import measure_in_turn


def unit_without_binary_evidence(folder):
    """The complete sample with its workbook and, for evidence, text files only."""
    unit = folder / "unit"
    unit.mkdir()
    shutil.copy(ROOT / "samples" / "shanxi-complete" / "台账.xlsx", unit / "台账.xlsx")
    evidence = unit / "佐证材料"
    evidence.mkdir()
    for number in ("2.1.1", "2.1.2", "2.2.2", "3.1.1", "5.2.1"):
        (evidence / f"{number} 情况说明.txt").write_text("本单位已按要求开展工作。\n" * 20, encoding="utf-8")
    return unit


def ten_years_of_meters(folder):
    """120 months of 20 meters: the energy ledger and its 2,400 meter rows, every month's sum in agreement."""
    bases = [("年度", "建筑面积（平方米）", "用能人数（人）")]
    ledger = [("年度", "月份", "电（千瓦时）", "水（立方米）")]
    meters = [("年度", "月份", "能源种类", "表号", "上期读数", "本期读数", "倍率", "用量", "单价", "金额", "备注")]
    for month in range(120):
        year, number = 2011 + month // 12, month % 12 + 1
        if number == 1:
            bases.append((year, 12000, 420))
        ledger.append((year, number, 10 * 60 * 60, 10 * 60))
        for meter in range(20):
            power = meter < 10
            times, price = (60, 0.5) if power else (1, 5)
            meters.append((year, number, "电" if power else "水", f"表{meter + 1}", month * 60, month * 60 + 60, times, 60 * times, price, 60 * times * price, ""))
    return workbook(folder / "ledger", (("年度基数", bases), ("能耗台账", ledger), ("能耗明细台账", meters)))


def bench(table, lvce, folder, soffice):
    unit, out = unit_without_binary_evidence(folder), folder / "out"
    build = ([lvce, "build", unit, "-o", out, "--quiet"], {"accepted": (0, 1)})
    measure_in_turn(build, runs=1)
    package = next(path for path in out.iterdir() if path.is_dir() and not path.name.startswith("."))
    ours, other = measure_in_turn(build, (soffice.to_pdf(sorted(package.glob("*.xlsx"))), {}))
    table.compare("全部材料（无扫描件）whole unit, text only", ours, "LibreOffice: its tables to PDF", other, 10)

    unit = ten_years_of_meters(folder)
    ours, other = measure_in_turn(([lvce, "check", unit, "--quiet"], {"accepted": (0, 1)}), (soffice.to_pdf([unit / "台账.xlsx"]), {}))
    table.compare("核对120个月×20块表 check of 2,400 rows", ours, "LibreOffice: same workbook to PDF", other, 10)
