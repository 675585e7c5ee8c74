// Whole documents as worksheets, recalculated by LibreOffice: a recalculation changes nothing.
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <regex>
#include <sstream>

#include <Poco/StreamCopier.h>
#include <Poco/Zip/Compress.h>
#include <Poco/Zip/ZipArchive.h>
#include <Poco/Zip/ZipStream.h>
#include <unistd.h>
#include <catch2/catch.hpp>

#include "compose/sample.h"
#include "render/render.h"
#include "support/files.h"

namespace lvce {
namespace {

using Parts = std::map<std::string, std::string>;

Parts unzip(const std::string& bytes) {
  Parts parts;
  std::istringstream stream(bytes);
  const Poco::Zip::ZipArchive archive(stream);
  for (auto header = archive.headerBegin(); header != archive.headerEnd(); ++header) {
    std::istringstream again(bytes);
    Poco::Zip::ZipInputStream input(again, header->second);
    Poco::StreamCopier::copyToString(input, parts[header->first]);
  }
  return parts;
}

std::string zip(const Parts& parts) {
  std::ostringstream out;
  Poco::Zip::Compress compress(out, true);
  for (const auto& [name, text] : parts) {
    std::istringstream in(text);
    compress.addFile(in, Poco::DateTime(2000, 1, 1), Poco::Path(name, Poco::Path::PATH_UNIX));
  }
  compress.close();
  return out.str();
}

bool is_sheet(const std::string& name) { return name.starts_with("xl/worksheets/sheet"); }

/// Stored results of formulas, by sheet and cell.
std::map<std::string, double> results(const std::string& bytes) {
  static const std::regex kCell(R"x(<c r="([A-Z]+[0-9]+)"[^>]*><f[^>]*>[^<]*</f><v>([^<]*)</v>)x");
  std::map<std::string, double> out;
  for (const auto& [name, xml] : unzip(bytes)) {
    if (!is_sheet(name)) continue;
    for (std::sregex_iterator at(xml.begin(), xml.end(), kCell), end; at != end; ++at)
      out[name + "!" + (*at)[1].str()] = std::strtod((*at)[2].str().c_str(), nullptr);
  }
  return out;
}

/// The same book without any stored result, so that LibreOffice must work all of them out.
std::string without_results(const std::string& bytes) {
  static const std::regex kResult("</f><v>[^<]*</v>");
  Parts parts = unzip(bytes);
  for (auto& [name, xml] : parts) {
    if (is_sheet(name)) xml = std::regex_replace(xml, kResult, "</f>");
  }
  return zip(parts);
}

class RecalculationFolder {
 public:
  RecalculationFolder() : folder_(std::filesystem::temp_directory_path() / ("lvce-recalculate-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(folder_ / "in");
  }
  ~RecalculationFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  void add(const std::string& name, const std::string& bytes) const { REQUIRE(write_file(folder_ / "in" / name, bytes)); }
  /// One cold start for all books.
  void run() const {
    const std::string command = "soffice -env:UserInstallation=file://" + (folder_ / "profile").string() + " --headless --convert-to xlsx --outdir " +
                                (folder_ / "out").string() + " " + (folder_ / "in").string() + "/*.xlsx >/dev/null 2>&1";
    REQUIRE(std::system(command.c_str()) == 0);
  }
  std::string result(const std::string& name) const { return read_file(folder_ / "out" / name, 64u << 20).value_or(""); }

 private:
  std::filesystem::path folder_;
};

}  // namespace

TEST_CASE("LibreOffice works out the same results as are stored", "[workbooks]") {
  sample::Office office;
  sample::fill(office);
  const Composed made = compose_documents(office.assessment, sample::templates());
  const RecalculationFolder folder;
  std::map<std::string, std::string> books;
  for (const Document* document : {&made.scores, &made.energy, &made.missing}) {
    const std::string name = std::string(output_kind_name(document->kind)) + ".xlsx";
    books[name] = render_xlsx(*document, "2021-10-12");
    folder.add(name, without_results(books[name]));
  }
  folder.run();
  std::size_t compared = 0;
  for (const auto& [name, bytes] : books) {
    const auto stored = results(bytes), recalculated = results(folder.result(name));
    CHECK(recalculated.size() == stored.size());
    for (const auto& [cell, value] : stored) {
      INFO(name << " " << cell);
      const auto again = recalculated.find(cell);
      REQUIRE(again != recalculated.end());
      CHECK(std::fabs(again->second - value) <= 1e-9 * std::max(1.0, std::fabs(value)));
      ++compared;
    }
  }
  CHECK(compared > 100);
}

}  // namespace lvce
