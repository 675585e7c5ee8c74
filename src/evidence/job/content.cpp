#include "evidence/job/content.h"

#include <algorithm>
#include <array>
#include <fstream>

namespace lvce {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kHead = 4096;
constexpr std::streamoff kTail = 1 << 16;
constexpr std::size_t kStrayBytes = 16;  ///< of any kind before a picture; longer ones are another format with a picture in it

struct Signature {
  std::string_view bytes;
  Content content;
};

constexpr std::array kSignatures = {
    Signature{"\xFF\xD8\xFF"sv, Content::jpeg},
    Signature{"\x89PNG\r\n\x1A\n"sv, Content::png},
    Signature{"GIF87a"sv, Content::gif},
    Signature{"GIF89a"sv, Content::gif},
    Signature{"II*\0"sv, Content::tiff},
    Signature{"MM\0*"sv, Content::tiff},
    Signature{"II+\0"sv, Content::tiff},  // BigTIFF
    Signature{"MM\0+"sv, Content::tiff},
    Signature{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, Content::office},
    Signature{"{\\rtf"sv, Content::office},
    Signature{"Rar!\x1A\x07"sv, Content::archive},
    Signature{"7z\xBC\xAF\x27\x1C"sv, Content::archive},
    Signature{"\x1F\x8B"sv, Content::archive},
    Signature{"8BPS"sv, Content::other_picture},
    Signature{"\0\0\0\x0CjP  "sv, Content::jpeg_2000},
    Signature{"\xFF\x4F\xFF\x51"sv, Content::jpeg_2000},
    Signature{"\0\0\0\x0CJXL "sv, Content::jpeg_xl},
    Signature{"\xFF\x0A"sv, Content::jpeg_xl},
    Signature{"\x1A\x45\xDF\xA3"sv, Content::media},
    Signature{"ID3"sv, Content::media},
    Signature{"FLV\x01"sv, Content::media},
};

bool holds(std::string_view bytes, std::string_view wanted) { return bytes.find(wanted) != std::string_view::npos; }

/// ISO base media: pictures and films share the container; the brands tell, the main one or one that it is compatible with.
Content content_of_brands(std::string_view head) {
  constexpr std::array kPictures = {"heic"sv, "heix"sv, "heim"sv, "heis"sv, "mif1"sv, "mif2"sv, "mif3"sv, "msf1"sv, "avif"sv, "hevc"sv, "vvic"sv};
  const std::size_t size = std::min<std::size_t>(static_cast<unsigned char>(head[2]) * 256U + static_cast<unsigned char>(head[3]), head.size());
  for (std::size_t at = 8; at + 4 <= std::max<std::size_t>(size, 12); at += 4) {
    if (at != 12 && std::find(kPictures.begin(), kPictures.end(), head.substr(at, 4)) != kPictures.end()) return Content::heic;
  }
  return Content::media;
}

/// A ZIP is what its entries are named.
Content content_of_zip(const FileEnds& ends) {
  constexpr std::array kOfficeNames = {"word/"sv, "xl/"sv, "ppt/"sv, "OFD.xml"sv, "[Content_Types].xml"sv, "application/vnd.oasis.opendocument"sv};
  const bool office = std::any_of(kOfficeNames.begin(), kOfficeNames.end(),
                                  [&](std::string_view name) { return holds(ends.head, name) || holds(ends.tail, name); });
  return office ? Content::office : Content::archive;
}

bool is_bmp(std::string_view head) { return head.starts_with("BM") && head.size() >= 18 && head[14] >= 12 && head[15] == 0 && head[16] == 0 && head[17] == 0; }

Content content_of_markup(std::string_view head) {
  std::string folded;
  for (char c : head.substr(0, 1024)) folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  if (holds(folded, "<svg")) return Content::other_picture;
  if (holds(folded, "<html") || holds(folded, "<!doctype html") || folded.starts_with("mime-version:")) return Content::web_page;
  return holds(folded, "<?xml") ? Content::unknown : Content::text;
}

/// Also one whose first line is spoilt.
bool is_pdf(const FileEnds& ends) {
  const std::string_view head = ends.head;
  if (holds(head.substr(0, 1024), "%PDF-")) return true;  // some programs write bytes before it
  return holds(head, " obj") && holds(ends.tail, "startxref") && holds(ends.tail, "%%EOF");
}

/// Lines of text, as a web server puts before what it sends.
bool is_line_text(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return (c >= ' ' && c <= '~') || c == '\r' || c == '\n' || c == '\t'; });
}

/// A file that begins as pictures do holds others inside (a preview, the TIFF of its EXIF data), which are not meant.
bool begins_as_picture(std::string_view head) {
  constexpr std::array kBeginnings = {"\xFF\xD8\xFF"sv, "\x89PNG"sv, "II*\0"sv, "MM\0*"sv, "II+\0"sv, "MM\0+"sv, "RIFF"sv, "GIF8"sv, "BM"sv};
  const bool begins = std::any_of(kBeginnings.begin(), kBeginnings.end(), [&](std::string_view beginning) { return head.starts_with(beginning); });
  return begins || (head.size() > 8 && head.substr(4, 4) == "ftyp");
}

}  // namespace

std::optional<FileEnds> read_ends(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  FileEnds ends;
  ends.head.resize(kHead);
  in.read(ends.head.data(), static_cast<std::streamsize>(kHead));
  ends.head.resize(static_cast<std::size_t>(std::max<std::streamsize>(in.gcount(), 0)));
  in.clear();
  in.seekg(0, std::ios::end);
  const std::streamoff size = in.tellg();
  const std::streamoff length = std::clamp<std::streamoff>(size, 0, kTail);
  in.seekg(size - length);
  ends.tail.resize(static_cast<std::size_t>(length));
  in.read(ends.tail.data(), length);
  if (in.bad()) return std::nullopt;
  return ends;
}

Content content_of(const FileEnds& ends) {
  const std::string_view head = ends.head;
  for (const Signature& signature : kSignatures) {
    if (head.starts_with(signature.bytes)) return signature.content;
  }
  if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06")) return content_of_zip(ends);
  if (head.size() > 262 && head.substr(257, 5) == "ustar") return Content::archive;
  if (is_pdf(ends)) return Content::pdf;  // behind archives, which may hold one as it is
  if (head.starts_with("RIFF")) return head.size() < 12 || head.substr(8, 4) == "WEBP" ? Content::webp : Content::media;
  if (head.substr(std::min<std::size_t>(4, head.size()), 4) == "ftyp") return content_of_brands(head);
  if (is_bmp(head)) return Content::bmp;
  if (const std::optional<std::size_t> at = late_picture(head)) return content_of({ends.head.substr(*at), ""});
  return content_of_markup(head);
}

std::optional<std::size_t> late_picture(std::string_view head) {
  if (begins_as_picture(head)) return std::nullopt;
  constexpr std::array kStarts = {"\x89PNG\r\n\x1A\n"sv, "\xFF\xD8\xFF\xE0"sv, "\xFF\xD8\xFF\xE1"sv, "\xFF\xD8\xFF\xDB"sv, "II*\0"sv, "MM\0*"sv};
  std::size_t first = head.npos;
  for (const std::string_view start : kStarts) first = std::min(first, head.find(start));
  if (first == head.npos || first == 0) return std::nullopt;
  const std::string_view before = head.substr(0, first);
  return first <= kStrayBytes || is_line_text(before) ? std::optional(first) : std::nullopt;
}

}  // namespace lvce
