#include "review/draw/draw.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "review/draw/share.h"
#include "support/files.h"
#include "support/text.h"

namespace lvce {
namespace {

bool has_control(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

/// One finding a name that cannot be drawn from.
void check_names(const std::vector<DrawCandidate>& units, const DrawOrder& order, Findings& findings) {
  std::map<std::string, const DrawCandidate*> seen;
  for (const DrawCandidate& unit : units) {
    if (has_control(unit.name)) findings.push_back(Finding::error("draw-name-broken", unit.place, "单位名称里有换行或控制字符", "请改成一行"));
    const auto [twin, added] = seen.emplace(without_space(fold_width(unit.name)), &unit);
    if (!added)
      findings.push_back(Finding::error("draw-name-double", unit.place, "“" + unit.name + "”在名册里出现了两次（另一处：" + twin->second->place.text() + "）",
                                        "每个单位只列一次；确是两家单位的，请写全名称"));
    if (!order.by.empty() && unit.stratum.empty())
      findings.push_back(Finding::error("draw-stratum-blank", unit.place, "“" + unit.name + "”的“" + order.by + "”是空的，不知道归哪一层", "请补填"));
  }
}

Stratum stratum_of(std::string name, std::vector<std::string> units) {
  std::sort(units.begin(), units.end());  // bytes of UTF-8 are in the order of code points
  Stratum out{std::move(name), std::move(units), "", 0};
  out.sha256 = sha256_of(roster_lines(out.units));
  return out;
}

void decide_count(Stratum& stratum, const DrawOrder& order, Findings& findings) {
  const std::size_t n = stratum.units.size();
  stratum.wanted = order.share ? count_of_share(*order.share, n) : order.count.value_or(0);
  if (stratum.wanted <= n) return;
  const std::string where = stratum.name.empty() ? "名册" : "“" + stratum.name + "”";
  findings.push_back(Finding::error("draw-too-many", in_file("--count"),
                                    where + "只有 " + std::to_string(n) + " 家单位，抽不出 " + std::to_string(stratum.wanted) + " 家",
                                    "请减少家数，或改用 --share"));
}

}  // namespace

std::string roster_lines(const std::vector<std::string>& units) {
  std::string lines;
  for (const std::string& unit : units) lines += unit + "\n";
  return lines;
}

std::optional<PublishedRoster> publish_roster(std::vector<DrawCandidate> units, const DrawOrder& order, Findings& findings) {
  const std::size_t before = findings.size();
  if (units.empty()) findings.push_back(Finding::error("draw-roster-empty", {}, "名册里没有单位，无从抽取", "请检查名册"));
  check_names(units, order, findings);
  if (findings.size() > before) return std::nullopt;
  PublishedRoster roster;
  roster.order = order;
  std::map<std::string, std::vector<std::string>> strata;
  for (DrawCandidate& unit : units) {
    roster.units.push_back(unit.name);
    strata[unit.stratum].push_back(std::move(unit.name));
  }
  std::sort(roster.units.begin(), roster.units.end());
  roster.sha256 = sha256_of(roster_lines(roster.units));
  for (auto& [name, names] : strata) roster.strata.push_back(stratum_of(name, std::move(names)));
  for (Stratum& stratum : roster.strata) decide_count(stratum, order, findings);
  if (findings.size() > before) return std::nullopt;
  return roster;
}

Draw draw_units(PublishedRoster roster, const std::string& seed) {
  Draw draw{seed, std::move(roster), {}};
  for (const Stratum& stratum : draw.roster.strata) {
    const std::string own = stratum.name.empty() ? seed : seed + "," + stratum.name;
    draw.strata.push_back({stratum, own, pick_places(own, stratum.units.size(), stratum.wanted)});
  }
  return draw;
}

std::string rule_words(const DrawOrder& order) {
  std::string words =
      "名册按单位名称的 Unicode 码位从小到大排列，从 1 编号到 n；第 k 次（k=1，2，……）取号：对文字“种子,k”（种子、半角逗号、十进制的 k，"
      "UTF-8 编码）求 SHA-256，作为整数除以 n，余数加 1 就是抽中的编号；已经抽中的跳过，直到抽满";
  if (!order.by.empty()) words += "；按“" + order.by + "”分层，各层自成名册，各层的种子是“种子,层名”";
  if (order.share) words += "；比例 " + share_text(*order.share) + "，家数向上取整";
  if (order.count) words += std::string("；") + (order.by.empty() ? "" : "每层") + "抽 " + std::to_string(*order.count) + " 家";
  return words;
}

std::string draw_to_json(const Draw& draw) {
  using Json = nlohmann::ordered_json;
  Json drawn = Json::array();
  for (const StratumDraw& part : draw.strata) {
    const Json stratum = part.stratum.name.empty() ? Json(nullptr) : Json(part.stratum.name);
    for (const Pick& pick : part.picks) {
      if (!pick.repeat) drawn.push_back({{"stratum", stratum}, {"k", pick.k}, {"name", part.stratum.units[pick.place - 1]}, {"pick", pick.place}});
    }
  }
  return Json{{"roster_sha256", draw.roster.sha256}, {"rule", rule_words(draw.roster.order)}, {"drawn", std::move(drawn)}}.dump(2) + "\n";
}

}  // namespace lvce
