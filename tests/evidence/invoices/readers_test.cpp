// Invoices read out of XML and OFD. All of them are invented here.
#include <catch2/catch.hpp>

#include "evidence/invoices/ofd_invoice.h"
#include "evidence/invoices/xml_invoice.h"
#include "evidence/job/invoice_json.h"
#include "evidence/ofd/ofd_builder.h"

#include <nlohmann/json.hpp>

namespace lvce {
namespace {

using namespace testing;

const std::string kFull =
    R"(<?xml version="1.0" encoding="UTF-8"?><EInvoice><Header><EIid>20140000000100000001</EIid></Header><EInvoiceData>)"
    R"(<SellerInformation><SellerName>示例供电有限公司</SellerName><SellerBankAccNum>6222000000000000</SellerBankAccNum></SellerInformation>)"
    R"(<BuyerInformation><BuyerName>示例局</BuyerName><BuyerTelNum>0000-0000</BuyerTelNum></BuyerInformation>)"
    R"(<BasicInformation><TotalAmWithoutTax>1000.50</TotalAmWithoutTax><TotalTaxAm>130.07</TotalTaxAm><TotalTax-includedAmount>1130.57</TotalTax-includedAmount>)"
    R"(<Drawer>某开票人</Drawer><RequestTime>2024-02-03 10:11:12</RequestTime></BasicInformation>)"
    R"(<IssuItemInformation><ItemName>*供电*电费</ItemName><SpecMod/><MeaUnits>千瓦时</MeaUnits><Quantity>2001</Quantity><UnPrice>0.5</UnPrice>)"
    R"(<Amount>1000.50</Amount><TaxRate>0.13</TaxRate><ComTaxAm>130.07</ComTaxAm><TotaltaxIncludedAmount>1130.57</TotaltaxIncludedAmount></IssuItemInformation>)"
    R"(<AdditionalInformation><Remark>户号：0100000001；抄表周期：2024-01-01至2024-01-31；收款人：某人</Remark></AdditionalInformation></EInvoiceData>)"
    R"(<TaxSupervisionInfo><InvoiceNumber>20140000000100000001</InvoiceNumber><IssueTime>2024-02-03</IssueTime></TaxSupervisionInfo>)"
    R"(<Signature><InvoiceNumber>999</InvoiceNumber></Signature></EInvoice>)";

const std::string kTax =
    R"(<fp:eInvoice xmlns:fp="urn:x"><fp:InvoiceCode>014001900111</fp:InvoiceCode><fp:InvoiceNo>10000002</fp:InvoiceNo><fp:IssueDate>2024年02月03日</fp:IssueDate>)"
    R"(<fp:Seller><fp:SellerName>示例自来水公司</fp:SellerName></fp:Seller><fp:TaxInclusiveTotalAmount>¥412.00</fp:TaxInclusiveTotalAmount>)"
    R"(<fp:Payee>某收款人</fp:Payee><fp:TaxTotalAmount>12.00</fp:TaxTotalAmount><fp:TaxExclusiveTotalAmount>400.00</fp:TaxExclusiveTotalAmount>)"
    R"(<fp:GoodsInfos><G1><fp:Item>*水冰雪*自来水</fp:Item><fp:MeasurementDimension>吨</fp:MeasurementDimension><fp:Quantity>100</fp:Quantity><fp:Price>4</fp:Price>)"
    R"(<fp:Amount>400.00</fp:Amount><fp:TaxAmount>12.00</fp:TaxAmount></G1></fp:GoodsInfos></fp:eInvoice>)";

OfdBuilder with_attachment(const std::string& xml) {
  OfdBuilder ofd("");
  std::string& document = ofd.entries["Doc_0/Document.xml"];
  document.insert(document.rfind("</ofd:Document>"), "<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>");
  ofd.entries["Doc_0/Attachs/Attachments.xml"] =
      R"(<ofd:Attachments xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Attachment ID="8" Name="x"><ofd:FileLoc>original_invoice.xml</ofd:FileLoc></ofd:Attachment></ofd:Attachments>)";
  ofd.entries["Doc_0/Attachs/original_invoice.xml"] = xml;
  return ofd;
}

}  // namespace

TEST_CASE("数电票 as XML", "[evidence][invoice]") {
  const auto invoice = invoice_of_xml(kFull, "XML");
  REQUIRE(invoice);
  CHECK(invoice->number == "20140000000100000001");
  CHECK(invoice->date == "2024-02-03");
  CHECK(invoice->seller == "示例供电有限公司");
  CHECK(invoice->amount->shortest() == "1000.5");
  CHECK(invoice->tax->shortest() == "130.07");
  CHECK(invoice->total->shortest() == "1130.57");
  REQUIRE(invoice->lines.size() == 1);
  CHECK(invoice->lines[0].item == "*供电*电费");
  CHECK(invoice->lines[0].unit == "千瓦时");
  CHECK(invoice->lines[0].quantity->shortest() == "2001");
  CHECK(invoice->lines[0].tax->shortest() == "130.07");
  CHECK(invoice->meter == "0100000001");
  CHECK(span_words(*invoice->period) == "2024年1月");
  CHECK(invoice->other.at("用量起止") == "备注");
  const std::string kept = invoice_to_json(*invoice).dump();
  for (const char* personal : {"某开票人", "某人", "6222", "0000-0000", "示例局"}) CHECK(kept.find(personal) == std::string::npos);
  const Invoice back = invoice_of_json(nlohmann::json::parse(kept));
  CHECK(back.lines == invoice->lines);
  CHECK(back.period == invoice->period);
  CHECK(back.total->shortest() == "1130.57");
}

TEST_CASE("a tax OFD's XML: code and number, rows called G1", "[evidence][invoice]") {
  const auto invoice = invoice_of_xml(kTax, "XML");
  REQUIRE(invoice);
  CHECK(invoice->number == "01400190011110000002");
  CHECK(invoice->date == "2024-02-03");
  CHECK(invoice->total->shortest() == "412");
  REQUIRE(invoice->lines.size() == 1);
  CHECK(invoice->lines[0].quantity->shortest() == "100");
  CHECK_FALSE(invoice->period);
}

TEST_CASE("a seller is a company or an office, never a person", "[evidence][invoice]") {
  const auto seller = [](const std::string& name) {
    std::string xml = kFull;
    xml.replace(xml.find("示例供电有限公司"), std::string("示例供电有限公司").size(), name);
    const auto invoice = invoice_of_xml(xml, "XML");
    REQUIRE(invoice);
    return invoice->seller;
  };
  for (const char* person : {"甲某", "甲某某某", "甲某某（个人）", "甲某某(个人)", "甲某某个人", "甲某某·乙某某"}) CHECK(seller(person).empty());
  CHECK(seller("国家电网") == "国家电网");
  CHECK(seller("示例（集团）有限公司") == "示例（集团）有限公司");
  CHECK(seller("示例县税务局（代开甲某某）") == "示例县税务局");
  CHECK(seller("示例·绿色能源公司") == "示例·绿色能源公司");
}

TEST_CASE("names of elements are read in any case", "[evidence][invoice]") {
  const auto invoice = invoice_of_xml(
      "<Fp><Fpdm>014001900111</Fpdm><Fphm>10000003</Fphm><Kprq>20240203</Kprq><Xfmc>示例燃气有限公司</Xfmc><Hjje>300.00</Hjje><Hjse>27.00</Hjse><Jshj>327.00</"
      "Jshj>"
      "<Mx><Spmc>*天然气*燃气费</Spmc><Dw>立方米</Dw><Spsl>100</Spsl><Dj>3</Dj><Je>300.00</Je><Se>27.00</Se></Mx></Fp>",
      "XML");
  REQUIRE(invoice);
  CHECK(invoice->number == "01400190011110000003");
  CHECK(invoice->date == "2024-02-03");
  CHECK(invoice->seller == "示例燃气有限公司");
  CHECK(invoice->total->shortest() == "327");
  REQUIRE(invoice->lines.size() == 1);
  CHECK(invoice->lines[0].unit == "立方米");
  CHECK(invoice->lines[0].quantity->shortest() == "100");
  CHECK(invoice->lines[0].tax->shortest() == "27");
}

TEST_CASE("other XML is no invoice, nor is a broken one", "[evidence][invoice]") {
  CHECK_FALSE(invoice_of_xml("<a><b>1</b></a>", "XML"));
  CHECK_FALSE(invoice_of_xml("<Invoice><ID>12345678</ID><IssueDate>2024-01-01</IssueDate></Invoice>", "XML"));
  CHECK_FALSE(invoice_of_xml("<x><InvoiceNumber>12345678</InvoiceNumber></x>", "XML"));  // neither a row nor a sum
  CHECK_FALSE(invoice_of_xml(kFull.substr(0, kFull.size() / 2), "XML"));
  CHECK_FALSE(invoice_of_xml("", "XML"));
}

TEST_CASE("XML of an OFD's attachment, completed by the document's facts", "[evidence][invoice]") {
  OfdBuilder ofd = with_attachment(kFull);
  auto read = invoice_of_ofd(ofd.bytes());
  REQUIRE(read);
  CHECK(read->number == "20140000000100000001");
  CHECK(read->source == "OFD附件original_invoice.xml");
  std::string without = kFull;
  without.erase(without.find("<TotalTaxAm>"), std::string("<TotalTaxAm>130.07</TotalTaxAm>").size());
  ofd = with_attachment(without);
  std::string& root = ofd.entries["OFD.xml"];
  root.insert(root.find("</ofd:DocInfo>"),
              R"(<ofd:CustomDatas><ofd:CustomData Name="发票号码">20140000000100000001</ofd:CustomData>)"
              R"(<ofd:CustomData Name="合计金额">1000.50</ofd:CustomData><ofd:CustomData Name="合计税额">130.07</ofd:CustomData></ofd:CustomDatas>)");
  read = invoice_of_ofd(ofd.bytes());
  REQUIRE(read);
  CHECK(read->tax->shortest() == "130.07");
  CHECK(read->other.at("税额") == "OFD文档信息");
}

TEST_CASE("tags that point at texts of the page", "[evidence][invoice]") {
  const auto text = [](int id, const std::string& words) {
    return "<ofd:TextObject ID=\"" + std::to_string(id) + R"(" Boundary="0 0 50 5" Font="3" Size="3"><ofd:TextCode X="0" Y="3">)" + words +
           "</ofd:TextCode></ofd:TextObject>";
  };
  OfdBuilder ofd(text(11, "014001900111") + text(12, "10000003") + text(13, "2024年03月05日") + text(14, "*供电*电费") + text(15, "千瓦时") + text(16, "300") +
                 text(17, "150.00") + text(18, "*供电*电费") + text(19, "千瓦时") + text(20, "200") + text(21, "100.00"));
  std::string& document = ofd.entries["Doc_0/Document.xml"];
  document.insert(document.rfind("</ofd:Document>"), "<ofd:CustomTags>Tags/CustomTags.xml</ofd:CustomTags>");
  ofd.entries["Doc_0/Tags/CustomTags.xml"] =
      R"(<ofd:CustomTags xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CustomTag TypeID="0"><ofd:FileLoc>CustomTag.xml</ofd:FileLoc></ofd:CustomTag></ofd:CustomTags>)";
  const auto tag = [](const std::string& name, const std::vector<int>& ids) {
    std::string out = "<" + name + ">";
    for (const int id : ids) out += "<ofd:ObjectRef PageRef=\"1\">" + std::to_string(id) + "</ofd:ObjectRef>";
    return out + "</" + name + ">";
  };
  const auto tags = [&](const std::vector<int>& items) {
    return R"(<eInvoice xmlns:ofd="http://www.ofdspec.org/2016">)" + tag("InvoiceCode", {11}) + tag("InvoiceNo", {12}) + tag("IssueDate", {13}) +
           "<GoodsInfos>" + tag("Item", items) + tag("MeasurementDimension", {15, 19}) + tag("Quantity", {16, 20}) + tag("Amount", {17, 21}) +
           "</GoodsInfos></eInvoice>";
  };
  ofd.entries["Doc_0/Tags/CustomTag.xml"] = tags({14, 18});
  auto read = invoice_of_ofd(ofd.bytes());
  REQUIRE(read);
  CHECK(read->number == "01400190011110000003");
  REQUIRE(read->lines.size() == 2);
  CHECK(read->lines[0].quantity->shortest() == "300");
  CHECK(read->lines[1].amount->shortest() == "100");
  // an item over two lines: which quantity is whose is not guessed
  ofd.entries["Doc_0/Tags/CustomTag.xml"] = tags({14, 14, 18});
  std::string& root = ofd.entries["OFD.xml"];
  root.insert(root.find("</ofd:DocInfo>"),
              R"(<ofd:CustomDatas><ofd:CustomData Name="发票号码">10000003</ofd:CustomData><ofd:CustomData Name="发票代码">014001900111</ofd:CustomData>)"
              R"(<ofd:CustomData Name="合计金额">250.00</ofd:CustomData></ofd:CustomDatas>)");
  read = invoice_of_ofd(ofd.bytes());
  REQUIRE(read);
  CHECK(read->lines.empty());
  CHECK(read->amount->shortest() == "250");
}

TEST_CASE("an XML invoice among the evidence is data, another XML is refused", "[evidence][invoice]") {
  const TempFolder evidence, work;
  evidence.put("2.1.1 电费.xml", kFull);
  evidence.put("随便放/水费.xml", kTax);
  evidence.put("2.1.2 其他.xml", "<a>1</a>");
  Findings findings;
  EvidenceFolder folder = scan_evidence(evidence.path(), small_rubric(), findings, {"/proc/self/exe", work.path()});
  ProbeOptions options;
  options.worker = std::filesystem::read_symlink("/proc/self/exe");
  probe_evidence(folder, options, findings);
  for (const char* path : {"2.1.1 电费.xml", "随便放/水费.xml"}) {
    REQUIRE(find_file(folder, path) != nullptr);
    CHECK(find_file(folder, path)->state == EvidenceState::auxiliary);
    CHECK(find_file(folder, path)->invoices.size() == 1);
  }
  CHECK(find_file(folder, "2.1.2 其他.xml")->state == EvidenceState::rejected);
  CHECK(count_code(findings, "evidence-not-material") == 1);
  CHECK(findings.size() == 1);
}

}  // namespace lvce
