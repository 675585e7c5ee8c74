#include "evidence/rename_record.h"

#include <charconv>

#include "support/csv_record.h"

namespace lvce {

std::optional<std::vector<Rename>> read_renames(const std::filesystem::path& file) {
  const auto rows = read_csv_record(file);
  if (!rows) return std::nullopt;
  std::vector<Rename> out;
  for (const std::vector<std::string>& fields : *rows) {
    Rename rename;
    if (fields.size() != 4) continue;
    const auto [end, fault] = std::from_chars(fields[0].data(), fields[0].data() + fields[0].size(), rename.round);
    if (fault != std::errc() || rename.round < 1) continue;  // the heads
    rename.from = fields[1];
    rename.to = fields[2];
    rename.sha256 = fields[3];
    out.push_back(std::move(rename));
  }
  return out;
}

bool write_renames(const std::filesystem::path& file, const std::vector<Rename>& renames) {
  std::string lines = csv_line({"轮次", "原路径", "新路径", "sha256"});
  for (const Rename& rename : renames) lines += csv_line({std::to_string(rename.round), rename.from, rename.to, rename.sha256});
  return write_csv_record(file, lines);
}

std::map<std::string, std::string> former_paths(const std::vector<Rename>& renames) {
  std::map<std::string, std::string> out;
  for (const Rename& rename : renames) {
    if (rename.from.empty()) continue;
    const auto before = out.find(rename.from);
    const std::string first = before == out.end() ? rename.from : before->second;
    if (before != out.end()) out.erase(before);
    out[rename.to] = first;
  }
  return out;
}

}  // namespace lvce
