#include "review/lists/form_labels.h"

#include <algorithm>
#include <optional>

#include "review/table/named_table.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr const char* kFieldStart = "{{";
constexpr const char* kFieldEnd = "}}";

/// The literal text of a template's cell; nothing for values and boxes of long text.
std::optional<std::string> label_text(const YamlNode& cell) {
  if (cell.is_scalar()) return cell.text;
  const YamlNode& text = cell.at("text");
  if (!text.is_scalar() || text.text.find('\n') != std::string::npos) return std::nullopt;
  return text.text;
}

bool is_value(const YamlNode& cell) { return cell.is_map() && cell.at("value").is_scalar(); }

FormLabel label_of(const std::string& text, bool below) {
  const auto start = text.find(kFieldStart), end = text.find(kFieldEnd);
  if (start == std::string::npos || end == std::string::npos) return {trim(text), "", false, below};
  return {trim(text.substr(0, start)), trim(text.substr(end + 2)), true, below};
}

const std::vector<YamlNode>& cells_of(const YamlNode& row) { return row.is_map() ? row.at("cells").items : row.items; }

void add_row_labels(const YamlNode& row, const YamlNode* next, std::vector<FormLabel>& labels) {
  const std::vector<YamlNode>& cells = cells_of(row);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto text = label_text(cells[i]);
    if (!text) continue;
    const bool right = i + 1 < cells.size() && is_value(cells[i + 1]);
    const bool below = !right && next != nullptr && i < cells_of(*next).size() && cells_of(*next).size() == cells.size() && is_value(cells_of(*next)[i]);
    if (right || below) labels.push_back(label_of(*text, below));
  }
}

bool is_label(const std::vector<FormLabel>& labels, const std::string& text) {
  return std::any_of(labels.begin(), labels.end(), [&](const FormLabel& label) { return label.is(text); });
}

/// The next cell of the row that holds something; blank where that is a label again.
xlsx::Cell right_of(const xlsx::Book& book, const std::map<int, xlsx::Cell>& cells, int column, const std::vector<FormLabel>& labels) {
  const auto next = cells.upper_bound(column);
  return next == cells.end() || is_label(labels, shown_text(book, next->second)) ? xlsx::Cell() : next->second;
}

}  // namespace

bool FormLabel::is(const std::string& text) const {
  if (!has_year) return text == before;
  return text.size() >= before.size() + after.size() && text.starts_with(before) && text.ends_with(after);
}

std::vector<FormLabel> form_labels(const YamlNode& form) {
  std::vector<FormLabel> labels;
  for (const YamlNode& section : form.at("sections").items) {
    for (const YamlNode& block : section.at("blocks").items) {
      const std::vector<YamlNode>& rows = block.at("table").at("rows").items;
      for (std::size_t i = 0; i < rows.size(); ++i) add_row_labels(rows[i], i + 1 < rows.size() ? &rows[i + 1] : nullptr, labels);
    }
  }
  return labels;
}

std::vector<xlsx::Cell> form_values(const xlsx::Book& book, const std::vector<FormLabel>& labels) {
  std::vector<xlsx::Cell> values(labels.size());
  std::vector<bool> found(labels.size(), false);
  for (const xlsx::Sheet& sheet : book.sheets) {
    for (const auto& [row, cells] : sheet.rows) {
      for (const auto& [column, cell] : cells) {
        const std::string text = shown_text(book, cell);
        for (std::size_t i = 0; i < labels.size(); ++i) {
          if (found[i] || text.empty() || !labels[i].is(text)) continue;
          found[i] = true;
          values[i] = labels[i].below ? sheet.at(row + 1, column) : right_of(book, cells, column, labels);
          break;
        }
      }
    }
  }
  return values;
}

}  // namespace lvce
