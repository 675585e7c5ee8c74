"""Libraries of which the bundle has a smaller one that does the same for us."""
import pathlib
import subprocess

import elf

# Of ICU's data: all encodings, all rules and dictionaries for breaking text, normalisation and properties. Not: names of languages, money, time zones
# and the like, collation, spelling of numbers.
_ICU_NEEDED = ("brkitr/",)
_ICU_ENDINGS = (".cnv", ".nrm", ".spp", ".icu", ".cfu")
_ICU_RESOURCES = ("root.res", "pool.res", "res_index.res", "supplementalData.res", "keyTypeData.res", "icuver.res", "icustd.res", "metadata.res",
                  "zh.res", "zh_Hans.res", "zh_Hans_CN.res", "zh_CN.res", "en.res")
_ICU_LEFT_OUT = ("unames.icu",)


def _is_kept(item):
    if item.startswith(_ICU_NEEDED):
        return True
    if "/" in item or item in _ICU_LEFT_OUT:
        return False
    return item.endswith(_ICU_ENDINGS) or item in _ICU_RESOURCES


def cut_icu_data(soname, out, scratch):
    """libicudata with the part of its data that lvce can ask for."""
    library = elf.find(soname)
    (symbol,) = [symbol for symbol in elf.symbols(library) if symbol.is_data and symbol.name.endswith("_dat")]
    # The name of the file is the prefix of all items in it.
    data, cut = scratch / f"{symbol.name.removesuffix('_dat')}l.dat", scratch / "cut" / f"{symbol.name.removesuffix('_dat')}l.dat"
    subprocess.run(["objcopy", "-O", "binary", "--only-section=.rodata", library, data], check=True)
    items = subprocess.run(["icupkg", "-l", data], capture_output=True, text=True, check=True).stdout.split()
    (scratch / "left_out.txt").write_text("\n".join(item for item in items if not _is_kept(item)))
    cut.parent.mkdir(exist_ok=True)
    subprocess.run(["icupkg", "-r", scratch / "left_out.txt", data, cut], check=True)
    source = scratch / "icudata.s"
    source.write_text(f'.section .rodata\n.balign 16\n.globl {symbol.name}\n.type {symbol.name},@object\n{symbol.name}: .incbin "{cut}"\n'
                      f".size {symbol.name}, .-{symbol.name}\n.section .note.GNU-stack,\"\",@progbits\n")
    subprocess.run(["gcc", "-shared", "-nostdlib", "-s", "-Wl,--build-id=none", f"-Wl,-soname,{soname}", "-o", out, source], check=True)


def cut_crypto(soname, out, scratch):
    """libcrypto, of which libxlsxwriter takes the MD5 by which it knows equal pictures: linked from the same package's static library."""
    wanted = ["MD5_Init", "MD5_Update", "MD5_Final"]
    (version,) = {symbol.version for symbol in elf.symbols(elf.find(soname)) if symbol.name in wanted}
    script = scratch / "crypto.map"
    script.write_text(f"{version} {{ global: {'; '.join(wanted)}; local: *; }};\n")
    subprocess.run(["gcc", "-shared", "-s", "-Wl,--build-id=none", "-Wl,--gc-sections", f"-Wl,-soname,{soname}", f"-Wl,--version-script={script}", "-o", out,
                    *[f"-Wl,-u,{name}" for name in wanted], elf.FOLDERS[0] / "libcrypto.a"], check=True)


CUT = {"libicudata.so.72": cut_icu_data, "libcrypto.so.3": cut_crypto}


def make(soname, out, scratch):
    scratch = pathlib.Path(scratch)
    CUT[soname](soname, out, scratch)
