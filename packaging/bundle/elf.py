"""What an ELF file says of itself, read with binutils' readelf."""
import functools
import pathlib
import re
import subprocess


def _readelf(*arguments):
    return subprocess.run(["readelf", "-W", *map(str, arguments)], capture_output=True, text=True, check=True).stdout


@functools.cache
def needed(file):
    """SONAMEs of the libraries that it is linked with."""
    return tuple(re.findall(r"\(NEEDED\).*\[(.*)\]", _readelf("-d", file)))


class Symbol:
    def __init__(self, name, version, defined, is_data, size):
        self.name, self.version, self.defined, self.is_data, self.size = name, version, defined, is_data, size


@functools.cache
def symbols(file):
    """Its dynamic symbols."""
    out = []
    for line in _readelf("--dyn-syms", file).splitlines():
        parts = line.split()
        if len(parts) < 8 or not parts[0].rstrip(":").isdigit() or parts[3] == "SECTION":
            continue
        name, _, version = parts[7].partition("@")
        size = int(parts[2], 16) if parts[2].startswith("0x") else int(parts[2])
        out.append(Symbol(name, version.lstrip("@"), parts[6] != "UND", parts[3] in ("OBJECT", "TLS"), size))
    return tuple(out)


def is_elf(file):
    with open(file, "rb") as start:
        return start.read(4) == b"\x7fELF"


FOLDERS = [pathlib.Path("/usr/lib/x86_64-linux-gnu"), pathlib.Path("/lib/x86_64-linux-gnu"), pathlib.Path("/usr/lib")]


def find(soname):
    """The file of a library of this machine."""
    for folder in FOLDERS:
        if (folder / soname).exists():
            return folder / soname
    raise SystemExit(f"没有找到 {soname}")


def closure(files, left_out):
    """(SONAME -> file of all that `files` are linked with, directly or not; SONAME -> names of those that link it). Of what stands in `left_out` only the
    name is looked at."""
    found, users, asked = {}, {}, [(file.name, file) for file in files]
    while asked:
        name, file = asked.pop()
        for soname in needed(file):
            users.setdefault(soname, set()).add(name)
            if soname not in found:
                found[soname] = find(soname)
                if soname not in left_out:
                    asked.append((soname, found[soname]))
    return found, users
