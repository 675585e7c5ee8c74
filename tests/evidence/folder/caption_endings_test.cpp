// The table of caption files against the names that are kept out of the evidence, what clerks are told, and files of each ending that are read.
#include <catch2/catch.hpp>
#include <filesystem>
#include <regex>

#include "evidence/evidence_kit.h"
#include "evidence/folder/captions.h"
#include "evidence/folder/names.h"
#include "paths.h"
#include "support/files.h"
#include "support/text.h"
#include "workbook/xlsx/xlsx_builder.h"

using namespace lvce;

namespace {

std::string line_of(const char* page, const std::string& mark) {
  for (const std::string& line : split(read_file(std::filesystem::path(kSourceFolder) / page, 1 << 20).value(), '\n')) {
    if (line.find(mark) != std::string::npos) return line;
  }
  return "";
}

/// A good file: IMG_1.jpg is 一号楼水表.
std::string good_captions(CaptionForm form) {
  switch (form) {
    case CaptionForm::lines: return "IMG_1.jpg：一号楼水表\n";
    case CaptionForm::sheet: return test::book_of({{"图说", {test::words({"文件名", "图说"}), test::words({"IMG_1.jpg", "一号楼水表"})}, "", ""}});
  }
  return "";
}

/// ".txt", ".docx" … in words.
std::vector<std::string> endings_in(const std::string& words) {
  std::vector<std::string> out;
  const std::regex ending(R"(\.[a-z]+)");
  for (std::sregex_iterator at(words.begin(), words.end(), ending), end; at != end; ++at) out.push_back(at->str());
  return out;
}

std::vector<std::string> read_endings() {
  std::vector<std::string> out;
  for (const CaptionEnding& one : kCaptionEndings) out.emplace_back(one.ending);
  return out;
}

}  // namespace

TEST_CASE("every caption file that is read is none of the evidence, and README and docs/findings.md name it", "[evidence][caption]") {
  for (const CaptionEnding& one : kCaptionEndings) {
    const std::string ending(one.ending), name = "图说" + ending;
    INFO(name);
    CHECK(is_caption_file_name(name));
    CHECK(line_of("README.md", "照片的图说写进文件名").find("`" + name + "`") != std::string::npos);
  }
}

TEST_CASE("docs/findings.md says which caption files are read and which are not", "[evidence][caption]") {
  const std::string cells = line_of("docs/findings.md", "`evidence-caption-file`"), mark = "or 图说 is of another kind";
  const std::size_t other = cells.find(mark);
  REQUIRE(other != std::string::npos);
  CHECK(endings_in(cells.substr(0, other)) == read_endings());
  const std::vector<std::string> not_read = endings_in(cells.substr(other));
  CHECK(not_read.size() >= 2);
  for (const std::string& ending : not_read) {
    INFO(ending);
    CHECK(is_caption_file_name("图说" + ending));
    for (const CaptionEnding& one : kCaptionEndings) CHECK(one.ending != ending);
  }
}

TEST_CASE("a good file of every ending that is read gives its caption", "[evidence][caption]") {
  for (const CaptionEnding& one : kCaptionEndings) {
    testing::TempFolder folder;
    const std::string name = "图说" + std::string(one.ending);
    INFO(name);
    folder.put(name, good_captions(one.form));
    CaptionList captions;
    Findings findings;
    captions.read(folder.path() / name, name, findings);
    captions.match({"IMG_1.jpg"});
    captions.report_unused(findings);
    CHECK(findings.empty());
    CHECK(captions.take("IMG_1.jpg") == "一号楼水表");
  }
}
