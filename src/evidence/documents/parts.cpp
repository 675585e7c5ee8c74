#include "evidence/documents/parts.h"

#include <Poco/MemoryStream.h>
#include <Poco/Zip/Compress.h>
#include <Poco/Zip/ZipArchive.h>
#include <Poco/Zip/ZipStream.h>

#include <exception>
#include <sstream>

namespace lvce {
namespace {

constexpr std::size_t kMaxBytes = 256U << 20;
constexpr std::size_t kMaxParts = 10'000;

/// False when `left` was not enough.
bool read_part(std::istream& in, std::string& bytes, std::size_t& left) {
  char chunk[1 << 14];
  while (in.read(chunk, sizeof chunk), in.gcount() > 0) {
    const auto got = static_cast<std::size_t>(in.gcount());
    if (got > left) return false;
    left -= got;
    bytes.append(chunk, got);
  }
  return true;
}

}  // namespace

std::optional<std::vector<PackagePart>> read_parts(std::string_view package) {
  try {
    Poco::MemoryInputStream in(package.data(), static_cast<std::streamsize>(package.size()));
    const Poco::Zip::ZipArchive archive(in);
    if (archive.fileInfoBegin() == archive.fileInfoEnd()) return std::nullopt;
    std::vector<PackagePart> out;
    std::size_t left = kMaxBytes;
    for (auto entry = archive.headerBegin(); entry != archive.headerEnd(); ++entry) {
      if (entry->second.isDirectory()) continue;
      if (entry->second.isEncrypted() || out.size() >= kMaxParts) return std::nullopt;
      Poco::MemoryInputStream again(package.data(), static_cast<std::streamsize>(package.size()));
      Poco::Zip::ZipInputStream part(again, entry->second, true);
      out.push_back({entry->first, ""});
      if (!read_part(part, out.back().bytes, left) || !part.crcValid()) return std::nullopt;
    }
    return out;
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

std::string write_parts(const std::vector<PackagePart>& parts) {
  using namespace Poco::Zip;
  std::ostringstream out(std::ios::binary);
  Compress zip(out, true);
  const Poco::DateTime when(1980, 1, 1);
  const auto add = [&](const PackagePart& part) {
    std::istringstream in(part.bytes, std::ios::binary);
    zip.addFile(in, when, Poco::Path(part.name, Poco::Path::PATH_UNIX), part.name == "mimetype" ? ZipCommon::CM_STORE : ZipCommon::CM_DEFLATE,
                ZipCommon::CL_SUPERFAST);
  };
  for (const PackagePart& part : parts) {
    if (part.name == "mimetype") add(part);
  }
  for (const PackagePart& part : parts) {
    if (part.name != "mimetype") add(part);
  }
  zip.close();
  return std::move(out).str();
}

}  // namespace lvce
