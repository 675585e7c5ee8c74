"""Writes the seeds of the fuzz targets into corpus/NAME. All of it is invented here; what a fuzzer found lies there under other names (found-…).

    python3 tests/fuzz/make_corpus.py
"""
import base64
import hashlib
import pathlib
import struct
import tarfile
import io
import zlib

CORPUS = pathlib.Path(__file__).parent / "corpus"


def save(target, name, content):
    folder = CORPUS / target
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())


def package(parts):
    """Parts as kit.h's package_of reads them."""
    out = b""
    for name, content in parts.items():
        out += f"=== {name}\n".encode() + (content if isinstance(content, bytes) else content.encode()) + b"\n"
    return out


# ---- workbooks ----------------------------------------------------------------------------------------------------------------------
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def xlsx(sheets, shared="", styles=""):
    names = list(sheets)
    parts = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships><Relationship Id="r1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><workbookPr date1904="0"/><sheets>'
        + "".join(f'<sheet name="{n}" sheetId="{i}" r:id="r{i}"/>' for i, n in enumerate(names, 1)) + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": "<Relationships>"
        + "".join(f'<Relationship Id="r{i}" Type="{RELATIONS}/worksheet" Target="worksheets/s{i}.xml"/>' for i in range(1, len(names) + 1))
        + f'<Relationship Id="s" Type="{RELATIONS}/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="y" Type="{RELATIONS}/styles" Target="styles.xml"/>'
        + "</Relationships>",
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{shared}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>',
    }
    for i, name in enumerate(names, 1):
        parts[f"xl/worksheets/s{i}.xml"] = f'<worksheet xmlns="{MAIN}">{sheets[name]}</worksheet>'
    return package(parts)


def rows(*lines):
    """Rows of inline texts and numbers."""
    out = ""
    for r, line in enumerate(lines, 1):
        cells = ""
        for c, value in enumerate(line):
            ref = f'{chr(65 + c)}{r}'
            cells += f'<c r="{ref}"><v>{value}</v></c>' if isinstance(value, (int, float)) else f'<c r="{ref}" t="inlineStr"><is><t>{value}</t></is></c>'
        out += f'<row r="{r}">{cells}</row>'
    return f"<sheetData>{out}</sheetData>"


def workbooks():
    unit = rows(["项目", "内容"], ["单位名称", "示例局"], ["能耗年度", 2021], ["公务用车数量", "2"])
    ledger = rows(["年度", "月份", "电（千瓦时）", "水(吨)", "汽油（升）"], [2021, 1, 41200, 310, "1,250"], [2021, 2, "3.89万", "", "/"], [2021, "全年", 80100, 605, 2230])
    save("xlsx", "ledger", xlsx({"单位信息": unit, "能耗台账": ledger, "年度基数": rows(["年度", "建筑面积", "用能人数"], [2021, 5000, 120])}))
    mixed = ('<cols><col min="3" max="4" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
             '<row r="2" hidden="1"><c r="A2" t="b"><v>1</v></c><c r="B2" t="e"><v>#REF!</v></c><c r="C2" t="d"><v>2021-03-05T00:00:00</v></c></row>'
             '<row r="3"><c r="A3" s="1"><v>44197</v></c><c r="B3" s="2"><f>A1+1</f><v>0.95</v></c><c r="C3" t="str"><f>"x"</f><v>x_x000D_</v></c><c r="D3"><f>B1</f></c></row>'
             '</sheetData><mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C3:XFD1048576"/></mergeCells>')
    save("xlsx", "cells", xlsx({"单位信息": mixed, "自评": rows(["指标编号", "完成情况", "自评得分"], ["2.2.4.2", "4；1", 3.5], ["2.1.1", "是", 1])},
                               "<si><t>项目</t></si><si><r><t>内</t></r><r><t>容</t></r><rPh sb=\"0\" eb=\"1\"><t>nr</t></rPh></si>",
                               '<numFmts><numFmt numFmtId="164" formatCode="0.00&quot;万千瓦时&quot;"/></numFmts>'
                               '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="164"/></cellXfs>'))
    save("captions", "sheet", xlsx({"图说": rows(["文件名", "图说"], ["a.jpg", "水表"], ["2.1.1 照片.png", ""])}))
    content = ('<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
               'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="单位信息">'
               '<table:table-column table:number-columns-repeated="2" table:visibility="collapse"/>'
               '<table:table-row><table:table-cell office:value-type="string"><text:p>项目</text:p></table:table-cell><table:table-cell><text:p>内<text:s text:c="3"/>容</text:p></table:table-cell></table:table-row>'
               '<table:table-row table:number-rows-repeated="3"><table:table-cell office:value-type="float" office:value="12.5" table:number-columns-repeated="2"/>'
               '<table:covered-table-cell/><table:table-cell office:value-type="date" office:date-value="2021-03-05" table:number-columns-spanned="2" table:number-rows-spanned="2"/>'
               '<table:table-cell office:value-type="percentage" office:value="0.95"/><table:table-cell office:value-type="boolean" office:boolean-value="true"/></table:table-row>'
               '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
               '</table:table></office:spreadsheet></office:body></office:document-content>')
    save("ods", "cells", package({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "META-INF/manifest.xml": "<m/>", "content.xml": content}))
    months = "年度,月份,电（千瓦时）,水（吨）\n2021,1,41200,310\n,2,38900,295\n,全年,80100,605\n"
    save("csv", "comma", months)
    save("csv", "marked", "\ufeff年度;月份;电（万千瓦时）\r\n2021;1月;\"1,2\"\r\n2021;二月;\"x\"\"y\"\r\n")
    save("csv", "gb18030", months.replace(",", "\t").encode("gb18030"))
    save("csv", "utf-16", months.encode("utf-16"))
    save("ledgers", "months-down", "某局2020年能源资源消耗统计,,,\n月份,用电（度）,自来水（吨）,电费（元）\n" + "".join(f"{m}月,{1000 + m},{30 + m},{500 + m}\n" for m in range(1, 13)) + "合计,12078,438,6078\n")
    save("ledgers", "months-across", "2021年,,," + ",".join(f"{m}月" for m in range(1, 13)) + ",合计\n电,千瓦时,," + ",".join(str(100 + m) for m in range(1, 13)) + ",1278\n水,吨,,"
         + ",".join("7" for _ in range(12)) + ",84\n")
    save("ledgers", "form", "公共机构能源资源消费统计,,\n填报单位：示例局,,2021年3月\n项目,单位,数量\n电,千瓦时,100\n其中：空调,千瓦时,20\n水,立方米,8\n")


