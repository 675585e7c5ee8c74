#include "roster/columns.h"

#include <map>

#include "office/values.h"

namespace lvce::roster {
namespace {

constexpr int kHeaderRows = 10;

const std::map<std::string, std::string>& usual_names() {
  static const std::map<std::string, std::string> names = {{"单位", "单位名称"},
                                                           {"单位全称", "单位名称"},
                                                           {"机关名称", "单位名称"},
                                                           {"创建单位", "单位名称"},
                                                           {"申报单位", "单位名称"},
                                                           {"创建单位名称", "单位名称"},
                                                           {"申报单位名称", "单位名称"},
                                                           {"机构名称", "单位名称"},
                                                           {"目录", "文件夹"},
                                                           {"单位文件夹", "文件夹"},
                                                           {"文件夹名称", "文件夹"},
                                                           {"文件夹名", "文件夹"},
                                                           {"资料文件夹", "文件夹"},
                                                           {"材料文件夹", "文件夹"},
                                                           {"路径", "文件夹"},
                                                           {"编号", "单位编号"},
                                                           {"单位代码", "单位编号"},
                                                           {"层级", "单位层级"},
                                                           {"级别", "单位层级"},
                                                           {"单位级别", "单位层级"},
                                                           {"行政级别", "单位层级"},
                                                           {"类别", "单位类别"},
                                                           {"单位类型", "单位类别"},
                                                           {"单位性质", "单位类别"},
                                                           {"归口", "归口部门"},
                                                           {"归口管理部门", "归口部门"},
                                                           {"归口单位", "归口部门"},
                                                           {"归口科室", "归口部门"},
                                                           {"主管部门", "归口部门"},
                                                           {"标准", "评价标准"},
                                                           {"评价标准代号", "评价标准"},
                                                           {"标准代号", "评价标准"},
                                                           {"适用标准", "评价标准"},
                                                           {"共享材料", "共用材料"},
                                                           {"共用佐证材料", "共用材料"},
                                                           {"共享佐证材料", "共用材料"},
                                                           {"共用文件夹", "共用材料"},
                                                           {"共用材料文件夹", "共用材料"},
                                                           {"数据来源", "数据来源单位"},
                                                           {"台账来源单位", "数据来源单位"},
                                                           {"能耗数据来源", "数据来源单位"},
                                                           {"能耗数据来源单位", "数据来源单位"},
                                                           {"收到日期", "收件日期"},
                                                           {"接收日期", "收件日期"},
                                                           {"收件时间", "收件日期"},
                                                           {"收到时间", "收件日期"},
                                                           {"命名年度", "已命名年度"},
                                                           {"命名年份", "已命名年度"},
                                                           {"已命名年份", "已命名年度"},
                                                           {"创建年度", "已命名年度"}};
  return names;
}

/// Text of a header cell; figures and dates head no column.
std::string header_key(const xlsx::Book& book, const xlsx::Cell& cell) { return cell.kind == xlsx::Cell::Kind::text ? name_key(book.text(cell)) : ""; }

}  // namespace

const std::vector<std::string>& contract_columns() {
  static const std::vector<std::string> columns = {"单位名称", "文件夹",   "单位编号",     "单位层级", "单位类别",  "归口部门",
                                                   "评价标准", "共用材料", "数据来源单位", "收件日期", "已命名年度"};
  return columns;
}

std::string meant_column(const std::string& key) {
  for (const std::string& column : contract_columns())
    if (key == column) return column;
  const auto found = usual_names().find(key);
  return found == usual_names().end() ? "" : found->second;
}

std::vector<Header> find_headers(const xlsx::Book& book) {
  std::vector<Header> out;
  for (const xlsx::Sheet& sheet : book.sheets) {
    if (sheet.hidden) continue;
    for (const auto& [row, cells] : sheet.rows) {
      if (row > kHeaderRows) break;
      Header header{&sheet, row, {}};
      bool names = false;
      for (const auto& [column, cell] : cells) {
        const std::string key = header_key(book, cell);
        if (!key.empty()) header.keys.push_back(key);
        names = names || meant_column(key) == "单位名称";
      }
      if (!names) continue;
      out.push_back(std::move(header));
      break;
    }
  }
  return out;
}

}  // namespace lvce::roster
