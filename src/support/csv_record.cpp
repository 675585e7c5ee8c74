#include "support/csv_record.h"

#include <system_error>

#include "support/files.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr std::uintmax_t kRecordAtMost = 16U << 20;
constexpr const char* kUtf8Mark = "\xEF\xBB\xBF";

/// A field of the record; quoted where it must be.
std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
  return "\"" + replace_all(text, "\"", "\"\"") + "\"";
}

std::vector<std::vector<std::string>> csv_rows(const std::string& text) {
  std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"' && quoted && i + 1 < text.size() && text[i + 1] == '"') rows.back().back() += text[++i];
    else if (c == '"') quoted = !quoted;
    else if (c == ',' && !quoted) rows.back().emplace_back();
    else if (c == '\n' && !quoted) rows.emplace_back(1);
    else if (c != '\r' || quoted) rows.back().back() += c;
  }
  return rows;
}

}  // namespace

std::string csv_line(const std::vector<std::string>& fields) {
  std::vector<std::string> quoted;
  for (const std::string& field : fields) quoted.push_back(csv_field(field));
  return join(quoted, ",") + "\r\n";
}

std::optional<std::vector<std::vector<std::string>>> read_csv_record(const std::filesystem::path& file) {
  std::error_code error;
  if (!std::filesystem::exists(file, error)) return std::vector<std::vector<std::string>>{};
  std::optional<std::string> text = read_file(file, kRecordAtMost);
  if (!text) return std::nullopt;
  if (text->starts_with(kUtf8Mark)) text->erase(0, 3);
  return csv_rows(*text);
}

bool write_csv_record(const std::filesystem::path& file, const std::string& lines) {
  std::filesystem::path beside = file;
  beside.replace_filename("." + file.filename().string() + ".tmp");
  std::error_code error;
  if (!write_file(beside, kUtf8Mark + lines)) return false;
  std::filesystem::rename(beside, file, error);
  return !error;
}

}  // namespace lvce
