"""Consumption of two years, month by month. Every total on paper is a sum of these: meters, vehicles and ledger agree by construction."""
from office import BASE_YEAR, ENERGY_YEAR

BASES = {  # area m², heated m², energy users, water users, vehicles, official vehicles
    BASE_YEAR: (12000, 11600, 418, 418, 9, 9),
    ENERGY_YEAR: (12000, 11600, 420, 420, 9, 9),
}

# Monthly differences of the two electricity meters (main building × 60, annex and canteen × 20).
MAIN_METER = {
    BASE_YEAR: [729, 591, 644, 557, 569, 693, 818, 797, 625, 581, 662, 741],
    ENERGY_YEAR: [698, 550, 598, 527, 547, 664, 789, 766, 601, 557, 632, 704],
}
ANNEX_METER = {
    BASE_YEAR: [303, 287, 298, 304, 308, 316, 326, 319, 310, 302, 304, 302],
    ENERGY_YEAR: [301, 280, 296, 299, 304, 313, 323, 317, 307, 299, 299, 298],
}
WATER = {
    BASE_YEAR: [566, 498, 571, 604, 641, 692, 731, 718, 655, 612, 584, 558],
    ENERGY_YEAR: [548, 431, 546, 588, 622, 671, 709, 694, 633, 594, 566, 541],
}
GAS = {
    BASE_YEAR: [812, 655, 798, 771, 764, 742, 713, 702, 755, 768, 801, 819],
    ENERGY_YEAR: [785, 588, 762, 748, 741, 722, 694, 686, 731, 742, 779, 794],
}
HEAT = {
    BASE_YEAR: [718.4, 611.2, 382.6, 0, 0, 0, 0, 0, 0, 0, 421.7, 688.9],
    ENERGY_YEAR: [689.5, 586.3, 366.8, 0, 0, 0, 0, 0, 0, 0, 404.2, 661.4],
}
OTHER_PETROL = {year: [0, 0, 12, 18, 22, 22, 22, 22, 18, 12, 0, 0] for year in BASES}  # mowers
OTHER_DIESEL = {year: [0, 0, 15, 0, 0, 15, 0, 0, 15, 0, 0, 15] for year in BASES}      # test runs of the generator

# plate, model, fuel, kilometres a month in 2020, litres per 100 km, quota
VEHICLES = [
    ("示A·00001", "轿车", "汽油", 1180, 8.6, 9.5),
    ("示A·00002", "轿车", "汽油", 1040, 8.8, 9.5),
    ("示A·00003", "轿车", "汽油", 960, 8.9, 9.5),
    ("示A·00004", "轿车", "汽油", 1110, 8.7, 9.5),
    ("示A·00005", "商务车", "汽油", 890, 10.8, 12.0),
    ("示A·00006", "越野车", "汽油", 720, 11.6, 12.5),
    ("示A·00007", "中型客车", "柴油", 1150, 15.2, 16.5),
    ("示A·D0008", "轿车（纯电动）", "电", 1020, None, None),
    ("示A·D0009", "轿车（纯电动）", "电", 970, None, None),
]
SEASON = [102, 74, 97, 101, 104, 103, 99, 98, 106, 103, 105, 108]  # % of the average month
START = {"示A·00001": 86210, "示A·00002": 74035, "示A·00003": 91870, "示A·00004": 66412, "示A·00005": 58903, "示A·00006": 102344,
         "示A·00007": 120518, "示A·D0008": 8120, "示A·D0009": 7655}
MORE_IN_BASE_YEAR = 104  # %


def vehicle_rows():
    """2020, a row per vehicle and month: plate, model, fuel, month, from–to, km, litres, yuan, L/100 km, quota."""
    out = []
    for plate, model, fuel, km_month, rate, quota in VEHICLES:
        at = START[plate]
        for month in range(12):
            km = km_month * SEASON[month] // 100
            litres = round(km * rate / 100) if rate else None
            price = {"汽油": 5.92, "柴油": 5.61}.get(fuel)
            amount = round(litres * price, 2) if litres else None
            actual = round(litres * 100 / km + 1e-9, 1) if litres else None
            out.append((plate, model, fuel, f"{ENERGY_YEAR}年{month + 1}月", f"{at}—{at + km}", km, litres, amount, actual, quota))
            at += km
    return out


