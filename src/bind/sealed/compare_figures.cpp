#include "bind/sealed/compare_figures.h"

#include <algorithm>

#include "bind/sealed/edited_charts.h"
#include "bind/sealed/edited_figures.h"
#include "bind/sealed/sealed_text.h"
#include "support/files.h"

namespace lvce {
namespace {

constexpr std::uintmax_t kLargestWordFile = 256U << 20;
constexpr const char* kWhatToDo = "数字要改的，请改台账；修改后台账又有变动的，请把修改稿改成现在的数字";

Finding told(const LostFigure& figure, Place place) {
  place.page = figure.page;
  return Finding::warning("edited-copy-figure", std::move(place),
                          "“" + figure.around + "”处：现在生成的是 " + figure.figure + "，修改稿" + (figure.now.empty() ? "没有这个数字" : "是 " + figure.now),
                          kWhatToDo);
}

/// The page on which a chart's title stands; 0: none.
int page_of(const std::string& title, const std::vector<std::string>& pages) {
  const std::u32string words = without_blanks(title);
  for (std::size_t at = 0; at < pages.size(); ++at) {
    if (without_blanks(pages[at]).find(words) != std::u32string::npos) return static_cast<int>(at) + 1;
  }
  return 0;
}

/// Of a Word file the charts' own figures; of other kinds a chart is a picture.
void compare_charts(const Document& document, const EvidenceFile& file, const std::vector<std::string>& pages, const Place& place, Findings& findings) {
  if (!has_charts(document)) return;
  const auto package = read_file(file.disk, kLargestWordFile);
  const auto other = package ? other_chart_values(document, *package) : std::nullopt;
  if (!other) {
    findings.push_back(
        Finding::note("edited-copy-charts", place, "修改稿不是 .docx，图中的数字没有比对（正文和表格中的数字已逐个比对）", "请看一下图是否仍与表格一致"));
    return;
  }
  for (const OtherChartValue& value : *other) {
    Place where = place;
    where.page = page_of(value.chart, pages);
    findings.push_back(Finding::warning(
        "edited-copy-figure", std::move(where),
        "图“" + value.chart + "”中“" + value.where + "”：现在生成的是 " + value.figure + "，修改稿" + (value.now.empty() ? "没有这个数字" : "是 " + value.now),
        kWhatToDo));
  }
}

}  // namespace

const std::filesystem::path& bound_file_of(const EvidenceFile& file) { return file.prepared.empty() ? file.disk : file.prepared; }

void compare_figures(const Document& document, const EvidenceFile& file, const Place& place, Findings& findings) {
  const std::vector<std::string> pages = read_page_texts(bound_file_of(file));
  const bool searchable = std::any_of(pages.begin(), pages.end(), [](const std::string& page) { return !page.empty(); });
  const auto lost = searchable ? lost_figures(own_text(document), pages) : std::nullopt;
  if (!lost) {
    findings.push_back(
        Finding::warning("edited-copy-not-compared", place,
                         std::string("修改稿") + (searchable ? "与现在生成的“" + document.stem + "”相差太多" : "是没有文字的扫描件") + "，数字无法自动比对",
                         "请逐个核对修改稿中的数字"));
    return;
  }
  for (const LostFigure& figure : *lost) findings.push_back(told(figure, place));
  compare_charts(document, file, pages, place, findings);
}

}  // namespace lvce
