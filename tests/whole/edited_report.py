#!/usr/bin/env python3
"""The report that was made, edited and put into 修改稿/: bound in place of the generated one; a changed figure is told, changed words are not.

edited_report.py BINARY SAMPLES: exit 0 when so, 77 (skipped) without LibreOffice."""
import json
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

NAME = "01 自评报告.docx"
CHART = "word/charts/chart1.xml"
FIGURE = ([("179,299.12", "197,299.12")], [("179,299.12", 1, "197,299.12")])
CASES = [  # what is changed at its first place only; the figures that must be told: was, page, is; the ending under which it is put in
    ("nothing", [], [], ".docx"),
    ("words", [("逐项开展自评", "认真逐条对照进行了自评")], [], ".docx"),
    ("a figure", *FIGURE, ".docx"),
    ("a figure that is printed more than once, and words", [("17.01", "18.01"), ("逐项开展自评", "开展自评")], [("17.01", 1, "18.01")], ".docx"),
    ("a figure of the chart", [("<c:v>-4.52</c:v>", "<c:v>-5.42</c:v>")], [("-4.52", None, "-5.42")], ".docx"),
    ("a figure, as .odt", *FIGURE, ".odt"),
    ("a figure, as .doc", *FIGURE, ".doc"),
    ("a figure, as PDF", *FIGURE, ".pdf"),
    ("words, as .odt", [("逐项开展自评", "认真逐条对照进行了自评")], [], ".odt"),
]


def edited(source, target, changes):
    part = CHART if any(was.startswith("<c:v>") for was, _ in changes) else "word/document.xml"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == part:
                text = content.decode()
                for was, now in changes:
                    assert was in text, was
                    text = text.replace(was, now, 1)
                content = text.encode()
            new.writestr(name, content)


def put_in(source, folder, changes, ending, scratch):
    """Under another ending as LibreOffice saves it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    if ending == ".docx":
        return edited(source, folder / NAME, changes)
    edited(source, scratch / NAME, changes)
    subprocess.run(["soffice", f"-env:UserInstallation=file://{scratch}/profile", "--headless", "--convert-to", ending[1:], "--outdir", folder, scratch / NAME],
                   check=True, capture_output=True, timeout=200)


def build(binary, unit, out):
    subprocess.run([binary, "build", unit, "-o", out, "--quiet", "--dpi", "72"], check=True, capture_output=True, timeout=200)
    return next(path.parent for path in out.glob("*/result.json"))


def pages_of(pdf):
    text = subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True, text=True).stdout
    return ["".join(page.split()) for page in text.split("\f")]


def faults(package, changes, wanted, ending):
    found = json.loads((package / "result.json").read_text(encoding="utf-8"))["findings"]
    told = [finding for finding in found if finding["code"].startswith("edited-copy")]
    charts = [finding["severity"] for finding in told if finding["code"] == "edited-copy-charts"]
    if charts != ([] if ending == ".docx" else ["note"]):
        yield f"of charts that were not compared: {charts}"
    told = [finding for finding in told if finding["code"] != "edited-copy-charts"]
    if len(told) != len(wanted):
        yield f"{len(told)} findings, not {len(wanted)}: {[finding['message'] for finding in told]}"
    for finding, (was, page, now) in zip(told, wanted):
        ends = f"现在生成的是 {was}，修改稿是 {now}"
        if not finding["message"].endswith(ends) or (page and finding["place"]["page"] != page) or finding["severity"] != "warning":
            yield f"{finding['where']} {finding['message']}: not {ends} on page {page}"
    pages = [page for page in pages_of(package / "申报材料全本.pdf") if "01自评报告（修改稿）" in page]
    for mark in ["自评报告", *[re.sub("<[^>]*>", "", now) for _, now in changes]]:
        if mark not in "".join(pages):
            yield f"not in the bound file: {mark}"
    if ending == ".docx" and any(len(re.findall("—[0-9]+—", page)) != 1 for page in pages):
        yield "a page has other than one page number: the Word file's own stands beside that of the bound file"


def announced(binary, unit):
    """`check` says of an office document that build will convert it, as of evidence."""
    said = subprocess.run([binary, "check", unit, "--json", "--quiet"], capture_output=True, text=True, timeout=200).stdout
    here = [path.name for path in (unit / "修改稿").iterdir() if path.suffix != ".pdf"]
    told = [finding["where"] for finding in json.loads(said)["findings"] if finding["code"] == "evidence-office-pending"]
    if told != ["修改稿/" + name for name in here]:
        yield f"check says of office documents {told}, there are {here}"


def main():
    binary, samples = sys.argv[1], Path(sys.argv[2])
    if shutil.which("soffice") is None:
        return 77
    failed = 0
    with tempfile.TemporaryDirectory(prefix="lvce-edited-") as scratch:
        folder = Path(scratch)
        unit = folder / "unit"
        shutil.copytree(samples / "shanxi-complete", unit)
        made = build(binary, unit, folder / "first") / "可编辑" / NAME
        for number, (title, changes, wanted, ending) in enumerate(CASES):
            put_in(made, unit / "修改稿", changes, ending, folder)
            for fault in [*announced(binary, unit), *faults(build(binary, unit, folder / str(number)), changes, wanted, ending)]:
                print(f"{title}: {fault}")
                failed += 1
    print(f"{len(CASES)} edited reports, {failed} faults")
    return 1 if failed else 0


sys.exit(main())
