#include "pack/verify_pages.h"

#include <charconv>
#include <exception>
#include <optional>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageLabelDocumentHelper.hh>
#include <stdexcept>
#include <string_view>
#include <vector>

#include "layout/page_label.h"

namespace lvce {
namespace {

constexpr std::size_t kMaxStream = 32U << 20;
constexpr std::size_t kMaxFaults = 20;
constexpr std::string_view kMark = "/LvceNumber";

/// Keeps what is written, up to a cap: a stream that expands beyond it is given up.
class CappedText : public Pipeline {
 public:
  CappedText() : Pipeline("capped text", nullptr) {}
  void write(unsigned char const* data, size_t length) override {
    if (text.size() + length > kMaxStream) throw std::length_error("stream too large");
    text.append(reinterpret_cast<char const*>(data), length);
  }
  void finish() override {}
  std::string text;
};

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool take(std::string_view token) {
    skip_space();
    if (!text_.substr(at_).starts_with(token)) return false;
    at_ += token.size();
    return true;
  }

  std::optional<int> take_number() {
    skip_space();
    int out = 0;
    const auto [end, error] = std::from_chars(text_.data() + at_, text_.data() + text_.size(), out);
    if (error != std::errc{}) return std::nullopt;
    at_ = static_cast<std::size_t>(end - text_.data());
    return out;
  }

 private:
  void skip_space() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\r' || text_[at_] == '\t')) ++at_;
  }
  std::string_view text_;
  std::size_t at_ = 0;
};

/// The last `/LvceNumber <</N 57>> BDC` or `<</N 57 /S 2>>` of a content stream.
std::optional<PageLabel> marked_number(std::string_view content) {
  const std::size_t at = content.rfind(kMark);
  if (at == std::string_view::npos) return std::nullopt;
  Scanner scanner(content.substr(at + kMark.size()));
  if (!scanner.take("<<") || !scanner.take("/N")) return std::nullopt;
  const auto number = scanner.take_number();
  const bool added = scanner.take("/S");
  const auto supplement = added ? scanner.take_number() : std::optional(0);
  if (!number || !supplement || !scanner.take(">>") || !scanner.take("BDC")) return std::nullopt;
  return PageLabel(*number, *supplement);
}

std::string decoded(QPDFObjectHandle stream) {
  CappedText sink;
  if (!stream.isStream()) return {};
  try {
    stream.pipeStreamData(&sink, 0, qpdf_dl_generalized, true, false);
  } catch (const std::exception&) {  // not decodable, or larger than any stamp
    return {};
  }
  return std::move(sink.text);
}

/// Our stamp is the last thing on a page: look from the last stream backwards, so that evidence is seldom decoded.
std::optional<PageLabel> printed_number(QPDFPageObjectHelper page) {
  std::vector<QPDFObjectHandle> streams = page.getPageContents();
  for (auto stream = streams.rbegin(); stream != streams.rend(); ++stream) {
    if (const auto number = marked_number(decoded(*stream))) return number;
  }
  return std::nullopt;
}

/// What the label of a page says; nothing for other styles and prefixes, or no labels.
std::optional<PageLabel> label_of_page(QPDFPageLabelDocumentHelper& labels, long index) {
  QPDFObjectHandle label = labels.getLabelForPage(index);
  if (!label.isDictionary() || !label.getKey("/S").isName() || label.getKey("/S").getName() != "/D") return std::nullopt;
  const std::string start = std::to_string(label.getKey("/St").isInteger() ? label.getKey("/St").getIntValue() : 1);
  return parse_page_label((label.getKey("/P").isString() ? label.getKey("/P").getUTF8Value() : "") + start);
}

class PageCheck {
 public:
  PageCheck(std::string name, PageOrder order) : name_(std::move(name)), order_(order) {}

  Findings check(QPDF& pdf) {
    QPDFPageLabelDocumentHelper labels(pdf);
    const bool labelled = labels.hasPageLabels();
    if (!labelled && is_whole()) fault(1, "没有页面标签");
    long index = 0;
    for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
      const auto label = labelled ? label_of_page(labels, index) : std::optional<PageLabel>(static_cast<int>(index) + 1);
      check_page(index + 1, label, printed_number(page));
      ++index;
      if (findings_.size() >= kMaxFaults) break;
    }
    if (index == 0) fault(1, "没有页面");
    return std::move(findings_);
  }

 private:
  bool is_whole() const { return order_ == PageOrder::whole || order_ == PageOrder::whole_with_gaps; }
  bool may_leap() const { return order_ == PageOrder::with_gaps || order_ == PageOrder::whole_with_gaps; }

  void check_page(long position, std::optional<PageLabel> label, std::optional<PageLabel> printed) {
    const bool unnumbered = !label && !printed && !is_whole();
    if (unnumbered && (last_.number == 0 || may_leap())) return;  // cover and contents of a volume: i, ii …
    if (!label) return fault(position, "页面标签不是页码");
    if (!follows(*label)) fault(position, "页面标签是 " + label->text() + "，" + (last_.number == 0 ? "应从 1 开始" : "前一页是 " + last_.text()));
    last_ = *label;
    if (is_whole() && position == 1) return;
    if (!printed && is_whole()) fault(position, "没有印刷页码");
    if (printed && *printed != *label) fault(position, "印刷页码是 " + printed->text() + "，页面标签是 " + label->text());
  }

  /// 57, 58 …; behind any page its supplements, 57-1, 57-2 ….
  bool follows(const PageLabel& label) const {
    if (last_.number == 0) return !is_whole() || label == PageLabel(1);
    if (may_leap()) return label > last_;
    return label == PageLabel(last_.number + 1) || label == PageLabel(last_.number, last_.supplement + 1);
  }

  void fault(long position, std::string message) {
    findings_.push_back(Finding::error("verify-page-number", on_page(name_, position), std::move(message), "重新生成材料"));
  }

  std::string name_;
  PageOrder order_;
  PageLabel last_;  ///< of the page before
  Findings findings_;
};

}  // namespace

Findings verify_pages(const std::filesystem::path& file, const std::string& name, PageOrder order) {
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processFile(file.c_str());
    return PageCheck(name, order).check(pdf);
  } catch (const std::exception&) {
    return {Finding::error("verify-pdf-unreadable", in_file(name), "PDF 已损坏，读不出来", "重新生成材料")};
  }
}

}  // namespace lvce
