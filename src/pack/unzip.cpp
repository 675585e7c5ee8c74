#include "pack/unzip.h"

#include <Poco/Zip/ZipArchive.h>
#include <Poco/Zip/ZipStream.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <exception>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <system_error>

#include "pack/names.h"
#include "support/sha256.h"

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

/// Called for each piece of an entry, and once for one that is empty; false: it cannot be kept.
using TakeBytes = std::function<bool(const std::string& name, std::string_view bytes)>;

/// A code and what is wrong with an entry that cannot be read, or must not be.
struct EntryTrouble {
  const char* code = "verify-zip";
  std::string what;
  const char* hint = "重新取得完整的压缩包";
};

std::optional<EntryTrouble> read_entry(std::ifstream& in, const std::string& name, const pz::ZipLocalFileHeader& header, std::uintmax_t& left,
                                       const TakeBytes& take) {
  const EntryTrouble no_space{"verify-no-space", "解压时写入临时文件失败", "检查临时目录的空间和权限"};
  pz::ZipInputStream from(in, header, true);
  std::array<char, 1 << 16> chunk{};
  if (!take(name, {})) return no_space;
  while (from.read(chunk.data(), chunk.size()) || from.gcount() > 0) {
    const auto got = static_cast<std::uintmax_t>(from.gcount());
    if (got > left) return EntryTrouble{"verify-zip", "解压后过大，已停止"};
    left -= got;
    if (!take(name, {chunk.data(), static_cast<std::size_t>(got)})) return no_space;
  }
  if (from.crcValid()) return std::nullopt;
  return EntryTrouble{"verify-zip", "校验码不符，内容已损坏"};
}

Findings read_zip(const fs::path& zip, const UnzipCaps& caps, const TakeBytes& take) {
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
      std::ifstream data(zip, std::ios::binary);
      const auto trouble = read_entry(data, entry->first, entry->second, left, take);
      if (trouble) return {Finding::error(trouble->code, in_file(zip.filename().string()), entry->first + " " + trouble->what, trouble->hint)};
    }
    return {};
  } catch (const std::exception&) {
    return {zip_error(zip, "压缩包已损坏，读不出来", again)};
  }
}

}  // namespace

Findings unzip(const fs::path& zip, const fs::path& into, const UnzipCaps& caps) {
  std::ofstream out;
  std::string open;
  return read_zip(zip, caps, [&](const std::string& name, std::string_view bytes) {
    if (name != open) {
      std::error_code ignored;
      fs::create_directories((into / name).parent_path(), ignored);
      out = std::ofstream(into / name, std::ios::binary);
      open = name;
    }
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return static_cast<bool>(out.flush());
  });
}

Findings digest_zip(const fs::path& zip, const UnzipCaps& caps, Sums& inside) {
  std::map<std::string, Sha256> digests;
  Findings findings = read_zip(zip, caps, [&](const std::string& name, std::string_view bytes) {
    digests[name].take(bytes);
    return true;
  });
  for (auto& [name, digest] : digests) inside[name] = digest.hexadecimal();
  return findings;
}

}  // namespace lvce
