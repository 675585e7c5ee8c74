#include "review/receive/receive_tables.h"

#include <algorithm>
#include <map>
#include <set>

#include "review/paper/blocks.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr std::size_t kDigestShown = 12;
constexpr std::size_t kFaultsShown = 3;
constexpr std::size_t kExtraShown = 5;
constexpr double kListFont = 9;

const char* const kWholeIsNotTrue =
    "“材料完整”只说明收到的文件与随附的校验清单（SHA256SUMS）逐个一致、是一整套；“重算一致”只说明材料上的数与它自己的数据相符。两者都不说明内容属实，属实与否由"
    "核查认定。";

TableCell points_or_dash(const std::optional<Points>& points) { return points ? points_cell(*points) : text_cell("—", Align::right); }

TableCell verdict_cell(bool good, const std::string& bad) {
  TableCell cell = text_cell(good ? "是" : bad, Align::centre);
  cell.flagged = !good;
  return cell;
}

TableCell state_cell(const std::string& word, bool good) {
  TableCell cell = text_cell(word, Align::centre);
  cell.flagged = !good;
  return cell;
}

TableRow arrival_row(const Arrival& arrival, std::int64_t number) {
  TableRow row;
  row.cells = {whole_cell(number),
               text_cell(arrival.number, Align::centre),
               text_cell(arrival.unit),
               text_cell(arrival.department),
               text_cell(arrival.rubric),
               text_cell(arrival.received, Align::centre),
               whole_cell(arrival.round),
               state_cell(state_word(arrival.state), arrival.state == "ok"),
               points_or_dash(arrival.stated.claimed),
               points_or_dash(arrival.recomputed.supported),
               arrival.pages > 0 ? whole_cell(arrival.pages) : text_cell("—", Align::right),
               text_cell(arrival.source),
               text_cell(arrival.sha256.substr(0, kDigestShown)),
               text_cell(arrival.reason)};
  return row;
}

TableRow missing_row(const ExpectedUnit& unit, std::int64_t number) {
  TableRow row;
  row.cells = {whole_cell(number), text_cell(unit.number, Align::centre), text_cell(unit.name), text_cell(unit.department), text_cell(unit.rubric)};
  row.cells.push_back(text_cell(""));
  row.cells.push_back(text_cell(""));
  row.cells.push_back(state_cell("未报送", false));
  for (int i = 0; i < 6; ++i) row.cells.push_back(text_cell(""));
  return row;
}

/// What stands in the way, in words, the most telling first.
std::string problems_of(const Arrival& arrival) {
  std::vector<std::string> out;
  if (!arrival.reason.empty()) out.push_back(arrival.reason);
  for (const Fault& fault : arrival.faults) {
    if (out.size() > kFaultsShown) break;
    const std::string words = fault.where + " " + fault.message;
    if (words != arrival.reason && fault.message != arrival.reason) out.push_back(words);
  }
  if (!arrival.extra.empty()) {
    std::vector<std::string> named(arrival.extra.begin(), arrival.extra.begin() + static_cast<std::ptrdiff_t>(std::min(arrival.extra.size(), kExtraShown)));
    out.push_back("多出的文件没有收下：" + join(named, "、") +
                  (arrival.extra.size() > kExtraShown ? " 等 " + std::to_string(arrival.extra.size()) + " 个" : ""));
  }
  return join(out, "；");
}

std::string opinion_of(const Arrival& arrival) {
  static const std::map<std::string, std::string> kOpinions = {
      {"double", "核定采用哪一套"}, {"unknown", "核对名单"}, {"late", "逾期，请定"}, {"altered", "退回"}, {"broken", "退回"}};
  if (arrival.state == "double" && arrival.folder.empty()) return "不重复计";
  if (const auto found = kOpinions.find(arrival.state); found != kOpinions.end()) return found->second;
  return arrival.open_points > 0 ? "受理，补正 " + std::to_string(arrival.open_points) + " 处" : "受理";
}

TableCell punctual_cell(const Arrival& arrival) {
  if (arrival.due.empty()) return text_cell("未规定", Align::centre);
  return arrival.received.empty() ? text_cell("未填日期", Align::centre) : verdict_cell(arrival.received <= arrival.due, "逾期");
}

TableRow check_row(const Arrival& arrival, const ExpectedUnits& roster, std::int64_t number) {
  const bool listed = roster.find(arrival.unit) != nullptr;
  TableRow row;
  row.cells = {
      whole_cell(number),
      text_cell(arrival.unit),
      whole_cell(arrival.round),
      verdict_cell(arrival.whole, "否"),
      verdict_cell(arrival.readable, "不能"),
      arrival.readable ? verdict_cell(arrival.differences.empty(), std::to_string(arrival.differences.size()) + " 处不符") : text_cell("—", Align::centre),
      roster.empty() ? text_cell("未给名单", Align::centre) : verdict_cell(listed, "否"),
      punctual_cell(arrival),
      points_or_dash(arrival.stated.claimed),
      points_or_dash(arrival.recomputed.claimed),
      points_or_dash(arrival.stated.supported),
      points_or_dash(arrival.recomputed.supported),
      text_cell(opinion_of(arrival), Align::centre),
      text_cell(problems_of(arrival))};
  return row;
}

