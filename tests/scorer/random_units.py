#!/usr/bin/env python3
"""Fills workbooks and evidence folders at random, rule kind by rule kind, and compares `lvce check --json` with scorer.py.

    random_units.py LVCE [--seed N] [--units N per rubric] [--rubric ID] [--keep DIR]

Prints each difference to the hundredth and ends with 1 when there is one. Needs Debian's python3-openpyxl.
"""
import argparse
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
import json
import pathlib
import random
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib

import openpyxl

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import scorer  # noqa: E402

RUBRICS = tuple(sorted(file.stem for file in (pathlib.Path(__file__).resolve().parents[2] / "rubrics").glob("*.yaml")))
WATER_USERS = {"chongqing-2021"}       # 人均水耗 by 用水人数 (facts: elsewhere by 用能人数)
SAME_YEAR = {"yiyang-2020"}            # 能耗年度 is the year of work itself
GRID = {"xinjiang-2023": "0.6231"}     # kgCO2/kWh, 新疆 2022; the other rubrics set no carbon target
KGCE_PER_KWH, KGCE_PER_M3, KG_CO2_PER_M3 = "0.1229", "1.33", "2.184"

TITLES = [  # what a title says of its kind
    ("节能工作通知", {"文件"}), ("专题会议纪要", {"会议纪要"}), ("计量器具台账", {"台账"}), ("服务合同", {"合同协议"}),
    ("车辆发票", {"发票", "发票及付款凭据"}), ("转账凭据", {"付款凭据", "发票及付款凭据"}), ("决算报表", {"报表"}),
    ("能耗分析", {"分析报告"}), ("能耗公示", {"公示图片"}), ("产品清单", {"采购清单"}), ("情况说明", {"情况说明"}),
    ("媒体新闻", {"新闻报道"}), ("节能讲座", {"培训材料"}), ("设计图纸", {"施工图纸"}), ("材料甲", set()),
]


# ---- what the office types ------------------------------------------------------------------------------------------------------

def random_done(rng, rule):
    """(cell value, is it %-formatted)."""
    kind = rule["kind"]
    roll = rng.random()
    if roll < 0.08:
        return None, False
    if roll < 0.13 or (roll < 0.5 and rule.get("not_applicable")):
        return "不适用", False
    if roll < 0.2:
        return rng.choice(["也许", "若干", "2.5", "-1", "约9"]), False
    if kind in ("targets", *scorer.OWN_JUDGEMENT):
        return None, False
    return VALID[kind](rng, rule)


def some_numbers(rng, rule):
    count = len(rule.get("parts", []))
    done = sorted(rng.sample(range(1, count + 1), rng.randint(1, count)))
    return rng.choice(["、", "，", ","]).join(map(str, done)), False


def yes_or_no(rng, _):
    return rng.choice(["是", "是", "是", "√", True, "已完成", "否", False, "×"]), False


def yes_no_or_numbers(rng, rule):
    return some_numbers(rng, rule) if rule.get("parts") and rng.random() < 0.5 else yes_or_no(rng, rule)


def parts(rng, rule):
    return rng.choice([("全部", False), ("无", False), some_numbers(rng, rule), some_numbers(rng, rule), ("9", False)])


def count(rng, rule):
    number = rng.randint(0, 9)
    if "deduct" in rule:
        return f"{number}{rng.choice('；;')}{rng.randint(0, 5)}", False
    return rng.choice([number, str(number)]), False


def tier(rng, rule):
    if "grade" in rule["tiers"][0]:
        return rng.choice([t["grade"] for t in rule["tiers"]]), False
    return rng.choice([(1.0, True), (0.95, True), (0.9, True), (0.899, True), ("90%", False), ("89.9%", False), ("100%", False), (95, False), (100, False),
                       (1, False), (0.9, False), (120, False), (0, False), ("0.5", False)])


VALID = {
    "binary": yes_or_no, "all_of": yes_no_or_numbers, "any_of": yes_no_or_numbers, "parts": parts, "per_item": count, "per_occurrence": count,
    "tiers": tier, "deduct": lambda rng, rule: (rng.randint(0, 9), False),
    "choice": lambda rng, rule: (rng.choice([option["answer"] for option in rule["options"]] + ["未实施", "卓越"]), False),
}


