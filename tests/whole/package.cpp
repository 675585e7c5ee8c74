#include "whole/package.h"

#include <algorithm>
#include <map>

#include "support/text.h"

namespace fs = std::filesystem;

namespace lvce::testing {

Package build_sample(const std::string& name, std::vector<std::string> more) {
  Package out;
  std::vector<std::string> arguments = {"build", sample(name).string(), "-o", (out.place / "out").string(), "--quiet"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  out.built = run_lvce(arguments);
  for (const auto& entry : fs::directory_iterator(out.place / "out")) {
    if (entry.is_directory() && entry.path().filename().string().front() != '.') out.folder = entry.path();
  }
  out.result = nlohmann::json::parse(read_text(out.folder / "result.json"));
  return out;
}

std::vector<fs::path> files_with(const Package& package, const std::string& extension) {
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(package.folder)) {
    if (entry.path().extension() == extension) out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<std::string> page_texts(const fs::path& pdf) {
  auto pages = split(run({"pdftotext", "-raw", pdf.string(), "-"}).out, '\f');
  if (!pages.empty() && pages.back().empty()) pages.pop_back();
  return pages;
}

std::map<std::string, int> finding_counts(const nlohmann::json& result) {
  std::map<std::string, int> out;
  for (const auto& finding : result.at("findings")) ++out[finding.at("code").get<std::string>()];
  return out;
}

}  // namespace lvce::testing
