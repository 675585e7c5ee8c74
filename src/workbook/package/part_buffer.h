// The content of one part on its way from the zip to the XML parser: budget, checksum, guard against endless markup, UTF-16.
#pragma once

#include <array>
#include <cstdint>
#include <istream>
#include <streambuf>
#include <string>

#include <Poco/Checksum.h>

#include "workbook/package/token_guard.h"
#include "workbook/package/utf16.h"
#include "workbook/package/xml.h"

namespace lvce::xlsx {

/// Hands on a stream until the budget is used up or the handler has stopped; decompression then ends too.
class PartBuffer : public std::streambuf {
 public:
  PartBuffer(std::istream& in, std::uint64_t& left, const XmlHandler& handler) : in_(in), left_(left), handler_(handler), sum_(Poco::Checksum::TYPE_CRC32) {}

  bool exceeded() const { return exceeded_; }  ///< more bytes than the budget
  bool endless() const { return endless_; }    ///< markup that does not end
  bool utf16() const { return utf16_; }        ///< known after the first byte was asked for
  std::uint32_t crc() const { return sum_.checksum(); }
  std::uint64_t size() const { return size_; }

 protected:
  int_type underflow() override;

 private:
  bool fill();

  std::istream& in_;
  std::uint64_t& left_;
  const XmlHandler& handler_;
  Poco::Checksum sum_;
  std::uint64_t size_ = 0;
  bool exceeded_ = false;
  bool endless_ = false;
  bool utf16_ = false;
  TokenGuard guard_;
  Utf16ToUtf8 converter_;
  std::array<char, 1 << 14> buffer_{};
  std::string block_;  ///< what is handed on
};

}  // namespace lvce::xlsx
