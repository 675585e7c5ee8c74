#!/usr/bin/env python3
"""Timings of lvce beside public tools, in one run on this machine: median of several runs and peak memory of each command.

Each row names what is compared; the ratio is the other tool's time over lvce's (above 1: lvce is faster).
"""
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LVCE = ROOT / "build" / "lvce"
RUNS = 5


def run_once(command, cwd=None):
    """Wall seconds and peak resident MB of a command and its waited-for children."""
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    return seconds, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)


def measure(command, accepted=(0,), runs=RUNS, cwd=None):
    seconds, memory = [], []
    for _ in range(runs):
        taken, peak, code = run_once([str(part) for part in command], cwd)
        if code not in accepted:
            raise SystemExit(f"{command[0]} ended with {code}: {' '.join(map(str, command))}")
        seconds.append(taken)
        memory.append(peak)
    return statistics.median(seconds), max(memory)


def report(title, ours, other_name, other):
    ratio = other[0] / ours[0]
    print(f"{title:<44} lvce {ours[0]:7.3f} s {ours[1]:6.0f} MB   {other_name} {other[0]:7.3f} s {other[1]:6.0f} MB   {ratio:6.1f}×")


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


def soffice(profile, out, files):
    return ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf", "--outdir", out, *files]


def bench_whole_build(folder):
    unit = unit_without_binary_evidence(folder)
    out = folder / "out"
    ours = measure([LVCE, "build", unit, "-o", out, "--quiet"], accepted=(0, 1))
    package = next(path for path in out.iterdir() if path.is_dir() and not path.name.startswith("."))
    sheets = sorted(package.glob("*.xlsx"))
    run_once([str(part) for part in soffice(folder / "profile", folder / "warm", sheets[:1])])  # its cold start does not count
    other = measure(soffice(folder / "profile", folder / "pdf", sheets), runs=3)
    report("whole build, no binary evidence", ours, "LibreOffice (its tables to PDF)", other)


def large_ledger(folder):
    """120 months of 20 meters: the energy ledger and its 2,400 meter rows, every month's sum in agreement."""
    import openpyxl
    unit = folder / "ledger"
    unit.mkdir()
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "单位信息"
    for row in (["项目", "内容"], ["单位名称", "示例局"], ["评价标准", "shanxi-2021"], ["评价年度", 2021], ["省份", "山西"]):
        sheet.append(row)
    bases = book.create_sheet("年度基数")
    bases.append(["年度", "建筑面积（平方米）", "用能人数（人）"])
    ledger = book.create_sheet("能耗台账")
    ledger.append(["年度", "月份", "电（千瓦时）", "水（立方米）"])
    meters = book.create_sheet("能耗明细台账")
    meters.append(["年度", "月份", "能源种类", "表号", "上期读数", "本期读数", "倍率", "用量", "单价", "金额", "备注"])
    for month in range(120):
        year, number = 2011 + month // 12, month % 12 + 1
        if number == 1:
            bases.append([year, 12000, 420])
        ledger.append([year, number, 10 * 60 * 60, 10 * 60])
        for meter in range(20):
            power = meter < 10
            times, price = (60, 0.5) if power else (1, 5)
            meters.append([year, number, "电" if power else "水", f"表{meter + 1}", month * 60, month * 60 + 60, times, 60 * times, price, 60 * times * price, ""])
    book.save(unit / "台账.xlsx")
    return unit


def bench_ledger(folder):
    unit = large_ledger(folder)
    ours = measure([LVCE, "check", unit, "--quiet"], accepted=(0, 1))
    run_once([str(part) for part in soffice(folder / "profile", folder / "warm", [ROOT / "samples" / "shanxi-complete" / "台账.xlsx"])])
    other = measure(soffice(folder / "profile", folder / "pdf", [unit / "台账.xlsx"]), runs=3)
    report("check of 120 months × 20 meters", ours, "LibreOffice (same workbook to PDF)", other)


def main():
    if not LVCE.exists():
        sys.exit("build first: ./dev build")
    print(f"median of {RUNS} runs, peak memory of the largest process\n")
    with tempfile.TemporaryDirectory(prefix="lvce-bench-") as name:
        bench_whole_build(Path(name))
        bench_ledger(Path(name))


if __name__ == "__main__":
    main()
