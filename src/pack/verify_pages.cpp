#include "pack/verify_pages.h"

#include <algorithm>
#include <charconv>
#include <exception>
#include <map>
#include <new>
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

  /// "(3f2a9c1b)"
  std::optional<std::string> take_code() {
    constexpr std::size_t kCodeAtMost = 64;
    if (!take("(")) return std::nullopt;
    const std::size_t end = text_.find(')', at_);
    if (end == std::string_view::npos || end - at_ > kCodeAtMost) return std::nullopt;
    const std::string code(text_.substr(at_, end - at_));
    at_ = end + 1;
    return code;
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

/// What our stamp on a page says.
struct Stamp {
  PageLabel number;
  std::string check_code;  ///< empty: none
};

/// The last `/LvceNumber <</N 57>> BDC` of a content stream; also `<</N 57 /S 2 /C (3f2a9c1b)>>`.
std::optional<Stamp> marked_number(std::string_view content) {
  const std::size_t at = content.rfind(kMark);
  if (at == std::string_view::npos) return std::nullopt;
  Scanner scanner(content.substr(at + kMark.size()));
  if (!scanner.take("<<") || !scanner.take("/N")) return std::nullopt;
  const auto number = scanner.take_number();
  const bool added = scanner.take("/S");
  const auto supplement = added ? scanner.take_number() : std::optional(0);
  const bool coded = scanner.take("/C");
  const auto code = coded ? scanner.take_code() : std::optional(std::string());
  if (!number || !supplement || !code || !scanner.take(">>") || !scanner.take("BDC")) return std::nullopt;
  return Stamp{PageLabel(*number, *supplement), *code};
}

/// We compress with Flate alone or not at all: what others pile up is not unpacked.
bool may_be_ours(QPDFObjectHandle stream) {
  QPDFObjectHandle filter = stream.isStream() ? stream.getDict().getKey("/Filter") : QPDFObjectHandle();
  if (filter.isInitialized() && filter.isArray() && filter.getArrayNItems() == 1) filter = filter.getArrayItem(0);
  return stream.isStream() && (filter.isNull() || (filter.isName() && filter.getName() == "/FlateDecode"));
}

/// Finds the numbers printed on pages, within a number of bytes. Each stream is looked through once.
class NumberReader {
 public:
  explicit NumberReader(std::uintmax_t& left) : left_(left) {}

  /// Our stamp is the last thing on a page: look from the last stream backwards, so that evidence is seldom decoded.
  std::optional<Stamp> printed_on(QPDFPageObjectHelper page) {
    QPDFObjectHandle contents = page.getObjectHandle().getKey("/Contents");
    if (!contents.isArray()) return number_in(contents);
    const int count = contents.getArrayNItems();
    for (int i = count - 1; i >= 0 && !is_spent(); --i) {
      if (const auto number = number_in(contents.getArrayItem(i))) return number;
    }
    return std::nullopt;
  }
  bool is_spent() const { return left_ == 0; }

 private:
  std::optional<Stamp> number_in(QPDFObjectHandle stream) {
    constexpr std::uintmax_t kLookingUp = 256;
    spend(kLookingUp);
    if (is_spent() || !may_be_ours(stream)) return std::nullopt;
    const auto [known, is_new] = known_.try_emplace(stream.getObjGen());
    if (is_new) known->second = marked_number(decoded(stream));
    return known->second;
  }

  std::string decoded(QPDFObjectHandle stream) {
    CappedText sink;
    try {
      stream.pipeStreamData(&sink, 0, qpdf_dl_generalized, true, false);
    } catch (const std::exception&) {  // not decodable, or larger than any stamp
      spend(sink.text.size());
      return {};
    }
    spend(sink.text.size());
    return std::move(sink.text);
  }

  void spend(std::uintmax_t bytes) { left_ -= std::min(left_, bytes); }

  std::uintmax_t& left_;
  std::map<QPDFObjGen, std::optional<Stamp>> known_;
};

/// What the label of a page says; nothing for other styles and prefixes, or no labels.
std::optional<PageLabel> label_of_page(QPDFPageLabelDocumentHelper& labels, long index) {
  QPDFObjectHandle label = labels.getLabelForPage(index);
  if (!label.isDictionary() || !label.getKey("/S").isName() || label.getKey("/S").getName() != "/D") return std::nullopt;
  const std::string start = std::to_string(label.getKey("/St").isInteger() ? label.getKey("/St").getIntValue() : 1);
  return parse_page_label((label.getKey("/P").isString() ? label.getKey("/P").getUTF8Value() : "") + start);
}

Finding too_large(const std::string& name) {
  return Finding::error("verify-too-large", in_file(name), "页面内容过多过大，没有全部核对", "不要使用这套材料，重新取得或重新生成");
}

class PageCheck {
 public:
  PageCheck(std::string name, const ExpectedPages& wanted, std::uintmax_t& left, std::vector<PageLabel>* read)
      : name_(std::move(name)), wanted_(wanted), order_(wanted.order), numbers_(left), read_(read) {}

  Findings check(QPDF& pdf) {
    QPDFPageLabelDocumentHelper labels(pdf);
    const bool labelled = labels.hasPageLabels();
    if (!labelled && is_whole()) fault(1, "没有页面标签");
    long index = 0;
    std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper(pdf).getAllPages();
    compare_count(static_cast<long>(pages.size()));
    for (QPDFPageObjectHelper& page : pages) {
      const auto label = labelled ? label_of_page(labels, index) : std::optional<PageLabel>(static_cast<int>(index) + 1);
      const auto printed = numbers_.printed_on(page);
      if (numbers_.is_spent()) {
        findings_.push_back(too_large(name_));
        break;
      }
      if (label && read_ != nullptr) read_->push_back(*label);
      check_page(index + 1, label, printed ? std::optional(printed->number) : std::nullopt);
      if (printed) check_code(index + 1, printed->check_code);
      ++index;
      if (findings_.size() >= kMaxFaults) break;
    }
    if (index == 0) fault(1, "没有页面");
    if (wanted_.prints_code && !coded_ && findings_.empty()) code_fault(1, "页脚没有校验码");
    return std::move(findings_);
  }

 private:
  void compare_count(long count) {
    if (wanted_.pages == 0 || wanted_.pages == count) return;
    const std::string message = "result.json 登记 " + std::to_string(wanted_.pages) + " 页，实有 " + std::to_string(count) + " 页";
    findings_.push_back(Finding::error("verify-record", in_file(name_), message, "不要使用这套材料，重新取得或重新生成"));
  }

  void check_code(long position, const std::string& code) {
    if (code.empty()) return;
    coded_ = true;
    if (!wanted_.check_codes || wanted_.check_codes->contains(code)) return;
    code_fault(position, "校验码 " + code + " 不是 result.json 为" + (is_whole() ? "这套材料的任何一份文件" : "它") + "登记的，可能换入了另一份");
  }

  void code_fault(long position, const std::string& message) {
    findings_.push_back(Finding::error("verify-check-code", on_page(name_, static_cast<int>(position)), message, "不要使用这套材料，重新取得或重新生成"));
  }

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
  ExpectedPages wanted_;
  PageOrder order_;
  NumberReader numbers_;
  std::vector<PageLabel>* read_;
  bool coded_ = false;
  PageLabel last_;  ///< of the page before
  Findings findings_;
};

}  // namespace

Findings verify_pages(const std::filesystem::path& file, const std::string& name, const ExpectedPages& wanted, std::uintmax_t& left,
                      std::vector<PageLabel>* labels) {
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processFile(file.c_str());
    return PageCheck(name, wanted, left, labels).check(pdf);
  } catch (const std::bad_alloc&) {
    return {too_large(name)};
  } catch (const std::exception&) {
    return {Finding::error("verify-pdf-unreadable", in_file(name), "PDF 已损坏，读不出来", "重新生成材料")};
  }
}

}  // namespace lvce
