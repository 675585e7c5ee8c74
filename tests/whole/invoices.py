#!/usr/bin/env python3
"""Electronic invoices of a year against the ledger of a sample, through the real binary. All invoices are made here; nothing of them is real.

invoices.py BINARY SAMPLES: exit 0 when every run says exactly what it must."""
import base64
import calendar
import datetime
import io
import json
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import openpyxl

# 能耗台账 of shanxi-complete, 电 in 2020: C15 to C26.
POWER = [47900, 38600, 41800, 37600, 38900, 46100, 53800, 52300, 42200, 39400, 43900, 48200]
# 天然气 in 2020: E15 to E26.
GAS = [785, 588, 762, 748, 741, 722, 694, 686, 731, 742, 779, 794]
PERSONAL = ["某开票人", "某收款人", "6222000000000000", "0000-7654321"]


def money(quantity, price, rate):
    amount = round(quantity * price, 2)
    return amount, round(amount * rate, 2)


def full_xml(number, quantity, remark, item="*供电*电费", unit="千瓦时", total=None):
    """数电票."""
    amount, tax = money(quantity, 0.5, 0.13)
    return f"""<?xml version="1.0" encoding="UTF-8"?><EInvoice><Header><EIid>{number}</EIid></Header><EInvoiceData>
<SellerInformation><SellerName>示例供应有限公司</SellerName><SellerBankAccNum>6222000000000000</SellerBankAccNum><SellerTelNum>0000-7654321</SellerTelNum></SellerInformation>
<BasicInformation><TotalAmWithoutTax>{amount:.2f}</TotalAmWithoutTax><TotalTaxAm>{tax:.2f}</TotalTaxAm>
<TotalTax-includedAmount>{total or f'{amount + tax:.2f}'}</TotalTax-includedAmount><Drawer>某开票人</Drawer><RequestTime>2020-12-28 10:11:12</RequestTime></BasicInformation>
<IssuItemInformation><ItemName>{item}</ItemName><MeaUnits>{unit}</MeaUnits><Quantity>{quantity}</Quantity><UnPrice>0.5</UnPrice><Amount>{amount:.2f}</Amount>
<ComTaxAm>{tax:.2f}</ComTaxAm></IssuItemInformation><AdditionalInformation><Remark>{remark}</Remark></AdditionalInformation></EInvoiceData>
<TaxSupervisionInfo><InvoiceNumber>{number}</InvoiceNumber><IssueTime>2020-12-28</IssueTime></TaxSupervisionInfo></EInvoice>"""


def tax_xml(code, number, quantity, remark):
    """original_invoice.xml of an OFD."""
    amount, tax = money(quantity, 0.5, 0.13)
    return f"""<fp:eInvoice xmlns:fp="urn:example"><fp:InvoiceCode>{code}</fp:InvoiceCode><fp:InvoiceNo>{number}</fp:InvoiceNo><fp:IssueDate>2020-12-28</fp:IssueDate>
<fp:Seller><fp:SellerName>示例供应有限公司</fp:SellerName></fp:Seller><fp:TaxInclusiveTotalAmount>{amount + tax:.2f}</fp:TaxInclusiveTotalAmount><fp:Note>{remark}</fp:Note>
<fp:Payee>某收款人</fp:Payee><fp:TaxTotalAmount>{tax:.2f}</fp:TaxTotalAmount><fp:TaxExclusiveTotalAmount>{amount:.2f}</fp:TaxExclusiveTotalAmount><fp:GoodsInfos><fp:GoodsInfo>
<fp:Item>*供电*电费</fp:Item><fp:MeasurementDimension>度</fp:MeasurementDimension><fp:Quantity>{quantity}</fp:Quantity><fp:Price>0.5</fp:Price><fp:Amount>{amount:.2f}</fp:Amount>
<fp:TaxAmount>{tax:.2f}</fp:TaxAmount></fp:GoodsInfo></fp:GoodsInfos></fp:eInvoice>"""


