// Invoices read from the words of a page: by places made up here, and through poppler from a PDF made here.
#include <catch2/catch.hpp>

#include "evidence/evidence_kit.h"
#include "evidence/invoices/pdf_invoice.h"
#include "evidence/invoices/text_invoice.h"
#include "support/text.h"

namespace lvce {
namespace {

using namespace testing;

struct Spot {
  double left, top;
  std::string text;
};

/// A 数电票 as it is laid out: heads over columns, one row of electricity.
std::vector<Spot> page(const std::string& quantity = "2001", const std::string& sum = "1000.50") {
  return {{380, 20, "发票号码：20140000000100000001"},
          {380, 40, "开票日期：2024年02月03日"},
          {20, 80, "名称：示例局"},
          {320, 80, "名称：示例供电有限公司"},
          {20, 120, "项目名称"},
          {130, 120, "规格型号"},
          {200, 120, "单"},
          {215, 120, "位"},
          {250, 120, "数"},
          {265, 120, "量"},
          {310, 120, "单"},
          {325, 120, "价"},
          {390, 120, "金"},
          {405, 120, "额"},
          {440, 120, "税率/征收率"},
          {530, 120, "税额"},
          {20, 140, "*供电*电费"},
          {196, 140, "千瓦时"},
          {250, 140, quantity},
          {315, 140, "0.5"},
          {385, 140, "1000.50"},
          {455, 140, "13%"},
          {525, 140, "130.07"},
          {20, 200, "合"},
          {60, 200, "计"},
          {385, 200, "¥" + sum},
          {525, 200, "¥130.07"},
          {20, 220, "价税合计（大写）"},
          {200, 220, "壹仟壹佰叁拾圆伍角柒分"},
          {430, 220, "（小写）¥1130.57"},
          {20, 250, "备注"},
          {60, 250, "户号：0100000001；抄表周期：2024-01-01至2024-01-31"},
          {20, 300, "开票人：某开票人"}};
}

PageWords words_at(const std::vector<Spot>& spots) {
  PageWords out;
  for (const Spot& spot : spots)
    out.push_back({spot.text, spot.left, spot.top, spot.left + 6.0 * static_cast<double>(decode_utf8(spot.text).size()), spot.top + 10});
  return out;
}

/// A PDF of one page whose codes are UTF-16 of the characters.
std::string pdf_of(const std::vector<Spot>& spots) {
  std::string content = "BT /F 8 Tf\n";
  for (const Spot& spot : spots) {
    char place[64];
    std::snprintf(place, sizeof place, "1 0 0 1 %.1f %.1f Tm <", spot.left, 390 - spot.top);
    content += place;
    for (const char32_t c : decode_utf8(spot.text)) {
      char code[8];
      std::snprintf(code, sizeof code, "%04X", static_cast<unsigned>(c));
      content += code;
    }
    content += "> Tj\n";
  }
  content += "ET";
  std::string map = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 100 beginbfrange\n";
  int ranges = 0;
  for (int high = 0; high < 256; ++high) {
    char range[64];
    std::snprintf(range, sizeof range, "<%02X00> <%02XFF> <%02X00>\n", high, high, high);
    map += range;
    if (++ranges % 100 == 0) map += ranges == 200 ? "endbfrange 56 beginbfrange\n" : "endbfrange 100 beginbfrange\n";
  }
  map += "endbfrange endcmap end end";
  const std::vector<std::string> objects = {
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 397]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
      "<</Length " + std::to_string(content.size()) + ">>stream\n" + content + "\nendstream",
      "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>",
      "<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 700"
      "/FontDescriptor<</Type/FontDescriptor/FontName/X/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>>>",
      "<</Length " + std::to_string(map.size()) + ">>stream\n" + map + "\nendstream"};
  std::string out = "%PDF-1.4\n", table = "xref\n0 8\n0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    char place[32];
    std::snprintf(place, sizeof place, "%010zu 00000 n \n", out.size());
    table += place;
    out += std::to_string(i + 1) + " 0 obj" + objects[i] + "\nendobj\n";
  }
  return out + table + "trailer<</Size 8/Root 1 0 R>>\nstartxref\n" + std::to_string(out.size()) + "\n%%EOF\n";
}

}  // namespace

TEST_CASE("an invoice from the words of its page", "[evidence][invoice]") {
  const auto invoice = invoice_of_words(words_at(page()), "文字");
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
  CHECK(invoice->lines[0].price->shortest() == "0.5");
  CHECK(span_words(*invoice->period) == "2024年1月");
  CHECK(invoice->meter == "0100000001");
}

TEST_CASE("what does not agree with itself is not taken", "[evidence][invoice]") {
  CHECK_FALSE(invoice_of_words(words_at(page("2001", "1000.40")), "文字"));
  const auto invoice = invoice_of_words(words_at(page("2000")), "文字");  // 2000 × 0.5 is not 1000.50
  REQUIRE(invoice);
  CHECK_FALSE(invoice->lines[0].quantity);
  CHECK_FALSE(invoice_of_words({}, "文字"));
  CHECK_FALSE(invoice_of_words(words_at({{10, 10, "发票号码：20140000000100000001"}}), "文字"));
}

TEST_CASE("the text of a PDF through poppler; other PDFs are no invoices", "[evidence][invoice]") {
  const TempFolder folder;
  const std::vector<Invoice> read = invoices_of_pdf(folder.put("a.pdf", pdf_of(page())));
  REQUIRE(read.size() == 1);
  CHECK(read[0].lines[0].quantity->shortest() == "2001");
  CHECK(read[0].source == "PDF第1页文字");
  CHECK(invoices_of_pdf(folder.put("b.pdf", pdf_of({{20, 20, "节约能源管理制度"}}))).empty());
  CHECK(invoices_of_pdf(folder.put("c.pdf", "no pdf")).empty());
}

TEST_CASE("a first page is read line by line, top first, however it was written", "[evidence][page]") {
  const std::string pdf = pdf_of({{40, 120, "各科室"}, {40, 60, "关于加强节约用电"}, {60, 80, "管理的通知"}});
  CHECK(lines_of_first_page(pdf) == "关于加强节约用电\n管理的通知\n各科室");
  CHECK(lines_of_first_page("%PDF-1.4 broken").empty());
}

}  // namespace lvce
