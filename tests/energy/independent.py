#!/usr/bin/env python3
"""Every energy figure of result.json, computed a second time with exact fractions from the formulas alone.

Usage: independent.py LVCE [CASES] [SEED]. Random workbooks with all carriers and units, blanks, both coal sets; each printed figure must
lie within half a unit of its last digit of the exact one, what cannot be computed must be null, and targets are judged unrounded. The
factors are written out here on purpose: nothing is read from rubrics/factors.
"""
import json
import random
import subprocess
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

from random_workbook import METRICS, PARENT, Case

F = Fraction
COAL_PER_KG = {"原煤": "0.7143", "液化石油气": "1.7143", "汽油": "1.4714", "柴油": "1.4571", "煤油": "1.4714", "燃料油": "1.4286", "焦炭": "0.9714"}
DENSITY = {"汽油": "0.73", "柴油": "0.86", "煤油": "0.82", "燃料油": "0.92"}
CARBON = {"天然气": "0.002184", "液化石油气": "3.166", "汽油": "0.002179", "柴油": "0.002718", "煤油": "0.002539", "燃料油": "0.002978", "热力": "0.11"}
COAL_CARBON = {"烟煤": "2.174", "无烟煤": "2.429"}
GRID = {"山西": {2021: "0.7222", 2022: "0.7096", 2023: "0.6634"}, "新疆": {2021: "0.6577", 2022: "0.6231", 2023: "0.6021"},
        "重庆": {2021: "0.4743", 2022: "0.5227", 2023: "0.5581"}, "西藏": {2023: "0.2472"},
        "湖南": {2021: "0.5138", 2022: "0.4900", 2023: "0.4976"}, "": {2021: "0.5568", 2022: "0.5366", 2023: "0.5306"}}
RUBRIC_TARGETS = {
    "shanxi-2021": {"单位建筑面积能耗": None, "人均综合能耗": None, "人均用水量": None},
    "xinjiang-2023": {"人均综合能耗": "1.4", "单位建筑面积能耗": "1.19", "单位建筑面积碳排放": "1.5", "人均用水量": "1.4"},
    "chongqing-2021": {"人均综合能耗": None, "单位建筑面积能耗": None, "人均用水量": None},
    "yiyang-2020": {"人均综合能耗": "2.5", "人均用水量": "2.5", "单位建筑面积能耗": "2.0"},
    "taskplan-2021": {"单位建筑面积能耗": None, "人均综合能耗": None, "人均用水量": None},
}
BY_WATER_USERS = {"chongqing-2021"}
QUOTA_ALLOWED = {"shanxi-2021"}
PART_OF_TOTAL = {"其中采暖用煤", "其中公务用车汽油", "其中公务用车柴油", "绿电"}


