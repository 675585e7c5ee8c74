"""A bureau's folder made up at random: packages, sheets filled in, and what must come out, by other code than lvce's.

Written from the contract (docs/review.md) and the rubric's JSON; knows nothing of lvce's sources. Fractions throughout.
"""
import copy
import hashlib
import json
import pathlib
import random
import re
import subprocess
import zipfile
from fractions import Fraction

LEVELS = {"县级": [("自评", 10), ("县", 30), ("地州", 60)], "市级": [("自评", 20), ("地州", 80)], "省级": [("自评", 20), ("自治区", 80)]}
ON_SITE = {"3.2.2": "deduct", "3.3.1": "deduct", "3.4.1": "deduct", "3.6.2": "deduct", "6.2.3": "deduct", "7.1.2.4": "deduct", "3.1.2": "zero",
           "2.2.2": "not_counted"}


def run(binary, *arguments):
    return subprocess.run([binary, *map(str, arguments)], capture_output=True, text=True, timeout=600)


def hundredths(value):
    return int(round(value * 100))


def indicators_of(binary, rubric):
    shown = json.loads(run(binary, "rubric", "show", rubric, "--json").stdout)
    out = []
    for unit in shown["units"]:
        for item in unit["items"]:
            for indicator in item["indicators"]:
                points = indicator["points"]
                most = points if points is not None else indicator["rule"].get("cap", item["points"])
                out.append({"id": indicator["id"], "most": hundredths(most), "item": item["id"], "item_most": hundredths(item["points"]),
                            "open": points is None, "rule": indicator["rule"], "alternative": indicator["alternative_of"]})
    return out


def make_unit(rng, name, level, named, indicators):
    """A package's own words; points in hundredths."""
    unit = {"name": name, "level": level, "named": named, "rows": {}}
    room = {}
    for one in indicators:
        left = room.setdefault(one["item"], one["item_most"])
        applies = one["alternative"] is None
        most = min(one["most"], left) if applies else 0
        step = 50 if most % 50 == 0 else 25
        claimed = rng.choice([most] * 16 + [max(0, most - step)] * 3 + [0]) if most else 0
        items = None
        if one["rule"]["kind"] == "per_item":
            items = rng.choice([0, 3, 4, 5, 5])
            claimed = min(claimed, items * hundredths(one["rule"]["step"]))
        supported = claimed if rng.random() < 0.95 else 0
        room[one["item"]] -= claimed
        unit["rows"][one["id"]] = {"claimed": claimed, "supported": supported, "applies": applies, "items": items}
    unit["claimed"] = sum(row["claimed"] for row in unit["rows"].values())
    return unit


def write_package(desk, unit, rubric, state="ok"):
    folder = desk / "收件" / unit["name"]
    folder.mkdir(parents=True)
    rows = unit["rows"]
    result = {"year": 2023, "rubric": {"id": rubric}, "total": {"claimed": unit["claimed"] / 100}, "gates": [{"id": "pass_mark", "met": True, "why": ""}],
              "indicators": [{"id": i, "points": None, "claimed": r["claimed"] / 100, "supported": r["supported"] / 100,
                              "status": "complete" if r["applies"] else "not_applicable", "evidence": []} for i, r in rows.items()]}
    data = {"schema": 1, "answers": [{"id": i, "done": str(r["items"]), "claimed": r["claimed"] / 100} for i, r in rows.items() if r["items"] is not None]}
    sums = ""
    for name, content in (("result.json", result), ("数据.json", data)):
        text = json.dumps(content, ensure_ascii=False)
        (folder / name).write_text(text)
        sums += hashlib.sha256(text.encode()).hexdigest() + "  " + name + "\n"
    (folder / "SHA256SUMS").write_text(sums)
    unit["sha256"] = hashlib.sha256(sums.encode()).hexdigest()
    return {"unit": unit["name"], "rubric": rubric, "package_sha256": unit["sha256"], "state": state, "level": unit["level"], "category": "",
            "department": unit.get("department", ""), "named_year": 2020 if unit["named"] else None, "received": "2023-08-20", "claimed": unit["claimed"] / 100,
            "recomputed": {}, "folder": "收件/" + unit["name"], "round": 1}


def write_register(desk, entries, roster=(), missing=()):
    (desk / "登记.json").write_text(json.dumps({"schema": 1, "roster": list(roster), "received": entries, "missing": list(missing)}, ensure_ascii=False))


def rows_of_sheet(text, shared):
    """Row number of each indicator of a 核查表, by its first column."""
    out = {}
    for row, cells in re.findall(r'<row r="(\d+)"[^>]*>(.*?)</row>', text, re.S):
        first = re.search(r'<c r="A\d+"[^>]*t="s"[^>]*><v>(\d+)</v>', cells)
        if first:
            out[shared[int(first.group(1))]] = int(row)
    return out


def fill_sheet(path, entries, target=None):
    """Puts numbers into cells: {indicator: {"G": places, "H": score}}; the rest of the file stays."""
    target = target or path
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    shared = [re.sub("<[^>]+>", "", s) for s in re.findall(r"<si>(.*?)</si>", parts["xl/sharedStrings.xml"].decode(), re.S)]
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    rows = rows_of_sheet(sheet, shared)
    values = {f"{column}{rows[i]}": v for i, cells in entries.items() for column, v in cells.items()}
    sheet = re.sub(r'<c r="([GH]\d+)"( s="\d+")?/>',
                   lambda m: f'<c r="{m[1]}"{m[2] or ""}><v>{values[m[1]]}</v></c>' if m[1] in values else m[0], sheet)
    parts["xl/worksheets/sheet1.xml"] = sheet.encode()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in parts.items():
            book.writestr(name, content)


