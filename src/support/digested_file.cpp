#include "support/digested_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "support/worker.h"

namespace lvce {
namespace {

constexpr std::size_t kBlock = 1 << 20;
constexpr std::size_t kBlocksAtMost = 4;

[[noreturn]] void fail(const std::filesystem::path& file) { throw std::system_error(errno, std::generic_category(), file.string()); }

int make(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (descriptor < 0) fail(file);
  return descriptor;
}

}  // namespace

DigestedFile::DigestedFile(const std::filesystem::path& file) : file_(file), descriptor_(make(file)), thread_(kBlocksAtMost) {}

DigestedFile::~DigestedFile() {
  try {
    thread_.wait();  // it uses the descriptor
  } catch (const std::exception&) {
    // finish() has said it, or nobody asks
  }
  if (descriptor_ >= 0) ::close(descriptor_);
}

void DigestedFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::string_view piece = bytes.substr(0, kBlock - block_.size());
    block_ += piece;
    bytes.remove_prefix(piece.size());
    if (block_.size() == kBlock) hand_over();
  }
}

std::string DigestedFile::digest() {
  hand_over();
  thread_.wait();
  return sha_.hexadecimal();
}

std::string DigestedFile::finish() {
  std::string sha256 = digest();
  if (::close(std::exchange(descriptor_, -1)) != 0) fail(file_);
  return sha256;
}

void DigestedFile::hand_over() {
  if (block_.empty()) return;
  thread_.add([this, block = std::move(block_)] { put(block); });
  block_.clear();
  block_.reserve(kBlock);
}

void DigestedFile::put(std::string_view block) {
  sha_.take(block);
  const auto length = static_cast<long long>(block.size());
  if (!write_all(descriptor_, block)) fail(file_);
  ::sync_file_range(descriptor_, size_, length, SYNC_FILE_RANGE_WRITE);
  size_ += length;
}

}  // namespace lvce