class Second:
    """The second computation of one case."""

    def __init__(self, case):
        self.case = case
        self.form = case.rubric == "xinjiang-2023"  # its own coefficients, as printed
        self.density = {name: F(value) for name, value in DENSITY.items()}
        if self.form:
            self.density["柴油"] = F("0.96")
        self.heat_coal = F("34.1") if self.form else F("34.12")
        self.area_heat = self.decide_area_heat()
        self.years = {year: self.compute_year(year) for year in case.quantities if case.quantities[year]}

    # ---- factors ----
    @staticmethod
    def fuel(carrier):
        return PARENT[carrier] if carrier.startswith("其中") else carrier

    def scale(self, carrier):
        """Base units (kWh, m³, t, L, GJ, tce) in one typed unit."""
        unit = self.case.units[carrier]
        if carrier == "水" or self.fuel(carrier) == "天然气":
            return {"立方米": F(1), "吨": F(1), "万立方米": F(10000)}[unit]
        if unit in ("千克", "吨"):
            kilograms = F(1) if unit == "千克" else F(1000)
            density = self.density.get(self.fuel(carrier))
            return kilograms / density if density else kilograms / 1000
        return {"万千瓦时": F(10000), "万大卡": F("0.041868")}.get(unit, F(1))

    def coal(self, carrier):
        """kgce per base unit."""
        name = self.fuel(carrier)
        if name in ("电", "转供电", "自发自用光伏"):
            return F("0.1229")
        if name == "天然气":
            return F("1.33")
        if name == "热力":
            return self.heat_coal
        if name == "其他能源":
            return F(1000)
        if name == "液化石油气" and self.form:
            return None
        return F(COAL_PER_KG[name]) * self.density.get(name, F(1000)) if name in COAL_PER_KG else None

    def carbon(self, carrier):
        """tCO2 per base unit."""
        name = self.fuel(carrier)
        if name in ("电", "转供电"):
            table = GRID[self.case.province[:2]]
            known = [year for year in table if year <= self.case.energy_year]
            return F(table[max(known) if known else min(table)]) / 1000
        if name == "自发自用光伏":
            return F(0)
        if name == "原煤":
            return F(COAL_CARBON[self.case.coal_kind]) if self.case.coal_kind else None
        return F(CARBON[name]) if name in CARBON else None

    # ---- one year ----
    def quantity(self, year, carrier):
        cells = self.case.quantities[year][carrier]
        return None if None in cells else sum(cells) * self.scale(carrier)

    def decide_area_heat(self):
        if self.case.heating != "按面积":
            return False
        for year, used in self.case.quantities.items():
            if "热力" in used and self.quantity(year, "热力") != 0:
                return False
        return True

    def convert(self, carrier, quantity, factor):
        if quantity is None or carrier in ("水", "绿电"):
            return None
        if quantity == 0:
            return F(0)
        if factor is None:
            return None
        return quantity * factor * (-1 if carrier == "转供电" else 1)

    def carbon_quantity(self, carrier, quantity):
        """Oil weighed in tonnes is litres by its physical density, whatever density the form converts with."""
        name = self.fuel(carrier)
        if quantity is None or name not in DENSITY or self.case.units.get(carrier) not in ("千克", "吨"):
            return quantity
        return quantity * self.density[name] / F(DENSITY[name])

    def heat_is_unknown(self, year):
        """Metered in the other compared year, and nothing said of this one."""
        compared = (self.case.energy_year, self.case.base_year)
        if year not in compared or "热力" in self.case.quantities[year]:
            return False
        other = compared[0] if year == compared[1] else compared[1]
        return other in self.case.quantities and "热力" in self.case.quantities[other] and self.quantity(other, "热力") != 0

    def compute_year(self, year):
        used = self.case.quantities[year]
        bases = self.case.bases[year]
        carriers = {}
        for carrier in used:
            quantity = self.quantity(year, carrier)
            if quantity is None and carrier.startswith("其中公务用车") and bases["公务用车数量"] == 0:
                continue  # there are no such vehicles: some months were filled in by habit
            carriers[carrier] = {"qty": quantity, "kgce": self.convert(carrier, quantity, self.coal(carrier) if carrier not in ("水", "绿电") else None),
                                 "carbon_t": self.convert(carrier, self.carbon_quantity(carrier, quantity), self.carbon(carrier))}
        heat = None
        if self.area_heat and bases["供热面积"] is not None:
            kgce = bases["供热面积"] * F("31.45") * F("0.98")
            heat = {"qty": bases["供热面积"], "kgce": kgce, "carbon_t": kgce / self.heat_coal * F("0.11")}
            carriers["供热面积"] = heat
        out = {"carriers": carriers, "area_m2": bases["建筑面积"], "people": bases["用能人数"], "water_m3": carriers.get("水", {}).get("qty")}
        for total, figure, building in (("total_kgce", "kgce", "building_kgce"), ("carbon_t", "carbon_t", "building_carbon_t")):
            out[total] = None if self.resold_too_much(carriers) or self.heat_is_unknown(year) else self.total(carriers, figure, heat)
            vehicles = self.official(carriers, bases, figure)
            out[building] = None if out[total] is None or vehicles is None else out[total] - vehicles
        self.divide(out, bases)
        return out

    def total(self, carriers, figure, heat):
        rows = [row for name, row in carriers.items() if name != "水" and name not in PART_OF_TOTAL]
        if not rows or any(row[figure] is None for row in rows) or (self.area_heat and heat is None):
            return None
        return sum(row[figure] for row in rows)

    @staticmethod
    def resold_too_much(carriers):
        resold = carriers.get("转供电", {}).get("qty")
        bought = carriers["电"]["qty"] if "电" in carriers else None
        return bool(resold) and (bought is None or resold > bought)

    @staticmethod
    def official(carriers, bases, figure):
        """Official vehicles' share; None when it is not known."""
        out = F(0)
        for fuel in ("汽油", "柴油"):
            part = carriers.get("其中公务用车" + fuel)
            if part is not None:
                if carriers[fuel]["qty"] is not None and part["qty"] is not None and part["qty"] > carriers[fuel]["qty"]:
                    return None
                if part[figure] is None:
                    return None
                out += part[figure]
            elif fuel in carriers and bases["公务用车数量"] != 0 and carriers[fuel]["qty"] != 0:
                return None
        return out

    def divide(self, out, bases):
        water_users = bases["用水人数"] if self.case.rubric in BY_WATER_USERS else bases["用能人数"]
        out["divisors"] = {"人均综合能耗": bases["用能人数"], "单位建筑面积能耗": bases["建筑面积"], "单位建筑面积碳排放": bases["建筑面积"],
                           "人均用水量": water_users}
        carbon = out["building_carbon_t"]
        sums = {"人均综合能耗": out["total_kgce"], "单位建筑面积能耗": out["building_kgce"],
                "单位建筑面积碳排放": None if carbon is None else carbon * 1000, "人均用水量": out["water_m3"]}
        for metric, key in zip(METRICS, ("per_capita_kgce", "per_area_kgce", "per_area_carbon_kg", "per_capita_water_m3")):
            divisor = out["divisors"][metric]
            out[key] = out[metric] = None if sums[metric] is None or not divisor else sums[metric] / divisor

    # ---- targets ----
    def target(self, metric):
        required = RUBRIC_TARGETS[self.case.rubric][metric]
        required, quota = self.case.targets.get(metric, (F(required) if required else None, None))
        base = self.years.get(self.case.base_year, {}).get(metric)
        year = self.years.get(self.case.energy_year, {})
        actual = year.get(metric)
        by_quota = quota is not None and self.case.rubric in QUOTA_ALLOWED and "能耗" in metric
        change = None if actual is None or not base else (actual - base) / base * 100
        enough = None if required is None or base is None else base * (1 - required / 100)
        if by_quota and (enough is None or quota > enough):
            enough = quota
        gap = None if actual is None or enough is None or base == 0 else actual - enough
        met = None
        if required is not None and change is not None:
            met = change <= -required
        if by_quota and actual is not None:
            met = True if actual <= quota else (False if required is None else met)
        out = {"required_pct": required, "change_pct": change, "quota": quota, "actual": actual, "gap": gap, "enough": enough, "met": met,
               "gap_total": None, "gap_kwh": None}
        if gap is not None:
            total = gap * year["divisors"][metric]
            out["gap_total"] = total if metric == "人均用水量" else total / 1000
            out["gap_kwh"] = total / F("0.1229") if "能耗" in metric else None
        return out