def random_claim(rng, maximum):
    """Mostly none or within the maximum; now and then above it."""
    roll = rng.random()
    if roll < 0.3:
        return None
    if roll < 0.6:
        return maximum
    return rng.randint(0, maximum + (maximum // 2 if roll > 0.9 else 0))


# ---- what lies in the evidence folder -------------------------------------------------------------------------------------------

def random_files(rng, indicator, years):
    wanted = [kind for demand in indicator["evidence"] for kind in demand["kinds"]]
    for _ in range(rng.choice([0, 1, 1, 2, 2, 3, 5])):
        yield random_file(rng, indicator["id"], wanted, years)


def random_file(rng, id_, wanted, years):
    file = {"for": [id_], "year": None, "picture": False, "caption": True, "counted": 1, "broken": rng.random() < 0.05, "own_year": None}
    if rng.random() < 0.35:
        file.update(kinds={"图片"}, picture=True, caption=rng.random() < 0.7, title="现场", extension="png")
    else:
        fitting = [entry for entry in TITLES if entry[1] & set(wanted)]
        file["title"], file["kinds"] = rng.choice(fitting if fitting and rng.random() < 0.8 else TITLES)
        file["extension"] = rng.choice(["txt", "pdf"])
    if rng.random() < 0.6:
        file["year"] = years["Y"] - rng.choice([0, 0, 0, 1, 1, 2, 3, 6])
    elif file["extension"] == "pdf" and rng.random() < 0.5:
        file["own_year"] = years["Y"] - rng.randint(0, 2)
    if rng.random() < 0.1:
        file["counted"] = rng.randint(2, 4)
    return file


def name_of(file, number):
    order = f"-{number:02d}"
    if file["picture"] and not file["caption"]:
        return f"{file['for'][0]}{order} IMG_{number:04d}.png"  # a camera's name says nothing: no caption, no date, no count
    year = f"{file['year']}年" if file["year"] else ""
    counted = f"（{file['counted']}项）" if file["counted"] > 1 else ""
    return f"{'、'.join(file['for'])}{order} {year}{file['title']}{counted}.{file['extension']}"


def as_scored(file):
    """What the name does not say is not known: a PDF's own date is shown and never judged."""
    out = dict(file)
    if file["picture"] and not file["caption"]:
        out.update(year=None, counted=1)
    if file["picture"] and file["broken"]:
        out["kinds"] = set()  # a picture is known by its content
    return out


def png(number):
    def chunk(tag, data):
        return struct.pack(">I", len(data)) + tag + data + struct.pack(">I", zlib.crc32(tag + data))
    rows = b"".join(b"\0" + bytes([number % 250, 220, number // 250 % 250] * 24) for _ in range(18))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 24, 18, 8, 2, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def pdf(own_year, number):
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
               "<</Length 20>>stream\n100 100 200 200 re S\nendstream"]
    if own_year:
        objects.append(f"<</CreationDate(D:{own_year}0601090000)>>")
    out, offsets = f"%PDF-1.4\n% {number}\n".encode(), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    info = "/Info 5 0 R" if own_year else ""
    return out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(objects) + 1}/Root 1 0 R{info}>>\nstartxref\n{len(out)}\n%%EOF\n".encode()


def bytes_of(file, number):
    """No two alike: copies count once."""
    if file["broken"]:
        return b"\x00\xff\xfe\x01 neither text nor PDF \x02" * 3
    return {"png": lambda: png(number), "txt": lambda: f"佐证材料正文{number}。".encode(), "pdf": lambda: pdf(file["own_year"], number)}[file["extension"]]()


# ---- consumption and targets ----------------------------------------------------------------------------------------------------

def random_consumption(rng):
    """Two years; falls of nothing to 4 %, now and then exactly what is asked."""
    base = {"电": rng.randint(20000, 90000) * 10, "水": rng.randint(300, 900) * 10, "天然气": rng.randint(100, 900) * 10}
    fall = rng.choice([0, 1, 1.19, 1.4, 1.5, 2, 2.5, 3, 4, -2])
    actual = {name: round(value * (100 - fall) / 100, 2) for name, value in base.items()}
    actual["水"] = round(base["水"] * (100 - rng.choice([0, 1, 1.4, 2, 2.5, 3])) / 100, 2)
    people = rng.randint(50, 400)
    bases = {"建筑面积": rng.randint(2000, 9000), "用能人数": people, "用水人数": people + rng.randint(0, 20), "公务用车数量": 0}
    return {"base": {**base, **bases}, "actual": {**actual, **bases, "用水人数": people + rng.randint(0, 20)}}


def metrics(rubric_id, year):
    year = {name: Fraction(str(value)) for name, value in year.items()}
    kgce = year["电"] * Fraction(KGCE_PER_KWH) + year["天然气"] * Fraction(KGCE_PER_M3)
    carbon = year["电"] * Fraction(GRID.get(rubric_id, "1")) + year["天然气"] * Fraction(KG_CO2_PER_M3)
    water_by = year["用水人数" if rubric_id in WATER_USERS else "用能人数"]
    return {"人均综合能耗": kgce / year["用能人数"], "单位建筑面积能耗": kgce / year["建筑面积"], "单位建筑面积碳排放": carbon / year["建筑面积"],
            "人均用水量": year["水"] / water_by}


def random_targets(rng, rubric, consumption):
    base, actual = (metrics(rubric["id"], consumption[when]) for when in ("base", "actual"))
    out = {}
    for target in rubric["targets"]:
        metric = target["metric"]
        typed = rng.choice([None, 1, 1.5, 2, 2.5, 3]) if target["required_pct"] is None or rng.random() < 0.3 else None
        quota = round(float(actual[metric]) * rng.choice([0.98, 1.02]), 2) if rng.random() < 0.4 else None
        required = typed if typed is not None else target["required_pct"]
        out[metric] = {"typed": typed, "typed_quota": quota, "required": None if required is None else Fraction(str(required)),
                       "quota": None if quota is None else Fraction(str(quota)), "base": base[metric], "actual": actual[metric]}
    return out


# ---- one unit on disk -----------------------------------------------------------------------------------------------------------

def make_unit(rng, rubric):
    year = int(rubric["id"][-4:])
    years = {"Y": year, "E": year - (rubric["id"] not in SAME_YEAR)}
    items = {"单位名称": "随机局", "评价标准": rubric["id"], "评价年度": year, "单位层级": rng.choice(["省级", "市级", "县级", "乡镇街道"])}
    for name in ("物业管理", "机关食堂", "数据机房", "合署办公", "家属区同院"):
        items[name] = rng.choice(["是", "否"])
    items["近三年重大安全事故"] = rng.choice(["无", "无", "有", None])
    if rubric["id"] == "xinjiang-2023":
        items["省份"] = "新疆"
    consumption = random_consumption(rng)
    rows, files = {}, []
    for item in (item for unit in rubric["units"] for item in unit["items"]):
        for indicator in item["indicators"]:
            done, percent = random_done(rng, indicator["rule"])
            maximum = scorer.hundredths(indicator["points"] if indicator["points"] is not None else item["points"])
            claim = random_claim(rng, maximum)
            rows[indicator["id"]] = {"done": done, "percent": percent, "claim": None if claim is None else claim / 100}
            files += random_files(rng, indicator, years)
    for file in rng.sample(files, min(3, len(files))):  # some serve two indicators
        other = rng.choice(list(rows))
        if other not in file["for"] and not (file["picture"] and not file["caption"]):
            file["for"].append(other)
    return {"items": items, "rows": rows, "files": files, "years": years, "consumption": consumption, "targets": random_targets(rng, rubric, consumption)}


def write_workbook(path, unit):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "单位信息"
    for row in [("项目", "内容"), *unit["items"].items()]:
        sheet.append(row)
    consumption = list(zip((unit["years"]["E"] - 1, unit["years"]["E"]), (unit["consumption"]["base"], unit["consumption"]["actual"])))
    for name, carriers, head in (("年度基数", ["建筑面积", "用能人数", "用水人数", "公务用车数量"], ["年度"]), ("能耗台账", ["电", "水", "天然气"], ["年度", "月份"])):
        sheet = book.create_sheet(name)
        sheet.append(head + carriers)
        for year, values in consumption:
            sheet.append([year] + ["全年"] * (len(head) - 1) + [values[carrier] for carrier in carriers])
    sheet = book.create_sheet("目标任务")
    sheet.append(["指标", "下降率要求", "定额值"])
    for metric, target in unit["targets"].items():
        sheet.append([metric, None if target["typed"] is None else f"{target['typed']}%", target["typed_quota"]])
    write_scores(book.create_sheet("自评"), unit["rows"])
    book.save(path)


def write_scores(sheet, rows):
    sheet.append(["指标编号", "完成情况", "自评得分"])
    for id_, row in rows.items():
        sheet.append([id_, row["done"], row["claim"]])
        if row["percent"]:
            sheet.cell(sheet.max_row, 2).number_format = "0.0%"


def write_unit(folder, unit):
    evidence = folder / "佐证材料"
    evidence.mkdir(parents=True)
    write_workbook(folder / "台账.xlsx", unit)
    for number, file in enumerate(unit["files"], 1):
        (evidence / name_of(file, number)).write_bytes(bytes_of(file, number))


# ---- comparing ------------------------------------------------------------------------------------------------------------------

def differences(expected, result):
    got = {one["id"]: one for one in result["indicators"]}
    out = []
    if list(got) != list(expected["indicators"]):
        out.append("the indicators themselves differ")
    for id_, want in expected["indicators"].items():
        have = {"claimed": scorer.hundredths(got[id_]["claimed"]), "supported": scorer.hundredths(got[id_]["supported"]), "status": got[id_]["status"]}
        if have != want:
            out.append(f"{id_}: lvce {have}, scorer {want}")
    total = {key: scorer.hundredths(value) for key, value in result["total"].items()}
    if total != expected["total"]:
        out.append(f"total: lvce {total}, scorer {expected['total']}")
    gates = {gate["id"]: gate["met"] for gate in result["gates"]}
    if gates != expected["gates"] or result["verdict"] != expected["verdict"]:
        out.append(f"gates: lvce {gates} {result['verdict']}, scorer {expected['gates']} {expected['verdict']}")
    return out


def try_one(lvce, rubric, seed, root):
    rng = random.Random(f"{rubric['id']}-{seed}")
    unit = make_unit(rng, rubric)
    folder = root / f"{rubric['id']}-{seed}"
    write_unit(folder, unit)
    run = subprocess.run([lvce, "check", str(folder), "--json", "--quiet"], capture_output=True, text=True, timeout=120)
    if run.returncode not in (0, 1):
        return folder.name, unit, [f"exit code {run.returncode}: {run.stderr.strip()}"]
    unit["files"] = [as_scored(file) for file in unit["files"]]
    return folder.name, unit, differences(scorer.score(rubric, unit), json.loads(run.stdout))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("lvce")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--units", type=int, default=5)
    parser.add_argument("--rubric", choices=RUBRICS)
    parser.add_argument("--keep")
    asked = parser.parse_args()
    root = pathlib.Path(asked.keep or tempfile.mkdtemp(prefix="lvce-random-"))
    rubrics = [json.loads(subprocess.run([asked.lvce, "rubric", "show", id_, "--json"], capture_output=True, check=True).stdout)
               for id_ in ([asked.rubric] if asked.rubric else RUBRICS)]
    jobs = [(rubric, seed) for rubric in rubrics for seed in range(asked.seed, asked.seed + asked.units)]
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda job: try_one(asked.lvce, job[0], job[1], root), jobs))
    wrong = 0
    for name, unit, found in results:
        wrong += bool(found)
        for line in found:
            id_ = line.split(":")[0]
            print(f"{name} {line}")
            if id_ in unit["rows"]:
                print(f"    row {unit['rows'][id_]}\n    files " + "\n          ".join(str(f) for f in unit["files"] if id_ in f["for"]))
    if not asked.keep:
        shutil.rmtree(root)
    print(f"{len(results)} units, {wrong} with differences")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
