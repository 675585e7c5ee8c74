// Files that a rubric names: forms below templates/, a factor set in rubrics/factors/.
#include <algorithm>
#include <system_error>

#include "rubric/lint.h"
#include "rubric/usual_factors.h"
#include "support/text.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

/// Nothing that could lead out of the folder.
bool stays_inside(const fs::path& name) {
  return name.is_relative() && std::none_of(name.begin(), name.end(), [](const fs::path& part) { return part == ".."; });
}

/// Names of the files in a folder, "forms/a.yaml" or "a" without the ending.
std::string names_in(const fs::path& folder, const std::string& before, const std::string& after) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (at->path().extension() == ".yaml") names.push_back(before + at->path().stem().string() + after);
  }
  std::sort(names.begin(), names.end(), natural_less);
  return join(names, "、");
}

void need_form(Lint& lint, const fs::path& data, const std::string& field, const std::string& name) {
  if (name.empty()) return;
  std::error_code error;
  if (stays_inside(name) && fs::is_regular_file(data / "templates" / name, error)) return;
  lint.error(field, "rubric-missing-file", "templates 文件夹里没有表格模板“" + name + "”",
             "现有的表格：" + names_in(data / "templates" / "forms", "forms/", ".yaml"));
}

void need_factors(Lint& lint, const fs::path& folder, const std::string& id) {
  std::error_code error;
  if (stays_inside(id) && fs::is_regular_file(folder / (id + ".yaml"), error)) return;
  lint.error("factor_set", "rubric-missing-file", "rubrics/factors 文件夹里没有折算系数“" + id + "”", "现有的系数：" + names_in(folder, "", ""));
}

using UsualSets = std::vector<UsualFactorSet>;

std::string ids_from(const UsualSets& usual, std::optional<int> from) {
  std::vector<std::string> ids;
  for (const UsualFactorSet& set : usual) {
    if (set.from == from) ids.push_back(set.id);
  }
  return join(ids, "、");
}

/// Why the usual set of some year is not just one; empty: it is.
std::string fault_of_usual(const UsualSets& usual) {
  const std::string unclear = ids_from(usual, std::nullopt), always = ids_from(usual, 0);
  if (!unclear.empty()) return "而 rubrics/factors 文件夹里折算系数的 default 既不是 true，也不是 {from: 年份}：" + unclear;
  if (always.empty()) return "rubrics/factors 文件夹里也没有一套写着 default: true 的折算系数";
  for (std::size_t i = 0; i + 1 < usual.size(); ++i) {
    if (usual[i].from != usual[i + 1].from) continue;
    const std::string said = *usual[i].from == 0 ? "true" : "{from: " + std::to_string(*usual[i].from) + "}";
    return "而 rubrics/factors 文件夹里写着 default: " + said + " 的折算系数不止一套：" + ids_from(usual, usual[i].from);
  }
  return "";
}

void need_usual_factors(Lint& lint, const fs::path& data) {
  const std::string fault = fault_of_usual(usual_factor_sets(data));
  if (fault.empty()) return;
  lint.error("factor_set", "rubric-missing-file", "没有写 factor_set，" + fault,
             "请写明 factor_set，或只让一套写 default: true；现有的系数：" + names_in(data / "rubrics" / "factors", "", ""));
}

}  // namespace

void lint_files(Lint& lint, const fs::path& data) {
  const Rubric& rubric = lint.rubric();
  need_form(lint, data, "scores_form", rubric.scores_form);
  need_form(lint, data, "registration_form", rubric.registration_form);
  if (rubric.factor_set.empty()) need_usual_factors(lint, data);
  else need_factors(lint, data / "rubrics" / "factors", rubric.factor_set);
}

}  // namespace lvce