def biff():
    def u16(*values):
        return b"".join(struct.pack("<H", v) for v in values)

    def record(kind, body=b""):
        return u16(kind, len(body)) + body

    def wide(text):
        return u16(len(text)) + b"\1" + text.encode("utf-16-le")

    def book(version, globals_, cells):
        name = b"\1\0S" if version == 0x600 else b"\1S"
        head = record(0x809, u16(version, 5) + bytes(12)) + globals_
        offset = len(head) + 4 + 6 + len(name) + 4
        return head + record(0x85, struct.pack("<IH", offset, 0) + name) + record(0xA) + record(0x809, u16(version, 16) + bytes(12)) + cells + record(0xA)

    table = record(0xFC, struct.pack("<II", 2, 2) + u16(2) + b"\0ab" + u16(1) + b"\x09" + u16(1) + "电".encode("utf-16-le") + u16(0) + struct.pack("<I", 0))
    cells = (record(0xFD, u16(0, 0, 0) + struct.pack("<I", 1)) + record(0x203, u16(1, 0, 0) + struct.pack("<d", 12.5)) + record(0x27E, u16(1, 1, 0) + struct.pack("<I", 4 << 2 | 2))
             + record(0xBD, u16(2, 0) + (u16(0) + struct.pack("<I", 7 << 2 | 2)) * 2 + u16(1)) + record(0x204, u16(3, 0, 0) + wide("水")) + record(0x205, u16(4, 0, 0) + b"\1\0")
             + record(0x205, u16(4, 1, 0) + b"\x17\1") + record(0x6, u16(5, 0, 0) + bytes(6) + b"\xFF\xFF" + bytes(6) + u16(1) + b"\x44") + record(0x207, wide("x"))
             + record(0xE5, u16(1, 0, 1, 0, 2)) + record(0x7D, u16(1, 2, 0, 0, 1, 0)))
    formats = record(0x42, u16(1200)) + record(0x22, u16(1)) + record(0x41E, u16(164) + u16(4) + b"\0" + b"0.0%") + record(0xE0, u16(0, 164) + bytes(16)) + record(0xE0, u16(0, 14) + bytes(16))
    eight, five = book(0x600, formats + table, cells), book(0x500, record(0x42, u16(936)), record(0x204, u16(0, 0, 0) + u16(4) + "项目".encode("gb18030")))
    save("biff", "eight", eight)
    save("biff", "five", five)
    save("biff", "locked", book(0x600, record(0x2F, u16(0) + u16(1, 2)), cells))
    save("biff", "compound", compound("Workbook", eight.ljust(4096, b"\0")))
    save("office", "word", compound("WordDocument", (b"\xEC\xA5\xC1\0" + bytes(20) + struct.pack("<I", 64) + bytes(36) + "第一页".encode("utf-16-le")).ljust(4096, b"\0")))
    save("office", "old-sheet", compound("Workbook", eight.ljust(4096, b"\0")))


def compound(name, stream):
    """An OLE compound file with one stream of whole sectors."""
    count = len(stream) // 512
    fat = [0xFFFFFFFD, 0xFFFFFFFE] + [i + 3 for i in range(count - 1)] + [0xFFFFFFFE]
    fat += [0xFFFFFFFF] * (128 - len(fat))
    head = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0) + struct.pack("<I", 0) + b"\xFF" * (108 * 4)

    def entry(title, kind, child, start, size):
        text = title.encode("utf-16-le")
        return (text.ljust(64, b"\0") + struct.pack("<HBBIII", len(text) + 2, kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child) + bytes(36)
                + struct.pack("<IQ", start, size))

    folder = entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + entry(name, 2, 0xFFFFFFFF, 2, len(stream)) + bytes(256)
    return head[:512] + struct.pack("<128I", *fat) + folder + stream