def old_xml(number, quantity, remark):
    """An invoice as billing programs wrote it before, names of elements in any case."""
    amount, tax = money(quantity, 3, 0.09)
    return f"""<Business><Fpdm>014002000111</Fpdm><Fphm>{number}</Fphm><Kprq>20201228</Kprq><Xfmc>示例燃气有限公司</Xfmc><Hjje>{amount:.2f}</Hjje><Hjse>{tax:.2f}</Hjse>
<Jshj>{amount + tax:.2f}</Jshj><Xmxx><Xmmc>*燃气*天然气</Xmmc><Dw>m³</Dw><Xmsl>{quantity}</Xmsl><Xmdj>3</Xmdj><Xmje>{amount:.2f}</Xmje><Se>{tax:.2f}</Se></Xmxx>
<Bz>{remark}</Bz></Business>"""


def xbrl(number, quantity, remark):
    amount, tax = money(quantity, 2, 0.03)
    return f"""<xbrli:xbrl xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:inv="urn:example"><inv:NumberOfInvoice>{number}</inv:NumberOfInvoice>
<inv:DateOfIssue>2020-12-31</inv:DateOfIssue><inv:NameOfSeller>示例水务集团</inv:NameOfSeller><inv:TotalAmountExcludingTax decimals="2">{amount:.2f}</inv:TotalAmountExcludingTax>
<inv:TotalTaxAmount>{tax:.2f}</inv:TotalTaxAmount><inv:TotalAmountIncludingTax>{amount + tax:.2f}</inv:TotalAmountIncludingTax><inv:Goods>
<inv:NameOfGoods>*水冰雪*自来水</inv:NameOfGoods><inv:UnitOfMeasurement>立方米</inv:UnitOfMeasurement><inv:Quantity>{quantity}</inv:Quantity><inv:UnitPrice>2</inv:UnitPrice>
<inv:Amount>{amount:.2f}</inv:Amount><inv:TaxAmount>{tax:.2f}</inv:TaxAmount></inv:Goods><inv:Remark>{remark}</inv:Remark></xbrli:xbrl>"""


def ofd(xml):
    space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    entries = {
        "OFD.xml": f"<ofd:OFD {space}><ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {space}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 140</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>"
        '<ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages><ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments></ofd:Document>',
        "Doc_0/Pages/Page_0/Content.xml": f'<ofd:Page {space}><ofd:Content><ofd:Layer ID="2"><ofd:TextObject ID="3" Boundary="10 10 100 10" Font="1" Size="5">'
        '<ofd:TextCode X="0" Y="5">电子发票</ofd:TextCode></ofd:TextObject></ofd:Layer></ofd:Content></ofd:Page>',
        "Doc_0/Attachs/Attachments.xml": f'<ofd:Attachments {space}><ofd:Attachment ID="8" Name="x"><ofd:FileLoc>original_invoice.xml</ofd:FileLoc></ofd:Attachment></ofd:Attachments>',
        "Doc_0/Attachs/original_invoice.xml": xml,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in entries.items():
            package.writestr(name, content)
    return out.getvalue()


def pdf(folder, xml):
    plain, attached, made = folder / "plain.pdf", folder / "invoice.xml", folder / "made.pdf"
    stream = b"BT /F 12 Tf 20 20 Td (fapiao) Tj ET"
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 397]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
               b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream)]
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj" % number + content + b"\nendobj\n"
    table = len(out)
    out += b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % at for at in places) + b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % table
    plain.write_bytes(out)
    attached.write_text(xml)
    subprocess.run(["qpdf", str(plain), "--add-attachment", str(attached), "--", str(made)], check=True)
    return made.read_bytes()


def last_day(month):
    return calendar.monthrange(2020, month)[1]


