// docs/findings.md against the source: every finding code is documented, nothing is documented that no longer exists, severities agree.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "paths.h"

namespace fs = std::filesystem;

namespace {

using Codes = std::set<std::string>;

/// Literals of src/ that have the form of a code and are none. Every other one counts as a code: codes reach Finding through helpers,
/// tables and conditional expressions, so that only what is no code can be told for certain. A new literal of this form is either
/// documented or added here.
const Codes kNoCodes = {
    // evidence: the program that reads scans
    "lvce-ocr",
    // workbook/xls: encodings by code page; evidence/documents: an element of OpenDocument
    "table-column", "utf-16le", "windows-1252", "windows-31j", "windows-949",
    // workbook/ods: element and attribute names of OpenDocument
    "boolean-value", "content-validations", "covered-table-cell", "custom-shape", "data-pilot-tables", "database-ranges", "date-value", "encryption-data",
    "line-break", "named-expressions", "number-columns-repeated", "number-columns-spanned", "number-rows-repeated", "number-rows-spanned", "ruby-text",
    "string-value", "style-name", "table-cell", "table-properties", "table-row", "tracked-changes", "value-type",
    "kw-h",                                                // office: a spelling of kWh
    "evidence-index",                                      // bind: a bookmark's target
    "half-even", "half-up",                                // review: ways to round, as options name them
    "no-referrer", "no-store", "same-origin", "xdg-open",  // desk: values of headers, the desktop's own program
};

std::string read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  REQUIRE(in);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::smatch> all_matches(const std::string& text, const std::regex& pattern) {
  return {std::sregex_iterator(text.begin(), text.end(), pattern), std::sregex_iterator()};
}

/// Sources that hold names of elements in formats of others, and no codes.
const std::set<std::string> kVocabularies = {"freeze_markup.cpp", "freeze_web.cpp"};

/// All other sources, without comments that fill a line or end it.
const std::string& source() {
  static const std::string text = [] {
    std::string all;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(kSourceFolder) / "src")) {
      const fs::path extension = entry.path().extension();
      if (kVocabularies.contains(entry.path().filename().string())) continue;
      if (extension == ".cpp" || extension == ".h") all += std::regex_replace(read(entry.path()), std::regex("(^|\\s)//[^\n]*"), "$1");
    }
    return all;
  }();
  return text;
}

Codes codes_in_source() {
  static const std::regex kLiteral("\"([a-z]+(?:-[a-z0-9]+)+)\"");
  Codes codes;
  for (const std::smatch& match : all_matches(source(), kLiteral)) {
    if (!kNoCodes.contains(match[1])) codes.insert(match[1]);
  }
  return codes;
}

/// Code → second cell, of all rows of tables that begin with codes.
std::map<std::string, std::string> rows_of(const std::string& page) {
  static const std::regex kRow("(?:^|\n)\\| (`[^|]*`) \\| ([^|]*) \\|");
  static const std::regex kCode("`([a-z]+(?:-[a-z0-9]+)+)`");
  const std::string text = read(fs::path(kSourceFolder) / "docs" / page);
  std::map<std::string, std::string> rows;
  for (const std::smatch& row : all_matches(text, kRow)) {
    const std::string codes = row[1];
    for (const std::smatch& code : all_matches(codes, kCode)) {
      INFO(page << ": " << code[1]);
      CHECK(rows.emplace(code[1], row[2]).second);  // no code twice
    }
  }
  return rows;
}

/// The rubric's reader of YAML also reads mapping files; its codes then begin with mapping-.
bool is_reworded(const std::string& code, const Codes& source_codes) {
  return code.starts_with("mapping-") && source_codes.contains("rubric-" + code.substr(8));
}

}  // namespace

TEST_CASE("every finding code is documented, once", "[docs]") {
  const auto findings = rows_of("findings.md");
  const auto rubric = rows_of("rubric-format.md");
  const Codes codes = codes_in_source();
  CHECK(codes.size() > 200);
  for (const std::string& code : codes) {
    INFO(code << ": put it into docs/findings.md, or into kNoCodes of this test if it is no finding's code");
    CHECK((findings.contains(code) != rubric.contains(code)));
  }
}

TEST_CASE("every documented finding code exists", "[docs]") {
  const Codes codes = codes_in_source();
  for (const char* page : {"findings.md", "rubric-format.md"}) {
    const auto rows = rows_of(page);
    for (const auto& [code, severity] : rows) {
      if (!code.starts_with("rubric-") && std::string(page) == "rubric-format.md") continue;
      INFO(page << ": " << code << " is in no source file");
      CHECK((codes.contains(code) || is_reworded(code, codes)));
    }
  }
}

TEST_CASE("what is no code stands in the source", "[docs]") {
  for (const std::string& literal : kNoCodes) {
    INFO(literal << " can be taken out of kNoCodes");
    CHECK(source().find('"' + literal + '"') != std::string::npos);
  }
}

TEST_CASE("codes have the form of codes", "[docs]") {
  static const std::regex kGiven("\"([^\"\n]*)\",\\s*Severity::");
  static const std::regex kMade("Finding::\\w+\\(\\s*\"([^\"\n]*)\",");
  static const std::regex kKebab("[a-z]+(-[a-z0-9]+)+");
  int made = 0;
  for (const auto* pattern : {&kGiven, &kMade}) {
    for (const std::smatch& match : all_matches(source(), *pattern)) {
      INFO(match[1]);
      CHECK(std::regex_match(match[1].str(), kKebab));
      made += pattern == &kMade ? 1 : 0;
    }
  }
  CHECK(made > 50);
}

TEST_CASE("documented severities are those of the source", "[docs]") {
  // Of “condition ? code : code” only one belongs to the severity behind it: such pairs are left out.
  static const std::regex kCodeFirst("[{(,]\\s*\"([a-z]+(?:-[a-z0-9]+)+)\",\\s*(?:[^\",;{}]*\\?\\s*)?Severity::(\\w+)(?:\\s*:\\s*Severity::(\\w+))?");
  static const std::regex kSeverityFirst("Severity::(\\w+),\\s*\"([a-z]+(?:-[a-z0-9]+)+)\"");
  static const std::regex kMade("Finding::(error|missing|warning|note)\\(\\s*\"([a-z]+(?:-[a-z0-9]+)+)\"");
  static const std::regex kNotice("\\.(error|warn|note)\\(\\s*\"([a-z]+(?:-[a-z0-9]+)+)\"");
  const auto findings = rows_of("findings.md");
  int compared = 0;
  const auto compare = [&](const std::string& code, std::string severity) {
    const auto row = findings.find(code);
    if (severity.empty() || row == findings.end()) return;
    if (severity == "warn") severity = "warning";
    ++compared;
    INFO(code << " is " << severity << " in the source, “" << row->second << "” in docs/findings.md");
    CHECK(row->second.find(severity) != std::string::npos);
  };
  for (const std::smatch& match : all_matches(source(), kCodeFirst)) {
    compare(match[1], match[2]);
    compare(match[1], match[3]);
  }
  for (const std::smatch& match : all_matches(source(), kSeverityFirst)) compare(match[2], match[1]);
  for (const std::smatch& match : all_matches(source(), kMade)) compare(match[2], match[1]);
  for (const std::smatch& match : all_matches(source(), kNotice)) compare(match[2], match[1]);
  CHECK(compared > 150);
}
