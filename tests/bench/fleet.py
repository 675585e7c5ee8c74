"""Many units: a batch beside single builds, two workers beside one, and a worker's memory over a thousand units."""
import html
import os
import re
import subprocess
import threading
import time
import zipfile

from measure import Cost, tree_of
from whole import unit_without_binary_evidence

UNITS = 200
MEMORY_UNITS = 1000
SHARE_AT_MOST = 0.4
TWO_AT_LEAST = 1.85
MEGABYTES_AT_MOST = 250


def units(folder, count):
    """The text unit of `whole`, so many times, each with a name of its own in its workbook."""
    (folder / f"pattern-{count}").mkdir()
    pattern = unit_without_binary_evidence(folder / f"pattern-{count}")
    name = as_written(unit_name(pattern / "台账.xlsx"))
    source = folder / f"units-{count}"
    for number in range(1, count + 1):
        unit = source / f"第{number:04}局"
        (unit / "佐证材料").mkdir(parents=True)
        with zipfile.ZipFile(pattern / "台账.xlsx") as old, zipfile.ZipFile(unit / "台账.xlsx", "w", zipfile.ZIP_DEFLATED) as new:
            for entry in old.namelist():
                new.writestr(entry, old.read(entry).replace(name, as_written(unit.name)))
        for file in (pattern / "佐证材料").iterdir():
            os.link(file, unit / "佐证材料" / file.name)
    return source


def as_written(text):
    return text.encode("ascii", "xmlcharrefreplace")


def unit_name(workbook):
    """As it stands in the workbook's texts, behind 单位名称."""
    with zipfile.ZipFile(workbook) as book:
        texts = "".join(book.read(name).decode() for name in book.namelist() if name.startswith("xl/") and name.endswith(".xml"))
    return re.search(r"单位名称</t>.*?<t[^>]*>([^<]+)</t>", html.unescape(texts), re.S).group(1)


def run(command, watch=None):
    """Wall seconds, and processor seconds of the command with all its children."""
    before = os.times()
    started = time.perf_counter()
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    ended = threading.Event()
    watcher = threading.Thread(target=watch, args=(process.pid, ended)) if watch else None
    if watcher:
        watcher.start()
    code = process.wait()
    ended.set()
    if watcher:
        watcher.join()
    wall, after = time.perf_counter() - started, os.times()
    if code not in (0, 1):
        raise SystemExit(f"{command[0]} ended with {code}")
    return wall, after.children_user + after.children_system - before.children_user - before.children_system


class LargestWorker:
    """The largest resident set among the batch's own workers, early and late in the run."""

    def __init__(self):
        self.peak = 0

    def __call__(self, pid, ended):
        while not ended.wait(0.2):
            for one in tree_of(pid):
                try:
                    with open(f"/proc/{one}/cmdline", "rb") as line, open(f"/proc/{one}/statm", encoding="ascii") as pages:
                        if b"batch" in line.read():
                            self.peak = max(self.peak, int(pages.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6)
                except OSError:
                    pass


def bench(table, lvce, folder, _soffice):
    source = units(folder, UNITS)
    single_wall = single_cpu = 0
    for unit in sorted(source.iterdir()):
        wall, cpu = run([lvce, "build", unit, "-o", folder / "single", "--quiet"])
        single_wall, single_cpu = single_wall + wall, single_cpu + cpu
    two_wall, two_cpu = run([lvce, "batch", source, "-o", folder / "two", "--jobs", 2, "--quiet"])
    one_wall, _ = run([lvce, "batch", source, "-o", folder / "one", "--jobs", 1, "--quiet"])
    again_wall, _ = run([lvce, "batch", source, "-o", folder / "two", "--jobs", 2, "--quiet"])
    share = two_cpu / single_cpu
    table.alone(f"{UNITS}个单位 batch, processor seconds of two workers", Cost(two_cpu, 0), f"逐个 single builds: {single_cpu:.1f} s，{share:.2f} 倍",
                f"≤{SHARE_AT_MOST}", share <= SHARE_AT_MOST)
    gain = one_wall / two_wall
    table.alone(f"{UNITS}个单位 two workers", Cost(two_wall, 0), f"一个 one worker: {one_wall:.1f} s，{gain:.2f} 倍", f"≥{TWO_AT_LEAST}", gain >= TWO_AT_LEAST)
    table.alone(f"{UNITS}个单位没有变化 unchanged", Cost(again_wall, 0), f"逐个 single builds: {single_wall:.1f} s")

    watch = LargestWorker()
    wall, _ = run([lvce, "batch", units(folder, MEMORY_UNITS), "-o", folder / "thousand", "--jobs", 2, "--quiet"], watch)
    table.alone(f"{MEMORY_UNITS}个单位 largest worker", Cost(wall, watch.peak), "常驻内存 resident", f"<{MEGABYTES_AT_MOST} MB", watch.peak < MEGABYTES_AT_MOST)
