"""Tables of long cells, 200, 400 and 800 rows, in a Markdown paper: time must grow with the rows, not faster."""
from material import paragraphs, workbook
from measure import measure, measure_in_turn
from other_tools import font_environment, html_table

HEAD = ("序号", "事项", "内容", "责任科室", "完成情况")
SLACK = 1.3  # twice the rows: at most 2 × this; caches and noise


def rows_of(count):
    texts = paragraphs(count * 400, 7)
    return [(str(i + 1), texts[2 * i][:40], texts[2 * i], "办公室、机关服务中心", texts[2 * i + 1]) for i in range(count)]


def unit_with_table(folder, rows):
    unit = workbook(folder / "unit")
    lines = ["| " + " | ".join(row) + " |" for row in (HEAD, ("---",) * len(HEAD), *rows)]
    (unit / "佐证材料" / "2.1.1 工作台账.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return unit


def bench(table, lvce, folder, _soffice):
    empty = measure([lvce, "build", workbook(folder / "empty"), "-o", folder / "empty-out", "--quiet"], accepted=(0, 1))
    before = None
    for count in (200, 400, 800):
        own = folder / f"table-{count}"
        own.mkdir()
        rows, page = rows_of(count), own / "table.html"
        page.write_text(html_table(HEAD, rows), encoding="utf-8")
        build = ([lvce, "build", unit_with_table(own, rows), "-o", own / "out", "--quiet"], {"accepted": (0, 1)})
        weasy = (["weasyprint", page, own / "weasy.pdf"], {"env": font_environment(own)})
        ours, = measure_in_turn(build)
        if count == 200:  # more take WeasyPrint minutes
            other, = measure_in_turn(weasy, runs=1)
            table.compare(f"长格表格 table of long cells: {count}行", ours, "WeasyPrint", other, 3)
        else:
            table.alone(f"长格表格 table of long cells: {count}行", ours)
        alone = ours.seconds - empty.seconds  # without what every package costs
        if before:
            growth = alone / before
            table.alone(f"    行数加倍用时 ×{growth:.2f} twice the rows", ours, goal=f"×≤{2 * SLACK:g}", met=growth <= 2 * SLACK)
        before = alone
