#!/usr/bin/env python3
"""The bundle: lvce with a loader and libraries of its own, for any Linux on x86-64. docs/packages.md says why it is made like this.

make_bundle.py INSTALLED OUT --name NAME [--pack]   INSTALLED: an installation of lvce (cmake --install --prefix); made are OUT/NAME and, with --pack,
OUT/NAME.tar.xz; additions as OUT/ADDITION/NAME and OUT/NAME-ADDITION.tar.xz
"""
import argparse
import dataclasses
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
CARRIED_ENCODINGS = ["GBK", "GB18030", "EUC-CN", "libGB", "BIG5", "UTF-16", "UTF-32", "UTF-7", "UNICODE", "ISO8859-1", "ISO8859-15", "CP1252", "SJIS", "EUC-JP",
                     "ISO-2022-JP", "libJIS", "EUC-KR", "libKSC"]
# What libvips looks for at run time: photos of telephones, JPEG XL, and PDFs for the page's thumbnails.
MODULES = ["vips-heif.so", "vips-jxl.so", "vips-poppler.so"]


@dataclasses.dataclass(frozen=True)
class Addition:
    name: str
    programs: list
    files: dict  # of this machine -> folder in the bundle


# Not in the bundle itself: reading scans is asked for by few, and its program is of no use without its data.
ADDITIONS = [Addition("ocr", ["lvce-ocr"], {pathlib.Path("/usr/share/tesseract-ocr/5/tessdata/chi_sim.traineddata"): "share/lvce/tessdata"})]


def modules_folder():
    (folder,) = elf.FOLDERS[0].glob("vips-modules-*")
    return folder


def copy_library(file, out):
    subprocess.run(["strip", "--strip-unneeded", "-o", out, file], check=True)
    out.chmod(0o755)


class Libraries:
    """What `users` are linked with, directly or not; `before`: what is there already."""

    def __init__(self, users, before=None):
        self.users = users
        self.needed, self.stood_in = stand_ins.find_needed(users)
        self.needed[LOADER] = elf.find(LOADER)
        self.before = before

    def is_there(self, soname):
        return self.before is not None and soname in self.before.needed and (soname in self.before.stood_in) == (soname in self.stood_in)

    def put(self, lib):
        """Fills `lib`; the files of this machine that were taken, whole or in part."""
        scratch = pathlib.Path(tempfile.mkdtemp(prefix="lvce-bundle-"))
        carried = [*self.users] + [file for soname, file in self.needed.items() if soname not in self.stood_in]
        taken = []
        for soname, file in sorted(self.needed.items()):
            if self.is_there(soname):
                continue
            if soname in self.stood_in:
                stand_ins.make(soname, carried, lib / soname, scratch)
                continue
            taken.append(file)
            if soname in cut_libraries.CUT:
                cut_libraries.make(soname, lib / soname, scratch)
            else:
                copy_library(file, lib / soname)
        shutil.rmtree(scratch)
        return taken


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


def put_program(program, tree):
    """Into lib/, with a launcher of its name in bin/."""
    copy_library(program, tree / "lib" / program.name)
    subprocess.run(["gcc", "-static", "-Os", "-s", "-Wl,--build-id=none", "-o", tree / "bin" / program.name, HERE / "launcher.c"], check=True)
    return tree / "lib" / program.name


def make_tree(installed, tree):
    """The bundle; what its programs are linked with."""
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(installed / "share/lvce", tree / "share/lvce")
    lib = tree / "lib"
    for folder in (lib, tree / "bin"):
        folder.mkdir()
    programs = []
    for program in sorted((installed / "bin").iterdir()):
        if not elf.is_elf(program):
            shutil.copy(program, tree / "bin")
        elif not any(program.name in addition.programs for addition in ADDITIONS):
            programs.append(put_program(program, tree))

    modules = [modules_folder() / name for name in MODULES]
    to = lib / "x86_64-linux-gnu" / modules_folder().name  # where libvips looks, seen from VIPSHOME
    to.mkdir(parents=True)
    for module in modules:
        copy_library(module, to / module.name)
    encodings = take_encodings(lib / "gconv")
    libraries = Libraries([*programs, *modules])
    taken = libraries.put(lib)

    licences.collect(taken + modules + encodings, tree / "licences", licences.COMPILED_IN)
    shutil.copy(HERE.parent.parent / "LICENSE", tree / "licences/lvce.txt")
    for font_licence in (tree / "share/lvce/fonts/licences").iterdir():
        shutil.copy(font_licence, tree / "licences" / f"font-{font_licence.name}")
    for name in ("绿册.sh", "绿册.desktop", "使用说明.txt"):
        shutil.copy(HERE / name, tree)
    return libraries


def make_addition(addition, installed, tree, bundle_libraries):
    """A tree that is unpacked over the bundle's, for what most do not need. False: its programs are not installed."""
    programs = [installed / "bin" / name for name in addition.programs]
    if not all(program.exists() for program in programs):
        return False
    shutil.rmtree(tree, ignore_errors=True)
    for folder in ("bin", "lib"):
        (tree / folder).mkdir(parents=True)
    put = [put_program(program, tree) for program in programs]
    taken = Libraries([*bundle_libraries.users, *put], bundle_libraries).put(tree / "lib")
    for file, folder in addition.files.items():
        (tree / folder).mkdir(parents=True, exist_ok=True)
        shutil.copy(file, tree / folder)
    licences.collect([*taken, *addition.files], tree / "licences" / addition.name)
    return True


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("installed", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--name", default="lvce")
    parser.add_argument("--pack", action="store_true")
    options = parser.parse_args()
    trees = {options.name: options.out / options.name}
    libraries = make_tree(options.installed, trees[options.name])
    for addition in ADDITIONS:
        tree = options.out / addition.name / options.name
        if make_addition(addition, options.installed, tree, libraries):
            trees[f"{options.name}-{addition.name}"] = tree
    for name, tree in trees.items() if options.pack else ():
        file = options.out / f"{name}.tar.xz"
        pack.write(tree, file)
        print(f"{file}：{file.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
