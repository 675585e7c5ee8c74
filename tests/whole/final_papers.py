#!/usr/bin/env python3
"""lvce papers --final: refused, place by place, while something is to be filled in; what the office filled in in the Word files becomes the final papers,
without the draft's mark; a figure that was changed there is told.

final_papers.py BINARY SAMPLES: exit 0 when so, 77 (skipped) without LibreOffice."""
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

MARK = "待审核盖章"
BLANK = re.compile("【请填写[^】]*】")
FILLED = "夏季高温，空调用电增加"


def papers(binary, unit, out, *more):
    return subprocess.run([binary, "papers", unit, "-o", out, *more], capture_output=True, text=True, timeout=300)


def fill(source, target, change=lambda text: text, all_but=0):
    """Every blank but the last `all_but` of the text is filled in, as Word would write it back."""
    with zipfile.ZipFile(source) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    text = parts["word/document.xml"].decode()
    blanks = len(BLANK.findall(text))
    text = change(BLANK.sub(FILLED, text, count=max(0, blanks - all_but)) if blanks > all_but else text)
    parts["word/document.xml"] = text.encode()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return blanks


def words_of(pdf):
    return "".join(subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True, text=True).stdout.split())


def word_parts(path):
    with zipfile.ZipFile(path) as package:
        return "".join(re.sub("<[^>]*>", "", package.read(name).decode()) for name in package.namelist() if name.startswith("word/") and name.endswith(".xml"))


class Case:
    def __init__(self, binary, unit, folder):
        self.binary, self.unit, self.folder, self.failed = binary, unit, folder, 0

    def check(self, holds, words):
        if not holds:
            print(words)
            self.failed += 1

    def refused(self, ran, out, what):
        lines = [line for line in ran.stderr.splitlines() if "paper-not-final" in line]
        self.check(ran.returncode == 3 and len(lines) == 1, f"{what}: exit code {ran.returncode}, {len(lines)} findings: {ran.stderr}")
        self.check(not out.exists(), f"{what}: something was written")
        return lines[0] if lines else ""

    def run(self):
        draft, final = self.folder / "草稿", self.folder / "定稿"
        self.check(papers(self.binary, self.unit, draft).returncode == 0, "no draft")
        self.check(MARK in words_of(next(draft.glob("*分析报告.pdf"))), "a draft without its mark")
        self.refused(papers(self.binary, self.unit, final, "--final"), final, "nothing filled in")
        edited = self.unit / "修改稿"
        edited.mkdir()
        asking = [path for path in sorted(draft.glob("*.docx")) if BLANK.search(word_parts(path))]
        for path in asking:
            fill(path, edited / path.name, all_but=1 if path == asking[0] else 0)
        line = self.refused(papers(self.binary, self.unit, final, "--final"), final, "one blank left")
        self.check(re.search(r"修改稿/" + re.escape(asking[0].name) + r" 第\d+页", line) is not None, f"not with its file and page: {line}")
        fill(asking[0], edited / asking[0].name)
        self.whole(papers(self.binary, self.unit, final, "--final"), final, draft, asking)
        self.same_again(final)
        self.changed_figure(final, draft, edited)
        self.filled_in_place(draft, edited)

    def whole(self, ran, final, draft, asking):
        self.check(ran.returncode == 0 and "edited-copy" not in ran.stdout, f"all filled in: {ran.returncode} {ran.stdout} {ran.stderr}")
        for path in sorted(draft.glob("*.docx")):
            pdf, word = words_of(final / path.with_suffix(".pdf").name), word_parts(final / path.name)
            self.check(MARK not in pdf and MARK not in word, f"{path.stem}: the draft's mark")
            self.check("【请填写" not in pdf and "【请填写" not in word, f"{path.stem}: a blank")
            self.check((FILLED in pdf) == (path in asking), f"{path.stem}: not the office's words")
            sheet = final / path.with_suffix(".xlsx").name
            self.check(sheet.exists() == (path not in asking), f"{path.stem}: a sheet that says other than the Word file, or none")
            if sheet.exists():
                with zipfile.ZipFile(sheet) as book:
                    self.check(all(MARK.encode() not in book.read(name) for name in book.namelist()), f"{sheet.name}: the draft's mark")

    def same_again(self, final):
        before = {path.name: path.read_bytes() for path in final.iterdir()}
        self.check(papers(self.binary, self.unit, final, "--final").returncode == 0, "not a second time")
        self.check(before == {path.name: path.read_bytes() for path in final.iterdir()}, "other bytes the second time")

    def changed_figure(self, final, draft, edited):
        report = next(draft.glob("*分析报告.docx")).name
        figure = re.search(r"[0-9]{3},[0-9]{3}\.[0-9]{2}", word_parts(draft / report)).group()
        fill(draft / report, edited / report, change=lambda text: text.replace(figure, "999,999.99", 1))
        ran = papers(self.binary, self.unit, final, "--final")
        told = [line for line in ran.stdout.splitlines() if "edited-copy-figure" in line]
        self.check(ran.returncode == 0 and len(told) == 1 and figure in told[0] and "999,999.99" in told[0], f"a changed figure: {told}")

    def filled_in_place(self, draft, edited):
        """In the drafts' own folder: taken, and never replaced by a draft again."""
        shutil.rmtree(edited)
        for path in sorted(draft.glob("*.docx")):
            fill(path, path.with_suffix(".new"))
            if BLANK.search(word_parts(path)):
                shutil.move(path.with_suffix(".new"), path)
            else:
                path.with_suffix(".new").unlink()
        self.check(papers(self.binary, self.unit, draft).returncode == 4, "a draft over what was filled in")
        for round_ in ("first", "second"):
            ran = papers(self.binary, self.unit, draft, "--final")
            self.check(ran.returncode == 0, f"filled in where the drafts lie, {round_} time: {ran.returncode} {ran.stderr}")
            self.check(FILLED in words_of(next(draft.glob("*分析报告.pdf"))) and MARK not in words_of(next(draft.glob("*分析报告.pdf"))), "not final")
        self.check(papers(self.binary, self.unit, draft).returncode == 4, "a draft over what was filled in, after it was final")


def main():
    binary, samples = sys.argv[1], Path(sys.argv[2])
    if shutil.which("soffice") is None:
        return 77
    with tempfile.TemporaryDirectory(prefix="lvce-final-") as scratch:
        folder = Path(scratch)
        unit = folder / "unit"
        shutil.copytree(samples / "shanxi-complete", unit)
        case = Case(binary, unit, folder)
        case.run()
    print(f"{case.failed} faults")
    return 1 if case.failed else 0


sys.exit(main())
