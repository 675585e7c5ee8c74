// The table of ledger checks against the source that raises them and the page that tells clerks of them.
#include "energy/checks/check_codes.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <regex>
#include <set>

#include "energy/factor_file.h"
#include "paths.h"
#include "rubric/rubric.h"
#include "support/files.h"
#include "support/text.h"

using namespace lvce;

namespace {

namespace fs = std::filesystem;
using Codes = std::set<std::string>;

/// Told of in docs/ledger-checks.md for 核对说明, and raised outside of energy/checks/ by targets and factors.
const Codes kOfOthers = {"target-rest-of-year", "target-out-of-reach", "factor-set-changed", "factor-set-unknown", "grid-unknown"};
/// Literals of energy/checks/ that are no doubt about a ledger.
const Codes kNoChecks = {"answer-unmatched"};

std::string file_text(const fs::path& file) { return read_file(file, 1 << 20).value(); }

std::string without_comments(const std::string& text) { return std::regex_replace(text, std::regex("//[^\n]*"), ""); }

void add_matches(const std::string& text, const char* pattern, Codes& into) {
  const std::regex form(pattern);
  for (std::sregex_iterator at(text.begin(), text.end(), form), end; at != end; ++at) into.insert((*at)[1]);
}

Codes in_table() {
  Codes out;
  for (const CheckCode& row : kCheckCodes) out.insert(std::string(row.code));
  return out;
}

Codes in_source() {
  Codes out;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(kSourceFolder) / "src/energy/checks")) {
    if (entry.path().filename() == "check_codes.h") continue;
    add_matches(without_comments(file_text(entry.path())), "\"([a-z]+(?:-[a-z]+)+)\"", out);
  }
  return out;
}

using Names = std::set<std::string>;

/// Free functions check_… of the headers in energy/checks/.
Names declared_checks() {
  Names out;
  const std::regex declaration(R"(^[a-z][^\n(]*\b(check_[a-z_]+)\()");
  for (const auto& entry : fs::directory_iterator(fs::path(kSourceFolder) / "src/energy/checks")) {
    if (entry.path().extension() != ".h") continue;
    for (const std::string& line : split(without_comments(file_text(entry.path())), '\n')) {
      std::smatch found;
      if (std::regex_search(line, found, declaration)) out.insert(found[1]);
    }
  }
  return out;
}

/// What bodies of energy/ call: check_…( in a line that is indented, so that it is no definition.
Names called_checks() {
  Names out;
  const std::regex call(R"(\b(check_[a-z_]+)\()");
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(kSourceFolder) / "src/energy")) {
    if (!entry.is_regular_file()) continue;
    for (const std::string& line : split(without_comments(file_text(entry.path())), '\n')) {
      if (!line.starts_with(" ")) continue;
      for (std::sregex_iterator at(line.begin(), line.end(), call), end; at != end; ++at) out.insert((*at)[1]);
    }
  }
  return out;
}

/// First cells of the table of checks.
Codes on_page() {
  Codes out;
  for (const std::string& line : split(file_text(fs::path(kSourceFolder) / "docs/ledger-checks.md"), '\n')) {
    if (line.starts_with("| `")) add_matches(line.substr(0, line.find('|', 1)), "`([a-z-]+)`", out);
  }
  return out;
}

Codes joined(Codes one, const Codes& other) {
  one.insert(other.begin(), other.end());
  return one;
}

}  // namespace

TEST_CASE("every code that a ledger check raises has a row in the table, and every row is raised", "[energy][checks]") {
  CHECK(in_table().size() == kCheckCodes.size());
  CHECK(in_source() == joined(joined(in_table(), kNoChecks), {"target-out-of-reach"}));
}

TEST_CASE("every check that a header of energy/checks/ declares is called", "[energy][checks]") {
  const Names called = called_checks();
  CHECK(declared_checks().size() >= 20);
  for (const std::string& name : declared_checks()) {
    INFO(name << "() is called by none: name it in check_ledger.cpp, or with its kin in meters.cpp, vehicles.cpp, invoice_papers.cpp");
    CHECK(called.contains(name));
  }
}

TEST_CASE("docs/ledger-checks.md tells of the checks that there are", "[energy][checks]") { CHECK(on_page() == joined(in_table(), kOfOthers)); }

TEST_CASE("docs/ledger-checks.md names the factor sets that 对照系数集 may name", "[energy][factors]") {
  std::vector<std::string> named;
  for (const std::string& line : split(file_text(fs::path(kSourceFolder) / "docs/ledger-checks.md"), '\n')) {
    if (!line.starts_with("- `对照系数集`：")) continue;
    Codes ids;
    add_matches(line, "`([a-z0-9-]+)`", ids);
    named.assign(ids.begin(), ids.end());
  }
  CHECK(named == factor_sets(kSourceFolder));
}
