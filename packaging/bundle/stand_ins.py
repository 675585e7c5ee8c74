"""Stand-ins: libraries that ours are linked with but never call in what lvce does. The bundle has of each a few kilobytes with the same name and the
symbols that are looked up, so that everything loads. A call would end the process with a line that names the library (in a worker: costs that one file),
never give a wrong answer. tests/packaging opens a file of every kind with the bundle and compares."""
import subprocess

import elf

# SONAME -> the libraries that link it, and what for, which lvce never asks them. When a library that is not named here needs it too, it is carried itself.
STAND_INS = {
    "libx265.so.199": (["libheif.so.1"], "writes HEIC"),
    "libaom.so.3": (["libheif.so.1"], "writes AVIF; dav1d reads it"),
    "libbrotlienc.so.1": (["libjxl.so.0.7"], "writes metadata"),
    "librsvg-2.so.2": (["libvips.so.42"], "SVG, a loader that is blocked (untrusted)"),
    "libmatio.so.11": (["libvips.so.42"], "Matlab files, blocked"),
    "libcfitsio.so.10": (["libvips.so.42"], "astronomers' pictures, blocked"),
    "libOpenEXR-3_1.so.30": (["libvips.so.42"], "film pictures, blocked"),
    "libgsf-1.so.114": (["libvips.so.42"], "writes tiles for zooming"),
    "libimagequant.so.0": (["libvips.so.42"], "writes pictures with a palette"),
    "libcgif.so.0": (["libvips.so.42"], "writes GIF"),
    "libfftw3.so.3": (["libvips.so.42"], "Fourier transforms"),
    "libpango-1.0.so.0": (["libvips.so.42"], "pictures of text"),
    "libpangocairo-1.0.so.0": (["libvips.so.42"], "pictures of text"),
    "libpangoft2-1.0.so.0": (["libvips.so.42"], "pictures of text"),
    "libX11.so.6": (["libcairo.so.2"], "windows"),
    "libXext.so.6": (["libcairo.so.2"], "windows"),
    "libXrender.so.1": (["libcairo.so.2"], "windows"),
    "libxcb.so.1": (["libcairo.so.2"], "windows"),
    "libxcb-render.so.0": (["libcairo.so.2"], "windows"),
    "libxcb-shm.so.0": (["libcairo.so.2"], "windows"),
    "libnss3.so": (["libpoppler.so.126"], "checks signatures"),
    "libsmime3.so": (["libpoppler.so.126"], "checks signatures"),
    "libplc4.so": (["libpoppler.so.126"], "checks signatures"),
    "libnspr4.so": (["libpoppler.so.126"], "checks signatures"),
    "libxml2.so.2": (["libarchive.so.13"], "XAR, which is not among the archives that are opened"),
    "libp11-kit.so.0": (["libgnutls.so.30"], "keys on cards; libqpdf takes digests and ciphers of it"),
    "libidn2.so.0": (["libgnutls.so.30"], "names of hosts"),
    "libunistring.so.2": (["libgnutls.so.30"], "passwords beyond ASCII"),
    "libcurl.so.4": (["libtesseract.so.5"], "pictures from the network"),
}

# Called when libvips and libheif start and end, to make ready or to ask which version would write: these do nothing and give 0.
_DO_NOTHING = {"gsf_init", "gsf_shutdown", "aom_codec_version"}

_SOURCE = """
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
__attribute__((visibility("hidden"), noreturn, used)) void lvce_not_carried(const char* called) {{
  static const char said[] = " of {soname} is not carried in this bundle\\n";
  (void)!write(2, called, strlen(called));
  (void)!write(2, said, sizeof said - 1);
  abort();
}}
"""


def find_needed(files):
    """(SONAME -> file of all that `files` need, the SONAMEs of those that a stand-in will do for)."""
    left_out = set(STAND_INS)
    while True:
        needed, users = elf.closure(files, left_out)
        real = {soname for soname in left_out if any(user not in STAND_INS[soname][0] for user in users.get(soname, ()))}
        if not real:
            return needed, {soname for soname in left_out if soname in needed}
        left_out -= real


def _wanted(soname, carried):
    """name -> Symbol of `soname` that the carried files look up, and all versions that they ask it for."""
    offered = {symbol.name: symbol for symbol in elf.symbols(elf.find(soname)) if symbol.defined}
    wanted = {}
    for file in carried:
        for symbol in elf.symbols(file):
            if not symbol.defined and symbol.name in offered:
                wanted[symbol.name] = offered[symbol.name]
    return wanted


def make(soname, carried, out, scratch):
    """Writes the stand-in of `soname` for what the files `carried` look up in it."""
    wanted = _wanted(soname, carried)
    source = _SOURCE.format(soname=soname)
    versions = {}
    for name, symbol in sorted(wanted.items()):
        versions.setdefault(symbol.version, []).append(name)
        if symbol.is_data:
            source += f'asm(".bss\\n.globl {name}\\n.type {name},@object\\n.size {name},{symbol.size}\\n.balign 32\\n{name}: .zero {max(symbol.size, 8)}\\n.text");\n'
        elif name in _DO_NOTHING:
            source += f'asm(".text\\n.globl {name}\\n.type {name},@function\\n{name}: xor %eax, %eax\\nret");\n'
        else:
            source += f'asm(".text\\n.globl {name}\\n.type {name},@function\\n{name}: sub $8, %rsp\\nlea 1f(%rip), %rdi\\ncall lvce_not_carried\\n1: .asciz \\"{name}\\"");\n'
    script = "".join(f"{version} {{ global: {'; '.join(names)}; }};\n" for version, names in versions.items() if version)
    (scratch / "stand_in.c").write_text(source)
    (scratch / "stand_in.map").write_text(script)
    command = ["gcc", "-shared", "-fPIC", "-Os", "-s", "-Wl,--build-id=none", f"-Wl,-soname,{soname}", "-o", out, scratch / "stand_in.c"]
    subprocess.run(command + ([f"-Wl,--version-script={scratch / 'stand_in.map'}"] if script else []), check=True)
