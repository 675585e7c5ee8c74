// What forms say, by the labels of the templates that they are made from.
#include <catch2/catch.hpp>

#include "paths.h"
#include "review/lists/form_labels.h"
#include "review/table/named_table.h"

using namespace lvce;

namespace {

std::vector<FormLabel> labels_of(const std::string& form) { return form_labels(load_own_yaml(std::string(kSourceFolder) + "/templates/forms/" + form)); }

std::vector<std::string> label_words(const std::vector<FormLabel>& labels) {
  std::vector<std::string> out;
  for (const FormLabel& label : labels) out.push_back(label.words());
  return out;
}

xlsx::Book book_of(const std::vector<std::vector<std::string>>& rows) {
  xlsx::Book book;
  xlsx::Sheet sheet;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      if (rows[r][c].empty()) continue;
      xlsx::Cell cell;
      cell.kind = xlsx::Cell::Kind::text;
      cell.text = static_cast<std::uint32_t>(book.texts.size());
      book.texts.push_back(rows[r][c]);
      sheet.rows[static_cast<int>(r + 1)][static_cast<int>(c + 1)] = cell;
    }
  }
  book.sheets.push_back(std::move(sheet));
  return book;
}

}  // namespace

TEST_CASE("A table of contacts is read from the row below its head") {
  const auto labels = labels_of("shanxi-2021-contact.yaml");
  CHECK(label_words(labels) == std::vector<std::string>{"单位", "姓名", "职务", "联系方式"});
  const xlsx::Book book = book_of({{"附件2"}, {}, {"单位", "姓名", "职务", "联系方式"}, {"示例厅", "节能联络员", "科员", "0000-1"}});
  const auto values = form_values(book, labels);
  REQUIRE(values.size() == 4);
  CHECK(shown_text(book, values[0]) == "示例厅");
  CHECK(shown_text(book, values[3]) == "0000-1");
}

TEST_CASE("A registration form is read to the right of its labels, whatever year stands in them; a blank stays blank") {
  const auto labels = labels_of("chongqing-2021-registration.yaml");
  REQUIRE(labels.size() == 13);
  const xlsx::Book book = book_of({{"单位名称", "示例局"}, {"联系人", "", "办公电话", "0000-2"}, {"2020年水消耗量（吨）", "5714", "人均水耗（吨/人）"}});
  const auto values = form_values(book, labels);
  const auto value = [&](const std::string& words) {
    for (std::size_t i = 0; i < labels.size(); ++i)
      if (labels[i].words() == words) return shown_text(book, values[i]);
    return std::string("?");
  };
  CHECK(value("单位名称") == "示例局");
  CHECK(value("办公电话") == "0000-2");
  CHECK(value("年水消耗量（吨）") == "5714");
  CHECK(value("人均水耗（吨/人）").empty());
  CHECK(value("单位地址").empty());
  CHECK(value("联系人").empty());  // the next cell is a label, not its value
}
