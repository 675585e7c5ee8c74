// content.xml of an .ods: tables, rows, cells.
#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "workbook/book/book.h"
#include "workbook/package/xml.h"

namespace lvce::formats {

class OdsContentHandler : public xlsx::XmlHandler {
 public:
  explicit OdsContentHandler(const std::function<bool(const std::string&)>& wanted) : wanted_(wanted) {}

  xlsx::Book book;
  bool is_spreadsheet = false;
  bool too_many = false;  ///< sheets

  void start(const std::string& name, const xlsx::Attributes& attributes) override;
  void end(const std::string& name) override;
  void text(std::string_view piece) override;

 private:
  void start_table(const xlsx::Attributes& attributes);
  void start_column(const xlsx::Attributes& attributes);
  void start_row(const xlsx::Attributes& attributes);
  void start_cell(const std::string& name, const xlsx::Attributes& attributes);
  void start_text(const std::string& name, const xlsx::Attributes& attributes);
  void end_cell();
  void end_row();
  void add_text(std::string_view piece);
  xlsx::Cell typed_cell();
  xlsx::Cell text_cell(xlsx::Cell::Kind kind, const std::string& value);
  void store(const xlsx::Cell& cell);
  bool take_one();

  const std::function<bool(const std::string&)>& wanted_;
  std::string style_;  ///< the automatic style that is being read
  std::set<std::string> hidden_styles_;
  int skipped_ = 0;  ///< depth inside parts that are no cells: comments, drawings, tracked changes
  int depth_ = 0;    ///< tables inside tables: only the outer one is read
  xlsx::Sheet* sheet_ = nullptr;
  int row_ = 0;
  int row_repeats_ = 1;
  int columns_ = 0;  ///< declared so far
  int column_ = 0;
  xlsx::Attributes cell_;
  int cell_repeats_ = 1;
  bool in_cell_ = false;
  bool covered_ = false;
  int paragraphs_ = 0;
  int paragraph_depth_ = 0;
  std::string words_;
  std::size_t cells_left_ = 300'000;
  std::size_t text_left_ = 64U << 20;
};

}  // namespace lvce::formats
