#include <algorithm>

#include "rubric/lint.h"
#include "rubric/read.h"
#include "rubric/rubric.h"
#include "support/files.h"
#include "support/text.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMaxFile = 1 << 20;

LoadedRubric refused(Place place, std::string code, std::string message, std::string hint) {
  LoadedRubric out;
  out.findings.push_back(Finding::error(std::move(code), std::move(place), std::move(message), std::move(hint)));
  return out;
}

std::vector<fs::path> rubric_files(const fs::path& data) {
  std::vector<fs::path> out;
  std::error_code error;
  for (fs::directory_iterator at(data / "rubrics", error), end; !error && at != end; at.increment(error)) {
    if (at->path().extension() == ".yaml") out.push_back(at->path());
  }
  std::sort(out.begin(), out.end(), [](const fs::path& left, const fs::path& right) { return natural_less(left.string(), right.string()); });
  return out;
}

std::string known_ids(const fs::path& data) {
  std::vector<std::string> ids;
  for (const fs::path& file : rubric_files(data)) ids.push_back(file.stem().string());
  return join(ids, "、");
}

bool looks_like_path(const std::string& text) { return text.find('/') != std::string::npos || text.ends_with(".yaml") || text.ends_with(".yml"); }

}  // namespace

LoadedRubric load_rubric_text(std::string_view bytes, const std::string& file, const fs::path& data) {
  LoadedRubric out;
  const auto root = parse_yaml(bytes, file, out.findings);
  if (!root) return out;
  Places places;
  const ReadContext context{file, out.findings, places};
  Rubric rubric = read_rubric(context, *root);
  if (!has_error(out.findings)) {
    Lint lint(rubric, context);
    lint_rubric(lint);
    if (!data.empty()) lint_files(lint, data);
  }
  if (!has_error(out.findings)) out.rubric = std::move(rubric);
  return out;
}

LoadedRubric load_rubric_file(const fs::path& file, const fs::path& data) {
  const auto bytes = read_file(file, kMaxFile);
  if (!bytes) return refused(in_file(file.string()), "rubric-unreadable", "评价标准文件读不出，或超过 1 MiB", "请检查路径和权限");
  return load_rubric_text(*bytes, file.string(), data);
}

LoadedRubric load_rubric(const std::string& id_or_path, const fs::path& data) {
  if (looks_like_path(id_or_path)) return load_rubric_file(id_or_path, data);
  const fs::path file = data / "rubrics" / (id_or_path + ".yaml");
  std::error_code error;
  if (id_or_path.empty() || !fs::is_regular_file(file, error)) {
    return refused(in_file(id_or_path), "rubric-unknown", "没有编号为“" + id_or_path + "”的评价标准",
                   "可用的有：" + known_ids(data) + "；自己写的标准请用 --rubric 指定文件，或放进 rubrics 文件夹");
  }
  return load_rubric_file(file, data);
}

std::vector<Rubric> list_rubrics(const fs::path& data) {
  std::vector<Rubric> out;
  for (const fs::path& file : rubric_files(data)) {
    if (LoadedRubric loaded = load_rubric_file(file); loaded.rubric) out.push_back(std::move(*loaded.rubric));
  }
  return out;
}

}  // namespace lvce
