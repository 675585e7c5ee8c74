"""The walls of the house: what a floor includes is declared in CMakeLists.txt, the rooms of a floor point one way, names do not collide.

walls.py CHECKOUT. A floor is a folder of src/, a room a folder below it. What lies in a floor's own folder is its face and its conductor: it may
use all rooms and be used by them. A floor's headers may only include what is declared PUBLIC.
"""
import pathlib
import re
import sys


FUNCTION = re.compile(r"^(?:template <[^>]*>\s*)?(?!return|else|if|for|while|switch|case|using|namespace|class|struct|enum)"
                      r"[A-Za-z_][\w:<>,&*\s\[\]]*?[\s&*>]([A-Za-z_]\w*)\(")


def unnamed_functions(text):
    """Names of the functions in a body's unnamed namespaces."""
    inside, names = False, set()
    for line in text.split("\n"):
        if re.match(r"namespace \{", line):
            inside = True
        elif re.match(r"\}  // namespace$", line):
            inside = False
        elif inside and (match := FUNCTION.match(line)):
            names.add(match.group(1))
    return names


def twin_faults(bodies):
    """A floor's bodies are compiled a few at a time: a name that stands twice there may be taken for the other one without a word."""
    where = {}
    for file, text in bodies:
        for name in unnamed_functions(text):
            where.setdefault((file.split("/")[0], name), []).append(file)
    for (_, name), files in sorted(where.items()):
        if len(files) > 1:
            yield f"{name}() stands in the unnamed namespaces of {', '.join(sorted(files))}: name one of them otherwise"


def declared(cmake):
    """floor -> (floors that its headers may include, floors that its bodies may)."""
    floors = {}
    for name, rest in re.findall(r"lvce_module\((\w+)([^)]*)\)", cmake):
        public, _, private = rest.partition("PRIVATE")
        headers = set(re.findall(r"lvce_(\w+)", public))
        floors[name] = (headers, headers | set(re.findall(r"lvce_(\w+)", private)))
    return floors


def folder(path):
    return path.rpartition("/")[0]


def wall_faults(floors, includes):
    for file, target in includes:
        here, there = file.split("/")[0], target.split("/")[0]
        headers, bodies = floors.get(here, (set(), set()))
        if here != there and there not in (headers if file.endswith(".h") else bodies):
            yield f"{file} includes {target}: {here} does not declare {there}"


def cycle_through(start, edges):
    """A way from `start` back to itself; nothing when there is none."""
    ways, seen = [[start]], set()
    while ways:
        way = ways.pop()
        for following in sorted(edges.get(way[-1], ())):
            if following == start:
                return way + [start]
            if following not in seen:
                seen.add(following)
                ways.append(way + [following])
    return []


def cycle_faults(edges):
    for start in sorted(edges):
        way = cycle_through(start, edges)
        if way and start == min(way):
            yield "a circle: " + " -> ".join(way)


def room_edges(includes):
    edges = {}
    for file, target in includes:
        here, there = folder(file), folder(target)
        if here != there and here.split("/")[0] == there.split("/")[0] and "/" in here and "/" in there:
            edges.setdefault(here, set()).add(there)
    return edges


def faults(floors, includes):
    floor_edges = {name: bodies & set(floors) for name, (_, bodies) in floors.items()}
    unused = {(name, to) for name, targets in floor_edges.items() for to in targets} - {(f.split("/")[0], t.split("/")[0]) for f, t in includes}
    return [
        *wall_faults(floors, includes),
        *cycle_faults(room_edges(includes)),
        *cycle_faults(floor_edges),
        *(f"{name} declares {to} and includes nothing of it" for name, to in sorted(unused)),
    ]


def try_the_checks():
    floors = declared("lvce_module(low)\nlvce_module(mid PUBLIC lvce_low)\nlvce_module(top PUBLIC lvce_low PRIVATE lvce_mid)")
    good = [("mid/a.h", "low/l.h"), ("top/t.h", "low/l.h"), ("top/t.cpp", "mid/a.h"), ("top/x/a.h", "top/y/b.h"), ("top/t.cpp", "top/x/a.h")]
    assert not faults(floors, good)
    assert len(faults(floors, good + [("low/l.cpp", "mid/a.h")])) == 1
    assert len(faults(floors, good + [("top/t.h", "mid/a.h")])) == 1
    assert len(faults(floors, good + [("top/y/b.cpp", "top/x/a.h")])) == 1
    assert len(faults(floors, good + [("top/y/b.cpp", "top/z/c.h"), ("top/z/c.h", "top/x/a.h")])) == 1
    assert len(faults(floors, good[1:])) == 1
    assert len(faults(declared("lvce_module(low PUBLIC lvce_mid)\nlvce_module(mid PUBLIC lvce_low)"), [("low/l.h", "mid/a.h"), ("mid/a.h", "low/l.h")])) == 1
    body = "namespace {\nint size_of(int a) {\n}\n}  // namespace\n"
    assert len(list(twin_faults([("low/a.cpp", body), ("low/b.cpp", body)]))) == 1
    assert not list(twin_faults([("low/a.cpp", body), ("mid/b.cpp", body), ("low/b.cpp", "int size_of(int a) {\n}\n")]))


def main(checkout):
    try_the_checks()
    source = checkout / "src"
    floors = declared((checkout / "CMakeLists.txt").read_text())
    includes = []
    for file in sorted([*source.rglob("*.h"), *source.rglob("*.cpp")]):
        name = file.relative_to(source).as_posix()
        if "/" in name:  # main.cpp stands above all floors
            includes += [(name, target) for target in re.findall(r'^#include "([^"]+)"', file.read_text(), re.M)]
    assert len(floors) > 10 and len(includes) > 500, "nothing was read"
    bodies = [(file.relative_to(source).as_posix(), file.read_text()) for file in sorted(source.rglob("*.cpp"))]
    found = faults(floors, includes) + list(twin_faults(bodies))
    print("\n".join(found) or f"{len(floors)} floors, {len(includes)} includes: all as declared")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
