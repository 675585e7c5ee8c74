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

std::string lower_case(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return text;
}

bool is_named(const Rubric& rubric, const std::string& asked) {
  constexpr std::size_t kShortest = 6;  // bytes of two Han characters
  if (asked.size() < kShortest) return false;
  const auto says = [&](const std::string& text) { return text.find(asked) != std::string::npos; };
  return says(rubric.title) || says(rubric.issuer) || says(rubric.source);
}

/// The one rubric that a loosely written name means: "Shanxi-2021", "shanxi", "山西"; empty when none or several do.
std::string meant_id(const std::string& asked, const fs::path& data) {
  std::vector<std::string> exact, begun, named;
  for (const fs::path& file : rubric_files(data)) {
    const std::string id = file.stem().string();
    if (id == lower_case(asked)) exact.push_back(id);
    if (id.substr(0, id.find('-')) == lower_case(asked)) begun.push_back(id);
  }
  if (!exact.empty()) return exact.front();
  if (begun.empty())
    for (const Rubric& rubric : list_rubrics(data))
      if (is_named(rubric, asked)) named.push_back(rubric.id);
  const std::vector<std::string>& meant = begun.empty() ? named : begun;
  return meant.size() == 1 ? meant.front() : "";
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
  const std::string id = meant_id(trim(id_or_path), data);
  if (id.empty()) {
    return refused(in_file(id_or_path), "rubric-unknown", "没有编号为“" + id_or_path + "”的评价标准",
                   "可用的有：" + known_ids(data) + "；自己写的标准请用 --rubric 指定文件，或放进 rubrics 文件夹");
  }
  LoadedRubric loaded = load_rubric_file(data / "rubrics" / (id + ".yaml"), data);
  if (id != id_or_path) loaded.findings.push_back(Finding::note("rubric-meant", in_file(id_or_path), "“" + id_or_path + "”按 " + id + " 评价"));
  return loaded;
}

std::vector<Rubric> list_rubrics(const fs::path& data) {
  std::vector<Rubric> out;
  for (const fs::path& file : rubric_files(data)) {
    if (LoadedRubric loaded = load_rubric_file(file); loaded.rubric) out.push_back(std::move(*loaded.rubric));
  }
  return out;
}

}  // namespace lvce
