#include "assess/scan_doubts.h"

#include <algorithm>
#include <numeric>

#include "support/text.h"

namespace lvce {
namespace {

constexpr std::size_t kLeastHan = 40;    ///< characters of a first page that is a paper, not a picture with a few words
constexpr std::size_t kLeastName = 3;    ///< of what is looked for
constexpr std::size_t kReadRightly = 4;  ///< of so many characters one may be misread

bool is_judged(const EvidenceFile& file) {
  const bool bound = file.state == EvidenceState::bound || file.state == EvidenceState::bound_with_warning;
  return bound && file.copy_of.empty() && !file.read.empty();
}

std::string years_in_words(const std::vector<int>& years) {
  std::vector<std::string> words;
  for (const int year : years) words.push_back(std::to_string(year));
  return join(words, "、") + "年";
}

void doubt_year(const EvidenceFile& file, Findings& findings) {
  if (file.date.origin != DateOrigin::title || file.read_years.empty()) return;
  const int one = file.date.year().value_or(0);
  const int first = file.date.first_year != 0 ? file.date.first_year : one, last = file.date.last_year != 0 ? file.date.last_year : one;
  if (first == 0) return;
  const bool named = std::any_of(file.read_years.begin(), file.read_years.end(), [&](int year) { return year >= first && year <= last; });
  if (named) return;
  const std::string of_name = first == last ? std::to_string(first) : std::to_string(first) + "至" + std::to_string(last);
  findings.push_back(Finding::note("scan-year", in_evidence(file.path), "文件名说" + of_name + "年，正文像是" + years_in_words(file.read_years),
                                   "按识别出的文字判断，可能有误；请核对：年份写错的改文件名，放错的换成正确的文件"));
}

/// The unit's own part: what stands behind the last name of a place in it.
std::u32string own_part(const std::u32string& name) {
  constexpr std::u32string_view kPlaces = U"省市县区州盟旗";
  for (std::size_t at = name.size(); at-- > 0;) {
    if (kPlaces.find(name[at]) != std::u32string_view::npos && at > 0 && name.size() - at - 1 >= kLeastName + 1) return name.substr(at + 1);
  }
  return name;
}

std::size_t han_in(std::u32string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }));
}

void doubt_name(const EvidenceFile& file, const std::u32string& name, Findings& findings) {
  if (name.size() < kLeastName) return;
  const std::u32string page = decode_utf8(without_space(fold_width(file.read)));
  if (han_in(page) < kLeastHan || misread_in(name, page) <= name.size() / kReadRightly) return;
  findings.push_back(
      Finding::note("scan-unit-unnamed", in_evidence(file.path), "首页未见本单位名称", "按识别出的文字判断，可能有误；请核对是不是本单位的材料"));
}

}  // namespace

std::size_t misread_in(std::u32string_view name, std::u32string_view text) {
  std::vector<std::size_t> row(name.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  std::size_t least = row.back();
  for (const char32_t c : text) {
    std::size_t before = 0;  // the name may begin anywhere
    for (std::size_t i = 1; i <= name.size(); ++i) {
      const std::size_t right = before + (name[i - 1] == c ? 0 : 1);
      before = row[i];
      row[i] = std::min({right, row[i] + 1, row[i - 1] + 1});
    }
    least = std::min(least, row.back());
  }
  return least;
}

void doubt_scans(const Dossier& dossier, Findings& findings) {
  const std::u32string name = own_part(decode_utf8(without_space(fold_width(dossier.workbook.unit.text("单位名称")))));
  for (const EvidenceFile& file : dossier.evidence.files) {
    if (!is_judged(file)) continue;
    doubt_year(file, findings);
    doubt_name(file, name, findings);
  }
}

}  // namespace lvce
