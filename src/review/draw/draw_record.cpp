#include "review/draw/draw_record.h"

#include "review/paper/blocks.h"
#include "support/files.h"

namespace lvce {
namespace {

constexpr std::size_t kDigestLine = 32;  ///< a digest stands in two lines of its cell

bool is_divided(const Draw& draw) { return !draw.roster.order.by.empty(); }

std::string in_two_lines(const std::string& digest) { return digest.substr(0, kDigestLine) + "\n" + digest.substr(kDigestLine); }

Table result_table(const Draw& draw) {
  Table table = list_table("", {{"序号", 14}, {"层", 30}, {"抽中单位", 0, 1}, {"层内编号", 20}, {"第几次取号（k）", 30}});
  if (!is_divided(draw)) table.rows.front().cells[3].value.value = std::string("名册编号");
  std::int64_t number = 0;
  for (const StratumDraw& part : draw.strata) {
    for (const Pick& pick : part.picks) {
      if (pick.repeat) continue;
      table.rows.push_back({{whole_cell(++number), text_cell(is_divided(draw) ? part.stratum.name : "不分层"), text_cell(part.stratum.units[pick.place - 1]),
                             whole_cell(static_cast<std::int64_t>(pick.place)), whole_cell(static_cast<std::int64_t>(pick.k))},
                            true});
    }
  }
  return table;
}

Table picks_table(const StratumDraw& part) {
  const std::string n = std::to_string(part.stratum.units.size());
  Table table = list_table("", {{"k", 12}, {"求 SHA-256 的文字", 0, 1}, {"SHA-256（十六进制）", 70}, {"除以 " + n + " 的余数 + 1", 26}, {"单位", 0, 1}});
  for (const Pick& pick : part.picks) {
    const std::string hashed = part.seed + "," + std::to_string(pick.k);
    const std::string unit = part.stratum.units[pick.place - 1];
    table.rows.push_back({{whole_cell(static_cast<std::int64_t>(pick.k)), text_cell(hashed), text_cell(in_two_lines(sha256_of(hashed))),
                           whole_cell(static_cast<std::int64_t>(pick.place)), text_cell(pick.repeat ? unit + "（已抽中，跳过）" : unit)},
                          true});
  }
  return table;
}

Table roster_table(const Stratum& stratum) {
  Table table = list_table("", {{"编号", 16}, {"单位名称", 0, 1}});
  std::int64_t number = 0;
  for (const std::string& unit : stratum.units) table.rows.push_back({{whole_cell(++number), text_cell(unit)}, true});
  return table;
}

std::string size_words(const Stratum& stratum) { return "共 " + std::to_string(stratum.units.size()) + " 家，抽 " + std::to_string(stratum.wanted) + " 家"; }

void add_stratum(std::vector<Block>& blocks, const StratumDraw& part) {
  if (!part.stratum.name.empty()) blocks.emplace_back(paper_line(ParagraphStyle::heading2, part.stratum.name));
  blocks.emplace_back(paper_line(ParagraphStyle::note, size_words(part.stratum) + "；种子：" + part.seed));
  if (!part.stratum.name.empty()) blocks.emplace_back(paper_line(ParagraphStyle::note, "本层名册的 SHA-256：" + part.stratum.sha256));
  blocks.emplace_back(picks_table(part));
}

}  // namespace

Document compose_draw_record(const Draw& draw) {
  std::vector<Block> blocks;
  blocks.emplace_back(paper_line(ParagraphStyle::title, "抽查记录"));
  blocks.emplace_back(paper_line(ParagraphStyle::heading1, "一、抽查结果"));
  blocks.emplace_back(result_table(draw));
  blocks.emplace_back(paper_line(ParagraphStyle::heading1, "二、规则和种子"));
  blocks.emplace_back(paper_line(ParagraphStyle::body, rule_words(draw.roster.order) + "。"));
  blocks.emplace_back(paper_line(ParagraphStyle::body, "种子：" + draw.seed));
  blocks.emplace_back(paper_line(ParagraphStyle::body, "名册共 " + std::to_string(draw.roster.units.size()) +
                                                           " 家，排好序后每家一行（UTF-8 编码，"
                                                           "每行以换行符结尾），全文的 SHA-256："));
  blocks.emplace_back(paper_line(ParagraphStyle::note, draw.roster.sha256));
  blocks.emplace_back(paper_line(ParagraphStyle::body,
                                 "验算：任何能求 SHA-256 的工具都可以，例如在命令行运行 printf '%s' '种子,1' | sha256sum，得到的十六进制数除以 n 取余数，"
                                 "再加 1，就是第 1 次取到的编号。"));
  blocks.emplace_back(paper_line(ParagraphStyle::heading1, "三、取号过程"));
  for (const StratumDraw& part : draw.strata) add_stratum(blocks, part);
  blocks.emplace_back(paper_line(ParagraphStyle::heading1, "四、排好序的名册"));
  for (const StratumDraw& part : draw.strata) {
    if (!part.stratum.name.empty()) blocks.emplace_back(paper_line(ParagraphStyle::heading2, part.stratum.name));
    blocks.emplace_back(roster_table(part.stratum));
  }
  return one_section(kDrawRecord, "抽查记录", "", Orientation::portrait, std::move(blocks));
}

}  // namespace lvce
