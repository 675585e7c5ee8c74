// Invoices sorted, spread over months and compared with the ledger. Every figure is worked out by hand.
#include <catch2/catch.hpp>

#include "energy/ledger_rows.h"
#include "paths.h"

using namespace lvce;
using lvce::test::check;
using lvce::test::number;
using lvce::test::ordinary;
using lvce::test::SampleUnit;

namespace {

using Codes = std::vector<std::string>;

InvoiceWords words() {
  Findings findings;
  InvoiceWords out = load_invoice_words(std::filesystem::path(::kSourceFolder) / "templates" / "invoices.yaml", findings);
  REQUIRE(findings.empty());
  return out;
}

std::chrono::sys_days day(int year, unsigned month, unsigned date) {
  return std::chrono::sys_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(date));
}

Invoice bill(const std::string& number_of_it, const std::string& quantity, std::optional<DaySpan> period, const std::string& item = "*供电*电费",
             const std::string& unit = "千瓦时") {
  Invoice out;
  out.number = number_of_it;
  out.path = "票据/" + number_of_it + ".xml";
  out.sha256 = number_of_it;
  out.lines.push_back({item, unit, number(quantity), {}, {}, {}});
  out.amount = number("100");
  out.tax = number("13");
  out.total = number("113");
  out.period = period;
  return out;
}

/// 70000 kWh in each month of 2020, as the ledger of ordinary() has it.
std::vector<Invoice> twelve() {
  std::vector<Invoice> out;
  for (int month = 1; month <= 12; ++month) out.push_back(bill(std::to_string(10000000 + month), "70000", month_span(2020, month)));
  return out;
}

/// What the checks say of them; the same unit without any is quiet.
Codes codes_of(SampleUnit& unit, const std::vector<Invoice>& invoices) {
  unit.findings.clear();
  EnergyReport report = unit.compute();
  report.invoices = sort_invoices(invoices, words(), report.factors);
  unit.findings.clear();
  check_ledger(unit.rubric, unit.workbook, report, unit.findings);
  Codes out;
  for (const Finding& finding : unit.findings) out.push_back(finding.code);
  return out;
}

Codes codes_of(const std::vector<Invoice>& invoices) {
  SampleUnit unit = ordinary();
  return codes_of(unit, invoices);
}

}  // namespace

TEST_CASE("items of invoices and what they are") {
  const InvoiceWords all = words();
  const auto is = [&](const std::string& item) {
    const auto carrier = carrier_of_item(all, item);
    return carrier ? std::string(carrier_name(*carrier)) : "";
  };
  CHECK(is("*供电*电费") == "电");
  CHECK(is("*供电*售电") == "电");
  CHECK(is("电费") == "电");
  CHECK(is("*供电*基本电费").empty());
  CHECK(is("*水冰雪*自来水") == "水");
  CHECK(is("*水冰雪*水费") == "水");
  CHECK(is("*劳务*污水处理费").empty());
  CHECK(is("*水冰雪*污水处理费").empty());
  CHECK(is("*天然气*管道天然气") == "天然气");
  CHECK(is("*燃气*液化石油气") == "液化石油气");
  CHECK(is("*热力*采暖费") == "热力");
  CHECK(is("*汽油*92号车用汽油(VIB)") == "汽油");
  CHECK(is("*柴油*0号车用柴油(VI)") == "柴油");
  CHECK(is("*成品油*车用柴油") == "柴油");
  CHECK(is("*预付卡销售*加油卡充值").empty());
  CHECK(is("*企业管理服务*代收水电费").empty());
  CHECK(is("*信息技术服务*软件维护费").empty());
}

TEST_CASE("twelve right months raise nothing, three wrong ones three findings with cell and file") {
  CHECK(codes_of(twelve()).empty());
  SampleUnit unit = ordinary();
  std::vector<Invoice> wrong = twelve();
  wrong[2].lines[0].quantity = number("70351");  // 0.5 % of the ledger's 70000 is 350
  wrong[5].lines[0].quantity = number("7000");
  wrong[10].lines[0].quantity = number("69000");
  CHECK(codes_of(unit, wrong) == Codes{"invoice-ledger-differs", "invoice-ledger-differs", "invoice-ledger-differs"});
  CHECK(unit.findings[0].severity == Severity::warning);
  CHECK(unit.findings[0].place.text() == "台账.xlsx 能耗台账!C16");  // March of the second year
  CHECK(unit.findings[0].message.find("10000003.xml") != std::string::npos);
  CHECK(unit.findings[0].message.find("70351 千瓦时") != std::string::npos);
  CHECK(unit.findings[0].message.find("台账少 351 千瓦时（0.5%）") != std::string::npos);
  wrong = twelve();
  wrong[2].lines[0].quantity = number("70350");
  CHECK(codes_of(wrong).empty());
}