# ---- YAML and Markdown ----------------------------------------------------------------------------------------------------------------
def yaml_files():
    save("mapping", "tables", "name: 某局用能统计\nunit: {单位名称: 示例局, 评价标准: shanxi-2021}\ntables:\n  - sheet: 用能*\n    year: 2020\n    sum: true\n    columns:\n"
         "      - {header: 月份, to: 月份}\n      - {header: [办公楼用电, 用电], to: 能耗台账/电, add: true}\n      - {header: 自来水, to: 能耗台账/水, unit: 吨}\n"
         "      - {column: D, to: 能耗台账/汽油, optional: true}\n    ignore: [合计*]\n    where: {header: 表号, is: [A1, B2]}\n")
    save("mapping", "forms", "name: 表\nforms:\n  - {sheet: \"2020\", label: 项目, unit: 单位, months: true, rows: [{label: 电, to: 能耗台账/电}, {label: 水, to: 能耗台账/水}, {label: 空调, under: 电, to: 能耗台账/热力}]}\n"
         "cells:\n  - {sheet: \"2020\", cell: C2, to: 能耗台账/电, year: 2020, month: 1, unit: 千瓦时}\nfiles: [能耗*]\n")
    save("mapping", "series", "name: 表\nseries:\n  - {file: 能耗, sheet: 用能统计, months: A3:A4, values: B3:B4, year: 2020, unit: 千瓦时, to: 能耗台账/电}\n"
         "  - {sheet: \"2020\", months: C1:D1, values: [C2:D2, C4:D4], year: 2020, to: 能耗台账/水, sum: true, days: true, down: true}\n")
    here = CORPUS.parent.parent
    save("rubric", "every-kind", (here / "rubric" / "every-kind.yaml").read_bytes())
    save("rubric", "province", (here / "rubric" / "province.yaml").read_bytes())
    save("rubric", "broken", "id: x-2021\ntitle: [1, 2\n")
    save("form", "table", "sections:\n  - sheet: 表\n    orientation: landscape\n    blocks:\n      - text: \"{{office.name}}：{{office.contact}}\"\n      - table:\n          title: 表\n          columns: [1, 30mm]\n"
         "          head: 1\n          rows:\n            - cells: [{text: 项, head: true}, {text: 数, head: true}]\n            - repeat: rows\n              merge: row.group\n"
         "              cells: [\"{{row.group}}\", {value: row.value, format: \"0.00\", name: \"v{{row.group}}\"}]\n            - cells: [合计, {value: none, formula: \"SUM({va}:{vb})\"}]\n"
         "            - if: yes\n              cells: [{text: x, columns: 2, rows: 2}]\n            - unless: no\n              cells: [{text: 1}]\n")
    save("narrative", "report", "# {{office.name}}自评报告\n\n{{text}}\n\n## 一\n\n{{> t.md for units}}\n\n{{> absent for pairs}}\n\n- a\n  1. b\n\n| 项 | 数 |\n|:--|--:|\n| {{missing}} | 1 |\n\n> 注\n\n---\n\n{{> signature}}\n")
    save("markdown", "all", "# 说明\n\n本单位**未实行**物业管理，*见* [官网](http://example.invalid/)、`代码`。\n\n1. 甲\n2. 乙\n   - 丙\n\n| 项 | 数 |\n|---|--:|\n| 电 | 1,234 |\n\n> 引\n\n<b>x</b>\n\n---\n\n![图](a.png)\n")
    save("markdown", "plain", "\n第一行：２０２１年用电12,345.6千瓦时，比上年下降1.4%。\n\t制表  A-B_C 𠀀㛃é\u0301\n")
    save("text", "utf-8", "第一行\r\n第二行\t\u200b\n")
    save("text", "gb18030", "关于成立领导小组的通知".encode("gb18030"))
    save("text", "utf-16", "通知\n".encode("utf-16"))
    save("text", "mail", "From: a@example.invalid\nSubject: x\nMIME-Version: 1.0\n\nx\n")


# ---- names, answers, values ------------------------------------------------------------------------------------------------------------
def lines():
    save("names", "paths", "2.1.1 成立节约型机关创建领导小组的通知（2021年3月5日）.pdf\n第二单元/二、管理制度/（2）/4.2-1 水表照片.jpg\n2.2 管理制度/5.3 分析报告.pdf\n2.1.1、2.1.2至2.1.4 报告.docx\n"
         "指标2.2.4.2：照片/IMG_20210305_101112.jpg\n３.１.１ 宣传（3次）.jpg\n2 完善制度体系/附件3：会议纪要〔2021〕5号.pdf\n微信图片_20210305.jpg\n～$台账.xlsx\n20210305 3项制度汇编.pdf\n")
    save("names", "odd", "２．１—1\n2.1.1-3.1.2 x\n二〇二一年上半年/①②/7.5万元.pdf\n2.1.1/2.1.1/2.9.9 x.pdf\n电费发票2021-2022年度.ofd\n".encode() + "2.1.1 通知.pdf\n".encode("gb18030"))
    save("captions", "text", "a.jpg：水表\nIMG_0001——会议\n2.1.1 照片，宣传活动\n水表-1.jpeg\t三楼\n没有这个文件: x\n")
    for i, answer in enumerate(["是", "已完成。", "4；1", "1、3", "①②", "1-3", "第1、2项", "95%", "0.95", "两次", "3项制度", "不适用", "基本完成", "全部", "无", "约3次", "１．２"]):
        save("answers", f"{i:02}", answer)
    for i, value in enumerate(["12,345.6", "１２３", "1E3", "−0.3", "95%", "2021年10月12日", "2021.10.12", "二〇二一年", "三月", "全年", "942.5元", "1.2万千瓦时", "02.01．1", "电（万千瓦时）",
                               "汽油/升", "#,##0.00\"万\"", "[$-804]yyyy\"年\"m\"月\"", "0.0%", "合 计", "\u200b1\u202e2", "1/3"]):
        save("values", f"{i:02}", value)
    for i, formula in enumerate(["{a}+{b}*2", "SUM({a}:{d},3)/{b}", "IF({a}>=1,\"是\",{b}&\"x\")", "ROUND({a}/3,2)", "-({a}-{b})^2", "N({c})", "IF(AND({a}=1.5,OR({b}<>2,{d}=\"\")),MAX({a}:{b}),ABS(-1))", "{x}", "1E3%"]):
        save("formula", f"{i:02}", formula)


