// lvce papers: its list of sums, and what it says with --json.
#include "pack/pack.h"
#include "pack/result_parts.h"
#include "support/files.h"
#include "support/unseen.h"

namespace lvce {

std::optional<WrittenPapers> finish_papers(const Staging& staging, std::vector<PackageFile> files, const std::set<std::string>& unlisted) {
  WrittenPapers written{std::move(files), {}};
  for (const PackageFile& file : written.files) {
    const auto digest = sha256_of_file(staging.folder() / file.name);
    if (!digest) return std::nullopt;
    written.sums[file.name] = *digest;
  }
  Sums listed = written.sums;
  for (const std::string& name : unlisted) listed.erase(name);
  if (!write_file(staging.folder() / staging.sums_name(), sums_to_text(listed))) return std::nullopt;
  return written;
}

std::string papers_to_json(const Assessment& assessment, const WrittenPapers& written) {
  Json out;
  out["schema"] = 1;
  out["tool_version"] = LVCE_VERSION;
  out["complete"] = assessment.complete();
  out["unit"] = {{"name", assessment.dossier->workbook.unit.text("单位名称")}};
  out["rubric"] = {{"id", assessment.rubric->id}, {"title", visible_lines(assessment.rubric->title)}};
  out["energy_year"] = assessment.years.energy == 0 ? Json(nullptr) : Json(assessment.years.energy);
  out["findings"] = findings_to_json(assessment.findings);
  out["files"] = Json::array();
  for (const PackageFile& file : written.files) {
    out["files"].push_back({{"kind", output_kind_name(file.kind)},
                            {"path", file.name},
                            {"pages", file.pages > 0 ? Json(file.pages) : Json(nullptr)},
                            {"sha256", written.sums.at(file.name)}});
  }
  return json_escaped(out.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace lvce
