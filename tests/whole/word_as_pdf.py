#!/usr/bin/env python3
"""Every Word file says what its PDF says: LibreOffice's text of the one against pdftotext -raw of the other, paragraph by paragraph and cell by cell, blanks,
line ends, page marks and charts (which are drawings in both) taken out.

word_as_pdf.py BINARY SAMPLES: exit 0 when so, 77 (skipped) without LibreOffice."""
import difflib
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

RUBRICS = ["shanxi-complete", "xinjiang", "yiyang"]
DRAWN = ["能源资源消费强度变化率与下达指标对比", "能源结构单位", "逐月用电量单位"]  # charts: their words stand in the PDF only
HEADS = ["指标计量单位2019年2020年变化率"]  # of a table that goes on
PAPERS = ["度能源资源消费分析报告", "年第一季度能源资源消费分析", "能源资源计量器具台账", "年第一季度能源资源消费公示表"]
MARK = "由台账生成，待审核盖章"


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=300).stdout


def bare(text):
    return "".join(text.split()).replace("\ufeff", "")


def pdf_words(pdf):
    pages = []
    for page in run("pdftotext", "-raw", pdf, "-").split("\f"):
        page = re.sub("校验[0-9a-f]{8}", "", bare(page))
        page = re.sub("—[0-9]+—$", "", re.sub("^—[0-9]+—", "", page))
        page = re.sub(MARK + "[0-9]+/[0-9]+", "", page)
        for head in HEADS:
            if pages and page.startswith(head):
                page = page[len(head):]
        for chart in DRAWN:
            page = re.sub(chart + ".*?(?=[三四]、|（三）|$)", "", page)
        pages.append(page)
    return "".join(pages)


def word_words(folder, words):
    run("soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder, words)
    return bare((folder / (Path(words).stem + ".txt")).read_text(encoding="utf-8"))


def differences(drawn, written):
    matcher = difflib.SequenceMatcher(None, drawn, written, autojunk=False)
    return [(drawn[a:b], written[c:d]) for kind, a, b, c, d in matcher.get_opcodes() if kind != "equal"]


def faults(folder, pdf, words):
    written = word_words(folder, words)
    drawn = pdf_words(pdf)
    if len(written) < 100:
        yield f"the Word file says next to nothing: {written}"
    for in_pdf, in_word in differences(drawn, written)[:10]:
        yield f"“{in_pdf}” in the PDF, “{in_word}” in the Word file"


def main():
    binary, samples = sys.argv[1], Path(sys.argv[2])
    if shutil.which("soffice") is None:
        return 77
    failed = compared = 0
    with tempfile.TemporaryDirectory(prefix="lvce-word-") as scratch:
        folder = Path(scratch)
        pairs = []
        for name in RUBRICS:
            subprocess.run([binary, "build", samples / name, "-o", folder / name, "--quiet", "--dpi", "72"], capture_output=True, timeout=200)
            package = next(path.parent for path in (folder / name).glob("*/result.json"))
            pairs.append((package / "01 自评报告.pdf", package / "可编辑" / "01 自评报告.docx"))
        subprocess.run([binary, "papers", samples / RUBRICS[0], "-o", folder / "papers", "--quiet"], capture_output=True, timeout=200)
        for name in PAPERS:
            found = sorted((folder / "papers").glob(f"*{name}.docx"))
            pairs += [(path.with_suffix(".pdf"), path) for path in found[:1]]
        for pdf, words in pairs:
            compared += 1
            for fault in faults(folder, pdf, words):
                print(f"{words.name}: {fault}")
                failed += 1
    print(f"{compared} Word files compared, {failed} faults")
    return 1 if failed or compared < len(RUBRICS) + len(PAPERS) else 0


sys.exit(main())