# ---- packages and what workers say -----------------------------------------------------------------------------------------------------
def records():
    record = ('{"schema":1,"unit":{"name":"示例局"},"rubric":{"id":"shanxi-2021"},"files":[{"kind":"bound","path":"申报材料全本.pdf","pages":2,"sha256":"' + "0" * 64 + '"}],'
              '"binding":{"duplex":true,"screen":false,"full_size":false,"repeat_pages":false,"volume_pages":0,"dpi":200,"round":1,"supplements":[2],"volumes":["volume:1"],'
              '"files":[{"path":"2.1.1 a.pdf","sha256":"' + "1" * 64 + '","round":0,"refused":false}],"pieces":[{"key":"cover","pages":"1:0a1b 2:-","kept":false},{"key":"2.1.1 a.pdf","pages":"3:00 4-1:11","kept":true}]}}')
    save("record", "result", record)
    save("record", "sums", "0" * 64 + "  result.json\n" + "1" * 64 + "  a.pdf\n")
    pdf = pdf_file({1: "<</Type/Catalog/Pages 2 0 R/PageLabels<</Nums[0<</S/D/St 1>>]>>>>", 2: "<</Type/Pages/Kids[3 0 R]/Count 1>>", 3: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents[4 0 R]>>",
                    4: (b"", b"/LvceNumber <</N 1>> BDC EMC")})
    parts = {"申报材料全本.pdf": pdf, "result.json": record}
    sums = "".join(hashlib.sha256(c if isinstance(c, bytes) else c.encode()).hexdigest() + f"  {n}\n" for n, c in sorted(parts.items()))
    save("package", "whole", package({**parts, "SHA256SUMS": sums}))
    save("package", "odd-names", package({"../a": "x", "线上填报/2.1.1.pdf": pdf, "可编辑/a.docx": "x", "SHA256SUMS": sums}))
    save("worker", "job", '{"file":"2f61","prepared":"","dpi":200,"converted":false,"first_page":false,"unpack":"","unpack_at_most":0,"memory":1,"digest_only":false}')
    save("worker", "answer", '{"format":1,"notices":[["evidence-x",2,"原因","做法"]],"bytes":3,"sha256":"00","pages":[[595,842,false]],"pixels":[1,2],"date":"2021","origin":1,"prepared":"2f62","text":"x",'
         '"searchable":true,"fonts_embedded":true,"stamp":"1","is_archive":false,"entries":[["61","2f61",3,"","",""]],"office":"","weight":9}')
    tar = io.BytesIO()
    with tarfile.open(fileobj=tar, mode="w") as out:
        for name, content in (("2.1.1 通知.txt", b"x"), ("../out", b"y"), ("d/e.txt", b"z" * 100)):
            info = tarfile.TarInfo(name)
            info.size = len(content)
            out.addfile(info, io.BytesIO(content))
        link = tarfile.TarInfo("l")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/hostname"
        out.addfile(link)
    save("archive", "tar", tar.getvalue())
    packed = zlib.compressobj(9, zlib.DEFLATED, 31)
    save("archive", "tar.gz", packed.compress(tar.getvalue()) + packed.flush())
    save("archive", "zip", package({"2.1.1 通知.txt": "x", "a/../../b": "y", "c/": ""}))
    save("archive", "seven", b"7z\xBC\xAF\x27\x1C\0\4" + bytes(24))
    save("archive", "rar", b"Rar!\x1A\x07\0" + bytes(20))


# ---- PDF, pictures, OFD, office ----------------------------------------------------------------------------------------------------------
def pdf_file(objects):
    out, places = b"%PDF-1.7\n", {}
    for number, body in objects.items():
        places[number] = len(out)
        if isinstance(body, tuple):
            body = b"<<" + body[0] + b"/Length %d>>stream\n" % len(body[1]) + body[1] + b"\nendstream"
        out += b"%d 0 obj\n" % number + (body if isinstance(body, bytes) else body.encode()) + b"\nendobj\n"
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % places[n] for n in objects)
    return out + table + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))