TEST_CASE("an answer of the office turns a difference into a note") {
  SampleUnit unit = ordinary();
  std::vector<Invoice> wrong = twelve();
  wrong[2].lines[0].quantity = number("60000");
  unit.workbook.answers = {{"invoice-ledger-differs", "能耗台账!C16", "另有一张纸质票据"}};
  CHECK(codes_of(unit, wrong) == Codes{"invoice-ledger-differs"});
  CHECK(unit.findings[0].severity == Severity::note);
  CHECK(unit.findings[0].answer == "另有一张纸质票据");
}

TEST_CASE("other units of the carrier's table, and rows of one invoice together") {
  std::vector<Invoice> invoices = twelve();
  invoices[0].lines = {
      {"*供电*电费", "度", number("30000"), {}, {}, {}}, {"*供电*电费", "kW·h", number("40000"), {}, {}, {}}, {"*劳务*服务费", "次", number("1"), {}, {}, {}}};
  invoices[1].lines[0].unit = "万千瓦时";
  invoices[1].lines[0].quantity = number("7");
  CHECK(codes_of(invoices).empty());
}

TEST_CASE("periods that cross months are spread by days") {
  // 2020-01-16 to 2020-02-15: 31 days, 16 of them in January; 62000 × 16/31 = 32000, and 30000 in February.
  InvoiceLedger ledger;
  Findings none;
  const auto sorted = [&](const std::vector<Invoice>& invoices) { return sort_invoices(invoices, words(), ordinary().factors()); };
  ledger = sorted({bill("10000001", "62000", DaySpan{day(2020, 1, 16), day(2020, 2, 15)})});
  const InvoiceMonths months = months_of_invoices(ledger, Carrier::electricity);
  CHECK(months.spread.at({2020, 1}).quantity == number("32000"));
  CHECK(months.spread.at({2020, 2}).quantity == number("30000"));
  CHECK(months.billed.at({2020, 2}).quantity == number("62000"));
  CHECK(months.covered.at({2020, 1}) == 16);
  // The year from the 16th to the 15th: December ends half, which is one note with the months that are only covered in part.
  std::vector<Invoice> invoices;
  for (int month = 1; month <= 12; ++month) {
    const auto first = month == 1 ? day(2019, 12, 16) : day(2020, static_cast<unsigned>(month - 1), 16);
    invoices.push_back(bill(std::to_string(10000000 + month), "70000", DaySpan{first, day(2020, static_cast<unsigned>(month), 15)}));
  }
  SampleUnit unit = ordinary();
  const Codes codes = codes_of(unit, invoices);
  REQUIRE(std::count(codes.begin(), codes.end(), "invoice-months-missing") == 1);
  CHECK(std::find_if(unit.findings.begin(), unit.findings.end(), [](const Finding& f) {
          return f.code == "invoice-months-missing";
        })->message.find("2020年电12月") != std::string::npos);
}

TEST_CASE("a ledger by the bills' own months is one note") {
  // Bills of 60000 and 80000 in turn, read on the 20th: the ledger has each where it ended.
  SampleUnit unit = ordinary();
  std::vector<Invoice> invoices;
  for (int month = 1; month <= 12; ++month) {
    const std::string quantity = month % 2 == 0 ? "62000" : "78000";
    unit.month(2020, month, Carrier::electricity, quantity);
    const auto first = month == 1 ? day(2019, 12, 21) : day(2020, static_cast<unsigned>(month - 1), 21);
    invoices.push_back(bill(std::to_string(10000000 + month), quantity, DaySpan{first, day(2020, static_cast<unsigned>(month), 20)}));
  }
  const Codes codes = codes_of(unit, invoices);
  CHECK(std::count(codes.begin(), codes.end(), "invoice-ledger-differs") == 0);
  CHECK(std::count(codes.begin(), codes.end(), "invoice-billing-month") == 1);
}

TEST_CASE("what is missing is one note, and only where there are some") {
  std::vector<Invoice> invoices = twelve();
  invoices.erase(invoices.begin() + 3, invoices.begin() + 6);
  SampleUnit unit = ordinary();
  CHECK(codes_of(unit, invoices) == Codes{"invoice-months-missing"});
  CHECK(unit.findings[0].severity == Severity::note);
  CHECK(unit.findings[0].message.find("2020年电4—6月，水全年，热力全年") != std::string::npos);
}

