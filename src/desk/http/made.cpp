#include "desk/http/made.h"

#include <algorithm>
#include <system_error>

#include "pack/pack.h"
#include "support/inside.h"
#include "support/text.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMadeAtMost = 2000;
constexpr int kMadeDeepest = 2;

}  // namespace

fs::path made_out(const UnitDesk& unit, const std::string& what) {
  if (what == "package") return beside(unit.folder(), "输出");
  if (what == "papers") return beside(unit.folder(), "文稿");
  if (what == "print") return beside(unit.folder(), "打印");
  return {};
}

fs::path made_folder(const UnitDesk& unit, const std::string& what) {
  const fs::path out = made_out(unit, what);
  if (what != "package") return out;
  const auto state = unit.state();
  const Assessment* assessment = state->judgement.assessment.get();
  return assessment == nullptr ? fs::path() : out / folder_name_of(assessment->dossier->workbook.unit.text("单位名称"));
}

std::vector<std::string> made_files(const fs::path& folder) {
  std::vector<std::string> out;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error), end; !error && at != end && out.size() < kMadeAtMost;
       at.increment(error)) {
    std::error_code ignored;
    const std::string name = at->path().filename().string();
    if (at.depth() >= kMadeDeepest || name.starts_with('.')) at.disable_recursion_pending();
    if (at->is_symlink(ignored) || !at->is_regular_file(ignored) || name.starts_with('.') || !is_valid_utf8(name)) continue;
    out.push_back(at->path().lexically_relative(folder).generic_string());
  }
  std::sort(out.begin(), out.end(), natural_less);
  return out;
}

}  // namespace lvce
