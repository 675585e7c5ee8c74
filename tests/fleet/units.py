"""Unit folders for the tests of lvce batch: a sample's workbook under names of our own, and a few text files."""
import hashlib
import html
import os
import pathlib
import re
import zipfile


def workbook_name(workbook):
    with zipfile.ZipFile(workbook) as book:
        texts = "".join(book.read(name).decode() for name in book.namelist() if name.startswith("xl/") and name.endswith(".xml"))
    return re.search(r"单位名称</t>.*?<t[^>]*>([^<]+)</t>", html.unescape(texts), re.S).group(1)


def as_written(text):
    """As the samples' workbooks hold it."""
    return text.encode("ascii", "xmlcharrefreplace")


def make_unit(folder, name, sample, texts=("2.1.1", "2.2.2")):
    """A unit of this name in `folder`; `sample`: the folder whose workbook is taken. An empty name is a workbook without one."""
    evidence = folder / "佐证材料"
    evidence.mkdir(parents=True)
    old_name, new_name = (as_written(one) for one in (workbook_name(sample / "台账.xlsx"), name))
    with zipfile.ZipFile(sample / "台账.xlsx") as old, zipfile.ZipFile(folder / "台账.xlsx", "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            new.writestr(entry, old.read(entry).replace(old_name, new_name))
    for number in texts:
        (evidence / f"{number} 情况说明.txt").write_text(f"{name}已按要求开展工作。\n" * 5, encoding="utf-8")
    return folder


def tree(folder):
    """Path → digest of all files, records of runs aside."""
    out = {}
    for path in sorted(pathlib.Path(folder).rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not name.startswith(".批次/"):
            out[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return out


def children_of(pid):
    try:
        with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as children:
            return [int(child) for child in children.read().split()]
    except OSError:
        return []


def is_running(pid):
    try:
        os.kill(pid, 0)
        return True
    except ProcessLookupError:
        return False
