// What people type into cells, as text to values. Pure; nothing means "not readable as that".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "support/decimal.h"

namespace lvce {

/// "12,345.6", full-width digits, a leading apostrophe, U+2212 as minus, invisible marks around it. Commas must stand in groups of three. No units, no %.
std::optional<Decimal> parse_typed_number(std::string_view text);
/// "95%", "９５％": 95.
std::optional<Decimal> parse_typed_percent(std::string_view text);
/// "2021", "2021年", "2021年度", "二〇二一年", "21年": a year 1990…2099.
std::optional<int> parse_typed_year(std::string_view text);
/// "3", "3月", "03", "三月" … 1…12; "全年", "年度合计" is no month: 全年 only gives 0.
std::optional<int> parse_typed_month(std::string_view text);
/// "2021年10月12日", "2021-10-12", "2021/10/12", "2021.10.12", "20211012", each with a time behind a space: "2021-10-12".
std::optional<std::string> parse_typed_date(std::string_view text);
/// "02.01．1" → "2.1.1". Between the numbers . - _ 、 — – ． 。 or spaces; nothing when anything else stands there.
std::optional<std::string> normalise_indicator_id(std::string_view text);
/// 合计, 小计, 总计, 共计 or 累计 in a text of at most 8 characters.
bool is_total_label(std::string_view text);
/// 合计, 一季度, 上半年, 上年同期, 同比增减, 月平均 …: no month, year or carrier, but something worked out from them.
bool is_summary_label(std::string_view text);
/// "—", "——", "-", "/": in forms it says that nothing is filled in.
bool is_dash(std::string_view text);
/// Marks that are not seen and come along when text is copied (zero-width spaces, direction marks, soft hyphens). Those that turn the order of
/// digits round are never passed over. " （其中有看不见的字符 U+202E）" when the text holds any; empty otherwise.
std::string invisible_words(std::string_view text);
/// All brackets that offices write, as round ones: 【】〔〕﹙﹚[]{}.
std::string with_round_brackets(std::string text);
/// Header or item name for comparing: widths folded, no white space, no colon, without what stands in brackets of any kind, or as a unit behind a
/// slash, behind it.
std::string name_key(std::string_view text);
/// What stands in the header's brackets of any kind, or behind its slash, folded, lower case, without spaces: "千瓦时", "m3"; empty when there is none.
/// 立方, 标方, Nm3, m^3 and 平米 are brought to their usual spellings, kW·h with any dot to kwh.
std::string header_unit(std::string_view header);

}  // namespace lvce
