// What the columns of a roster are called.
#pragma once

#include <string>
#include <vector>

#include "workbook/book/book.h"

namespace lvce::roster {

/// 单位名称, 文件夹, 单位编号 … in the contract's order.
const std::vector<std::string>& contract_columns();

/// The contract's column that a header means (归口管理部门: 归口部门); empty: a column of the bureau's own.
std::string meant_column(const std::string& key);

struct Header {
  const xlsx::Sheet* sheet = nullptr;  ///< nothing: no sheet has one
  int row = 0;
  std::vector<std::string> keys;  ///< name_key() of each header, in order of columns
};

/// The rows among the first ten that head 单位名称, one a sheet.
std::vector<Header> find_headers(const xlsx::Book& book);

}  // namespace lvce::roster
