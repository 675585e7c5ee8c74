#include "pack/unzip.h"

#include <Poco/Zip/ZipArchive.h>
#include <Poco/Zip/ZipStream.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <exception>
#include <fstream>
#include <iterator>
#include <system_error>

#include "pack/names.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;
namespace pz = Poco::Zip;

Finding zip_error(const fs::path& zip, const std::string& message, const std::string& hint) {
  return Finding::error("verify-zip", in_file(zip.filename().string()), message, hint);
}

std::uint32_t little_endian(std::string_view bytes, std::size_t at, int count) {
  std::uint32_t out = 0;
  for (int i = count - 1; i >= 0; --i) out = (out << 8) | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
  return out;
}

/// Poco reads local headers from the front and does not miss a directory that is cut off: look for its end record, which must stand at the
/// end of the file, right behind a directory of `entries` names.
bool ends_whole(std::ifstream& in, std::uintmax_t size, std::size_t entries) {
  constexpr std::size_t kRecord = 22, kZip64Record = 56, kZip64Locator = 20;
  constexpr std::uintmax_t kLongestComment = 0xFFFF;
  const std::uintmax_t tail = std::min<std::uintmax_t>(size, kRecord + kLongestComment);
  std::string bytes(static_cast<std::size_t>(tail), '\0');
  in.clear();
  in.seekg(static_cast<std::streamoff>(size - tail));
  if (!in.read(bytes.data(), static_cast<std::streamsize>(tail))) return false;
  const std::size_t at = bytes.rfind("PK\x05\x06");
  if (at == std::string::npos || at + kRecord > bytes.size()) return false;
  if (at + kRecord + little_endian(bytes, at + 20, 2) != bytes.size()) return false;
  const bool zip64 = at >= kZip64Locator && bytes.compare(at - kZip64Locator, 4, "PK\x06\x07") == 0;
  const std::uint32_t count = little_endian(bytes, at + 10, 2), length = little_endian(bytes, at + 12, 4), begin = little_endian(bytes, at + 16, 4);
  if (zip64 && (count == 0xFFFF || length == 0xFFFFFFFF || begin == 0xFFFFFFFF)) return true;  // said in 64 bits, which Poco reads
  const std::uint64_t between = zip64 ? kZip64Record + kZip64Locator : 0;
  return count == entries && std::uint64_t{length} + begin + between == size - tail + at;
}

/// Copies one entry out; a message when it cannot be, or must not be.
std::string unpack_entry(std::ifstream& in, const pz::ZipLocalFileHeader& header, const fs::path& to, std::uintmax_t& left) {
  pz::ZipInputStream from(in, header, true);
  std::ofstream out(to, std::ios::binary);
  std::array<char, 1 << 16> chunk{};
  while (from.read(chunk.data(), chunk.size()) || from.gcount() > 0) {
    const auto got = static_cast<std::uintmax_t>(from.gcount());
    if (got > left) return "解压后过大，已停止";
    left -= got;
    out.write(chunk.data(), static_cast<std::streamsize>(got));
    if (!out) return "解压时写入临时文件失败";
  }
  return from.crcValid() ? "" : "校验码不符，内容已损坏";
}

}  // namespace

Findings unzip(const fs::path& zip, const fs::path& into, const UnzipCaps& caps) {
  const std::string again = "重新取得完整的压缩包";
  try {
    std::ifstream in(zip, std::ios::binary);
    const pz::ZipArchive archive(in);
    if (archive.headerBegin() == archive.headerEnd() || archive.fileInfoBegin() == archive.fileInfoEnd())
      return {zip_error(zip, "不是压缩包，或里面没有文件", again)};
    std::error_code error;
    const std::uintmax_t packed = fs::file_size(zip, error);
    const auto entries = static_cast<std::size_t>(std::distance(archive.headerBegin(), archive.headerEnd()));
    if (!ends_whole(in, packed, entries)) return {zip_error(zip, "压缩包不完整，目录缺失或多出内容", again)};
    std::uintmax_t left = std::min(caps.bytes, std::max(caps.ratio_free, packed * caps.ratio));
    std::size_t count = 0;
    for (auto entry = archive.headerBegin(); entry != archive.headerEnd(); ++entry) {
      if (++count > caps.entries) return {zip_error(zip, "条目过多", again)};
      if (!is_package_path(entry->first)) return {zip_error(zip, "条目名称不合规则：" + entry->first, "不要使用这个压缩包")};
      if (entry->second.isEncrypted()) return {zip_error(zip, "有密码", "去掉密码后再核对")};
      fs::create_directories((into / entry->first).parent_path(), error);
      std::ifstream data(zip, std::ios::binary);
      const std::string trouble = unpack_entry(data, entry->second, into / entry->first, left);
      if (!trouble.empty()) return {zip_error(zip, entry->first + " " + trouble, again)};
    }
    return {};
  } catch (const std::exception&) {
    return {zip_error(zip, "压缩包已损坏，读不出来", again)};
  }
}

}  // namespace lvce
