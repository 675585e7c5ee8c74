"""Material for the measurements, the same each time: Chinese text, unit folders, PDF files."""
import random
import zlib
from pathlib import Path

import openpyxl

ROOT = Path(__file__).resolve().parents[2]

PHRASES = ("本单位成立节约型机关创建工作领导小组", "明确一名分管领导具体负责", "定期召开节能工作会议", "建立健全能源资源消费统计制度", "完善用电用水管理办法",
           "开展能源审计和节能诊断", "推广使用高效照明光源", "公共区域实行声光感应控制", "夏季室内空调温度不低于26摄氏度", "冬季不高于20摄氏度",
           "加强公务用车油耗管理", "鼓励干部职工绿色出行", "优先采购节能环保产品", "推行无纸化办公和双面打印", "减少一次性办公用品使用",
           "实行垃圾分类投放并签订清运协议", "机关食堂开展光盘行动", "厨余垃圾就地资源化处理", "对用水器具进行节水改造", "每季度公示能源资源消费情况",
           "组织节能宣传周和低碳日活动", "举办生活垃圾分类专题培训", "与上年度相比人均综合能耗下降2.5%", "单位建筑面积能耗下降2.0%", "人均用水量下降3.1%")


def paragraphs(characters, seed):
    """Paragraphs of about 150 characters each, `characters` in all."""
    choice, out, length = random.Random(seed), [], 0
    while length < characters:
        text = "，".join(choice.choice(PHRASES) for _ in range(choice.randint(7, 14))) + f"，累计{choice.randint(2, 98)}次。"
        out.append(text)
        length += len(text)
    return out


def workbook(folder, sheets=()):
    """A unit's workbook with 单位信息 and further sheets, each (name, rows)."""
    folder.mkdir(parents=True)
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "单位信息"
    for row in (("项目", "内容"), ("单位名称", "示例局"), ("评价标准", "shanxi-2021"), ("评价年度", 2021), ("省份", "山西")):
        sheet.append(row)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(folder / "台账.xlsx")
    (folder / "佐证材料").mkdir()
    return folder


def stream(entries, data):
    return f"<< {entries} /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


class Pdf:
    """The smallest writer that will do: objects by number, then the table of their places."""

    def __init__(self):
        self.objects = []

    def add(self, body):
        self.objects.append(body if isinstance(body, bytes) else body.encode())
        return len(self.objects)

    def write(self, file, pages):
        """`pages`: bodies of page objects without their /Parent."""
        parent = len(self.objects) + len(pages) + 1
        numbers = [self.add(page.replace("/Type /Page", f"/Type /Page /Parent {parent} 0 R")) for page in pages]
        self.add(f"<< /Type /Pages /Count {len(numbers)} /Kids [{' '.join(f'{n} 0 R' for n in numbers)}] >>")
        root = self.add(f"<< /Type /Catalog /Pages {parent} 0 R >>")
        with open(file, "wb") as out:
            places = [out.write(b"%PDF-1.4\n")]
            for number, body in enumerate(self.objects, 1):
                places.append(places[-1] + out.write(b"%d 0 obj\n" % number + body + b"\nendobj\n"))
            out.write(b"xref\n0 %d\n0000000000 65535 f \n" % len(places))
            out.write(b"".join(b"%010d 00000 n \n" % place for place in places[:-1]))
            out.write(f"trailer << /Size {len(places)} /Root {root} 0 R >>\nstartxref\n{places[-1]}\n%%EOF\n".encode())


def scan(file, jpeg, size, pages, mark):
    """A scanner's PDF: each page one JPEG of width × height; `mark` makes files differ."""
    pdf = Pdf()
    image_facts = f"/Type /XObject /Subtype /Image /Width {size[0]} /Height {size[1]} /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /DCTDecode"
    bodies = []
    for page in range(pages):
        image = pdf.add(stream(image_facts, jpeg + f"{mark}-{page}".encode()))
        content = pdf.add(stream("/Filter /FlateDecode", zlib.compress(b"q 595 0 0 842 0 0 cm /Im Do Q")))
        bodies.append(f"<< /Type /Page /MediaBox [0 0 595 842] /Contents {content} 0 R /Resources << /XObject << /Im {image} 0 R >> >> >>")
    pdf.write(file, bodies)
