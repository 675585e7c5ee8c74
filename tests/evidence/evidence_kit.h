// What the evidence tests share: a small rubric and a folder that goes away.
#pragma once

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "evidence/evidence.h"
#include "rubric/model.h"

namespace lvce::testing {

/// A rubric of these indicators, in this order; units and items follow from the ids.
inline Rubric rubric_of(const std::vector<std::string>& ids) {
  Rubric rubric;
  for (const std::string& id : ids) {
    const std::string unit = id.substr(0, id.find('.'));
    const std::string item = id.substr(0, id.find('.', unit.size() + 1));
    if (rubric.units.empty() || rubric.units.back().id != unit) rubric.units.emplace_back().id = unit;
    std::vector<Item>& items = rubric.units.back().items;
    if (items.empty() || items.back().id != item) items.emplace_back().id = item;
    items.back().indicators.emplace_back().id = id;
  }
  return rubric;
}

/// Numbers as Shanxi's table has them in its second unit, and one of the third.
inline Rubric small_rubric() { return rubric_of({"1.1.1", "2.1.1", "2.1.2", "2.1.3", "2.1.4", "2.2.1.1", "2.2.1.2", "2.2.2", "2.2.4.1", "2.2.4.2", "3.1.1"}); }

class TempFolder {
 public:
  TempFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "lvce-evidence-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path put(const std::string& name, std::string_view bytes = "内容") const {
    const std::filesystem::path file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return file;
  }

 private:
  std::filesystem::path path_;
};

inline const EvidenceFile* find_file(const EvidenceFolder& folder, std::string_view path) {
  for (const EvidenceFile& file : folder.files) {
    if (file.path == path) return &file;
  }
  return nullptr;
}

inline int count_code(const Findings& findings, std::string_view code) {
  int count = 0;
  for (const Finding& finding : findings) count += finding.code == code ? 1 : 0;
  return count;
}

inline const Finding* find_code(const Findings& findings, std::string_view code) {
  for (const Finding& finding : findings) {
    if (finding.code == code) return &finding;
  }
  return nullptr;
}

}  // namespace lvce::testing
