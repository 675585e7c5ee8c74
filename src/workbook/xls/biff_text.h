// Texts of old workbooks: two-byte characters that may run on into CONTINUE records (BIFF8), or bytes of a code page (BIFF5 and 7).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lvce::formats {

/// Reads on over the border of a record and its CONTINUE records.
class BiffText {
 public:
  BiffText(std::string_view body, std::vector<std::string_view> more);

  bool at_end() const { return piece_ >= pieces_.size(); }
  unsigned u8();
  unsigned u16();
  unsigned u32();
  void skip(std::size_t bytes);
  /// A flag byte, then so many characters; behind the border of a record stands a flag byte again. Nothing when they do not fit in.
  std::optional<std::string> text(std::size_t characters);
  /// One text of the shared table: rich runs and phonetic guides are passed over.
  std::optional<std::string> shared_text();

 private:
  std::optional<std::string> characters(std::size_t count, bool wide);
  std::string_view rest() const { return at_end() ? std::string_view() : pieces_[piece_].substr(at_); }
  void settle();

  std::vector<std::string_view> pieces_;
  std::size_t piece_ = 0;
  std::size_t at_ = 0;
};

/// How the bytes of texts before BIFF8 are read.
class BytesCode {
 public:
  /// `page` as CODEPAGE gives it, 0 without one. Chinese programs wrote GBK and said 1252 or nothing: texts that all are pairs of GB 2312
  /// bytes are taken for that.
  BytesCode(unsigned page, std::string_view stream);
  std::string text(std::string_view bytes) const;

 private:
  unsigned page_;
};

}  // namespace lvce::formats
