#!/usr/bin/env python3
"""A workbook saved by LibreOffice as .xls, .ods and CSV files gives the same energy figures and findings as the .xlsx.

same_in_other_formats.py BINARY [CASES] [SEED]: exit 0 when all are the same, 77 (skipped) without LibreOffice."""
import json
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "energy"))
from random_workbook import Case

CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"


def judged(lvce, folder):
    run = subprocess.run([lvce, "check", folder, "--json", "--quiet"], capture_output=True, check=False)
    if run.returncode not in (0, 1):
        sys.exit(f"{folder}: exit code {run.returncode}\n{run.stderr.decode()}")
    result = json.loads(run.stdout)
    codes = sorted(f["code"] for f in result["findings"] if f["severity"] != "note")
    return result["energy"], codes


def main():
    lvce, cases, seed = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 4, int(sys.argv[3]) if len(sys.argv) > 3 else 1696
    office = shutil.which("soffice")
    if office is None:
        return 77
    source, faults, figures = random.Random(seed), 0, 0
    with tempfile.TemporaryDirectory(prefix="lvce-formats-") as scratch:
        folder = Path(scratch)
        units = []
        for number in range(cases):
            unit = folder / f"xlsx{number}"
            unit.mkdir()
            Case(source).write(unit / f"台账{number}.xlsx")
            units.append(unit)
        books = [unit / f"台账{number}.xlsx" for number, unit in enumerate(units)]
        for kind, convert in (("xls", "xls"), ("ods", "ods"), ("csv", CSV)):
            subprocess.run([office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", convert, "--outdir", folder / kind, *books],
                           check=True, capture_output=True, timeout=300)
        for number, unit in enumerate(units):
            wanted = judged(lvce, unit)
            figures += sum(value is not None for year in wanted[0]["years"].values() for value in year.values())
            for kind in ("xls", "ods", "csv"):
                other = folder / f"{kind}{number}"
                other.mkdir()
                for file in (folder / kind).glob(f"台账{number}*"):
                    name = file.name if kind != "csv" else file.name.removeprefix(f"台账{number}-")
                    shutil.copy(file, other / name)
                got = judged(lvce, other)
                for what, a, b in zip(("energy", "findings"), wanted, got):
                    if a != b:
                        faults += 1
                        print(f"case {number}, {kind}: {what} differ")
                        print("  xlsx", json.dumps(a, ensure_ascii=False)[:1500])
                        print("  " + kind, json.dumps(b, ensure_ascii=False)[:1500])
    print(f"{cases} workbooks, {figures} figures, in three other formats: {faults} differ")
    return 1 if faults or figures < cases else 0


sys.exit(main())
