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


def main():
    if not LVCE.exists():
        sys.exit("build first: ./dev build")
    print(f"median of {RUNS} runs, peak memory of the largest process\n")
    with tempfile.TemporaryDirectory(prefix="lvce-bench-") as name:
        bench_whole_build(Path(name))


if __name__ == "__main__":
    main()
