// Content streams whose q and Q do not match: harmless on a page of their own, but inside ours an extra Q would take our frame away.
#pragma once

#include <cstdint>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>

namespace lvce {

/// Counts q and Q in decoded content as it streams by; strings, comments, names and inline images are stepped over.
class BalanceScanner : public Pipeline {
 public:
  BalanceScanner();
  void write(unsigned char const* data, std::size_t length) override;
  void finish() override;
  /// No Q without its q, no q left open, and not more than kScannedAtMost bytes.
  bool balanced() const { return extra_closes_ == 0 && depth_ == 0 && scanned_ <= kScannedAtMost; }

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
  std::int64_t depth_ = 0;
  std::int64_t extra_closes_ = 0;
  std::uint64_t scanned_ = 0;
};

/// Drops each Q that has no q, and closes at the end what is open.
class BalanceFilter : public QPDFObjectHandle::TokenFilter {
 public:
  void handleToken(QPDFTokenizer::Token const& token) override;
  void handleEOF() override;

 private:
  std::int64_t depth_ = 0;
};

}  // namespace lvce
