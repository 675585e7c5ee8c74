#!/usr/bin/env python3
"""An inbox as a bureau finds it, made from one package that `lvce build` has written.

receive_inbox.py PACKAGE INBOX: packages sound, forged, altered, cut, climbing out, as folder, nested, for units of other names."""
import hashlib
import json
import shutil
import sys
import zipfile
from pathlib import Path


def files_of(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file() and path.name not in ("申报材料.zip", "申报材料.zip.sha256"))


def seal(folder):
    """Sums and zip over the files as they are now, result.json's list too."""
    result = json.loads((folder / "result.json").read_text())
    for row in result["files"]:
        row["sha256"] = hashlib.sha256((folder / row["path"]).read_bytes()).hexdigest()
    (folder / "result.json").write_text(json.dumps(result, ensure_ascii=False, indent=2) + "\n")
    names = [name for name in files_of(folder) if name != "SHA256SUMS"]
    (folder / "SHA256SUMS").write_text("".join(f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names))


def pack(folder, target, prefix=""):
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name in files_of(folder):
            archive.write(folder / name, prefix + name)


def copy(package, target):
    shutil.copytree(package, target)
    for name in ("申报材料.zip", "申报材料.zip.sha256"):
        (target / name).unlink()
    return target


def edit(path, change):
    data = json.loads(path.read_text())
    change(data)
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def rename(folder, name):
    """Forged but consistent: another office's papers under this name."""
    edit(folder / "数据.json", lambda data: data["unit"].update(name=name))
    edit(folder / "result.json", lambda data: data["unit"].update(name=name))
    seal(folder)


def main():
    package, inbox = Path(sys.argv[1]), Path(sys.argv[2])
    work = inbox.parent / "work"
    pack(package, inbox / "报送1.zip")  # named anyhow
    second = copy(package, work / "second")
    rename(second, "乙局")
    pack(second, inbox / "县里" / "乙局材料.zip", "乙局/节约型机关/")
    third = copy(package, inbox / "丙局（文件夹）")
    rename(third, "丙局")
    forged = copy(package, work / "forged")
    rename(forged, "丁局")
    edit(forged / "result.json", lambda data: data["total"].update(supported=99.5))
    seal(forged)
    pack(forged, inbox / "丁局.zip")
    altered = copy(package, work / "altered")
    rename(altered, "戊局")
    (altered / "01 自评报告.pdf").write_bytes((altered / "01 自评报告.pdf").read_bytes() + b"\n")
    pack(altered, inbox / "戊局.zip")
    whole = (inbox / "报送1.zip").read_bytes()
    (inbox / "己局.zip").write_bytes(whole[: len(whole) // 2])
    with zipfile.ZipFile(inbox / "庚局.zip", "w") as archive:
        archive.writestr("../../../climbed.txt", "out")
        archive.writestr("SHA256SUMS", "")
    with open(inbox / "辛局.zip", "wb") as large:
        large.write(b"PK\x03\x04")
        large.truncate(3 << 30)
    with zipfile.ZipFile(inbox / "壬局.zip", "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("SHA256SUMS", "")
        with bomb.open("05.pdf", "w", force_zip64=True) as out:
            for _ in range(400):
                out.write(b"\0" * (1 << 20))
    shutil.copy(inbox / "县里" / "乙局材料.zip", inbox / "乙局又送一次.zip")
    (inbox / "说明.txt").write_text("请收")
    (inbox / "名单.csv").write_text("单位名称,归口部门\n" + "".join(f"{name},一科\n" for name in sys.argv[3:] + ["乙局", "丁局", "戊局", "己局", "庚局", "辛局", "壬局", "癸局"]))


if __name__ == "__main__":
    main()
