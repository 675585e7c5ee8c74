// A zip of stored entries, made by hand, so that its names can be what no honest program writes.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace lvce::test {

inline std::uint32_t crc_of(const std::string& bytes) {
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ (0xEDB88320U & (0U - (crc & 1U)));
  }
  return ~crc;
}

inline std::string little(std::uint32_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFFU);
  return out;
}

inline std::string tiny_zip(const std::vector<std::pair<std::string, std::string>>& entries) {
  std::string out, directory;
  for (const auto& [name, bytes] : entries) {
    const auto size = static_cast<std::uint32_t>(bytes.size()), length = static_cast<std::uint32_t>(name.size());
    const std::string head = little(20, 2) + little(0x800, 2) + little(0, 2) + little(0, 4) + little(crc_of(bytes), 4) + little(size, 4) + little(size, 4) +
                             little(length, 2);
    directory += "PK\x01\x02" + little(20, 2) + head + little(0, 2) + little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4) +
                 little(static_cast<std::uint32_t>(out.size()), 4) + name;
    out += "PK\x03\x04" + head + little(0, 2) + name + bytes;
  }
  const auto begin = static_cast<std::uint32_t>(out.size()), count = static_cast<std::uint32_t>(entries.size());
  return out + directory + "PK\x05\x06" + little(0, 4) + little(count, 2) + little(count, 2) + little(static_cast<std::uint32_t>(directory.size()), 4) +
         little(begin, 4) + little(0, 2);
}

}  // namespace lvce::test