PLACES = {"total_kgce": 2, "building_kgce": 2, "carbon_t": 3, "building_carbon_t": 3, "water_m3": 4, "area_m2": 4, "people": 4, "per_capita_kgce": 2,
          "per_area_kgce": 2, "per_capita_water_m3": 2, "per_area_carbon_kg": 2, "qty": 4, "kgce": 2, "required_pct": 2, "change_pct": 2,
          "quota": 4, "actual": 2, "gap": 2, "enough": 2, "gap_total": 3, "gap_kwh": 2}


class Comparison:
    def __init__(self):
        self.figures = self.nulls = 0
        self.faults = []

    def figure(self, where, key, printed, exact):
        if exact is None or printed is None:
            self.nulls += 1
            if (exact is None) != (printed is None):
                self.faults.append(f"{where} {key}: printed {printed}, computed {None if exact is None else float(exact)}")
            return
        self.figures += 1
        half_digit = F(1, 2 * 10 ** PLACES[key])
        if abs(F(printed) - exact) > half_digit + abs(exact) / 2 ** 52:  # JSON numbers are read as doubles
            self.faults.append(f"{where} {key}: printed {printed}, computed {float(exact)}")

    def case(self, second, energy):
        for year, figures in second.years.items():
            printed = energy["years"][str(year)]
            for key in list(PLACES)[:11]:
                self.figure(year, key, printed[key], figures[key])
            if set(printed["carriers"]) != set(figures["carriers"]):
                self.faults.append(f"{year} carriers: printed {list(printed['carriers'])}, used {list(figures['carriers'])}")
                continue
            for name, row in figures["carriers"].items():
                for key, exact in row.items():
                    self.figure(f"{year} {name}", key, printed["carriers"][name][key], exact)
        for printed in energy["targets"]:
            exact = second.target(printed["metric"])
            for key in ("required_pct", "change_pct", "quota", "actual", "gap", "enough", "gap_total", "gap_kwh"):
                self.figure(printed["metric"], key, printed[key], exact[key])
            if printed["met"] != exact["met"]:
                self.faults.append(f"{printed['metric']} met: printed {printed['met']}, computed {exact['met']}")


def main():
    lvce, cases, seed = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 25, int(sys.argv[3]) if len(sys.argv) > 3 else 20210605
    source = random.Random(seed)
    comparison = Comparison()
    with tempfile.TemporaryDirectory(prefix="lvce-independent-") as folder:
        for number in range(cases):
            case = Case(source)
            case.write(Path(folder) / "台账.xlsx")
            run = subprocess.run([lvce, "check", folder, "--json", "--quiet"], capture_output=True, check=False)
            if run.returncode not in (0, 1):
                sys.exit(f"case {number}: exit code {run.returncode}\n{run.stderr.decode()}")
            before = len(comparison.faults)
            comparison.case(Second(case), json.loads(run.stdout)["energy"])
            if len(comparison.faults) > before:
                print(f"case {number} ({case.rubric}, {case.energy_year})", *comparison.faults[before:][:8], sep="\n  ")
    print(f"{cases} workbooks, seed {seed}: {comparison.figures} figures, {comparison.nulls} not computable, {len(comparison.faults)} differ")
    sys.exit(1 if comparison.faults or comparison.figures < cases * 20 else 0)


if __name__ == "__main__":
    main()
