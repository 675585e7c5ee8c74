#include "evidence/picture/live_photo.h"

#include <Poco/MemoryStream.h>
#include <Poco/Zip/ZipArchive.h>
#include <Poco/Zip/ZipStream.h>

#include <algorithm>
#include <exception>

#include "evidence/job/content.h"
#include "evidence/picture/kinds.h"
#include "support/files.h"

namespace lvce {
namespace {

constexpr std::uintmax_t kMaxFile = 200U << 20;
constexpr std::size_t kMaxPicture = 64U << 20, kPiece = 1U << 16;

std::optional<std::string> capped(std::istream& in) {
  std::string bytes;
  std::string piece(kPiece, '\0');
  while (in.read(piece.data(), static_cast<std::streamsize>(piece.size())), in.gcount() > 0) {
    bytes.append(piece, 0, static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > kMaxPicture) return std::nullopt;
  }
  return bytes;
}

}  // namespace

bool has_live_photo_name(const std::filesystem::path& file) {
  std::string ending = file.extension().native();
  std::transform(ending.begin(), ending.end(), ending.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return ending == ".livp";
}

std::optional<std::string> picture_of_live_photo(const std::filesystem::path& file) {
  const std::optional<std::string> zip = read_file(file, kMaxFile);
  if (!zip) return std::nullopt;
  try {
    Poco::MemoryInputStream in(zip->data(), static_cast<std::streamsize>(zip->size()));
    const Poco::Zip::ZipArchive archive(in);
    for (auto entry = archive.headerBegin(); entry != archive.headerEnd(); ++entry) {
      if (!entry->second.isFile() || entry->second.isEncrypted()) continue;
      Poco::MemoryInputStream again(zip->data(), static_cast<std::streamsize>(zip->size()));
      Poco::Zip::ZipInputStream part(again, entry->second, true);
      std::optional<std::string> bytes = capped(part);
      if (bytes && is_picture(content_of({bytes->substr(0, 4096), ""}))) return bytes;
    }
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {  // not one that can be read
  }
  return std::nullopt;
}

}  // namespace lvce