def after_places(one, row, places):
    """What so many places leave, in hundredths; never more than the material supports."""
    rule = one["rule"]
    effect = ON_SITE[one["id"]]
    if effect == "zero":
        return 0 if places else row["supported"]
    if effect == "not_counted":
        left = min(hundredths(rule["cap"]), max(0, row["items"] - places) * hundredths(rule["step"]))
    else:
        base = one["most"] if rule["kind"] == "deduct" else min(hundredths(rule["cap"]), row["items"] * hundredths(rule["step"]))
        left = base - places * hundredths(rule["deduct"])
    return max(0, min(row["supported"], left))


def review(rng, unit, indicators, complete=True):
    """A reviewer's entries for one level, and what they add up to (None: not complete)."""
    entries, total = {}, 0
    room = {}
    for one in indicators:
        row = unit["rows"][one["id"]]
        if not row["applies"]:
            continue
        left = room.setdefault(one["item"], one["item_most"])
        cells = {}
        if one["id"] in ON_SITE and rng.random() < 0.6:
            cells["G"] = rng.choice([0, 0, 0, 1, 1, 2, 3, 4])
            points = after_places(one, row, cells["G"])
        if one["id"] not in ON_SITE or "G" not in cells or rng.random() < 0.2:
            points = min(rng.choice([row["supported"]] * 18 + [one["most"], rng.randint(0, one["most"])]), left, one["most"])
            cells["H"] = points / 100
        room[one["item"]] -= points
        entries[one["id"]] = cells
        total += points
    if not complete:
        del entries[rng.choice(sorted(entries))]
        return entries, None
    return entries, total


ROUND = {"四舍五入": lambda f: (2 * f.numerator + f.denominator) // (2 * f.denominator), "舍去": lambda f: f.numerator // f.denominator,
         "进一": lambda f: -(-f.numerator // f.denominator), "四舍六入五成双": round}


def standings(units, rounding, pass_mark=8000, share=Fraction(5, 100)):
    """final (hundredths), rank, passed, eliminated of each unit; None where it cannot be said."""
    whole = ROUND[rounding]
    out = {}
    for unit in units:
        parts = [(percent, unit["claimed"] if by == "自评" else unit["totals"][by]) for by, percent in LEVELS[unit["level"]]]
        out[unit["name"]] = None if any(p is None for _, p in parts) else whole(sum(Fraction(percent * p, 100) for percent, p in parts))
    ranked = [f for f in out.values() if f is not None]
    again = [u for u in units if u["named"]]
    count = whole(len(again) * share)
    unknown = sum(1 for u in again if out[u["name"]] is None)
    known = [out[u["name"]] for u in again if out[u["name"]] is not None]
    result = {}
    for unit in units:
        final = out[unit["name"]]
        if final is None:
            result[unit["name"]] = (None, None, None, None if unit["named"] else False)
            continue
        gone = False
        if unit["named"]:
            below, upto = sum(f < final for f in known), sum(f <= final for f in known)
            gone = True if upto + unknown <= count else False if below >= count else None
        result[unit["name"]] = (final, 1 + sum(f > final for f in ranked), final >= pass_mark, gone)
    return result


def make_desk(binary, desk, seed, count, incomplete=0.05, last=0):
    """A folder of `count` random units, with sheets that are filled in; units with what is expected in `totals`.

    `last`: so many of them are under re-verification and have no point at all."""
    rng = random.Random(seed)
    rubric = "xinjiang-2023"
    indicators = indicators_of(binary, rubric)
    units, entries = [], []
    for number in range(count):
        unit = make_unit(rng, f"示例第{number + 1}局", rng.choice(sorted(LEVELS)), rng.random() < 0.6, indicators)
        if units and rng.random() < 0.4:  # a twin of one before, so that there are ties
            unit = copy.deepcopy(rng.choice(units[-8:]) | {"name": unit["name"]})
        if number < last:
            unit.update(level="市级", named=True, claimed=0)
            for row in unit["rows"].values():
                row.update(claimed=0, supported=0)
        unit["department"] = rng.choice(["一科", "二科", "三科"])
        entries.append(write_package(desk, unit, rubric))
        units.append(unit)
    write_register(desk, entries)
    written = run(binary, "review", "sheets", desk, "--no-forms")
    assert written.returncode == 0, written.stderr
    reviews = {}
    for unit in units:
        unit["totals"] = {}
        key = json.dumps([unit["level"], unit["rows"]])
        for by, _ in LEVELS[unit["level"]][1:]:
            sheet = desk / "核查表" / by / (unit["name"] + ".xlsx")
            if (key, by) not in reviews:
                reviews[key, by] = review(rng, unit, indicators, rng.random() >= incomplete)
            cells, unit["totals"][by] = reviews[key, by]
            if unit["claimed"] == 0 and units.index(unit) < last:
                cells, unit["totals"][by] = {i: {"H": 0} for i, row in unit["rows"].items() if row["applies"]}, 0
            fill_sheet(sheet, cells)
    return units


def compare(binary, desk, units, rounding):
    ran = run(binary, "review", "score", desk, "--rounding", rounding, "--json")
    assert ran.returncode in (0, 1), ran.stderr
    got = {one["unit"]: one for one in json.loads(ran.stdout)["ranking"]}
    wanted = standings(units, rounding)
    assert got.keys() == wanted.keys()
    for name, (final, rank, passed, gone) in wanted.items():
        one = got[name]
        assert one["final"] == (None if final is None else final / 100), (name, one, final, ran.stderr[:2000])
        assert (one["rank"], one["passed"], one["eliminated"]) == (rank, passed, gone), (name, one, rank, passed, gone)
    return got
