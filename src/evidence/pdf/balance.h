// Content streams that do not end where they began: q without Q, text, paths, marked content or arrays left open. Harmless on a page of their
// own, but what is drawn behind them (a seal, our frame) would be moved, hidden or swallowed.
#pragma once

#include <cstdint>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <string>
#include <string_view>

namespace lvce {

/// What operators have opened and not closed yet.
struct OpenInContent {
  std::int64_t saved = 0;     ///< q without Q
  std::int64_t too_many = 0;  ///< Q without q
  std::int64_t marked = 0;    ///< BMC, BDC without EMC
  bool text = false;          ///< BT without ET
  bool path = false;          ///< a path that is not painted: the next to be painted would take it along
  void take(std::string_view word);
  bool nothing() const { return saved == 0 && too_many == 0 && marked == 0 && !text && !path; }
};

/// Looks at decoded content as it streams by; strings, comments, names and inline images are stepped over.
class BalanceScanner : public Pipeline {
 public:
  BalanceScanner();
  void write(unsigned char const* data, std::size_t length) override;
  void finish() override;
  /// Nothing is left open, and there were not more than kScannedAtMost bytes.
  bool balanced() const;

  static constexpr std::uint64_t kScannedAtMost = 1U << 28;

 private:
  enum class State { between, token, string, escape, comment, image };
  void take(char c);
  void take_between(char c);
  void take_string(char c);
  void take_image(char c);
  void end_token();

  State state_ = State::between;
  std::string token_;    // at most its first characters
  int parentheses_ = 0;  // depth inside a string
  int image_end_ = 0;    // how much of "␣EI" was seen
  std::int64_t brackets_ = 0, angles_ = 0;
  OpenInContent open_;
  std::uint64_t scanned_ = 0;
};

/// Drops each Q that has no q, and closes at the end what is open.
class BalanceFilter : public QPDFObjectHandle::TokenFilter {
 public:
  void handleToken(QPDFTokenizer::Token const& token) override;
  void handleEOF() override;

 private:
  void close_brackets();

  OpenInContent open_;
  std::string brackets_;  // open ones, as their closing counterparts
  std::string held_;      // broken token: kept where something follows it, dropped as the last
};

/// Mends the contents of a page where they are unbalanced and can be decoded.
void balance_contents(QPDF& pdf, QPDFPageObjectHelper& page);

}  // namespace lvce
