#!/usr/bin/env python3
"""The bundle: lvce with a loader and libraries of its own, for any Linux on x86-64. docs/packages.md says why it is made like this.

make_bundle.py INSTALLED TREE [--pack FILE]   INSTALLED: an installation of lvce (cmake --install --prefix); TREE: the folder that is made
"""
import argparse
import pathlib
import shutil
import subprocess
import tempfile

import cut_libraries
import elf
import licences
import pack
import stand_ins

HERE = pathlib.Path(__file__).resolve().parent
LOADER = "ld-linux-x86-64.so.2"
# Of the C library's conversions: Chinese, Unicode, Western. Others are part of the C library, or are read by ICU.
ENCODINGS = elf.FOLDERS[0] / "gconv"
CARRIED_ENCODINGS = ["GBK", "GB18030", "EUC-CN", "BIG5", "BIG5HKSCS", "GBBIG5", "GBGBK", "EUC-TW", "ISO-2022-CN", "libGB", "libCNS", "UTF-16", "UTF-32", "UTF-7",
                     "UNICODE", "ISO8859-1", "ISO8859-15", "CP1252", "EUC-JP", "SJIS", "ISO-2022-JP", "libJIS", "EUC-KR", "UHC", "libKSC"]
# What libvips looks for at run time: photos of telephones, JPEG XL, and PDFs for the page's thumbnails.
MODULES = ["vips-heif.so", "vips-jxl.so", "vips-poppler.so"]


def modules_folder():
    (folder,) = elf.FOLDERS[0].glob("vips-modules-*")
    return folder


def copy_library(file, out):
    subprocess.run(["strip", "--strip-unneeded", "-o", out, file], check=True)
    out.chmod(0o755)


def take_libraries(users, lib):
    """Fills `lib` with what `users` are linked with; the files of this machine that were taken, whole or in part."""
    scratch = pathlib.Path(tempfile.mkdtemp(prefix="lvce-bundle-"))
    needed, stood_in = stand_ins.find_needed(users)
    needed[LOADER] = elf.find(LOADER)
    carried = [*users] + [file for soname, file in needed.items() if soname not in stood_in]
    for soname, file in sorted(needed.items()):
        if soname in stood_in:
            stand_ins.make(soname, carried, lib / soname, scratch)
        elif soname in cut_libraries.CUT:
            cut_libraries.make(soname, lib / soname, scratch)
        else:
            copy_library(file, lib / soname)
    shutil.rmtree(scratch)
    return [file for soname, file in needed.items() if soname not in stood_in]


def take_encodings(gconv):
    """The C library's own conversions, for texts of mails: its folder with what speaks of the modules that are carried."""
    gconv.mkdir()
    modules = [ENCODINGS / f"{name}.so" for name in CARRIED_ENCODINGS]
    for module in modules:
        copy_library(module, gconv / module.name)
    kept = []
    for file in [ENCODINGS / "gconv-modules", *sorted((ENCODINGS / "gconv-modules.d").glob("*.conf"))]:
        for line in file.read_text().splitlines():
            words = line.split()
            if words[:1] == ["alias"] or (words[:1] == ["module"] and words[3] in CARRIED_ENCODINGS):
                kept.append(line)
    (gconv / "gconv-modules").write_text("\n".join(kept) + "\n")
    return modules


def make_tree(installed, tree):
    if tree.exists():
        shutil.rmtree(tree)
    shutil.copytree(installed / "share/lvce", tree / "share/lvce")
    lib, bin_folder = tree / "lib", tree / "bin"
    for folder in (lib, bin_folder):
        folder.mkdir()
    programs = []
    for program in sorted((installed / "bin").iterdir()):
        if elf.is_elf(program):
            programs.append(lib / program.name)
            copy_library(program, programs[-1])
            subprocess.run(["gcc", "-static", "-Os", "-s", "-Wl,--build-id=none", "-o", bin_folder / program.name, HERE / "launcher.c"], check=True)
        else:
            shutil.copy(program, bin_folder)

    modules = [modules_folder() / name for name in MODULES]
    to = lib / "x86_64-linux-gnu" / modules_folder().name  # where libvips looks, seen from VIPSHOME
    to.mkdir(parents=True)
    for module in modules:
        copy_library(module, to / module.name)
    encodings = take_encodings(lib / "gconv")
    taken = take_libraries([*programs, *modules], lib)

    licences.collect(taken + modules + encodings, tree / "licences")
    shutil.copy(HERE.parent.parent / "LICENSE", tree / "licences/lvce.txt")
    for font_licence in (tree / "share/lvce/fonts/licences").iterdir():
        shutil.copy(font_licence, tree / "licences" / f"font-{font_licence.name}")
    for name in ("绿册.sh", "绿册.desktop", "使用说明.txt"):
        shutil.copy(HERE / name, tree)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("installed", type=pathlib.Path)
    parser.add_argument("tree", type=pathlib.Path)
    parser.add_argument("--pack", type=pathlib.Path)
    options = parser.parse_args()
    make_tree(options.installed, options.tree)
    if options.pack:
        pack.write(options.tree, options.pack)
        print(f"{options.pack}：{options.pack.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