TEST_CASE("a month of which one 户号 has no invoice is missing, not different") {
  std::vector<Invoice> invoices;
  for (int month = 1; month <= 12; ++month) {
    for (int meter = 1; meter <= 2; ++meter) {
      if (month == 8 && meter == 2) continue;
      invoices.push_back(bill(std::to_string(10000000 + month * 10 + meter), meter == 1 ? "50000" : "20000", month_span(2020, month)));
      invoices.back().meter = meter == 1 ? "0001" : "0002";
    }
  }
  SampleUnit unit = ordinary();
  CHECK(codes_of(unit, invoices) == Codes{"invoice-months-missing"});
  CHECK(unit.findings[0].message.find("电8月") != std::string::npos);
}

TEST_CASE("no period is asked, and a file's name answers") {
  std::vector<Invoice> invoices = twelve();
  invoices[4].period.reset();
  invoices[6].period.reset();
  SampleUnit unit = ordinary();
  Codes codes = codes_of(unit, invoices);
  std::sort(codes.begin(), codes.end());
  CHECK(codes == Codes{"invoice-months-missing", "invoice-period-missing"});
  invoices[4].path = "票据/2020年5月电费.xml";
  invoices[6].path = "票据/2020年/7月电费.xml";
  CHECK(codes_of(invoices).empty());
}

TEST_CASE("one number in several forms is one invoice; twice in one form is said") {
  std::vector<Invoice> invoices = twelve();
  Invoice other = invoices[0];
  other.form = InvoiceForm::pdf;
  other.path = "票据/1.pdf";
  other.sha256 = "x";
  other.lines.clear();
  other.period.reset();
  invoices.push_back(other);
  CHECK(codes_of(invoices).empty());
  Invoice twice = invoices[0];
  twice.path = "票据/再次.xml";
  invoices.push_back(twice);
  SampleUnit unit = ordinary();
  CHECK(codes_of(unit, invoices) == Codes{"invoice-double"});
  CHECK(unit.findings[0].places.size() == 2);
}

TEST_CASE("the same file as evidence and in 票据 is no double; under two indicators neither") {
  std::vector<Invoice> invoices = twelve();
  Invoice evidence = invoices[0];
  evidence.path = "佐证材料/2.1.1 电费.xml";
  invoices.push_back(evidence);
  CHECK(codes_of(invoices).empty());
}

TEST_CASE("one number with different contents counts for nothing") {
  std::vector<Invoice> invoices = twelve();
  Invoice other = invoices[0];
  other.path = "票据/改.xml";
  other.sha256 = "x";
  other.lines[0].quantity = number("71000");
  invoices.push_back(other);
  Codes codes = codes_of(invoices);
  CHECK(std::count(codes.begin(), codes.end(), "invoice-number-conflict") == 1);
  CHECK(std::count(codes.begin(), codes.end(), "invoice-ledger-differs") == 0);
}

TEST_CASE("red invoices cancel what they name; alone they are said") {
  std::vector<Invoice> invoices = twelve();
  Invoice wrong = bill("10000099", "99999", month_span(2020, 3)), red = bill("10000100", "-99999", std::nullopt);
  red.total = number("-113");
  red.amount = number("-100");
  red.tax = number("-13");
  red.cancels = "10000099";
  invoices.push_back(wrong);
  invoices.push_back(red);
  CHECK(codes_of(invoices).empty());
  invoices.erase(invoices.end() - 2);
  CHECK(codes_of(invoices) == Codes{"invoice-red-alone"});
}

TEST_CASE("sums of an invoice, quantities without a unit of the carrier, carriers that the ledger lacks") {
  std::vector<Invoice> invoices = twelve();
  invoices[0].total = number("113.01");
  CHECK(codes_of(invoices) == Codes{"invoice-sum-differs"});
  invoices = twelve();
  invoices.push_back(bill("10000050", "10000", month_span(2020, 1), "*供电*电费", "元"));
  CHECK(codes_of(invoices) == Codes{"invoice-no-quantity"});
  invoices = twelve();
  invoices.push_back(bill("10000051", "300", month_span(2020, 1), "*天然气*天然气", "立方米"));
  CHECK(codes_of(invoices) == Codes{"invoice-not-in-ledger"});
  invoices = twelve();
  invoices.push_back(bill("10000052", "3", month_span(2020, 1), "*办公用品*纸", "箱"));
  CHECK(codes_of(invoices).empty());
}
