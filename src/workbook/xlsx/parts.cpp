#include "workbook/xlsx/parts.h"

#include <charconv>
#include <optional>

#include "support/text.h"

namespace lvce::xlsx {
namespace {

constexpr std::size_t kMaxFormats = 70'000;  // Excel itself allows 65,490

std::optional<int> whole_number(const std::string& text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// The code point of "_x000D_" at `at`.
std::optional<char32_t> escaped_at(const std::string& text, std::size_t at) {
  if (at + 7 > text.size() || text[at] != '_' || text[at + 1] != 'x' || text[at + 6] != '_') return std::nullopt;
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data() + at + 2, text.data() + at + 6, value, 16);
  if (error != std::errc{} || end != text.data() + at + 6 || value == 0 || (value >= 0xD800 && value <= 0xDFFF)) return std::nullopt;
  return value;
}

}  // namespace

std::string unescape(const std::string& text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (const auto code_point = escaped_at(text, at)) {
      append_utf8(out, *code_point);
      at += 7;
    } else {
      out += text[at++];
    }
  }
  return replace_all(replace_all(std::move(out), "\r\n", "\n"), "\r", "\n");
}

void RelationshipsHandler::start(const std::string& name, const Attributes& attributes) {
  if (name != "Relationship" || attribute(attributes, "TargetMode") == "External" || by_id.size() > 4096) return;
  const std::string type = attribute(attributes, "Type");
  by_id.emplace(attribute(attributes, "Id"), attribute(attributes, "Target"));
  by_type.emplace(type.substr(type.rfind('/') + 1), attribute(attributes, "Target"));
}

void WorkbookHandler::start(const std::string& name, const Attributes& attributes) {
  if (name == "workbookPr") {
    const std::string flag = attribute(attributes, "date1904");
    system_1904 = flag == "1" || flag == "true";
  }
  if (name == "calcPr") {
    const std::string flag = attribute(attributes, "fullCalcOnLoad");
    calculate_on_load = flag == "1" || flag == "true";
  }
  if (name != "sheet") return;
  if (sheets.size() >= kMaxBookSheets) {
    too_many = stopped = true;
    return;
  }
  const std::string state = attribute(attributes, "state");
  sheets.push_back({unescape(attribute(attributes, "name")), attribute(attributes, "id"), state == "hidden" || state == "veryHidden"});
}

void StylesHandler::start(const std::string& name, const Attributes& attributes) {
  if (name == "cellXfs") in_cell_formats_ = true;
  const std::optional<int> id = whole_number(attribute(attributes, "numFmtId"));
  if (name == "numFmt" && id && custom_.size() < kMaxFormats) custom_[*id] = look_of_format(attribute(attributes, "formatCode"));
  if (name != "xf" || !in_cell_formats_ || looks.size() >= kMaxFormats) return;
  const auto custom = custom_.find(id.value_or(0));
  looks.push_back(custom == custom_.end() ? look_of_builtin(id.value_or(0)) : custom->second);
}

void StylesHandler::end(const std::string& name) {
  if (name == "cellXfs") in_cell_formats_ = false;
}

void SharedStringsHandler::start(const std::string& name, const Attributes&) {
  if (name == "si") current_.clear();
  if (name == "rPh") ++phonetic_;
  in_text_ = name == "t" && phonetic_ == 0;
}

void SharedStringsHandler::end(const std::string& name) {
  if (name == "rPh") --phonetic_;
  if (name == "t") in_text_ = false;
  if (name != "si") return;
  if (texts_.size() >= kMaxStrings) {
    too_many = stopped = true;
    return;
  }
  texts_.push_back(unescape(current_));
}

void SharedStringsHandler::text(std::string_view piece) {
  if (in_text_) current_ += piece;
}

}  // namespace lvce::xlsx