def official_fuel(fuel):
    """Litres of official vehicles by year and month."""
    now = [sum(row[6] for row in vehicle_rows() if row[2] == fuel and row[3] == f"{ENERGY_YEAR}年{m}月") for m in range(1, 13)]
    return {ENERGY_YEAR: now, BASE_YEAR: [litres * MORE_IN_BASE_YEAR // 100 for litres in now]}


def monthly():
    """(year, month, power, water, gas, petrol, official petrol, diesel, official diesel, heat)."""
    petrol, diesel = official_fuel("汽油"), official_fuel("柴油")
    out = []
    for year in (BASE_YEAR, ENERGY_YEAR):
        for m in range(12):
            power = MAIN_METER[year][m] * 60 + ANNEX_METER[year][m] * 20
            out.append((year, m + 1, power, WATER[year][m], GAS[year][m], petrol[year][m] + OTHER_PETROL[year][m], petrol[year][m],
                        diesel[year][m] + OTHER_DIESEL[year][m], diesel[year][m], HEAT[year][m]))
    return out


METER_SERIES = [  # carrier, meter, first reading, multiplier, differences of 2020, price
    ("电", "DB-01", 48210, 60, MAIN_METER[ENERGY_YEAR], 0.52),
    ("电", "DB-02", 20877, 20, ANNEX_METER[ENERGY_YEAR], 0.52),
    ("水", "SB-01", 61530, 1, WATER[ENERGY_YEAR], 5.10),
    ("天然气", "QB-01", 33218, 1, GAS[ENERGY_YEAR], 2.86),
    ("热力", "RB-01", 9120.5, 1, HEAT[ENERGY_YEAR], 38.6),
]


def meter_rows():
    """2020: year, month, carrier, meter, previous, present, multiplier, quantity, price, amount, remark."""
    out = []
    for carrier, meter, reading, multiplier, steps, price in METER_SERIES:
        for month, step in enumerate(steps, 1):
            present = round(reading + step, 1)
            quantity = round(step * multiplier, 1)
            out.append((ENERGY_YEAR, month, carrier, meter, reading, present, multiplier, quantity, price, round(quantity * price, 2), ""))
            reading = present
    return out


INSTRUMENTS = [  # name, model, place, what it measures, accuracy, number, calibration, state
    ("三相电能表", "DTZ-1.5(6)A", "主楼配电室", "主楼总用电", "1级", "DB-01", "6年", "在用"),
    ("三相电能表", "DTZ-1.5(6)A", "附楼配电间", "附楼及食堂用电", "1级", "DB-02", "6年", "在用"),
    ("三相电能表", "DTS-5(60)A", "主楼一层电井", "一层照明插座", "1级", "DB-11", "6年", "在用"),
    ("三相电能表", "DTS-5(60)A", "主楼二层电井", "二层照明插座", "1级", "DB-12", "6年", "在用"),
    ("三相电能表", "DTS-5(60)A", "主楼三层电井", "三层照明插座", "1级", "DB-13", "6年", "在用"),
    ("三相电能表", "DTS-5(60)A", "主楼四层电井", "四层照明插座", "1级", "DB-14", "6年", "在用"),
    ("三相电能表", "DTS-10(100)A", "主楼屋面", "空调机组", "1级", "DB-21", "6年", "在用"),
    ("三相电能表", "DTS-10(100)A", "数据机房", "机房设备", "1级", "DB-22", "6年", "在用"),
    ("水表", "LXS-80E", "院内水表井", "总用水", "2级", "SB-01", "2年", "在用"),
    ("水表", "LXS-25E", "食堂", "食堂用水", "2级", "SB-02", "6年", "在用"),
    ("燃气表", "G16", "食堂燃气间", "食堂用气", "1.5级", "QB-01", "6年", "在用"),
    ("超声波热量表", "DN100", "换热站入口", "采暖用热", "2级", "RB-01", "6年", "在用"),
]

WASTE_FIRMS = {"可回收物": "示例再生资源有限公司", "有害": "示例环保处置有限公司", "餐厨": "示例餐厨处理有限公司", "其他": "示例环卫服务有限公司"}


def waste_rows():
    """2021 January to September: date, kind, kg, firm, from, to."""
    out = []
    for month in range(1, 10):
        for day, kind, kg in ((8, "可回收物", 210 + 11 * month % 37), (15, "餐厨", 1180 + 23 * month % 90), (25, "其他", 1460 + 31 * month % 120)):
            out.append((f"2021-{month:02d}-{day:02d}", kind, kg, WASTE_FIRMS[kind], "物业保洁主管", "收运驾驶员"))
        if month % 3 == 0:
            out.append((f"2021-{month:02d}-28", "有害", 6 + month, WASTE_FIRMS["有害"], "物业保洁主管", "收运驾驶员"))
    return out
