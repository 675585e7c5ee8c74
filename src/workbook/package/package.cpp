#include "workbook/package/package.h"

#include <array>
#include <exception>
#include <vector>

#include <Poco/MemoryStream.h>
#include <Poco/Zip/ZipArchive.h>
#include <Poco/Zip/ZipStream.h>

#include "workbook/package/token_guard.h"

namespace lvce::xlsx {
namespace {

constexpr std::string_view kZipStart("PK\x03\x04", 4);
constexpr std::string_view kOleStart("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);

std::string utf16le(std::string_view ascii) {
  std::string out;
  for (char c : ascii) {
    out += c;
    out += '\0';
  }
  return out;
}

std::string normalised(std::string name) {
  for (char& c : name) {
    if (c == '\\') c = '/';
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return name.starts_with('/') ? name.substr(1) : name;
}

/// Hands on a stream until the budget is used up or the handler has stopped; decompression then ends too.
class CappedBuffer : public std::streambuf {
 public:
  CappedBuffer(std::istream& in, std::uint64_t& left, const XmlHandler& handler) : in_(in), left_(left), handler_(handler) {}
  bool exceeded = false;  ///< more bytes than the budget
  bool endless = false;   ///< markup that does not end

 protected:
  int_type underflow() override {
    if (handler_.stopped || exceeded || endless) return traits_type::eof();
    in_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    const auto got = static_cast<std::uint64_t>(in_.gcount());
    if (got == 0) return traits_type::eof();
    if (got > left_) {
      exceeded = true;
      return traits_type::eof();
    }
    left_ -= got;
    endless = !guard_.accepts({buffer_.data(), got});
    if (endless) return traits_type::eof();
    setg(buffer_.data(), buffer_.data(), buffer_.data() + got);
    return traits_type::to_int_type(buffer_.front());
  }

 private:
  std::istream& in_;
  std::uint64_t& left_;
  const XmlHandler& handler_;
  TokenGuard guard_;
  std::array<char, 1 << 14> buffer_{};
};

}  // namespace

ContainerKind container_kind(std::string_view bytes) {
  if (bytes.empty()) return ContainerKind::empty;
  if (bytes.starts_with(kZipStart)) return ContainerKind::zip;
  if (!bytes.starts_with(kOleStart)) return ContainerKind::other;
  return bytes.find(utf16le("EncryptedPackage")) == std::string_view::npos ? ContainerKind::ole_legacy : ContainerKind::ole_encrypted;
}

struct Package::Impl {
  explicit Impl(std::string_view given) : bytes(given) {}
  std::string_view bytes;
  std::map<std::string, Poco::Zip::ZipLocalFileHeader> entries;
};

Package::Package(std::string_view bytes) : impl_(std::make_unique<Impl>(bytes)) {
  try {
    Poco::MemoryInputStream in(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    const Poco::Zip::ZipArchive archive(in);
    for (auto entry = archive.headerBegin(); entry != archive.headerEnd(); ++entry) {
      if (impl_->entries.size() >= kMaxEntries) {
        too_large_ = true;
        return;
      }
      impl_->entries.emplace(normalised(entry->first), entry->second);
    }
    readable_ = !impl_->entries.empty() && archive.fileInfoBegin() != archive.fileInfoEnd();
  } catch (const std::exception&) {
    readable_ = false;
  }
}

Package::~Package() = default;

bool Package::has(const std::string& name) const { return impl_->entries.contains(normalised(name)); }

PartResult Package::parse(const std::string& name, XmlHandler& handler) {
  const auto found = impl_->entries.find(normalised(name));
  if (found == impl_->entries.end()) return PartResult::absent;
  if (found->second.isEncrypted()) return PartResult::encrypted;
  try {
    Poco::MemoryInputStream in(impl_->bytes.data(), static_cast<std::streamsize>(impl_->bytes.size()));
    Poco::Zip::ZipInputStream part(in, found->second, true);
    CappedBuffer capped(part, expanded_left_, handler);
    std::istream stream(&capped);
    const XmlResult result = parse_xml(stream, handler);
    if (capped.exceeded) return PartResult::too_large;
    if (result != XmlResult::ok || capped.endless) return PartResult::damaged;
    if (!handler.stopped && !part.crcValid()) return PartResult::damaged;
    return PartResult::ok;
  } catch (const std::exception&) {
    return PartResult::damaged;
  }
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
