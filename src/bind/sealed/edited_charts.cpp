#include "bind/sealed/edited_charts.h"

#include <charconv>
#include <map>

#include "evidence/documents/markup.h"
#include "evidence/documents/parts.h"

namespace lvce {
namespace {

using Kind = Token::Kind;

std::vector<const Chart*> charts_of(const Document& document) {
  std::vector<const Chart*> out;
  for (const Section& section : document.sections) {
    for (const Block& block : section.blocks) {
      if (const auto* chart = std::get_if<Chart>(&block)) out.push_back(chart);
    }
  }
  return out;
}

struct WordChart {
  std::string title;
  std::vector<std::map<std::size_t, std::string>> series;  ///< by place of the category
};

/// c:title/…/a:t, c:ser/c:val/…/c:pt/c:v of a chart part.
class WordChartReader {
 public:
  explicit WordChartReader(std::string_view xml) : tokens_(xml) {}

  WordChart read() {
    Token token;
    while (tokens_.next(token)) {
      if (token.kind == Kind::open) open(token);
      else if (token.kind == Kind::close) close(token);
      else if (token.kind == Kind::text) take(tokens_.bytes(token));
    }
    return std::move(out_);
  }

 private:
  void open(const Token& token) {
    if (token.name == "title" && out_.series.empty() && out_.title.empty()) in_title_ = true;
    if (token.name == "t") in_text_ = true;
    if (token.name == "ser") out_.series.emplace_back();
    if (token.name == "val") in_values_ = true;
    if (token.name == "pt") {
      const std::string_view index = attribute_of(tokens_.bytes(token), "idx");
      point_ = 0;
      std::from_chars(index.data(), index.data() + index.size(), point_);
    }
    if (token.name == "v") in_value_ = true;
  }

  void close(const Token& token) {
    if (token.name == "title") in_title_ = false;
    if (token.name == "t") in_text_ = false;
    if (token.name == "val") in_values_ = false;
    if (token.name == "v") in_value_ = false;
  }

  void take(std::string_view text) {
    if (in_title_ && in_text_) out_.title += text;
    if (in_values_ && in_value_ && !out_.series.empty()) out_.series.back()[point_] += text;
  }

  Tokens tokens_;
  WordChart out_;
  std::size_t point_ = 0;
  bool in_title_ = false, in_text_ = false, in_values_ = false, in_value_ = false;
};

void compare(const Chart& chart, const WordChart& edited, std::vector<OtherChartValue>& out) {
  for (std::size_t number = 0; number < chart.series.size() && number < edited.series.size(); ++number) {
    const ChartSeries& series = chart.series[number];
    for (std::size_t at = 0; at < series.values.size() && at < chart.categories.size(); ++at) {
      if (!series.values[at]) continue;
      const auto found = edited.series[number].find(at);
      const auto value = found == edited.series[number].end() ? std::nullopt : Decimal::parse(found->second);
      const std::string figure = series.values[at]->grouped(chart.places), now = value ? value->grouped(chart.places) : "";
      if (figure != now) out.push_back({chart.title, chart.categories[at] + " " + series.name, figure, now});
    }
  }
}

}  // namespace

bool has_charts(const Document& document) { return !charts_of(document).empty(); }

std::optional<std::vector<OtherChartValue>> other_chart_values(const Document& document, std::string_view package) {
  const auto parts = read_parts(package);
  if (!parts) return std::nullopt;
  std::vector<WordChart> edited;
  bool word = false;
  for (const PackagePart& part : *parts) {
    word = word || part.name == "word/document.xml";
    if (part.name.starts_with("word/charts/chart") && part.name.ends_with(".xml")) edited.push_back(WordChartReader(part.bytes).read());
  }
  if (!word) return std::nullopt;
  std::vector<OtherChartValue> out;
  for (const Chart* chart : charts_of(document)) {
    for (const WordChart& one : edited) {
      if (!one.title.starts_with(chart->title)) continue;
      compare(*chart, one, out);
      break;
    }
  }
  return out;
}

}  // namespace lvce
