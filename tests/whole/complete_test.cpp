// The complete sample through the real binary: clean PDF, every wording, one number everywhere.
#include <catch2/catch.hpp>

#include <filesystem>
#include <regex>
#include <set>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFOutlineDocumentHelper.hh>
#include <qpdf/QPDFPageLabelDocumentHelper.hh>

#include "paths.h"
#include "rubric/rubric.h"
#include "support/text.h"
#include "whole/package.h"

namespace fs = std::filesystem;
using namespace lvce;
using namespace lvce::testing;

namespace {

const Package& complete() {
  static const Package package = build_sample("shanxi-complete");
  return package;
}

/// The number stamped on a page: the last "— 57 —" of its text; 0 when there is none.
int printed_number(const std::string& page) {
  static const std::regex kNumber("—\\s*(\\d+)\\s*—");
  int number = 0;
  for (std::sregex_iterator it(page.begin(), page.end(), kNumber), end; it != end; ++it) number = std::stoi((*it)[1]);
  return number;
}

void collect_outline_pages(const std::vector<QPDFOutlineObjectHelper>& outlines, std::vector<QPDFObjGen>& pages) {
  for (QPDFOutlineObjectHelper outline : outlines) {
    pages.push_back(outline.getDestPage().getObjGen());
    collect_outline_pages(outline.getKids(), pages);
  }
}

std::map<QPDFObjGen, int> page_positions(QPDF& pdf) {
  std::map<QPDFObjGen, int> out;
  int position = 0;
  for (const auto& page : pdf.getAllPages()) out[page.getObjGen()] = ++position;
  return out;
}

/// Numbers of the pages that the links of a page lead to, from top to bottom.
std::vector<int> link_targets(QPDFObjectHandle page, const std::map<QPDFObjGen, int>& positions) {
  std::vector<std::pair<double, int>> found;
  QPDFObjectHandle annotations = page.getKey("/Annots");
  for (int i = 0; annotations.isArray() && i < annotations.getArrayNItems(); ++i) {
    QPDFObjectHandle link = annotations.getArrayItem(i);
    found.emplace_back(-link.getKey("/Rect").getArrayItem(1).getNumericValue(), positions.at(link.getKey("/Dest").getArrayItem(0).getObjGen()));
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<int> out;
  for (const auto& entry : found) out.push_back(entry.second);
  return out;
}

std::vector<int> numbers_at_line_ends(const std::string& page) {
  static const std::regex kEntry("(?:[.…·] ?){4,}\\s*(\\d+)\\s*(?:\n|$)");
  std::vector<int> out;
  for (std::sregex_iterator it(page.begin(), page.end(), kEntry), end; it != end; ++it) out.push_back(std::stoi((*it)[1]));
  return out;
}

}  // namespace

TEST_CASE("the complete sample is complete", "[whole]") {
  INFO(complete().built.err);
  for (const auto& finding : complete().result.at("findings")) UNSCOPED_INFO(finding.dump());
  CHECK(complete().built.code == 0);
  CHECK(complete().result.at("complete") == true);
  CHECK(complete().result.at("total").at("supported") == 100);
  CHECK(complete().result.at("verdict") == "pass");
}

TEST_CASE("the samples raise no doubt, the one with faults aside", "[whole]") {
  const std::set<std::string> planted = {"evidence-pdf-scan"};  // a scan without text lies in the complete sample
  for (const auto& unit : fs::directory_iterator(sample("shanxi-complete").parent_path())) {
    if (!fs::exists(unit.path() / "台账.xlsx") || unit.path().filename() == "shanxi-gaps") continue;
    INFO(unit.path().filename().string());
    const auto result = nlohmann::json::parse(run_lvce({"check", unit.path().string(), "--json", "--quiet"}).out);
    for (const auto& finding : result.at("findings")) {
      if (finding.at("severity") == "note" || planted.contains(finding.at("code"))) continue;
      FAIL_CHECK(finding.dump());
    }
  }
}

TEST_CASE("qpdf and poppler find nothing to say about any PDF", "[whole]") {
  for (const fs::path& pdf : files_with(complete(), ".pdf")) {
    INFO(pdf.filename());
    const Ran check = run({"qpdf", "--check", pdf.string()});
    CHECK(check.code == 0);
    CHECK(check.err.empty());
    const Ran text = run({"pdftotext", pdf.string(), "-"});
    CHECK(text.err.empty());
  }
}

TEST_CASE("every own font is embedded", "[whole]") {
  const std::set<std::string> with_evidence = {"bound", "evidence"};
  int own = 0;
  for (const auto& file : complete().result.at("files")) {
    const auto name = file.at("path").get<std::string>();
    if (!name.ends_with(".pdf") || with_evidence.contains(file.at("kind"))) continue;
    INFO(name);
    ++own;
    const auto lines = split(run({"pdffonts", (complete().folder / name).string()}).out, '\n');
    REQUIRE(lines.size() > 3);  // two lines of heads
    for (std::size_t i = 2; i + 1 < lines.size(); ++i) {
      INFO(lines[i]);
      CHECK(std::regex_search(lines[i], std::regex("yes +yes +(yes|no) +\\d+ +\\d+ *$")));
    }
  }
  CHECK(own == 5);  // 01–04, 06
}

TEST_CASE("the scoring table holds every indicator's wording", "[whole]") {
  const std::string text = without_space(run({"pdftotext", "-raw", (complete().folder / "02 自评打分表.pdf").string(), "-"}).out);
  const LoadedRubric rubric = load_rubric("shanxi-2021", kSourceFolder);
  REQUIRE(rubric.rubric);
  for (const Indicator* indicator : all_indicators(*rubric.rubric)) {
    INFO(indicator->id << " " << indicator->text);
    CHECK(text.find(without_space(indicator->text)) != std::string::npos);
  }
}

TEST_CASE("printed number, page label, bookmark, contents entry and link agree on every page", "[whole]") {
  const std::string variant = GENERATE(std::string(""), std::string("--single-sided"));
  const Package single = variant.empty() ? Package{} : build_sample("shanxi-complete", {variant});
  const fs::path file = (variant.empty() ? complete().folder : single.folder) / "申报材料全本.pdf";
  const auto texts = page_texts(file);
  QPDF pdf;
  pdf.processFile(file.c_str());
  const auto pages = pdf.getAllPages();
  REQUIRE(texts.size() == pages.size());
  for (std::size_t i = 1; i < texts.size(); ++i) {
    INFO("page " << i + 1);
    CHECK(printed_number(texts[i]) == static_cast<int>(i) + 1);
  }
  CHECK(printed_number(texts[0]) == 0);
  std::vector<QPDFObjectHandle> labels;
  QPDFPageLabelDocumentHelper(pdf).getLabelsForPageRange(0, static_cast<long long>(pages.size()) - 1, 0, labels);
  REQUIRE(labels.size() == 2);  // one range: page 0 and its dictionary, numbered from 1
  CHECK(labels[1].getKey("/S").getName() == "/D");
  const auto positions = page_positions(pdf);
  std::vector<QPDFObjGen> bookmarked;
  collect_outline_pages(QPDFOutlineDocumentHelper(pdf).getTopLevelOutlines(), bookmarked);
  REQUIRE(bookmarked.size() > 50);
  for (const QPDFObjGen& page : bookmarked) CHECK(positions.contains(page));
  int contents_pages = 0;
  for (std::size_t i = 1; i < pages.size(); ++i) {
    const auto targets = link_targets(pages[i], positions);
    const auto numbers = numbers_at_line_ends(texts[i]);
    if (targets.empty() || numbers.empty()) continue;
    INFO("contents on page " << i + 1);
    CHECK(targets == numbers);
    ++contents_pages;
  }
  CHECK(contents_pages >= 2);
}

TEST_CASE("a package is verified as it stands, and not once a byte has changed", "[whole]") {
  CHECK(run_lvce({"verify", complete().folder.string()}).code == 0);
  CHECK(run_lvce({"verify", (complete().folder / "申报材料.zip").string()}).code == 0);
  const TempFolder copy;
  fs::copy(complete().folder, copy / "p", fs::copy_options::recursive);
  write_text(copy / "p" / "01 自评报告.pdf", read_text(copy / "p" / "01 自评报告.pdf") + "\n");
  const Ran changed = run_lvce({"verify", (copy / "p").string()});
  CHECK(changed.code == 1);
  CHECK(changed.out.find("01 自评报告.pdf") != std::string::npos);
}

TEST_CASE("two runs give the same bytes", "[whole]") {
  const Package again = build_sample("shanxi-complete");
  CHECK(read_text(again.folder / "SHA256SUMS") == read_text(complete().folder / "SHA256SUMS"));
  CHECK(read_text(again.folder / "申报材料.zip") == read_text(complete().folder / "申报材料.zip"));
}

TEST_CASE("the totals of evidence reconcile with the files on disk", "[whole]") {
  const auto& totals = complete().result.at("evidence_totals");
  int on_disk = 0;
  for (const auto& entry : fs::recursive_directory_iterator(sample("shanxi-complete") / "佐证材料")) on_disk += entry.is_regular_file() ? 1 : 0;
  CHECK(totals.at("files") == on_disk);
  CHECK(totals.at("bound").get<int>() + totals.at("bound_with_warning").get<int>() + totals.at("rejected").get<int>() + totals.at("unassigned").get<int>() +
            totals.at("auxiliary").get<int>() ==
        on_disk);
}
