// Streams of old workbooks for tests, record by record ([MS-XLS]).
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <vector>

namespace lvce::test::biff {

inline std::string u16(unsigned value) { return {static_cast<char>(value & 0xFF), static_cast<char>(value >> 8 & 0xFF)}; }
inline std::string u32(unsigned value) { return u16(value & 0xFFFF) + u16(value >> 16); }
inline std::string f64(double value) {
  const auto bits = std::bit_cast<std::uint64_t>(value);
  return u32(static_cast<unsigned>(bits & 0xFFFFFFFFU)) + u32(static_cast<unsigned>(bits >> 32));
}
inline std::string wide(const std::u16string& text) {
  std::string out;
  for (char16_t unit : text) out += u16(unit);
  return out;
}

inline std::string record(unsigned type, const std::string& body) { return u16(type) + u16(static_cast<unsigned>(body.size())) + body; }
inline std::string at(unsigned row, unsigned column, unsigned xf = 0) { return u16(row) + u16(column) + u16(xf); }
inline std::string bof(unsigned version, unsigned kind) { return record(0x0809, u16(version) + u16(kind) + std::string(12, '\0')); }
inline std::string eof() { return record(0x000A, ""); }

inline std::string number(unsigned row, unsigned column, double value, unsigned xf = 0) { return record(0x0203, at(row, column, xf) + f64(value)); }
inline std::string shared(unsigned row, unsigned column, unsigned index) { return record(0x00FD, at(row, column) + u32(index)); }
inline std::string label8(unsigned row, unsigned column, const std::u16string& text) {
  return record(0x0204, at(row, column) + u16(static_cast<unsigned>(text.size())) + '\x01' + wide(text));
}
inline std::string label5(unsigned row, unsigned column, const std::string& bytes) {
  return record(0x0204, at(row, column) + u16(static_cast<unsigned>(bytes.size())) + bytes);
}
/// A formula with eight bytes of result and its parsed form.
inline std::string formula(unsigned row, unsigned column, const std::string& result, const std::string& parsed, unsigned type = 0x0006) {
  return record(type, at(row, column) + result + u16(0) + u32(0) + u16(static_cast<unsigned>(parsed.size())) + parsed);
}
inline std::string text_result() { return std::string("\0\0\0\0\0\0\xFF\xFF", 8); }
inline std::string empty_result() { return std::string("\3\0\0\0\0\0\xFF\xFF", 8); }

/// A book of one sheet "S": what stands before the list of sheets, and the sheet's records without BOF and EOF.
inline std::string book(unsigned version, const std::string& globals, const std::string& cells) {
  const std::string name = version == 0x0600 ? std::string("\1\0S", 3) : std::string("\1S", 2);
  const std::string head = bof(version, 5) + globals;
  const auto offset = static_cast<unsigned>(head.size() + 4 + 6 + name.size() + 4);
  return head + record(0x0085, u32(offset) + u16(0) + name) + eof() + bof(version, 0x10) + cells + eof();
}
inline std::string book8(const std::string& globals, const std::string& cells) { return book(0x0600, globals, cells); }
inline std::string book5(const std::string& globals, const std::string& cells) { return book(0x0500, globals, cells); }

}  // namespace lvce::test::biff