Section section_of(const std::string& sheet, std::vector<Block> blocks) {
  Section section;
  section.orientation = Orientation::landscape;
  section.sheet = sheet;
  section.narrow_area = true;
  section.blocks = std::move(blocks);
  return section;
}

void add_differences(const DeskRecord& record, Document& document) {
  Table table = list_table("报送与重算不符的数", {{"单位名称", 60}, {"项目", 0, 2}, {"报送的数", 0}, {"按数据重算的数", 0}});
  for (const Arrival& arrival : record.arrivals)
    for (const Difference& one : arrival.differences) {
      TableRow row;
      row.cells = {text_cell(arrival.unit), text_cell(one.what), text_cell(one.claimed, Align::right), text_cell(one.recomputed, Align::right)};
      table.rows.push_back(std::move(row));
    }
  if (table.rows.size() > 1) document.sections.push_back(section_of("不符的数", {std::move(table)}));
}

void add_changes(const DeskRecord& record, Document& document) {
  Table table = list_table("各轮报送的变化（按校验值比较）", {{"单位名称", 60}, {"轮次", 14}, {"比较的一轮", 20}, {"类别", 26}, {"变化", 0}});
  for (const Arrival& arrival : record.arrivals) {
    if (!arrival.changes) continue;
    const std::pair<const char*, const std::vector<std::string>*> kinds[] = {
        {"得分", &arrival.changes->scores}, {"佐证材料", &arrival.changes->evidence}, {"文件", &arrival.changes->files}};
    for (const auto& [kind, lines] : kinds)
      for (const std::string& line : *lines) {
        TableRow row;
        row.cells = {text_cell(arrival.unit), whole_cell(arrival.round), whole_cell(arrival.changes->since), text_cell(kind, Align::centre), text_cell(line)};
        table.rows.push_back(std::move(row));
      }
  }
  if (table.rows.size() > 1) document.sections.push_back(section_of("各轮变化", {std::move(table)}));
}

}  // namespace

std::string state_word(const std::string& state) {
  static const std::map<std::string, std::string> kWords = {{"ok", "正常"},   {"double", "重复"},  {"unknown", "名单外"},
                                                            {"late", "逾期"}, {"altered", "不符"}, {"broken", "无法使用"}};
  const auto found = kWords.find(state);
  return found == kWords.end() ? state : found->second;
}

Document compose_arrival_list(const DeskRecord& record) {
  Table table = list_table("收件登记表", {{"序号", 10},
                                          {"单位编号", 14},
                                          {"单位名称", 0, 2},
                                          {"归口部门", 0},
                                          {"评价标准", 22},
                                          {"收件日期", 19},
                                          {"轮次", 9},
                                          {"状态", 14},
                                          {"自评得分", 13},
                                          {"材料支持得分（重算）", 17},
                                          {"全本页数", 12},
                                          {"报送文件", 0, 2},
                                          {"包指纹", 20},
                                          {"说明", 0, 3}});
  table.font_size = kListFont;
  std::int64_t number = 0;
  for (const Arrival& arrival : record.arrivals) table.rows.push_back(arrival_row(arrival, ++number));
  const std::set<std::string> missing(record.missing.begin(), record.missing.end());
  for (const ExpectedUnit& unit : record.roster)
    if (missing.contains(unit.name)) table.rows.push_back(missing_row(unit, ++number));
  Document document;
  document.kind = OutputKind::paper;
  document.stem = document.title = "收件登记表";
  document.sections.push_back(section_of("收件登记表", {std::move(table)}));
  return document;
}

Document compose_form_check(const DeskRecord& record) {
  Table table = list_table("形式审查表", {{"序号", 10},
                                          {"单位名称", 0, 1},
                                          {"轮次", 9},
                                          {"材料完整", 12},
                                          {"能重新计算", 13},
                                          {"重算一致", 14},
                                          {"在名单内", 13},
                                          {"按期", 13},
                                          {"自评得分（报送）", 14},
                                          {"自评得分（重算）", 14},
                                          {"材料支持得分（报送）", 16},
                                          {"材料支持得分（重算）", 16},
                                          {"审查意见", 20},
                                          {"问题", 0, 2}});
  table.font_size = kListFont;
  const ExpectedUnits roster(record.roster);
  std::int64_t number = 0;
  for (const Arrival& arrival : record.arrivals) table.rows.push_back(check_row(arrival, roster, ++number));
  Document document;
  document.kind = OutputKind::paper;
  document.stem = document.title = "形式审查表";
  document.sections.push_back(section_of("形式审查表", {std::move(table), paper_line(ParagraphStyle::note, kWholeIsNotTrue)}));
  add_differences(record, document);
  add_changes(record, document);
  return document;
}

}  // namespace lvce
