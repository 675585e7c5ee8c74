// The zip container of an .xlsx, read from memory with caps: entries, and decompressed bytes over all parts together.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>

#include "workbook/package/xml.h"

namespace lvce::xlsx {

struct ZipEntry;

enum class ContainerKind { zip, ole_encrypted, ole_legacy, empty, other };
/// By the first bytes: zip "PK\3\4"; OLE compound files are old .xls/.et, or an encrypted .xlsx.
ContainerKind container_kind(std::string_view bytes);

enum class PartResult { ok, absent, damaged, too_large, encrypted };

class Package {
 public:
  static constexpr std::uint64_t kMaxExpanded = 64ULL << 20;
  static constexpr int kMaxEntries = 4096;

  /// `bytes` must outlive the package. Failures show as `readable() == false`.
  explicit Package(std::string_view bytes);
  ~Package();

  bool readable() const { return readable_; }
  bool too_large() const { return too_large_; }
  bool has(const std::string& name) const;
  /// Names are matched without regard to case, slash direction and a leading slash.
  PartResult parse(const std::string& name, XmlHandler& handler);

 private:
  struct Impl;
  PartResult parse_content(const ZipEntry& entry, std::istream& content, XmlHandler& handler);

  std::unique_ptr<Impl> impl_;
  bool readable_ = false;
  bool too_large_ = false;
  std::uint64_t expanded_left_ = kMaxExpanded;
};

/// Target of a relationship, relative to the part that it stands in: ("xl/workbook.xml", "worksheets/sheet1.xml") and
/// ("xl/workbook.xml", "/xl/worksheets/sheet1.xml") give the same name.
std::string resolve_target(const std::string& part, const std::string& target);

}  // namespace lvce::xlsx
