#include "evidence/ofd/package.h"

#include <Poco/Checksum.h>
#include <Poco/InflatingStream.h>
#include <Poco/MemoryStream.h>

#include <algorithm>
#include <exception>
#include <utility>

#include "support/text.h"
#include "workbook/package/package.h"
#include "workbook/package/zip_directory.h"

namespace lvce::ofd {
namespace {

constexpr std::size_t kMaxEntries = 20'000;
constexpr std::string_view kRoot = "ofd.xml";
constexpr std::string_view kEncryptions = "encryptions.xml";  ///< GM/T 0099: entries are encrypted, not by the zip's own means

/// In UTF-8, whatever the archiver wrote; cases and slashes made the same.
std::string folded_case(const std::string& name) {
  std::string out = is_valid_utf8(name) ? name : from_gb18030(name).value_or(name);
  for (char& c : out) {
    if (c == '\\') c = '/';
    else if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return out;
}

/// Without "./" and leading slashes too.
std::string folded_entry(const std::string& name) { return xlsx::resolve_target("", folded_case(name)); }

std::string last_part(const std::string& name) { return name.substr(name.rfind('/') + 1); }

/// False when there is more than `cap`, or it does not inflate to its end.
bool drain(std::istream& in, std::string& bytes, std::uint64_t cap, bool& too_large) {
  char chunk[1 << 14];
  while (in.read(chunk, sizeof chunk), in.gcount() > 0) {
    bytes.append(chunk, static_cast<std::size_t>(in.gcount()));
    too_large = bytes.size() > cap;
    if (too_large) return false;
  }
  return in.eof();
}

/// As far as it goes.
Entry unpacked(const PackedEntry& entry, std::uint64_t cap, bool& too_large) {
  Entry out;
  try {
    Poco::MemoryInputStream packed(entry.bytes.data(), static_cast<std::streamsize>(entry.bytes.size()));
    if (entry.method == 0) {
      out.whole = drain(packed, out.bytes, cap, too_large);
    } else {
      Poco::InflatingInputStream inflated(packed, -15);  // zlib's number for a stream without a head of its own
      out.whole = drain(inflated, out.bytes, cap, too_large);
    }
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {
    out.whole = false;
  }
  Poco::Checksum sum(Poco::Checksum::TYPE_CRC32);
  sum.update(out.bytes.data(), static_cast<unsigned>(out.bytes.size()));
  out.whole = out.whole && sum.checksum() == entry.crc;
  return out;
}

}  // namespace

Package::Package(std::string_view bytes) {
  take_entries(bytes);
  for (const auto& [name, entry] : entries_) {
    if (last_part(name) == kRoot && (root_.empty() || std::count(name.begin(), name.end(), '/') < std::count(root_.begin(), root_.end(), '/'))) root_ = name;
    const auto [file, added] = by_file_.emplace(last_part(name), name);
    if (!added) file->second.clear();
  }
  if (root_.empty()) entries_.clear();
}

void Package::take_entries(std::string_view bytes) {
  const xlsx::ZipDirectory directory = xlsx::read_zip_directory(bytes, kMaxEntries);
  if (!directory.readable) return;
  for (const xlsx::ZipEntry& entry : directory.entries) {
    encrypted_ = encrypted_ || entry.encrypted || last_part(folded_entry(entry.name)) == kEncryptions;
    if (!entry.name.ends_with('/')) entries_.insert_or_assign(folded_entry(entry.name), PackedEntry{entry.packed, entry.method, entry.crc, entry.encrypted});
  }
}

std::optional<std::string> Package::locate(const std::string& from, const std::string& location) const {
  const std::string wanted = folded_case(trim(location));
  if (wanted.empty()) return std::nullopt;
  const std::string folded = folded_entry(wanted);
  const std::string relative = xlsx::resolve_target(from, wanted);
  const std::string from_root = xlsx::resolve_target(root_, folded);
  for (const std::string& name : {wanted.front() == '/' ? from_root : relative, from_root, xlsx::resolve_target(from, folded), folded}) {
    if (entries_.contains(name)) return name;
  }
  if (folded.ends_with(".xml")) return std::nullopt;  // pages are all called alike
  const auto found = by_file_.find(last_part(folded));
  return found == by_file_.end() || found->second.empty() ? std::nullopt : std::optional(found->second);
}

std::optional<Entry> Package::read(const std::string& name, std::uint64_t cap) {
  const auto found = entries_.find(name);
  if (found == entries_.end() || found->second.encrypted || (found->second.method != 0 && found->second.method != 8)) return std::nullopt;
  bool too_large = false;
  Entry entry = unpacked(found->second, std::min(cap, left_), too_large);
  left_ -= std::min<std::uint64_t>(left_, entry.bytes.size());
  if (too_large) return std::nullopt;
  return entry;
}

}  // namespace lvce::ofd