def pdfs():
    page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate 90/CropBox[10 10 500 800]/UserUnit 2/Contents[4 0 R]/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R/I 7 0 R>>/ExtGState<</G<</ca .5/SMask<</S/Luminosity/G 6 0 R>>>>>>/Properties<</L 10 0 R>>>>/Annots[8 0 R 9 0 R 11 0 R]>>"
    objects = {1: "<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[10 0 R]/D<</OFF[10 0 R]/AS[<</Event/Print/OCGs[10 0 R]/Category[/Print]>>]>>>>/AcroForm<</Fields[9 0 R 11 0 R]/DA(/F 0 Tf 0 g)/DR<</Font<</F 5 0 R>>>>>>/OpenAction<</S/JavaScript/JS(x)>>>>",
               2: "<</Type/Pages/Kids[3 0 R]/Count 1>>", 3: page,
               4: (b"", b"q /G gs BT /F 12 Tf 10 10 Td (Hello) Tj [(a) -20 <62>] TJ ET /X Do 100 0 0 100 0 0 cm /I Do Q /OC /L BDC 0 0 m 9 9 l S EMC BI /W 1 /H 1 /BPC 8 /CS /G ID x EI q q"),
               5: "<</Type/Font/Subtype/TrueType/BaseFont/A/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 33/Widths[500 600]/ToUnicode 12 0 R>>",
               6: (b"/Type/XObject/Subtype/Form/BBox[0 0 10 10]/Group<</S/Transparency>>/Resources<</XObject<</X 6 0 R>>>>", b"/X Do 1 0 0 rg 0 0 10 10 re f"),
               7: (b"/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceRGB", b"\xFF\0\0"),
               8: "<</Type/Annot/Subtype/Stamp/F 4/Rect[10 10 60 60]/AP<</N 6 0 R>>>>",
               9: "<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(12.5)/F 4/Rect[100 100 200 120]/DA(/F 10 Tf 0 g)/MK<</BC[0 0 0]/BG[1 1 1]>>>>",
               10: "<</Type/OCG/Name(L)/Usage<</Print<</PrintState/OFF>>>>>>",
               11: "<</Type/Annot/Subtype/Widget/FT/Ch/Ff 131072/T(b)/V(y)/Opt[(x)[(y)(Y)]]/F 4/Rect[100 200 200 220]/DA(/F 0 Tf 0 g)>>",
               12: (b"", b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <41> <4E00> endbfchar 1 beginbfrange <42> <43> [<4E01> <4E02>] endbfrange endcmap")}
    save("pdf", "page", pdf_file(objects))
    many = {1: "<</Type/Catalog/Pages 2 0 R>>", 2: "<</Type/Pages/Kids[3 0 R 4 0 R 3 0 R]/Count 3/MediaBox[0 0 300 3000]/Resources<<>>>>",
            3: "<</Type/Page/Parent 2 0 R/Contents 5 0 R>>", 4: "<</Type/Pages/Parent 2 0 R/Kids[6 0 R]/Count 1>>", 5: (b"/Filter/FlateDecode", zlib.compress(b"0 0 m 300 3000 l S")),
            6: "<</Type/Page/Parent 4 0 R/MediaBox[0 0 842 595]>>"}
    save("pdf", "tree", pdf_file(many))
    head = b"%PDF-1.7\n"
    stream = zlib.compress(b"1 0 2 29 3 63 <</Type/Catalog/Pages 2 0 R>> <</Type/Pages/Kids[3 0 R]/Count 1>>  <</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>")
    body = b"4 0 obj\n<</Type/ObjStm/N 3/First 16/Filter/FlateDecode/Length %d>>stream\n" % len(stream) + stream + b"\nendstream\nendobj\n"
    at = len(head) + len(body)
    table = bytes([0, 0, 0, 0]) + b"".join(bytes([2, 0, 4, i]) for i in range(3)) + struct.pack(">BHB", 1, len(head), 0) + struct.pack(">BHB", 1, at, 0)
    save("pdf", "streams", head + body + b"5 0 obj\n<</Type/XRef/Size 6/W[1 2 1]/Root 1 0 R/Length %d>>stream\n" % len(table) + table + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % at)
    save("pdf", "empty", "%PDF-1.4\n%%EOF\n")


def png(width, height, alpha=False):
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    pixel_bytes = 4 if alpha else 3
    raw = b"".join(b"\0" + bytes((x * 7) % 256 for x in range(width * pixel_bytes)) for _ in range(height))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6 if alpha else 2, 0, 0, 0)) + chunk(b"pHYs", struct.pack(">IIB", 3937, 3937, 1))
            + chunk(b"IDAT", zlib.compress(raw, 9)) + chunk(b"IEND", b""))


# One grey pixel, made with libjpeg.
JPEG = base64.b64decode("/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AKp//2Q==")
GIF = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")


def bmp():
    return b"BM" + struct.pack("<IIIIiiHHIIIIII", 54 + 48, 0, 54, 40, 4, 4, 1, 24, 0, 48, 0, 0, 0, 0) + b"\0\0\xff" * 16


def tiff():
    entries = [(256, 3, 1, 2), (257, 3, 1, 2), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1), (273, 4, 1, 8), (277, 3, 1, 1), (278, 3, 1, 2), (279, 4, 1, 4)]
    return b"II*\0" + struct.pack("<I", 12) + b"\0\x55\xAA\xFF" + struct.pack("<H", len(entries)) + b"".join(struct.pack("<HHII", *e) for e in entries) + bytes(4)


def jbig2():
    def b32(value):
        return struct.pack(">I", value)

    page = b32(0) + b"\x30\0\1" + b32(19) + b32(16) + b32(16) + b32(0) + b32(0) + b"\0\0\0"
    region = b32(16) + b32(16) + b32(0) + b32(0) + b"\0\1" + b"\x26\xA2\xFF\xFF\xFF\xFF\xFF\0\x10\x01"
    return page + b32(1) + b"\x26\0\1" + b32(len(region)) + region


def pictures():
    exif = b"\xFF\xE1" + struct.pack(">H", 34) + b"Exif\0\0MM\0*" + struct.pack(">IHHHIHHI", 8, 1, 0x112, 3, 1, 6, 0, 0)
    for name, content in (("png", png(6, 4)), ("png-alpha", png(3, 3, True)), ("jpeg", JPEG), ("jpeg-exif", JPEG[:2] + exif + JPEG[2:]), ("gif", GIF), ("bmp", bmp()), ("tiff", tiff()),
                          ("riff", b"RIFF"), ("webp", b"RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f\0\0\0\x10\x07\x10\x11\x11\x88\x88\xFE\x07\0"), ("heic", struct.pack(">I", 24) + b"ftypheic\0\0\0\0mif1heic" + struct.pack(">I", 8) + b"meta"),
                          ("late", b"HTTP/1.1 200 OK\r\n\r\n" + png(2, 2)), ("icon", b"\0\0\1\0")):
        save("picture", name, content)


NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def ofd(objects, resources="", before="", more=None, body="", document=""):
    parts = {"OFD.xml": f'<ofd:OFD {NS}><ofd:DocBody><ofd:DocInfo><ofd:CreationDate>2023-03-05</ofd:CreationDate></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>{body}</ofd:DocBody></ofd:OFD>',
             "Doc_0/Document.xml": f'<ofd:Document {NS}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 100 100</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>'
                                   f'<ofd:TemplatePage ID="30" BaseLoc="Tpl.xml"/></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/P.xml"/></ofd:Pages>{document}</ofd:Document>',
             "Doc_0/PublicRes.xml": f'<ofd:Res {NS} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="3" FontName="宋体"/></ofd:Fonts>{resources}</ofd:Res>',
             "Doc_0/Pages/P.xml": f'<ofd:Page {NS}>{before}<ofd:Content><ofd:Layer ID="2">{objects}</ofd:Layer></ofd:Content></ofd:Page>'}
    parts.update(more or {})
    return parts


