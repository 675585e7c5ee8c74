"""Sheets that come back in any order and several times: what counts, what is refused by cell, and that nothing that was entered is touched.

returns.py BINARY
"""
import hashlib
import json
import pathlib
import random
import shutil
import sys
import tempfile

import desk as d


def digests(folder):
    return {p.relative_to(folder): hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.rglob("*.xlsx") if "结果" not in p.parts}


class Desk:
    def __init__(self, binary, place):
        self.binary, self.folder = binary, pathlib.Path(place) / "评审"
        self.folder.mkdir()
        self.indicators = d.indicators_of(binary, "xinjiang-2023")
        rng = random.Random(3)
        self.unit = d.make_unit(rng, "示例局", "市级", True, self.indicators)
        for row in self.unit["rows"].values():
            row["supported"] = row["claimed"]
        self.entry = d.write_package(self.folder, self.unit, "xinjiang-2023")
        d.write_register(self.folder, [self.entry])
        assert d.run(binary, "review", "sheets", self.folder, "--no-forms").returncode == 0
        self.sheet = self.folder / "核查表" / "地州" / "示例局.xlsx"
        self.blank = self.sheet.read_bytes()
        (self.folder / "交回").mkdir()
        self.full = {one["id"]: {"H": self.unit["rows"][one["id"]]["claimed"] / 100} for one in self.indicators if self.unit["rows"][one["id"]]["applies"]}

    def returned(self, name, cells):
        target = self.folder / "交回" / name
        target.write_bytes(self.blank)
        d.fill_sheet(target, cells)

    def clear(self):
        for file in (self.folder / "交回").glob("*"):
            file.unlink()
        self.sheet.write_bytes(self.blank)

    def score(self):
        before = digests(self.folder)
        ran = d.run(self.binary, "review", "score", self.folder, "--rounding", "四舍五入", "--json")
        assert digests(self.folder) == before, "a sheet was touched"
        assert ran.returncode in (0, 1), ran.stderr
        return json.loads(ran.stdout)["ranking"][0], ran.stderr, ran.returncode


def main(binary):
    with tempfile.TemporaryDirectory() as place:
        desk = Desk(binary, place)
        total = sum(cells["H"] for cells in desk.full.values())

        one, said, code = desk.score()
        assert one["final"] is None and one["rank"] is None and code == 1 and "地州级核查还没有填" in said, (one, said)

        # halves in two copies, a full one once more: the same whatever the order
        ids = sorted(desk.full)
        desk.returned("b.xlsx", {i: desk.full[i] for i in ids[::2]})
        assert desk.score()[0]["final"] is None
        desk.returned("a 改.xlsx", {i: desk.full[i] for i in ids[1::2]})
        one, said, code = desk.score()
        assert code == 0 and abs(one["parts"][1]["points"] - total) < 1e-9, (one, said)
        d.fill_sheet(desk.sheet, desk.full)
        assert desk.score()[0] == one

        # two copies that differ: both cells named, no rank
        desk.returned("c.xlsx", {"1.1.1": {"H": 0.25}})
        one, said, code = desk.score()
        assert one["final"] is None and code == 1 and "review-sheets-differ" in said and "c.xlsx" in said and "交回/b.xlsx" in said, said

        # out of range, no number that fits, places without a step
        for cells, finding in (({"1.1.1": {"H": 99}}, "review-out-of-range"), ({"1.1.1": {"H": -1}}, "review-out-of-range"), ({"1.1.1": {"H": 1.234}}, "review-out-of-range"),
                               ({"3.2.2": {"G": 1.5}}, "review-out-of-range")):
            desk.clear()
            desk.returned("d.xlsx", {**desk.full, **cells})
            one, said, code = desk.score()
            column = "H" if "H" in next(iter(cells.values())) else "G"
            assert finding in said and f"核查表!{column}" in said and one["final"] is None and code == 1, (cells, said)

        # 核查得分 wins over 扣分处数
        desk.clear()
        desk.returned("e.xlsx", {**desk.full, "3.2.2": {"G": 3, "H": 1.5}})
        one, said, code = desk.score()
        with_score = one["parts"][1]["points"]
        desk.clear()
        desk.unit["rows"]["3.2.2"]["supported"] = 150
        desk.returned("e.xlsx", {**desk.full, "3.2.2": {"G": 1}})
        by_places = desk.score()[0]["parts"][1]["points"]
        supported = desk.unit["rows"]["3.2.2"]["claimed"] / 100
        assert abs((with_score - 1.5) - (by_places - min(supported, 1.0))) < 1e-9, (with_score, by_places)

        # written once: asked again, nothing that is there changes
        before = digests(desk.folder)
        again = d.run(binary, "review", "sheets", desk.folder, "--no-forms")
        assert again.returncode == 0 and digests(desk.folder) == before, again.stdout

        # a package of another content: the whole sheet is refused by the cell of its fingerprint, and stays
        desk.clear()
        d.fill_sheet(desk.sheet, desk.full)
        (desk.folder / "收件" / "示例局" / "SHA256SUMS").write_text("0" * 64 + "  result.json\n")
        one, said, code = desk.score()
        assert "review-package-altered" in said and one["final"] is None, said
        desk.entry["package_sha256"] = hashlib.sha256(("0" * 64 + "  result.json\n").encode()).hexdigest()
        d.write_register(desk.folder, [desk.entry])
        one, said, code = desk.score()
        assert "review-package-changed" in said and "包指纹!B6" in said and one["final"] is None, said
        status = d.run(binary, "review", "status", desk.folder)
        assert status.returncode == 1 and "示例局：地州级还没有核查" in status.stdout, status.stdout
    print("sheets that come back: as the contract says")


if __name__ == "__main__":
    main(sys.argv[1])
