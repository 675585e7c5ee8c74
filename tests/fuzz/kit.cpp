#include "fuzz/kit.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include <Poco/Checksum.h>

#include "support/files.h"
#include "support/scratch_folder.h"
#include "workbook/package/package.h"
#include "workbook/xls/early_biff.h"

namespace lvce::fuzz {
namespace {

constexpr std::string_view kPartHead = "=== ";
constexpr int kMostParts = 200;

void empty_scratch() {
  std::error_code ignored;
  for (const auto& entry : std::filesystem::directory_iterator(scratch(), ignored)) std::filesystem::remove_all(entry.path(), ignored);
}

std::string number(std::uint64_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out += i < 8 ? static_cast<char>(value >> (8 * i) & 0xFF) : '\0';
  return out;
}

/// A zip whose parts are stored as they are, under any name.
class Zip {
 public:
  void add(std::string_view name, std::string_view bytes) {
    Poco::Checksum sum(Poco::Checksum::TYPE_CRC32);
    sum.update(bytes.data(), static_cast<unsigned>(bytes.size()));
    const auto size = static_cast<std::uint32_t>(bytes.size());
    const std::string facts = number(20, 2) + number(0x800, 2) + number(0, 6) + number(sum.checksum(), 4) + number(size, 4) + number(size, 4) +
                              number(static_cast<std::uint32_t>(name.size()), 2) + number(0, 2);
    directory_ += "PK\x01\x02" + number(20, 2) + facts + number(0, 10) + number(static_cast<std::uint32_t>(bytes_.size()), 4) + std::string(name);
    bytes_ += "PK\x03\x04" + facts + std::string(name) + std::string(bytes);
    ++count_;
  }
  std::string bytes() const {
    return bytes_ + directory_ + "PK\x05\x06" + number(0, 4) + number(count_, 2) + number(count_, 2) +
           number(static_cast<std::uint32_t>(directory_.size()), 4) + number(static_cast<std::uint32_t>(bytes_.size()), 4) + number(0, 2);
  }

 private:
  std::string bytes_, directory_;
  std::uint32_t count_ = 0;
};

/// Where the next part begins, at or behind `from`.
std::size_t next_part(std::string_view text, std::size_t from) {
  if (from == 0 && text.starts_with(kPartHead)) return 0;
  const std::size_t at = text.find("\n=== ", from == 0 ? 0 : from - 1);
  return at == std::string_view::npos ? text.size() : at + 1;
}

}  // namespace

const std::filesystem::path& scratch() {
  static const ScratchFolder folder("fuzz");
  return folder.path();
}

InputFile::InputFile(std::string_view bytes, const std::string& name) : path_(scratch() / name) {
  std::error_code ignored;
  std::filesystem::create_directories(path_.parent_path(), ignored);
  must(write_file(path_, bytes), "the scratch folder can be written");
}

InputFile::~InputFile() { empty_scratch(); }

std::string package_of(std::string_view input) {
  if (!input.starts_with(kPartHead)) return std::string(input);
  Zip zip;
  int parts = 0;
  for (std::size_t at = 0; at < input.size() && parts < kMostParts; ++parts) {
    const std::size_t line_end = std::min(input.find('\n', at), input.size());
    const std::size_t end = next_part(input, line_end);
    const std::size_t begin = std::min(line_end + 1, end);
    const std::size_t length = end - begin - (end > begin && end < input.size() ? 1 : 0);  // the line end in front of the next part
    zip.add(input.substr(at + kPartHead.size(), line_end - at - kPartHead.size()), input.substr(begin, length));
    at = end;
  }
  return zip.bytes();
}

bool is_for_worker(std::string_view bytes) { return xlsx::container_kind(bytes) == xlsx::ContainerKind::ole_legacy || formats::starts_as_biff(bytes); }

void must(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", promise);
  std::abort();
}

}  // namespace lvce::fuzz
