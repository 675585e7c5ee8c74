"""One name, one body: says which functions of lvce the objects given define twice.

    odr.py [--sizes] FOLDER|OBJECT...

A function that one object holds as inline (weak) and another as its own, or that two own, breaks the one-definition rule: the linker takes one of
them in silence. With --sizes also copies of an inline function that differ in size: for objects that were compiled without optimising, where equal
sources give equal sizes. Exit 1 if any.
"""
import collections
import pathlib
import subprocess
import sys


def symbols(path):
    """(name, kind, size) of each function that the object defines."""
    listed = subprocess.run(["nm", "-S", "--defined-only", path], capture_output=True, text=True, check=True).stdout
    for line in listed.splitlines():
        parts = line.split()
        if len(parts) == 4 and parts[2] in "TWV" and parts[3].startswith(("_ZN4lvce", "_ZNK4lvce")):
            yield parts[3], parts[2], int(parts[1], 16)


def objects(arguments):
    for argument in map(pathlib.Path, arguments):
        yield from sorted(argument.rglob("*.o")) if argument.is_dir() else [argument]


def main():
    found = collections.defaultdict(lambda: collections.defaultdict(list))
    sizes = "--sizes" in sys.argv
    paths = list(objects(argument for argument in sys.argv[1:] if argument != "--sizes"))
    for path in paths:
        for name, kind, size in symbols(path):
            found[name][kind == "T", size if sizes else 0].append(path)
    bad = 0
    for name, bodies in sorted(found.items()):
        owners = sum(len(places) for (own, _), places in bodies.items() if own)
        if len(bodies) == 1 and owners < 2:
            continue
        bad += 1
        print(subprocess.run(["c++filt", name], capture_output=True, text=True, check=True).stdout.strip())
        for (own, size), places in bodies.items():
            print(f"  {'own' if own else 'inline'}{f', {size} bytes' if sizes else ''}: {', '.join(map(str, places))}")
    print(f"{len(paths)} objects, {len(found)} functions, {bad} with several bodies")
    return 1 if bad or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
