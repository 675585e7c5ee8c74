// What people write for yes and for no, in workbooks and answers. Pure.
#pragma once

#include <optional>
#include <string_view>

namespace lvce {

/// Yes: 是, 有, √, TRUE, 达标, 完成, 已完成, 全部完成, 已建立, 已制定并印发 …; no: 否, 无, ×, x, FALSE, 没有, 未完成, 尚未建立 …. Widths, blanks, a closing
/// mark and a remark in brackets (是（已落实）) do not matter. Nothing for anything that is less than the whole: 基本完成, 部分完成, 正在办理, 是（部分）.
std::optional<bool> parse_yes_no(std::string_view text);

}  // namespace lvce
