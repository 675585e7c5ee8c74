#include "bind/plan/split.h"

#include <catch2/catch.hpp>
#include <qpdf/QPDFPageLabelDocumentHelper.hh>
#include <regex>

#include "bind/office.h"

using namespace lvce;
using namespace lvce::test;

namespace {

/// Items 1.1, 2.1, 2.2 with 2, 7 and 1 pages of evidence.
void add_evidence(Office& office, const TemporaryFolder& folder) {
  const auto add = [&](const std::string& id, int pages) {
    write_pdf(folder / (id + ".pdf"), std::vector<SamplePage>(static_cast<std::size_t>(pages), {"file " + id, "[0 0 595 842]", "", {}}));
    add_file(office, id + " 文件.pdf", {id}, EvidenceFormat::pdf, pages).disk = folder / (id + ".pdf");
  };
  add("1.1.1", 2);
  add("2.1.1", 7);
  add("2.2.1", 1);
}

std::vector<OutputPdf> volumes(const BoundPackage& package) {
  std::vector<OutputPdf> out;
  for (const OutputPdf& pdf : package.files) {
    if (pdf.kind == OutputKind::evidence) out.push_back(pdf);
  }
  return out;
}

BoundPackage split(Office& office, const TemporaryFolder& folder, int pages, bool duplex = true) {
  fill(office, 1);
  add_evidence(office, folder);
  BindOptions options;
  options.volume_pages = pages;
  options.duplex = duplex;
  return bind(office, folder, options);
}

/// The number printed on each page; 0 where none is.
std::vector<int> printed_numbers(const OutputPdf& pdf) {
  std::vector<int> numbers;
  for (int page = 1; page <= pdf.pages; ++page) {
    const std::string text = text_of(pdf.path, page);
    std::smatch found;
    numbers.push_back(std::regex_search(text, found, std::regex("— ([0-9]+) —")) ? std::stoi(found[1]) : 0);
  }
  return numbers;
}

}  // namespace

TEST_CASE("volumes: cut at items, each with cover and contents, numbers of the bound file kept") {
  TemporaryFolder folder;
  Office office;
  const BoundPackage package = split(office, folder, 8);  // every two items together are larger
  const std::vector<OutputPdf> parts = volumes(package);
  REQUIRE(parts.size() == 3);
  int next = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    CHECK(parts[i].name == "05 佐证材料汇编 第" + std::to_string(i + 1) + "册.pdf");
    CHECK(checks_clean(parts[i].path));
    CHECK(text_of(parts[i].path, 1).find("第" + std::to_string(i + 1) + "册（共3册）") != std::string::npos);
    CHECK(text_of(parts[i].path, 1).find("某省示例局") != std::string::npos);
    const std::vector<int> numbers = printed_numbers(parts[i]);
    CHECK(std::vector<int>(numbers.begin(), numbers.begin() + 4) == std::vector<int>{0, 0, 0, 0});  // cover, blank, contents, blank
    CHECK(numbers[4] % 2 == 1);
    CHECK(numbers[4] > next);
    for (std::size_t page = 5; page < numbers.size(); ++page) CHECK(numbers[page] == numbers[page - 1] + 1);
    next = numbers.back();
  }
  CHECK(text_of(parts[0].path, 3).find("1.1 能源管理") != std::string::npos);
  CHECK(text_of(parts[0].path, 3).find("2.1 管理机构") == std::string::npos);
  CHECK(text_of(parts[1].path, 3).find("2.1 管理机构") != std::string::npos);
  const std::string third = text_of(parts[2].path, 3);  // its unit began in the second volume
  CHECK(third.find("2 完善制度体系") < third.find("2.2 管理制度"));
  CHECK(third.find(std::to_string(printed_numbers(parts[2])[4])) != std::string::npos);
}

TEST_CASE("volumes: no volume is larger than asked unless it holds one item; all in one stays unsplit") {
  for (const int most : {1, 12, 16, 19, 20, 24}) {
    TemporaryFolder folder;
    Office office;
    const BoundPackage package = split(office, folder, most);
    INFO(most);
    for (const OutputPdf& volume : volumes(package)) {
      int items = 0;
      for (const char* item : {"file 1.1.1", "file 2.1.1", "file 2.2.1"}) {
        items += run_tool("pdftotext " + quoted(volume.path) + " -").output.find(item) != std::string::npos ? 1 : 0;
      }
      CHECK((volume.pages <= most || items == 1));
    }
  }
  TemporaryFolder folder;
  Office office;
  const BoundPackage package = split(office, folder, 1000);
  REQUIRE(volumes(package).size() == 1);
  CHECK(volumes(package)[0].name == "05 佐证材料汇编.pdf");
}

TEST_CASE("volumes: single-sided fronts have no blanks; labels are roman, then the bound numbers") {
  TemporaryFolder folder;
  Office office;
  const BoundPackage package = split(office, folder, 5, false);
  const OutputPdf volume = volumes(package).at(1);
  const std::vector<int> numbers = printed_numbers(volume);
  CHECK(numbers[1] == 0);
  CHECK(numbers[2] > 0);
  QPDF file;
  file.processFile(volume.path.c_str());
  QPDFPageLabelDocumentHelper labels(file);
  CHECK(labels.getLabelForPage(0).getKey("/S").getName() == "/r");
  CHECK(labels.getLabelForPage(2).getKey("/S").getName() == "/D");
  CHECK(labels.getLabelForPage(2).getKey("/St").getIntValue() == numbers[2]);
}
