// The XML parts of a workbook that are read: relationships, the list of sheets, styles, shared strings, one worksheet.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "workbook/book/book.h"
#include "workbook/book/number_format.h"
#include "workbook/package/xml.h"

namespace lvce::xlsx {

/// "_x000D_" → CR, "_x005F_" → "_", then CR LF and CR → LF.
std::string unescape(const std::string& text);

/// *.rels: id → target, and type's last word ("worksheet") → first target.
class RelationshipsHandler : public XmlHandler {
 public:
  std::map<std::string, std::string> by_id;
  std::map<std::string, std::string> by_type;
  void start(const std::string& name, const Attributes& attributes) override;
  void end(const std::string&) override {}
};

class WorkbookHandler : public XmlHandler {
 public:
  struct Entry {
    std::string name;
    std::string relation;
    bool hidden = false;
  };
  std::vector<Entry> sheets;
  bool system_1904 = false;
  bool calculate_on_load = false;  ///< the formulas wait for a program to compute them
  bool too_many = false;
  void start(const std::string& name, const Attributes& attributes) override;
  void end(const std::string&) override {}
};

/// styles.xml: the look of each cell format, by its index.
class StylesHandler : public XmlHandler {
 public:
  std::vector<NumberLook> looks;
  void start(const std::string& name, const Attributes& attributes) override;
  void end(const std::string& name) override;

 private:
  std::map<int, NumberLook> custom_;
  bool in_cell_formats_ = false;
};

/// sharedStrings.xml into the book's pool; rich text joined, phonetic guides left out.
class SharedStringsHandler : public XmlHandler {
 public:
  explicit SharedStringsHandler(std::vector<std::string>& texts) : texts_(texts) {}
  static constexpr std::size_t kMaxStrings = 500'000;
  bool too_many = false;
  void start(const std::string& name, const Attributes& attributes) override;
  void end(const std::string& name) override;
  void text(std::string_view piece) override;

 private:
  std::vector<std::string>& texts_;
  std::string current_;
  int phonetic_ = 0;
  bool in_text_ = false;
};

}  // namespace lvce::xlsx
