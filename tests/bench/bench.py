#!/usr/bin/env python3
"""Timings and memory of lvce beside public tools, in one run on this machine.

    bench.py [--lvce PATH] [whole own_pages tables binding photos scans seals memory fleet]

All material is made here, the same each time. Ratio: the other tool's time over lvce's (above 1: lvce is faster). Memory: peak of the
largest process. Exit code 1 when a goal is missed; on a busy machine, run it again.
"""
import argparse
import importlib
import sys
import tempfile
import time
from pathlib import Path

from material import ROOT
from other_tools import Soffice
from table import Table

PARTS = ("whole", "own_pages", "tables", "binding", "photos", "scans", "seals", "memory", "fleet")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--lvce", type=Path, default=ROOT / "build" / "lvce")
    arguments.add_argument("parts", nargs="*", choices=[[], *PARTS], default=[])
    chosen = arguments.parse_args()
    if not chosen.lvce.exists():
        sys.exit("build first: ./dev build")
    started, table = time.monotonic(), Table()
    table.head()
    for part in chosen.parts or PARTS:
        with tempfile.TemporaryDirectory(prefix="lvce-bench-") as name:
            importlib.import_module(part).bench(table, chosen.lvce.resolve(), Path(name), Soffice(Path(name)))
    print(f"\n用时 took {time.monotonic() - started:.0f} s；未达到 goals missed: {table.missed}")
    sys.exit(1 if table.missed else 0)


if __name__ == "__main__":
    main()
