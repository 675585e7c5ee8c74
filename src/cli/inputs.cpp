#include "cli/inputs.h"

#include <algorithm>
#include <system_error>
#include <vector>

#include "cli/pipeline.h"
#include "support/files.h"
#include "support/litter.h"
#include "support/sha256.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

/// Takes facts one by one, each with its length, so that no two lists of facts look alike.
class Facts {
 public:
  void take(const std::string& fact) {
    sha_.take(std::to_string(fact.size()) + ":");
    sha_.take(fact);
  }
  void take(const std::string& name, const std::string& value) {
    take(name);
    take(value);
  }
  void take_file(const std::string& name, const fs::path& file) { take(name, sha256_of_file(file).value_or("unreadable")); }

  /// Every file below the folder by its path in it. Locks and the like are left out on the first level, where they come and go.
  void take_folder(const std::string& name, const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error), end; !error && at != end; at.increment(error)) {
      std::error_code ignored;
      if (at->is_directory(ignored) && !at->is_symlink(ignored)) continue;
      if (at.depth() == 0 && is_litter(at->path().filename().native())) continue;
      files.push_back(at->path());
    }
    std::sort(files.begin(), files.end());
    take(name, error ? "broken off" : std::to_string(files.size()));
    for (const fs::path& file : files) take_file(file.lexically_relative(folder).native(), file);
  }

  std::string hexadecimal() const { return sha_.hexadecimal(); }

 private:
  Sha256 sha_;
};

/// The name that findings may repeat.
std::string own_name(const fs::path& folder) {
  std::error_code error;
  return fs::weakly_canonical(folder, error).filename().native();
}

void take_path(Facts& facts, const std::string& name, const std::optional<fs::path>& path) {
  if (!path) return;
  std::error_code error;
  facts.take(name, own_name(*path));
  if (fs::is_directory(*path, error)) facts.take_folder(name, *path);
  else if (fs::exists(*path, error)) facts.take_file(name, *path);
}

/// A folder that other units read too.
void take_shared(Facts& facts, const std::string& name, const std::optional<fs::path>& folder, FolderDigests& known) {
  if (!folder) return;
  std::string& digest = known[*folder];
  if (digest.empty()) {
    Facts of_folder;
    take_path(of_folder, "folder", folder);
    digest = of_folder.hexadecimal();
  }
  facts.take(name, digest);
}

}  // namespace

std::string data_digest() {
  const fs::path data = data_folder();
  Facts facts;
  facts.take("version", LVCE_VERSION);
  facts.take_folder("rubrics", data / "rubrics");
  facts.take_folder("templates", data / "templates");
  std::vector<std::string> faces;
  std::error_code error;
  for (fs::directory_iterator at(data / "fonts", error), end; !error && at != end; at.increment(error)) {
    std::error_code ignored;
    if (at->path().extension() == ".ttf") faces.push_back(at->path().filename().native() + " " + std::to_string(at->file_size(ignored)));
  }
  std::sort(faces.begin(), faces.end());
  for (const std::string& face : faces) facts.take("face", face);
  return facts.hexadecimal();
}

std::string inputs_digest(const BuildOptions& options, const std::string& data, FolderDigests& shared) {
  Facts facts;
  facts.take("data", data);
  facts.take("date", options.date);
  facts.take("rubric", options.rubric);
  take_path(facts, "rubric file", options.rubric.empty() ? std::nullopt : std::optional<fs::path>(options.rubric));
  facts.take("dpi", std::to_string(options.dpi));
  facts.take("volume pages", std::to_string(options.volume_pages));
  for (const auto& [name, on] : {std::pair{"single sided", options.single_sided},
                                 {"screen", options.screen},
                                 {"full size", options.full_size},
                                 {"repeat pages", options.repeat_pages},
                                 {"economy", options.economy},
                                 {"append", options.append},
                                 {"per indicator", options.per_indicator}})
    facts.take(name, on ? "1" : "0");
  if (options.ocr) facts.take("ocr", scan_reader().fingerprint);
  take_path(facts, "unit", options.unit);
  take_path(facts, "workbook", options.workbook);
  take_path(facts, "mapping", options.mapping);
  take_path(facts, "evidence", options.evidence);
  take_shared(facts, "shared", options.shared, shared);
  take_path(facts, "review", options.review.empty() ? std::nullopt : std::optional<fs::path>(options.review));
  if (options.figures) facts.take("figures of", options.figures->unit);
  take_shared(facts, "figures", options.figures ? std::optional(options.figures->folder) : std::nullopt, shared);
  return facts.hexadecimal();
}

}  // namespace lvce
