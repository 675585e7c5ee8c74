#include "workbook/package/part_buffer.h"

namespace lvce::xlsx {

PartBuffer::int_type PartBuffer::underflow() {
  block_.clear();
  while (block_.empty()) {
    if (handler_.stopped || exceeded_ || endless_ || !fill()) return traits_type::eof();
  }
  endless_ = !guard_.accepts(block_);
  if (endless_) return traits_type::eof();
  setg(block_.data(), block_.data(), block_.data() + block_.size());
  return traits_type::to_int_type(block_.front());
}

/// The next block of content; false at its end, or beyond the budget.
bool PartBuffer::fill() {
  in_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  const auto got = static_cast<std::uint64_t>(in_.gcount());
  exceeded_ = got > left_;
  if (got == 0 || exceeded_) return false;
  const std::string_view bytes(buffer_.data(), got);
  if (size_ == 0) utf16_ = Utf16ToUtf8::begins_utf16(bytes);
  left_ -= got;
  size_ += got;
  sum_.update(bytes.data(), static_cast<unsigned>(got));
  block_ = utf16_ ? converter_.convert(bytes) : std::string(bytes);
  return true;
}

}  // namespace lvce::xlsx
