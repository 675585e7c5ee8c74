"""Seals: what is found on pictures with and without (seal_pictures.py). No other tool to stand beside; hits and false alarms are the measure."""
import json
import subprocess

from material import workbook
from measure import measure
from seal_pictures import pictures

EACH = 110
LEAST_HITS, MOST_FALSE = 0.9, 0.02


def bench(table, lvce, folder, _soffice):
    unit = workbook(folder / "unit")
    has = {}
    for name, jpeg, seal in pictures(EACH):
        has[f"2.1.1 {name}.jpg"] = seal
        (unit / "佐证材料" / f"2.1.1 {name}.jpg").write_bytes(jpeg)
    command = [lvce, "check", unit, "--rubric", "xinjiang-2023", "--json", "--quiet"]
    cost = measure(command, runs=1, accepted=(0, 1))
    result = json.loads(subprocess.run([str(part) for part in command], capture_output=True, check=False).stdout)
    seen = {file["path"]: file["seal"] for indicator in result["indicators"] for file in indicator["evidence"]}
    share = lambda wanted: sum(seen.get(path) == "likely" for path, seal in has.items() if seal == wanted) / EACH
    hits, false = share(True), share(False)
    table.alone(f"印章 seals: {2 * EACH}张，找到 found {hits:.1%}", cost, f"误认 false alarms {false:.1%}", goal=f"≥{LEAST_HITS:.0%}，≤{MOST_FALSE:.0%}",
                met=hits >= LEAST_HITS and false <= MOST_FALSE)