def square(x, y, side, colour, more="", inside=""):
    return (f'<ofd:PathObject ID="9" Fill="true" Boundary="{x} {y} {side} {side}" {more}><ofd:FillColor Value="{colour}"/>{inside}'
            f'<ofd:AbbreviatedData>M 0 0 L {side} 0 L {side} {side} L 0 {side} C</ofd:AbbreviatedData></ofd:PathObject>')


def text(attributes, inside):
    return f'<ofd:TextObject ID="4" Font="3" Size="5" {attributes}>{inside}</ofd:TextObject>'


def der(tag, content):
    length = len(content)
    return bytes([tag]) + (bytes([length]) if length < 128 else b"\x82" + struct.pack(">H", length)) + content


def signed_value(kind, picture):
    prop = der(0x30, der(2, b"\1") + der(12, "某局测试章".encode()) + der(2, b"\1"))
    image = der(0x30, der(0x16, kind) + der(4, picture) + der(2, b"\x14") + der(2, b"\x14"))
    whole = der(0x30, der(0x30, der(0x30, der(0x16, b"ES") + der(0x16, b"1")) + prop + image) + der(4, b"c"))
    return der(0x30, der(0x30, der(2, b"\4") + whole + der(0x18, b"20230305040506Z") + der(3, b"\0" + bytes(32)) + der(0x16, b"/Doc_0")) + der(4, b"c") + der(6, b"o") + der(3, b"s"))


def ofds():
    save("ofd", "text", package(ofd(
        text('Boundary="10 10 80 10" CTM="2 0 0 2 6 0"', '<ofd:TextCode X="2" Y="5" DeltaX="g 6 2.5" DeltaY="0">4197.17</ofd:TextCode><ofd:TextCode DeltaX="5 g 3 4">水电气热 il</ofd:TextCode>')
        + text('Boundary="1 1 9 9" ReadDirection="90" CharDirection="90" HScale="0.5" Weight="700" Fill="false" Stroke="true"', '<ofd:StrokeColor Value="1 2 3" Alpha="99"/><ofd:CGTransform CodePosition="0" '
               'CodeCount="2" GlyphCount="3"><ofd:Glyphs>3 4 5</ofd:Glyphs></ofd:CGTransform><ofd:TextCode X="0" Y="0" DeltaY="3 3">一二三</ofd:TextCode>'))))
    media = "".join(f'<ofd:MultiMedia ID="{i}" Type="Image"><ofd:MediaFile>{n}</ofd:MediaFile></ofd:MultiMedia>' for i, n in ((5, "a.png"), (6, "m.png"), (7, "j.jb2"), (8, "b.bmp"), (10, "g.gif"), (11, "none.png")))
    images = "".join(f'<ofd:ImageObject ID="9" ResourceID="{i}" Boundary="{x} 0 50 50" {m}/>' for i, x, m in ((5, 0, 'CTM="50 0 0 50 0 0" ImageMask="6"'), (7, 9, ""), (8, 50, 'Alpha="90"'), (10, 50, ""), (11, 1, "")))
    save("ofd", "pictures", package(ofd(images, f"<ofd:MultiMedias>{media}</ofd:MultiMedias>",
                                        more={"Doc_0/Res/a.png": png(4, 4), "Doc_0/Res/m.png": png(3, 3, True), "Doc_0/Res/j.jb2": jbig2(), "Doc_0/Res/b.bmp": bmp(), "Doc_0/Res/g.gif": GIF})))
    stops = '<ofd:Segment Position="0"><ofd:Color Value="255 0 0"/></ofd:Segment><ofd:Segment Position="1"><ofd:Color Value="0 0 255" Alpha="99"/></ofd:Segment>'
    colours = (f'<ofd:AxialShd MapType="Repeat" MapUnit="9" Extend="3" StartPoint="0 0" EndPoint="40 0">{stops}</ofd:AxialShd>',
               f'<ofd:RadialShd StartPoint="20 20" EndPoint="20 20" StartRadius="0" EndRadius="20" Eccentricity="0.5" Angle="30" Extend="1" MapType="Reflect">{stops}</ofd:RadialShd>',
               '<ofd:GouraudShd><ofd:Point X="0" Y="0"><ofd:Color Value="1 2 3"/></ofd:Point><ofd:Point X="9" Y="0"/><ofd:Point X="0" Y="9"/><ofd:Point X="9" Y="9" EdgeFlag="1"/></ofd:GouraudShd>',
               '<ofd:Pattern Width="10" Height="10" XStep="20" YStep="20" ReflectMethod="Row" CTM="1 0 0 1 2 2"><ofd:CellContent>' + square(0, 0, 10, "9 9 9") + "</ofd:CellContent></ofd:Pattern>")
    save("ofd", "shades", package(ofd("".join(
        f'<ofd:PathObject ID="9" Fill="true" LineWidth="2" DashPattern="3 1" DashOffset="1" Cap="Round" Join="Bevel" Boundary="{x} 10 40 40"><ofd:FillColor>{c}</ofd:FillColor>'
        '<ofd:AbbreviatedData>M 0 0 L 40 0 Q 40 40 20 20 B 1 2 3 4 5 6 A 20 20 30 1 1 9 9 C</ofd:AbbreviatedData></ofd:PathObject>' for x, c in enumerate(colours)))))
    clips = ('<ofd:Clips><ofd:Clip><ofd:Area CTM="1 0 0 1 1 1"><ofd:Path ID="12" Boundary="10 10 20 20"><ofd:AbbreviatedData>M 0 0 L 20 0 L 20 20 C</ofd:AbbreviatedData></ofd:Path></ofd:Area>'
             '<ofd:Area><ofd:Text ID="13" Font="3" Size="9" Boundary="0 0 9 9"><ofd:TextCode X="0" Y="9">一</ofd:TextCode></ofd:Text></ofd:Area></ofd:Clip></ofd:Clips>')
    save("ofd", "rich", package(ofd(
        square(20, 20, 60, "255 0 0", 'Alpha="128" CTM="1 0.2 0 1 0 0" DrawParam="8"', clips) + '<ofd:CompositeObject ID="20" ResourceID="21" Boundary="0 0 80 80" CTM="0.5 0 0 0.5 0 0" Alpha="80"/><ofd:PageBlock ID="77">'
        + square(1, 1, 3, "1 2 3") + "</ofd:PageBlock>",
        '<ofd:ColorSpaces><ofd:ColorSpace ID="40" Type="CMYK" BitsPerComponent="8"><ofd:Palette><ofd:CV>1 2 3 4</ofd:CV></ofd:Palette></ofd:ColorSpace></ofd:ColorSpaces>'
        '<ofd:DrawParams><ofd:DrawParam ID="7" LineWidth="6"><ofd:StrokeColor Value="255 0 0"/></ofd:DrawParam><ofd:DrawParam ID="8" Relative="7" DashPattern="20 10"/></ofd:DrawParams>'
        '<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="21" Width="9" Height="9"><ofd:Content>' + square(0, 0, 9, "1 2 3 4").replace("Value=", 'ColorSpace="40" Index="0" Value=')
        + '<ofd:CompositeObject ID="22" ResourceID="21" Boundary="0 0 80 80"/></ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>', '<ofd:Template TemplateID="30" ZOrder="Background"/>',
        {"Doc_0/Tpl.xml": f'<ofd:Page {NS}><ofd:Content><ofd:Layer ID="1">{square(0, 0, 60, "0 0 255")}</ofd:Layer></ofd:Content></ofd:Page>',
         "Doc_0/A.xml": f'<ofd:Annotations {NS}><ofd:Page PageID="1"><ofd:FileLoc>N.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>',
         "Doc_0/N.xml": f'<ofd:PageAnnot {NS}><ofd:Annot ID="50" Type="Stamp"><ofd:Appearance Boundary="10 10 20 20">{square(0, 0, 20, "255 0 0")}</ofd:Appearance></ofd:Annot></ofd:PageAnnot>'},
        document="<ofd:Annotations>A.xml</ofd:Annotations>")))
    value = signed_value(b"png", png(4, 4, True))
    save("ofd", "seal", package(ofd(square(0, 0, 90, "0 255 255"), body="<ofd:Signatures>Doc_0/S.xml</ofd:Signatures>", more={
        "Doc_0/S.xml": f'<ofd:Signatures {NS}><ofd:Signature ID="1" BaseLoc="Sign.xml"/></ofd:Signatures>',
        "Doc_0/Sign.xml": f'<ofd:Signature {NS}><ofd:SignedInfo><ofd:References CheckMethod="SHA1"><ofd:Reference FileRef="/Doc_0/Pages/P.xml"><ofd:CheckValue>AAAA</ofd:CheckValue></ofd:Reference></ofd:References>'
                          '<ofd:StampAnnot ID="2" PageRef="1" Boundary="10 10 20 20" Clip="0 0 10 20"/></ofd:SignedInfo><ofd:SignedValue>/Doc_0/V.dat</ofd:SignedValue></ofd:Signature>',
        "Doc_0/V.dat": value})))
    save("seal", "png", value)
    save("seal", "gif", signed_value(b"gif", GIF))


