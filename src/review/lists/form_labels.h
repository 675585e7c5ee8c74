// What a filled-in form (备案表, 联系人信息表) says, by the labels of the form that it was made from. Private to lists/.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "support/yaml/yaml_tree.h"
#include "workbook/book/book.h"

namespace lvce {

/// A label of a form and where its value stands.
struct FormLabel {
  std::string before, after;  ///< around the year, which each package fills in: "", "年水消耗量（吨）"; a label without one is all `before`
  bool has_year = false;
  bool below = false;  ///< the value stands in the next row, else to the right

  bool is(const std::string& text) const;
  std::string words() const { return before + after; }
};

/// The labels of a form template (templates/forms/*.yaml) that stand beside a value, in order; boxes of long text are left out.
std::vector<FormLabel> form_labels(const YamlNode& form);

/// The value cell of each label; blank where the sheets lack the label.
std::vector<xlsx::Cell> form_values(const xlsx::Book& book, const std::vector<FormLabel>& labels);

}  // namespace lvce
