#!/usr/bin/env python3
"""Makes samples/shanxi-complete and samples/shanxi-gaps: an invented office with its workbook and evidence folder.

Needs the Debian packages python3-openpyxl, python3-reportlab, python3-pil, python3-yaml, poppler-utils (pdftoppm makes the
scans) and qpdf (locks one of them).
Two runs on one system give the same bytes. Everything in the samples is invented and says so.
"""
import pathlib
import shutil
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(HERE / "maker"))

import yaml  # noqa: E402

import drawing  # noqa: E402
import evidence  # noqa: E402
import gaps  # noqa: E402
import papers  # noqa: E402
import pictures  # noqa: E402
import scans  # noqa: E402
import workbook  # noqa: E402

EVIDENCE = "佐证材料"


def indicators():
    with open(HERE.parent / "rubrics" / "shanxi-2021.yaml", encoding="utf-8") as source:
        rubric = yaml.load(source, Loader=yaml.BaseLoader)
    for unit in rubric["units"]:
        for item in unit["items"]:
            for indicator in item["indicators"]:
                yield {"id": indicator["id"], "text": indicator["text"], "points": float(indicator["points"])}


def write(path, data):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def complete_evidence():
    """Every indicator evidenced: path below 佐证材料 → bytes."""
    out = {}
    for name, (kind, make) in evidence.all_papers().items():
        data = make()
        out[name] = scans.scan(data, evidence.scan_day(name), name) if kind == "scan" else data
    out.update(pictures.all_pictures())
    out[f"{evidence.U2}/2.2 管理制度/2.2.4.1 分户分区分项计量/01 计量器具布置图.pdf"] = drawing.plan()
    out.update(evidence.small_texts())
    return out


def make_unit(folder, book, files):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    workbook.save(book, folder / "台账.xlsx")
    for name, data in files.items():
        write(folder / EVIDENCE / name, data)


def main():
    papers.register_fonts()
    asked = list(indicators())
    files = complete_evidence()
    make_unit(HERE / "shanxi-complete", workbook.make_book(asked), files)
    make_unit(HERE / "shanxi-gaps", gaps.spoiled_book(asked), gaps.spoil_evidence(files))


if __name__ == "__main__":
    main()