def year_of_power(folder, scratch, wrong=None):
    """XML in the first months, OFD in the next, PDF in the last."""
    folder.mkdir(parents=True, exist_ok=True)
    for month in range(1, 13):
        quantity = (wrong or {}).get(month, POWER[month - 1])
        number = f"2014000000010000{month:04d}"
        full = full_xml(number, quantity, f"户号：0100000001；抄表周期：2020-{month:02d}-01至2020-{month:02d}-{last_day(month)}")
        if month <= 4:
            (folder / f"电费{month}.xml").write_text(full)
        elif month <= 8:
            (folder / f"电费{month}.ofd").write_bytes(ofd(tax_xml("014001900111", f"1000{month:04d}", quantity, f"户号:0100000001 电费年月：2020{month:02d}")))
        else:
            (folder / f"电费{month}.pdf").write_bytes(pdf(scratch, full))


def year_of_gas(folder, wrong=None):
    folder.mkdir(parents=True, exist_ok=True)
    for month in range(1, 13):
        xml = old_xml(f"2000{month:04d}", (wrong or {}).get(month, GAS[month - 1]), f"用户编号：88001 抄表日期2020.{month:02d}.01-2020.{month:02d}.{last_day(month)}")
        (folder / (f"燃气{month}.xml" if month % 2 else f"燃气{month}.ofd")).write_bytes(xml.encode() if month % 2 else ofd(xml))


def year_of_water(folder):
    """Read on the 15th of each month, 31 m³ a day in odd periods and 62 in even ones; what falls on each month of 2020."""
    folder.mkdir(parents=True, exist_ok=True)
    months = dict.fromkeys(range(1, 13), 0)
    first = datetime.date(2019, 12, 16)
    for number in range(13):
        last = (first + datetime.timedelta(days=31)).replace(day=15)
        days = [first + datetime.timedelta(days=i) for i in range((last - first).days + 1)]
        a_day = 62 if number % 2 else 31
        for day in days:
            if day.year == 2020:
                months[day.month] += a_day
        xml = xbrl(f"252020000000000{number:05d}", a_day * len(days), f"户号:W-77 上次抄表日期：{first} 本次抄表日期：{last}")
        (folder / f"水费{number}.xml").write_text(xml)
        first = last + datetime.timedelta(days=1)
    return [months[month] for month in range(1, 13)]


