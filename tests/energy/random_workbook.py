"""Random consumption workbooks: what an office might type, and the same figures as exact numbers for tests/energy/independent.py."""
import pathlib
from fractions import Fraction

import openpyxl

RUBRICS = sorted(file.stem for file in (pathlib.Path(__file__).resolve().parents[2] / "rubrics").glob("*.yaml"))

# carrier: units that a header may carry
UNITS = {
    "电": ["千瓦时", "万千瓦时", "度"],
    "水": ["立方米", "吨", "万立方米"],
    "原煤": ["吨", "千克"],
    "其中采暖用煤": ["吨", "千克"],
    "天然气": ["立方米", "万立方米"],
    "液化石油气": ["吨", "千克"],
    "汽油": ["升", "吨", "千克"],
    "其中公务用车汽油": ["升", "吨"],
    "柴油": ["升", "吨", "千克"],
    "其中公务用车柴油": ["升", "千克"],
    "热力": ["吉焦", "百万千焦", "万大卡"],
    "其他能源": ["吨标准煤"],
    "煤油": ["升", "吨"],
    "燃料油": ["升", "千克"],
    "焦炭": ["吨", "千克"],
    "转供电": ["千瓦时", "万千瓦时"],
    "自发自用光伏": ["千瓦时", "万千瓦时"],
    "绿电": ["千瓦时"],
}
PARENT = {"其中采暖用煤": "原煤", "其中公务用车汽油": "汽油", "其中公务用车柴油": "柴油", "转供电": "电", "绿电": "电"}
RARE = {"液化石油气": 0.3, "焦炭": 0.1, "其他能源": 0.1, "煤油": 0.3, "燃料油": 0.3, "转供电": 0.3, "自发自用光伏": 0.3, "绿电": 0.3, "原煤": 0.4}
METRICS = ["人均综合能耗", "单位建筑面积能耗", "单位建筑面积碳排放", "人均用水量"]


class Case:
    """One office. quantities[year][carrier]: list of typed Fractions (None: blank cell), one for 全年 or twelve; absent: not used."""

    def __init__(self, random):
        self.random = random
        self.energy_year = random.choice([2020, 2022, 2023])
        self.base_year = self.energy_year - 1
        self.rubric = random.choice(RUBRICS)
        self.province = random.choice(["山西省", "新疆维吾尔自治区", "重庆市", "西藏自治区", "湖南", ""])
        self.heating = random.choice(["按热量", "按面积", ""])
        self.coal_kind = random.choice(["烟煤", "烟煤", "无烟煤", ""])
        self.units = {carrier: random.choice(units) for carrier, units in UNITS.items() if random.random() < 0.95}
        self.bases = {year: self.make_bases() for year in (self.base_year, self.energy_year)}
        self.quantities = {year: self.make_year() for year in self.bases}
        self.targets = self.make_targets()

    def make_bases(self):
        r = self.random
        bases = {"建筑面积": r.randint(800, 90000), "供热面积": r.randint(700, 80000), "用能人数": r.randint(20, 3000),
                 "用水人数": r.randint(20, 3000), "车辆数量": r.randint(1, 40), "公务用车数量": r.choice([0, 3, 12])}
        return {name: None if r.random() < 0.03 else Fraction(value) for name, value in bases.items()}

    def make_year(self):
        months = self.random.choice([1, 12, 12, 12])
        out = {}
        for carrier in self.units:
            parent = PARENT.get(carrier)
            if parent and parent not in out:
                continue
            if self.random.random() > RARE.get(carrier, 0.85):
                continue
            out[carrier] = [self.make_quantity(carrier, out.get(parent), i) for i in range(months)]
            if self.random.random() < 0.04:
                out[carrier][self.random.randrange(months)] = None
            if all(cell is None for cell in out[carrier]):
                del out[carrier]
        return out

    def make_quantity(self, carrier, parent, index):
        """A number of at most ten digits; a part is small, whatever the units are (万千瓦时 resold of 千瓦时 bought are too much)."""
        r = self.random
        if r.random() < 0.05:
            return Fraction(0)
        if parent:
            if parent[index] is None:
                return Fraction(0)
            small = parent[index] / self.random.choice([5000, 50000])
            return Fraction(int(small * 100), 100)
        return Fraction(r.randint(1, 10 ** r.randint(3, 7)), 10 ** r.randint(0, 3))

    def make_targets(self):
        out = {}
        for metric in METRICS:
            if self.random.random() < 0.7:
                out[metric] = (Fraction(self.random.randint(0, 900), 100) + 1, self.random.choice([None, Fraction(self.random.randint(1, 90000), 100)]))
        return out

    def typed(self, value):
        """As a number, or as text with separators."""
        if value is None:
            return None
        number = float(value)
        if self.random.random() < 0.1:
            return f"{number:,.3f}".rstrip("0").rstrip(".")
        return int(value) if value.denominator == 1 else number

    def write(self, path):
        book = openpyxl.Workbook()
        self.write_unit(book.active)
        self.write_bases(book.create_sheet("年度基数"))
        self.write_ledger(book.create_sheet("能耗台账"))
        sheet = book.create_sheet("目标任务")
        sheet.append(["指标", "下降率要求", "定额值"])
        for metric, (required, quota) in self.targets.items():
            sheet.append([metric, f"{float(required)}%", self.typed(quota)])
        book.save(path)

    def write_unit(self, sheet):
        sheet.title = "单位信息"
        sheet.append(["项目", "内容"])
        for item, value in (("单位名称", "示例局"), ("评价标准", self.rubric), ("评价年度", self.energy_year + 1), ("能耗年度", self.energy_year),
                            ("对比基期", self.base_year), ("省份", self.province), ("供热计量", self.heating), ("煤种", self.coal_kind)):
            if value != "":
                sheet.append([item, value])

    def write_bases(self, sheet):
        names = list(self.bases[self.energy_year])
        sheet.append(["年度"] + names)
        for year, bases in self.bases.items():
            sheet.append([year] + [self.typed(bases[name]) for name in names])

    def write_ledger(self, sheet):
        carriers = list(self.units)
        self.random.shuffle(carriers)
        sheet.append(["年度", "月份"] + [f"{carrier}（{self.units[carrier]}）" for carrier in carriers])
        for year, used in self.quantities.items():
            rows = max((len(cells) for cells in used.values()), default=0)
            for i in range(rows):
                cells = [self.typed(used[carrier][i]) if carrier in used else None for carrier in carriers]
                sheet.append([year, "全年" if rows == 1 else i + 1] + cells)