def documents():
    word = ('<w:document xmlns:w="w"><w:body><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE \\@ "yyyy" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2021</w:t></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:ins w:id="1"><w:r><w:t>加</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>减</w:delText></w:r></w:del><w:fldSimple w:instr="TIME"><w:r><w:t>9</w:t></w:r></w:fldSimple>'
            '<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r></w:p></w:body></w:document>')
    core = "<cp:coreProperties><dcterms:created>2021-03-05T00:00:00Z</dcterms:created></cp:coreProperties>"
    save("office", "docx", package({"[Content_Types].xml": "<Types/>", "word/document.xml": word, "docProps/core.xml": core}))
    sheet = '<worksheet><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><f>TODAY()</f><v>44197</v></c><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>'
    save("office", "xlsx", package({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": '<workbook><sheets><sheet name="a" r:id="r1"/></sheets><definedNames><definedName name="_xlnm.Print_Area">a!$A:$C</definedName></definedNames></workbook>',
                                    "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="r1" Target="worksheets/s.xml"/></Relationships>', "xl/worksheets/s.xml": sheet}))
    save("office", "odt", package({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": '<office:document-content><office:body><office:text><text:p><text:date text:fixed="false">1</text:date>'
                                   '<text:tracked-changes><text:changed-region/></text:tracked-changes></text:p></office:text></office:body></office:document-content>'}))
    save("office", "pptx", package({"[Content_Types].xml": "<Types/>", "ppt/slides/slide1.xml": '<p:sld show="0"><a:fld type="datetime1"><a:t>1</a:t></a:fld></p:sld>'}))
    save("office", "rtf", r"{\rtf1\ansi{\field{\*\fldinst DATE}{\fldrslt 2021}}{\revised x}{\deleted y}{\pict\pngblip 89}{\bin3 abc}\par}")
    save("office", "html", "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><script>x</script><table><tr><td>1</td></tr></table></html>")
    save("office", "mht", "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"b\"\n\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<html>=E7=94=B5</html>\n--b--\n")
    save("office", "word-2003", '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body><w:p><w:r><w:t>x</w:t></w:r></w:p></w:body></w:wordDocument>')
    save("office", "excel-2003", '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row><Cell ss:Formula="=NOW()"><Data ss:Type="Number">1</Data></Cell></Row></Table></Worksheet></Workbook>')


# ---- invoices and mails ---------------------------------------------------------------------------------------------------------------
def invoices():
    full = ('<EInvoice><Header><EIid>20140000000100000001</EIid></Header><EInvoiceData><SellerInformation><SellerName>示例供电有限公司</SellerName></SellerInformation><BasicInformation>'
            '<TotalAmWithoutTax>10.00</TotalAmWithoutTax><TotalTaxAm>1.30</TotalTaxAm><TotalTax-includedAmount>11.30</TotalTax-includedAmount><RequestTime>2024-02-03 10:11:12</RequestTime>'
            '</BasicInformation><IssuItemInformation><ItemName>*供电*电费</ItemName><MeaUnits>千瓦时</MeaUnits><Quantity>20</Quantity><UnPrice>0.5</UnPrice><Amount>10.00</Amount>'
            '<ComTaxAm>1.30</ComTaxAm></IssuItemInformation><AdditionalInformation><Remark>户号：0100000001；抄表周期：2024-01-21至2024-02-20</Remark></AdditionalInformation></EInvoiceData></EInvoice>')
    tax = ('<fp:eInvoice xmlns:fp="x"><fp:InvoiceCode>014001900111</fp:InvoiceCode><fp:InvoiceNo>10000002</fp:InvoiceNo><fp:IssueDate>2024年02月03日</fp:IssueDate><fp:Note>对应正数发票代码:014001900111号码:'
           '10000001</fp:Note><fp:TaxInclusiveTotalAmount>-4.12</fp:TaxInclusiveTotalAmount><fp:GoodsInfos><G1><fp:Item>*水冰雪*自来水</fp:Item><fp:Quantity>-1</fp:Quantity></G1></fp:GoodsInfos></fp:eInvoice>')
    save("invoice", "full", full)
    save("invoice", "tax", tax)
    save("invoice", "xbrl", '<xbrl xmlns:inv="x"><inv:NumberOfInvoice>20140000000100000002</inv:NumberOfInvoice><inv:DateOfIssue>2024-02-03</inv:DateOfIssue><inv:TotalAmount>3.00</inv:TotalAmount></xbrl>')
    save("invoice", "remark", "户号：0519424852,读数:99841-104398 电费年月：202402 2024年1-2月 被红冲蓝字数电票号码：20140000000100000003")
    root = '<ofd:OFD><ofd:DocBody><ofd:DocInfo><ofd:CustomDatas><ofd:CustomData Name="发票号码">10000002</ofd:CustomData><ofd:CustomData Name="合计金额">4.00</ofd:CustomData></ofd:CustomDatas></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>'
    document = ('<ofd:Document><ofd:Pages><ofd:Page ID="1" BaseLoc="Content.xml"/></ofd:Pages><ofd:Attachments>Attachments.xml</ofd:Attachments><ofd:CustomTags>CustomTags.xml</ofd:CustomTags></ofd:Document>')
    save("invoice", "ofd", package({
        "OFD.xml": root, "Doc_0/Document.xml": document, "Doc_0/Attachments.xml": '<ofd:Attachments><ofd:Attachment ID="8"><ofd:FileLoc>original_invoice.xml</ofd:FileLoc></ofd:Attachment></ofd:Attachments>',
        "Doc_0/original_invoice.xml": tax, "Doc_0/CustomTags.xml": "<ofd:CustomTags><ofd:CustomTag><ofd:FileLoc>CustomTag.xml</ofd:FileLoc></ofd:CustomTag></ofd:CustomTags>",
        "Doc_0/CustomTag.xml": "<eInvoice><InvoiceNo><ofd:ObjectRef>3</ofd:ObjectRef></InvoiceNo><GoodsInfos><Item><ofd:ObjectRef>4</ofd:ObjectRef></Item><Amount><ofd:ObjectRef>5</ofd:ObjectRef></Amount></GoodsInfos></eInvoice>",
        "Doc_0/Content.xml": '<ofd:Page><ofd:TextObject ID="3"><ofd:TextCode>10000002</ofd:TextCode></ofd:TextObject><ofd:TextObject ID="4"><ofd:TextCode>*供电*电费</ofd:TextCode></ofd:TextObject>'
                             '<ofd:TextObject ID="5"><ofd:TextCode>4.00</ofd:TextCode></ofd:TextObject></ofd:Page>'}))


def mails():
    head = "From: a@example.com\nSubject: =?GB18030?B?suLK1A==?=\nMIME-Version: 1.0\n"
    save("mail", "attachments", head + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nx\n--b\nContent-Type: application/pdf; name=\"=?UTF-8?B?5Yi25bqmLnBkZg==?=\"\n"
         "Content-Disposition: attachment\nContent-Transfer-Encoding: base64\n\nJVBERg==\n--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename*0*=UTF-8''%E6%96%B9; filename*1=a.txt\n"
         "Content-Transfer-Encoding: quoted-printable\n\n=E6=96=B9\n--b--\n")
    save("mail", "nested", head + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n\n" + head + "Content-Type: multipart/related; boundary=c\n\n--c\nContent-Type: text/html\n\n<img>\n"
         "--c\nContent-Type: image/png; name=../x.png\nContent-ID: <1>\n\nx\n--c--\n--b--\n")
    save("mail", "plain", head + "Content-Type: text/plain\n\nx\n")
    save("mail", "uuencoded", head + "Content-Type: application/octet-stream; name=a.bin\nContent-Transfer-Encoding: x-uuencode\n\nbegin 644 a.bin\n#86)C\n`\nend\n")


if __name__ == "__main__":
    for make in (workbooks, biff, yaml_files, lines, records, pdfs, pictures, ofds, documents, invoices, mails):
        make()
