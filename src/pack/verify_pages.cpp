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

  std::optional<long> take_number() {
    skip_space();
    long out = 0;
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

/// The last `/LvceNumber <</N 57>> BDC` of a content stream.
std::optional<long> marked_number(std::string_view content) {
  const std::size_t at = content.rfind(kMark);
  if (at == std::string_view::npos) return std::nullopt;
  Scanner scanner(content.substr(at + kMark.size()));
  if (!scanner.take("<<") || !scanner.take("/N")) return std::nullopt;
  const auto number = scanner.take_number();
  return number && scanner.take(">>") && scanner.take("BDC") ? number : std::nullopt;
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
std::optional<long> printed_number(QPDFPageObjectHelper page) {
  std::vector<QPDFObjectHandle> streams = page.getPageContents();
  for (auto stream = streams.rbegin(); stream != streams.rend(); ++stream) {
    if (const auto number = marked_number(decoded(*stream))) return number;
  }
  return std::nullopt;
}

/// The decimal number that the label of a page says; nothing for other styles, prefixes, or no labels.
std::optional<long> label_number(QPDFPageLabelDocumentHelper& labels, long index) {
  QPDFObjectHandle label = labels.getLabelForPage(index);
  if (!label.isDictionary() || !label.getKey("/S").isName() || label.getKey("/S").getName() != "/D" || label.hasKey("/P"))
    return std::nullopt;
  return label.getKey("/St").isInteger() ? static_cast<long>(label.getKey("/St").getIntValue()) : 1;
}

class PageCheck {
 public:
  PageCheck(std::string name, bool whole) : name_(std::move(name)), whole_(whole) {}

  Findings check(QPDF& pdf) {
    QPDFPageLabelDocumentHelper labels(pdf);
    const bool labelled = labels.hasPageLabels();
    if (!labelled && whole_) fault(1, "没有页面标签");
    long index = 0;
    for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
      const auto label = labelled ? label_number(labels, index) : std::optional<long>(index + 1);
      check_page(index + 1, label, printed_number(page));
      ++index;
      if (findings_.size() >= kMaxFaults) break;
    }
    if (index == 0) fault(1, "没有页面");
    return std::move(findings_);
  }

 private:
  void check_page(long position, std::optional<long> label, std::optional<long> printed) {
    if (!label && !printed && !whole_ && first_ == 0) {  // cover and contents of a volume: i, ii …
      ++front_;
      return;
    }
    if (!label) return fault(position, "页面标签不是阿拉伯数字页码");
    if (first_ == 0) first_ = *label;
    const long expected = (whole_ ? 1 : first_) + position - 1 - front_;
    if (*label != expected) fault(position, "页面标签是 " + std::to_string(*label) + "，应为 " + std::to_string(expected));
    if (whole_ && position == 1) return;
    if (!printed && whole_) fault(position, "没有印刷页码");
    if (printed && *printed != *label) fault(position, "印刷页码是 " + std::to_string(*printed) + "，页面标签是 " + std::to_string(*label));
  }

  void fault(long position, std::string message) {
    findings_.push_back(
        {"verify-page-number", Severity::error, name_ + " 第" + std::to_string(position) + "页", std::move(message), "重新生成材料", ""});
  }

  std::string name_;
  bool whole_;
  long first_ = 0;
  long front_ = 0;  ///< unnumbered pages before the first number
  Findings findings_;
};

}  // namespace

Findings verify_pages(const std::filesystem::path& file, const std::string& name, bool whole) {
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processFile(file.c_str());
    return PageCheck(name, whole).check(pdf);
  } catch (const std::exception&) {
    return {{"verify-pdf-unreadable", Severity::error, name, "PDF 已损坏，读不出来", "重新生成材料", ""}};
  }
}

}  // namespace lvce
