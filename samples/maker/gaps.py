"""The second sample: the same office some weeks before the deadline, with one of each common fault."""
import pathlib
import subprocess
import tempfile

import drafts
import workbook
from evidence import U2, U3, U4, U5
from office import ENERGY_YEAR

GONE = [  # what nobody has brought yet
    f"{U3}/3.3 绿色出行/", f"{U4}/4.3 分类收运/4.3.2", f"{U5}/5.2 教育培训/", f"{U2}/2.2 管理制度/2.2.5.3",
    f"{U2}/2.2 管理制度/2.2.2 管理制度汇编/04", f"{U2}/2.2 管理制度/2.2.2 管理制度汇编/05", f"{U2}/2.2 管理制度/2.2.2 管理制度汇编/06",
    f"{U3}/3.1 行为节约/3.1.3 自然采光/图说.txt", f"{U3}/3.1 行为节约/3.1.3 自然采光/自然采光措施说明.txt",
    f"{U4}/4.1 源头减量/4.1.2", f"{U5}/5.1 宣传实践/5.1.3-2", f"{U3}/3.4 绿色食堂/3.4.2", f"{U4}/4.2 分类投放/4.2.1-1",
]
WRONG_NUMBER = (f"{U4}/4.2 分类投放/4.2.1-2 主楼大厅分类容器.jpg", f"{U4}/4.2 分类投放/4.2.8 主楼大厅分类容器.jpg")
NO_NUMBER = (f"{U5}/5.1 宣传实践/5.1.1-3 节水宣传展板.jpg", f"{U5}/5.1 宣传实践/活动照片.jpg")
DAMAGED = f"{U3}/3.2 绿色采购/3.2.1 2021年绿色产品采购清单.pdf"
LOCKED = f"{U2}/2.2 管理制度/2.2.3 办公区物业服务合同.pdf"
OLD = (f"{U2}/2.2 管理制度/2.2.1.2 2021年节约能源资源实施方案（含年度目标）.pdf", f"{U2}/2.2 管理制度/2.2.1.2 2020年节约能源资源实施方案（含年度目标）.pdf")
PASSWORD = "gaps-sample"
MISSING_MONTH = (ENERGY_YEAR, 11)


def locked(pdf):
    """Asks for a password to open (PASSWORD)."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = pathlib.Path(folder, "in.pdf"), pathlib.Path(folder, "out.pdf")
        source.write_bytes(pdf)
        subprocess.run(["qpdf", "--static-id", "--allow-weak-crypto", "--encrypt", PASSWORD, PASSWORD + "-owner", "128", "--use-aes=n", "--", str(source), str(target)], check=True)
        return target.read_bytes()


def spoil_evidence(files):
    out = {name: data for name, data in files.items() if not any(name.startswith(gone) for gone in GONE)}
    for before, after in (WRONG_NUMBER, NO_NUMBER):
        out[after] = out.pop(before)
    out[DAMAGED] = out[DAMAGED][:len(out[DAMAGED]) * 3 // 10]
    out[LOCKED] = locked(out[LOCKED])
    del out[OLD[0]]
    out[OLD[1]] = drafts.energy_plan(2020)
    return out


def spoiled_book(indicators):
    book = workbook.make_book(indicators, skip=MISSING_MONTH)
    sheet = book["能耗台账"]
    sheet["C20"] = "见电费单"  # June 2020
    return book
