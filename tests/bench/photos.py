"""Photos: 40 of 12 megapixels, beside vipsthumbnail making the same pixels on the same cores, and img2pdf putting them into a PDF."""
import os
import subprocess

from material import workbook
from measure import Cost, measure_in_turn

PHOTOS = 40
WIDTH, HEIGHT = 4000, 3000
SHARE_AT_MOST = 0.2


def take_photos(folder, into):
    """Crops of one large field of noise at several scales: as many details as a camera's."""
    vips = lambda *parts: subprocess.run(["vips", *map(str, parts)], check=True)
    field, bands = folder / "field.v", []
    for band in range(3):
        bands.append(folder / f"band-{band}.v")
        vips("perlin", folder / "p.v", WIDTH + 400, HEIGHT + 400, "--cell-size", 180, "--seed", band + 1)
        vips("gaussnoise", folder / "n.v", WIDTH + 400, HEIGHT + 400, "--sigma", 9, "--mean", 0, "--seed", band + 9)
        vips("linear", folder / "p.v", folder / "q.v", 90, 128)
        vips("add", folder / "q.v", folder / "n.v", folder / "s.v")
        vips("cast", folder / "s.v", bands[-1], "uchar")
    vips("bandjoin", " ".join(map(str, bands)), folder / "j.v")
    vips("copy", folder / "j.v", field, "--interpretation", "srgb")
    for number in range(PHOTOS):
        vips("crop", field, f"{into / f'2.1.1-{number + 1} 现场照片.jpg'}[Q=92]", number * 10, (number * 7) % 400, WIDTH, HEIGHT)


def pixels_of(pdf):
    """Longer side of the pictures in a PDF."""
    listing = subprocess.run(["pdfimages", "-list", pdf], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    return max(max(int(line.split()[3]), int(line.split()[4])) for line in listing)


def bench(table, lvce, folder, _soffice):
    unit, empty = workbook(folder / "unit"), workbook(folder / "empty")
    take_photos(folder, unit / "佐证材料")
    files = sorted((unit / "佐证材料").iterdir())
    build = lambda what: ([lvce, "build", what, "-o", folder / f"out-{what.name}", "--quiet"], {"accepted": (0, 1)})
    measure_in_turn(build(unit), runs=1)
    bound = folder / "out-unit" / "示例局" / "05 佐证材料汇编.pdf"
    cores = len(os.sched_getaffinity(0))
    small = folder / "small"
    small.mkdir()
    names = "\\0".join(map(str, files))
    script = f"printf '{names}' | VIPS_CONCURRENCY=1 xargs -0 -P {cores} -n {-(-PHOTOS // cores)} vipsthumbnail -s {pixels_of(bound)} -o '{small}/%s.jpg[Q=85,strip,optimize_coding]'"
    ours, without, vips = measure_in_turn(build(unit), build(empty), (["sh", "-c", script], {}))
    images, = measure_in_turn((["img2pdf", "-o", folder / "img2pdf.pdf", *sorted(small.iterdir())], {}))
    own = Cost(ours.seconds - without.seconds, ours.megabytes)
    table.compare(f"照片 photos: {PHOTOS}张 12MP（全过程 all）", ours, f"vipsthumbnail -s {pixels_of(bound)}", vips)
    table.compare("    减去空单位 less an empty unit", own, f"vipsthumbnail, {cores} processes", vips, 1)
    table.compare("", own, "vipsthumbnail + img2pdf", Cost(vips.seconds + images.seconds, max(vips.megabytes, images.megabytes)))
    share = bound.stat().st_size / sum(file.stat().st_size for file in files)
    table.alone(f"    装订后占原图 bytes of the originals: {share:.1%}", ours, goal=f"≤{SHARE_AT_MOST:.0%}", met=share <= SHARE_AT_MOST)
