// What a roster says of its units.
#include "roster/roster.h"

#include "office/values.h"
#include "roster/columns.h"
#include "support/text.h"

namespace lvce {

std::string unit_key(const std::string& name) {
  std::u32string kept;
  for (const char32_t c : decode_utf8(without_space(fold_width(name)))) {
    const bool unseen = (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF || c == 0xAD;
    if (!unseen) kept += c;
  }
  return encode_utf8(kept);
}

std::string RosterUnit::column(const std::string& header) const {
  const std::string key = name_key(header);
  const std::string meant = roster::meant_column(key);
  const std::map<std::string, std::string> own = {{"单位名称", name},
                                                  {"文件夹", folder},
                                                  {"单位编号", number},
                                                  {"单位层级", level},
                                                  {"单位类别", category},
                                                  {"归口部门", department},
                                                  {"评价标准", rubric},
                                                  {"共用材料", shared},
                                                  {"数据来源单位", data_from},
                                                  {"收件日期", received},
                                                  {"已命名年度", named_year ? std::to_string(*named_year) : ""}};
  if (const auto found = own.find(meant); found != own.end()) return found->second;
  const auto other = others.find(key);
  return other == others.end() ? "" : other->second;
}

const RosterUnit* Roster::find(const std::string& name) const {
  const auto found = by_key.find(unit_key(name));
  return found == by_key.end() ? nullptr : &units[found->second];
}

std::filesystem::path Roster::folder_of(const RosterUnit& unit) const {
  if (unit.folder.empty()) return folder / unit.name;
  return folder / replace_all(unit.folder, "\\", "/");  // an absolute one stays what it is
}

}  // namespace lvce
