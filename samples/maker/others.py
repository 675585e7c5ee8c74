"""Papers and photos of the four smaller samples, from the drafts of the first office: other names, years and sizes; mostly plain text."""
import datetime
import importlib
import io
import re
import sys

from PIL import Image

MODULES = ("office", "ledger", "papers", "drafts", "drafts_office", "workbook", "scenes_rooms", "scenes_outdoors")
SOUTHERN = [  # no district heating there
    ("；采暖用热下降约 4%，主要因为换热站加装热量表后按时段调节", ""), ("供热系统按时段、按区域调节；", ""), ("用电、用热由", "用电由"), ("电、水、热、气、油", "电、水、气、油"),
    ("电、热、天然气、汽油、柴油和水六类", "电、天然气、汽油、柴油和水五类"), ("冬季耗热量偏高", "夏季空调负荷偏高"), ("分别负责电、热和水、气", "分别负责电和水、气"),
]


class Maker:
    """One province: its modules are loaded afresh, since the drafts read the office when they are loaded."""

    def __init__(self, province):
        self.p = province
        self.shift = province["shift"]
        self.printed = {}
        for name in MODULES:
            sys.modules.pop(name, None)
        self.office = importlib.import_module("office")
        self.office.NAME, self.office.SUPERIOR = province["name"], province["superior"]
        self.office.YEAR, self.office.ENERGY_YEAR, self.office.BASE_YEAR = province["year"], province["energy"], province["energy"] - 1
        self.ledger = importlib.import_module("ledger")
        self.scale_ledger()
        self.papers = importlib.import_module("papers")
        self.papers.register_fonts()
        self.drafts = importlib.import_module("drafts")
        self.more = importlib.import_module("drafts_office")
        self.rooms = importlib.import_module("scenes_rooms")
        self.rooms.words = self.adapted_words(self.rooms.words)
        self.yard = importlib.import_module("scenes_outdoors")
        self.yard.words = self.adapted_words(self.yard.words)
        self.capture()

    # ---- figures ----
    def scale_ledger(self):
        by = self.p["scale"]
        for table in (self.ledger.MAIN_METER, self.ledger.ANNEX_METER, self.ledger.WATER, self.ledger.GAS, self.ledger.HEAT):
            heat = table is self.ledger.HEAT
            for values in table.values():  # in place: the meters' series hold the same lists
                values[:] = [0 if heat and self.p["south"] else round(v * by / 100, 1 if heat else None) for v in values]
        for year, (_, _, _, _, cars, official) in list(self.ledger.BASES.items()):
            self.ledger.BASES[year] = (self.p["area"], None if self.p["south"] else self.p["area"] - 300, self.p["people"], self.p["people"], cars, official)
        if self.p["south"]:
            self.ledger.METER_SERIES = [row for row in self.ledger.METER_SERIES if row[0] != "热力"]
            self.ledger.INSTRUMENTS = [row for row in self.ledger.INSTRUMENTS if "热" not in row[0]]

    # ---- words ----
    def adapt(self, value):
        if isinstance(value, datetime.date):
            return value.replace(year=value.year + self.shift)
        if isinstance(value, (list, tuple)):
            return type(value)(self.adapt(one) for one in value)
        return self.adapt_text(value) if isinstance(value, str) else value

    def adapt_text(self, text):
        for before, after in SOUTHERN if self.p["south"] else []:
            text = text.replace(before, after)
        if self.p["south"]:
            text = re.sub(r"[^。；，]*(换热站|热量表)[^。；，]*[。；，]?", "", text)
        text = re.sub(r"(?<!\d)[23]\.\d%", lambda rate: self.printed.get(rate[0], rate[0]), text)
        text = text.replace("晋川省直", self.p["place"]).replace("晋川", self.p["place"][:2]).replace("处室", "科室" if self.p["level"] == "县级" else "处室")
        text = text.replace("12000", str(self.p["area"])).replace("420 人", f"{self.p['people']} 人")
        return re.sub(r"(?<!\d)20(19|20|21)(?!\d)", lambda year: str(int(year[0]) + self.shift), text)

    def adapted_words(self, original):
        return lambda d, xy, text, *rest, **more: original(d, xy, self.adapt_text(text), *rest, **more)

    # ---- papers: as text, or as PDF where asked ----
    def capture(self):
        self.as_pdf = False
        for kind in ("notice", "paper", "minutes", "contract", "sheet", "slides"):
            original = getattr(self.papers, kind)
            setattr(self.papers, kind, self.captured(kind, original))

    def captured(self, kind, original):
        def make(*args, **more):
            args, more = self.adapt(args), self.adapt(more)
            return original(*args, **more) if self.as_pdf else getattr(self, "text_of_" + kind)(*args, **more)
        return make

    def signed(self, title, lines, date, sign=None):
        end = [f"{sign or self.office.NAME}", f"{date.year}年{date.month}月{date.day}日", "", self.office.FOOTER]
        return "\r\n".join([title, "", *lines, "", *end, ""]).encode()

    def text_of_notice(self, number, title, to, lines, date, issuer=None, seal=True):
        return self.signed(title, [number, "", to + "：", *lines], date, issuer)

    def text_of_paper(self, title, lines, date, sign=None, seal=False):
        return self.signed(title, lines, date, sign)

    def text_of_minutes(self, title, facts, lines, date):
        return self.signed(title, [f"{key}：{value}" for key, value in facts] + [""] + list(lines), date)

    def text_of_contract(self, title, first, second, clauses, date):
        return self.signed(title, [f"甲方：{first}", f"乙方：{second}", "", *clauses], date, f"甲方：{first}　　乙方：{second}")

    def text_of_sheet(self, title, headers, rows, date, widths, landscape=True, note=None):
        lines = ["，".join(f"{head}：{'—' if value is None else value}" for head, value in zip(headers, row)) for row in rows]
        return self.signed(title, lines + ([note] if note else []), date)

    def text_of_slides(self, title, pages, date):
        return self.signed(title, [line for heading, points in pages for line in [heading, *("　" + point for point in points)]], date)

    def make(self, draft, pdf, about_figures):
        """Bytes of a paper. Papers about consumption speak of the energy year, all others of the year of work."""
        self.as_pdf = pdf
        self.shift = self.p["energy"] - 2020 if about_figures else self.p["shift"]
        self.printed = self.p.get("printed", {}) if about_figures else {}
        try:
            return draft()
        finally:
            self.as_pdf, self.shift = False, self.p["shift"]

    # ---- photos: small ----
    def photo(self, camera, image, seed, day):
        moment = f"{day.year + self.p['shift']}:{day.month:02d}:{day.day:02d} 10:15:00"
        return camera.photo(image.resize((800, 600), Image.BICUBIC), seed, moment, quality=40)

    @staticmethod
    def screenshot(image):
        out = io.BytesIO()
        image.resize((800, round(800 * image.height / image.width)), Image.BICUBIC).quantize(32).save(out, "PNG", optimize=True)
        return out.getvalue()
