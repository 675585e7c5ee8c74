"""Memory: 1 GB of evidence, with scans of hundreds of megabytes and 3,000 small documents full of fonts."""
import subprocess

from binding import documents
from material import scan, workbook
from measure import measure

LARGE, LARGE_PAGES = 3, 40
MIDDLE, MIDDLE_PAGES = 60, 2
SMALL = 3000
MEGABYTES_AT_MOST = 400


def large_scan(folder):
    """A4 at 300 dpi, grey, hardly compressed: about 5 MB."""
    vips = lambda *parts: subprocess.run(["vips", *map(str, parts)], check=True)
    vips("gaussnoise", folder / "noise.v", 2480, 3508, "--mean", 200, "--sigma", 25, "--seed", 3)
    vips("cast", folder / "noise.v", folder / "grey.v", "uchar")
    vips("jpegsave", folder / "grey.v", folder / "scan.jpg", "--Q", 85)
    return (folder / "scan.jpg").read_bytes(), (2480, 3508)


def bench(table, lvce, folder, _soffice):
    unit = workbook(folder / "unit")
    into = unit / "佐证材料"
    jpeg, size = large_scan(folder)
    for number in range(LARGE):
        scan(into / f"2.1.2-{number + 1} 扫描.pdf", jpeg, size, LARGE_PAGES, f"large {number}")
    for number in range(MIDDLE):
        scan(into / f"2.2.2-{number + 1} 扫描.pdf", jpeg, size, MIDDLE_PAGES, f"middle {number}")
    texts = documents(folder, 10)
    for number in range(SMALL):
        (into / f"2.1.1-{number + 1} 材料.pdf").write_bytes(texts[number % len(texts)] + f"%{number}\n".encode())
    bytes_in = sum(file.stat().st_size for file in into.iterdir())
    ours = measure([lvce, "build", unit, "-o", folder / "out", "--quiet"], runs=1, accepted=(0, 1), watched=True)
    title = f"佐证材料 evidence: {bytes_in / 1e9:.2f} GB, {LARGE + MIDDLE + SMALL}个文件"
    table.alone(title, ours, f"全部进程合计 all processes: {ours.together:.0f} MB", f"<{MEGABYTES_AT_MOST} MB", ours.megabytes < MEGABYTES_AT_MOST)
