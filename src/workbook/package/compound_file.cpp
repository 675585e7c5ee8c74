#include "workbook/package/compound_file.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace lvce::formats {
namespace {

constexpr std::size_t kHeader = 512;
constexpr unsigned kLastRegularSector = 0xFFFFFFFA;
constexpr std::size_t kDirectoryEntry = 128;
constexpr unsigned kTypeStream = 2;
constexpr unsigned kTypeRoot = 5;

struct Entry {
  std::string name;  ///< ASCII part only, in lower case; the names we look for are so
  unsigned type = 0;
  unsigned left = 0, right = 0, child = 0;  ///< numbers of entries; what is no number is none
  unsigned start = 0;
  std::size_t size = 0;
};

class CompoundFile {
 public:
  explicit CompoundFile(std::string_view file) : file_(file) {}

  std::optional<std::string> read(std::vector<std::string> names) {
    for (std::string& name : names) std::transform(name.begin(), name.end(), name.begin(), lower);
    const unsigned shift = read_u16(file_, 30);
    const unsigned mini_shift = read_u16(file_, 32);
    if (file_.size() < kHeader || (shift != 9 && shift != 12) || mini_shift != 6) return std::nullopt;
    sector_ = std::size_t{1} << shift;
    mini_ = std::size_t{1} << mini_shift;
    read_fat();
    const auto directory = chain(read_u32(file_, 48), fat_, sector_, file_.substr(std::min(sector_, file_.size())), file_.size());
    if (!directory) return std::nullopt;
    return find_stream(*directory, names);
  }

 private:
  std::string_view sector(unsigned index) const {
    const std::uint64_t at = (std::uint64_t{index} + 1) * sector_;
    return index > kLastRegularSector || at >= file_.size() ? std::string_view() : file_.substr(at, sector_);
  }

  void add_table(std::vector<unsigned>& table, unsigned index) const {
    const std::string_view bytes = sector(index);
    for (std::size_t at = 0; at + 4 <= bytes.size(); at += 4) table.push_back(read_u32(bytes, at));
  }

  /// The sector table: the header names its first 109 sectors, a chain of further ones the rest.
  void read_fat() {
    const std::size_t most = file_.size() / sector_ + 1;
    for (std::size_t i = 0; i < 109 && fat_.size() <= most; ++i) add_table(fat_, read_u32(file_, 76 + 4 * i));
    unsigned next = read_u32(file_, 68);
    for (std::size_t steps = 0; steps < most && !sector(next).empty(); ++steps) {
      const std::string_view list = sector(next);
      for (std::size_t at = 0; at + 8 <= list.size() && fat_.size() <= most; at += 4) add_table(fat_, read_u32(list, at));
      if (list.size() < sector_) return;
      next = read_u32(list, sector_ - 4);
    }
  }

  /// Follows a chain of blocks in `space`; nothing when it leaves the file or is longer than the file.
  static std::optional<std::string> chain(unsigned start, const std::vector<unsigned>& table, std::size_t block, std::string_view space, std::size_t wanted) {
    std::string out;
    const std::size_t most = space.size() / block + 2;
    std::size_t steps = 0;
    for (unsigned at = start; at <= kLastRegularSector && out.size() < wanted; at = table[at]) {
      const std::uint64_t from = std::uint64_t{at} * block;
      if (at >= table.size() || from >= space.size() || ++steps > most) return std::nullopt;
      out += space.substr(from, block);
    }
    return out;
  }

  static char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

  static Entry entry_at(std::string_view bytes) {
    Entry entry;
    const std::size_t length = std::min<std::size_t>(read_u16(bytes, 64), 64);
    for (std::size_t i = 0; i + 2 < length; i += 2) entry.name += bytes[i + 1] == 0 ? lower(bytes[i]) : '?';
    entry.type = static_cast<unsigned char>(bytes[66]);
    entry.left = read_u32(bytes, 68);
    entry.right = read_u32(bytes, 72);
    entry.child = read_u32(bytes, 76);
    entry.start = read_u32(bytes, 116);
    entry.size = read_u32(bytes, 120);
    return entry;
  }

