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
# What libvips looks for at run time: photos of telephones, JPEG XL, and PDFs for the page's thumbnails.
MODULES = ["vips-heif.so", "vips-jxl.so", "vips-poppler.so"]


def modules_folder():
    (folder,) = elf.FOLDERS[0].glob("vips-modules-*")
    return folder


def copy_library(file, out):
    subprocess.run(["strip", "--strip-unneeded", "-o", out, file], check=True)
    out.chmod(0o755)


def take_libraries(program, modules, lib):
    """Fills `lib`; the files of this machine that were taken, whole or in part."""
    scratch = pathlib.Path(tempfile.mkdtemp(prefix="lvce-bundle-"))
    needed = elf.closure([program, *modules], stand_ins.STAND_INS)
    needed[LOADER] = elf.find(LOADER)
    carried = [program, *modules] + [file for soname, file in needed.items() if soname not in stand_ins.STAND_INS]
    for soname, file in sorted(needed.items()):
        if soname in stand_ins.STAND_INS:
            stand_ins.make(soname, carried, lib / soname, scratch)
        elif soname in cut_libraries.CUT:
            cut_libraries.make(soname, lib / soname, scratch)
        else:
            copy_library(file, lib / soname)
    unknown = [soname for soname in stand_ins.STAND_INS if soname not in needed]
    if unknown:
        print("不再需要替身：", "、".join(unknown))
    shutil.rmtree(scratch)
    return [file for soname, file in needed.items() if soname not in stand_ins.STAND_INS]


def make_tree(installed, tree):
    if tree.exists():
        shutil.rmtree(tree)
    shutil.copytree(installed / "share/lvce", tree / "share/lvce")
    lib, bin_folder = tree / "lib", tree / "bin"
    for folder in (lib, bin_folder):
        folder.mkdir()
    copy_library(installed / "bin/lvce", lib / "lvce")
    subprocess.run(["gcc", "-static", "-Os", "-s", "-Wl,--build-id=none", "-o", bin_folder / "lvce", HERE / "launcher.c"], check=True)
    shutil.copy(installed / "bin/lvce-desk", bin_folder)

    modules = [modules_folder() / name for name in MODULES]
    to = lib / "x86_64-linux-gnu" / modules_folder().name  # where libvips looks, seen from VIPSHOME
    to.mkdir(parents=True)
    for module in modules:
        copy_library(module, to / module.name)
    taken = take_libraries(lib / "lvce", modules, lib)

    licences.collect(taken + modules, tree / "licences")
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
