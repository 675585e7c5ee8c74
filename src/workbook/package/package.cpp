#include "workbook/package/package.h"

#include <exception>
#include <istream>
#include <map>
#include <vector>

#include <Poco/InflatingStream.h>
#include <Poco/MemoryStream.h>

#include "workbook/package/part_buffer.h"
#include "workbook/package/zip_directory.h"

namespace lvce::xlsx {
namespace {

constexpr std::string_view kZipStart("PK\x03\x04", 4);
constexpr unsigned kStored = 0;
constexpr unsigned kDeflated = 8;
constexpr int kRawDeflate = -15;  ///< zlib's number for a stream without a head of its own
constexpr std::string_view kOleStart("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);

std::string utf16le(std::string_view ascii) {
  std::string out;
  for (char c : ascii) {
    out += c;
    out += '\0';
  }
  return out;
}

std::string normalised_name(std::string name) {
  for (char& c : name) {
    if (c == '\\') c = '/';
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return name.starts_with('/') ? name.substr(1) : name;
}

}  // namespace

ContainerKind container_kind(std::string_view bytes) {
  if (bytes.empty()) return ContainerKind::empty;
  if (bytes.starts_with(kZipStart)) return ContainerKind::zip;
  if (!bytes.starts_with(kOleStart)) return ContainerKind::other;
  return bytes.find(utf16le("EncryptedPackage")) == std::string_view::npos ? ContainerKind::ole_legacy : ContainerKind::ole_encrypted;
}

struct Package::Impl {
  std::map<std::string, ZipEntry> entries;
};

Package::Package(std::string_view bytes) : impl_(std::make_unique<Impl>()) {
  ZipDirectory directory = read_zip_directory(bytes, kMaxEntries);
  for (ZipEntry& entry : directory.entries) {
    std::string name = normalised_name(entry.name);
    impl_->entries.emplace(std::move(name), std::move(entry));
  }
  readable_ = directory.readable;
  too_large_ = directory.too_many;
}

Package::~Package() = default;

bool Package::has(const std::string& name) const { return impl_->entries.contains(normalised_name(name)); }

PartResult Package::parse(const std::string& name, XmlHandler& handler) {
  const auto found = impl_->entries.find(normalised_name(name));
  if (found == impl_->entries.end()) return PartResult::absent;
  const ZipEntry& entry = found->second;
  if (entry.encrypted) return PartResult::encrypted;
  if (entry.method != kStored && entry.method != kDeflated) return PartResult::damaged;
  try {
    Poco::MemoryInputStream packed(entry.packed.data(), static_cast<std::streamsize>(entry.packed.size()));
    Poco::InflatingInputStream inflated(packed, kRawDeflate);
    std::istream& content = entry.method == kStored ? static_cast<std::istream&>(packed) : inflated;
    return parse_content(entry, content, handler);
  } catch (const std::exception&) {
    return PartResult::damaged;
  }
}

PartResult Package::parse_content(const ZipEntry& entry, std::istream& content, XmlHandler& handler) {
  PartBuffer part(content, expanded_left_, handler);
  std::istream stream(&part);
  stream.peek();  // so that the encoding is known
  const XmlResult result = parse_xml(stream, handler, part.utf16());
  if (part.exceeded()) return PartResult::too_large;
  if (result != XmlResult::ok || part.endless()) return PartResult::damaged;
  if (!handler.stopped && (part.crc() != entry.crc || part.size() != entry.size)) return PartResult::damaged;
  return PartResult::ok;
}

std::string resolve_target(const std::string& part, const std::string& target) {
  std::vector<std::string> folders;
  const auto add = [&folders](const std::string& path) {
    std::size_t begin = 0;
    while (begin <= path.size()) {
      const std::size_t end = std::min(path.find('/', begin), path.size());
      const std::string piece = path.substr(begin, end - begin);
      if (piece == ".." && !folders.empty()) folders.pop_back();
      if (!piece.empty() && piece != "." && piece != "..") folders.push_back(piece);
      begin = end + 1;
    }
  };
  const bool absolute = target.starts_with('/') || target.starts_with('\\');
  if (!absolute && part.find('/') != std::string::npos) add(part.substr(0, part.rfind('/')));
  add(target);
  std::string out;
  for (const std::string& folder : folders) out += (out.empty() ? "" : "/") + folder;
  return out;
}

}  // namespace lvce::xlsx