  std::optional<std::string> find_stream(std::string_view directory, const std::vector<std::string>& names) const {
    std::vector<Entry> entries;
    for (std::size_t at = 0; at + kDirectoryEntry <= directory.size(); at += kDirectoryEntry)
      entries.push_back(entry_at(directory.substr(at, kDirectoryEntry)));
    const auto root = std::find_if(entries.begin(), entries.end(), [](const Entry& entry) { return entry.type == kTypeRoot; });
    if (root == entries.end()) return std::nullopt;
    std::vector<bool> anywhere(entries.size(), true);
    const Entry* found = best_of(entries, names, in_folder(entries, root->child));
    if (found == nullptr) found = best_of(entries, names, anywhere);  // the tree of names is broken
    if (found == nullptr || found->size > file_.size()) return std::nullopt;
    return stream(*root, *found);
  }

  /// The entries of one folder: not those of objects that are embedded in the document, which have folders of their own.
  static std::vector<bool> in_folder(const std::vector<Entry>& entries, unsigned first) {
    std::vector<bool> inside(entries.size(), false);
    std::vector<unsigned> open{first};
    while (!open.empty()) {
      const unsigned at = open.back();
      open.pop_back();
      if (at >= entries.size() || inside[at]) continue;
      inside[at] = true;
      open.push_back(entries[at].left);
      open.push_back(entries[at].right);
    }
    return inside;
  }

  /// The stream with the first of the names.
  static const Entry* best_of(const std::vector<Entry>& entries, const std::vector<std::string>& names, const std::vector<bool>& where) {
    const Entry* found = nullptr;
    std::size_t rank = names.size();  // of the one found
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const auto named = static_cast<std::size_t>(std::find(names.begin(), names.end(), entries[i].name) - names.begin());
      if (!where[i] || entries[i].type != kTypeStream || named >= rank) continue;
      rank = named;
      found = &entries[i];
    }
    return found;
  }

  std::optional<std::string> stream(const Entry& root, const Entry& entry) const {
    const std::string_view sectors = file_.substr(std::min(sector_, file_.size()));
    std::optional<std::string> out;
    if (entry.size >= read_u32(file_, 56)) {
      out = chain(entry.start, fat_, sector_, sectors, entry.size);
    } else {
      const auto mini_fat = chain(read_u32(file_, 60), fat_, sector_, sectors, file_.size());
      const auto mini_space = chain(root.start, fat_, sector_, sectors, root.size);
      if (!mini_fat || !mini_space) return std::nullopt;
      std::vector<unsigned> table;
      for (std::size_t at = 0; at + 4 <= mini_fat->size(); at += 4) table.push_back(read_u32(*mini_fat, at));
      out = chain(entry.start, table, mini_, *mini_space, entry.size);
    }
    if (!out || out->size() < entry.size) return std::nullopt;
    out->resize(entry.size);
    return out;
  }

  std::string_view file_;
  std::size_t sector_ = 512;
  std::size_t mini_ = 64;
  std::vector<unsigned> fat_;
};

}  // namespace

unsigned read_u16(std::string_view bytes, std::size_t at) {
  if (at + 2 > bytes.size()) return 0;
  return static_cast<unsigned>(static_cast<unsigned char>(bytes[at])) | static_cast<unsigned>(static_cast<unsigned char>(bytes[at + 1])) << 8;
}

unsigned read_u32(std::string_view bytes, std::size_t at) { return read_u16(bytes, at) | read_u16(bytes, at + 2) << 16; }

std::optional<std::string> read_stream(std::string_view file, const std::vector<std::string>& names) { return CompoundFile(file).read(names); }

}  // namespace lvce::formats