class Trial:
    def __init__(self, binary, samples):
        self.binary, self.samples, self.failed = binary, samples, 0
        self.scratch = Path(tempfile.mkdtemp(prefix="lvce-invoices-"))
        self.quiet = self.codes(self.unit("quiet"))

    def unit(self, name):
        folder = self.scratch / name
        shutil.copytree(self.samples / "shanxi-complete", folder)
        return folder

    def check(self, unit):
        ran = subprocess.run([self.binary, "check", str(unit), "--json", "--quiet"], capture_output=True, text=True, timeout=300)
        return json.loads(ran.stdout)

    def codes(self, unit):
        return sorted(f"{each['code']} {each['where']}" for each in self.check(unit)["findings"])

    def new(self, unit):
        """What is said beside what is said without invoices."""
        said = self.check(unit)["findings"]
        return [each for each in said if f"{each['code']} {each['where']}" not in self.quiet], said

    def expect(self, holds, what):
        if not holds:
            self.failed += 1
            print("not so:", what)

    def run(self):
        for trial in (self.right_year, self.wrong_year, self.gas, self.water_across_months, self.as_evidence, self.questions, self.mail, self.list):
            trial()
        shutil.rmtree(self.scratch)
        return self.failed

    def right_year(self):
        unit = self.unit("right")
        year_of_power(unit / "票据", self.scratch)
        new, said = self.new(unit)
        self.expect(not new and len(said) == len(self.quiet), f"a right year raises nothing: {[each['message'] for each in new]}")

    def wrong_year(self):
        unit = self.unit("wrong")
        year_of_power(unit / "票据", self.scratch, {2: 38000, 6: 46900, 11: 4390})
        new, _ = self.new(unit)
        self.expect([each["code"] for each in new] == ["invoice-ledger-differs"] * 3, f"three wrong months are three findings: {new}")
        cells = sorted((each["place"]["sheet"], each["place"]["cell"]) for each in new)
        self.expect(cells == [("能耗台账", "C16"), ("能耗台账", "C20"), ("能耗台账", "C25")], f"they name their cells: {cells}")
        files = " ".join(each["message"] for each in new)
        self.expect(all(name in files for name in ("电费2.xml", "电费6.ofd", "电费11.pdf")), f"and their files: {files}")

    def gas(self):
        unit = self.unit("gas")
        year_of_gas(unit / "票据")
        new, _ = self.new(unit)
        self.expect(not new, f"a right year of gas raises nothing: {new}")
        year_of_gas(unit / "票据", {2: 888, 7: 1388, 12: 714})
        new, _ = self.new(unit)
        cells = sorted((each["code"], each["place"]["cell"]) for each in new)
        self.expect(cells == [("invoice-ledger-differs", "E16"), ("invoice-ledger-differs", "E21"), ("invoice-ledger-differs", "E26")], f"three wrong months of gas: {new}")

    def write_water(self, unit, values):
        book = openpyxl.load_workbook(unit / "台账.xlsx")
        for month, value in enumerate(values):
            book["能耗台账"].cell(15 + month, 4).value = value
        book.save(unit / "台账.xlsx")

    def water_across_months(self):
        """Readings in the middle of the month: use is spread by days, and compared so."""
        unit = self.unit("water")
        values = year_of_water(unit / "票据")
        self.write_water(unit, values)
        new = [each for each in self.check(unit)["findings"] if each["code"].startswith("invoice-")]
        self.expect(not new, f"a right year of water raises nothing: {new}")
        wrong = list(values)
        wrong[2] += 80
        wrong[7] -= 60
        wrong[9] += 300
        self.write_water(unit, wrong)
        new = [each for each in self.check(unit)["findings"] if each["code"].startswith("invoice-")]
        cells = sorted((each["code"], each["place"]["cell"]) for each in new)
        self.expect(cells == [("invoice-ledger-differs", "D17"), ("invoice-ledger-differs", "D22"), ("invoice-ledger-differs", "D24")], f"three wrong months of water: {new}")

    def as_evidence(self):
        """In the evidence folder, in an archive of it: OFD and PDF are bound, XML is data. Three names for one invoice are one."""
        unit = self.unit("evidence")
        place = unit / "佐证材料" / "2.2.5.4 能耗公示"
        year_of_power(place, self.scratch, {3: 41000})
        (place / "电费3.ofd").write_bytes(ofd(full_xml("20140000000100000003", 41000, "电费年月：202003")))
        with zipfile.ZipFile(place / "1月.zip", "w") as archive:
            archive.write(place / "电费1.xml", "电费1.xml")
        (place / "电费1.xml").unlink()
        new, _ = self.new(unit)
        codes = [each["code"] for each in new if each["code"].startswith("invoice-")]
        self.expect(codes == ["invoice-ledger-differs"], f"one wrong month among the evidence: {new}")
        totals = self.check(unit)["evidence_totals"]
        before = self.check(self.scratch / "quiet")["evidence_totals"]
        self.expect(totals["auxiliary"] - before["auxiliary"] == 5, f"four XML and an archive are auxiliary: {totals}")
        self.expect(totals["files"] == sum(totals[key] for key in ("bound", "bound_with_warning", "rejected", "unassigned", "auxiliary")), "totals reconcile")
        self.expect(totals["rejected"] == before["rejected"], "none is refused")
        self.expect(self.check(unit)["total"] == self.check(self.scratch / "quiet")["total"], "points are as they were")

    def questions(self):
        unit = self.unit("questions")
        folder = unit / "票据"
        year_of_power(folder, self.scratch)
        (folder / "电费2.xml").write_text(full_xml("20140000000100000002", 38600, "户号：0100000001"))  # no period
        (folder / "水费.xml").write_text(full_xml("20140000000200000001", 548, "2020年1月水费", "*水冰雪*自来水", "吨"))
        (folder / "电费1(1).xml").write_text((folder / "电费1.xml").read_text())
        (folder / "红字.xml").write_text(full_xml("20140000000300000001", -100, "被红冲蓝字数电票号码：20140000000900000001"))
        (folder / "和.xml").write_text(full_xml("20140000000400000001", 12, "2020年1月", "*办公用品*纸", "箱", total="1.00"))  # no energy: nobody's business here
        (folder / "电费12.pdf").write_bytes(pdf(self.scratch, full_xml("20140000000100000012", 48200, "电费年月：202012", total="9.99")))
        (folder / "扫描.jpg").write_bytes(b"x")
        new, _ = self.new(unit)
        codes = sorted(each["code"] for each in new)
        self.expect(codes == ["invoice-double", "invoice-months-missing", "invoice-period-missing", "invoice-red-alone", "invoice-sum-differs", "invoice-unread"],
                    f"each question once: {codes}")
        missing = next(each["message"] for each in new if each["code"] == "invoice-months-missing")
        self.expect("电2月" in missing and "水2—12月" in missing, f"what is missing is one note: {missing}")
        (folder / "电费2.xml").rename(folder / "2020年2月电费.xml")
        (folder / "电费1(1).xml").unlink()
        new, _ = self.new(unit)
        self.expect(not {"invoice-period-missing", "invoice-double"} & {each["code"] for each in new}, "a name answers")

    def mail(self):
        unit = self.unit("mail")
        folder = unit / "票据"
        year_of_power(folder, self.scratch, {7: 1})
        name = "=?GB18030?B?" + base64.b64encode("电费7.xml".encode("gb18030")).decode() + "?="
        body = base64.encodebytes(full_xml("20140000000100000007", POWER[6], "电费年月：202007").encode()).decode()
        (folder / "电费7.ofd").unlink()
        (folder / "七月.eml").write_text(
            "From: a@example.com\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n见附件\n"
            f'--b\nContent-Type: application/xml; name="{name}"\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\n{body}\n--b--\n')
        new, _ = self.new(unit)
        self.expect(not new, f"an invoice in a mail counts: {new}")

    def list(self):
        unit, out = self.unit("list"), self.scratch / "papers"
        year_of_power(unit / "票据", self.scratch)
        subprocess.run([self.binary, "papers", str(unit), "-o", str(out), "--quiet"], timeout=300, check=False)
        book = openpyxl.load_workbook(out / "票据明细清单.xlsx", data_only=True)
        words = [str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None]
        self.expect(book.sheetnames == ["票据明细", "与台账对照", "数据来源"], f"three sheets: {book.sheetnames}")
        for wanted in ("20140000000100000001", "01400190011110000005", "0100000001", "*供电*电费", "OFD附件original_invoice.xml", "PDF附件invoice.xml"):
            self.expect(any(wanted in word for word in words), f"{wanted} is in the list")
        rows = [row for row in book["与台账对照"].iter_rows(values_only=True) if row[0] and "2020年" in str(row[0])]
        self.expect([row[2] for row in rows] == POWER and all(row[4] == 0 for row in rows), f"twelve months agree: {rows}")
        for ending in ("pdf", "docx"):
            self.expect((out / f"票据明细清单.{ending}").exists(), ending)
        everything = " ".join(words)
        text = subprocess.run(["pdftotext", str(out / "票据明细清单.pdf"), "-"], capture_output=True, text=True, check=True).stdout
        for personal in PERSONAL:
            self.expect(personal not in everything and personal not in text, f"nothing personal: {personal}")
        subprocess.run([self.binary, "papers", str(self.scratch / "quiet"), "-o", str(self.scratch / "none"), "--quiet"], timeout=300, check=False)
        self.expect(not list((self.scratch / "none").glob("票据明细清单*")), "no invoices, no list")


if __name__ == "__main__":
    sys.exit(min(1, Trial(sys.argv[1], Path(sys.argv[2])).run()))
