#include "bind/pdf/file_input.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <stdexcept>
#include <string_view>
#include <system_error>

namespace lvce {
namespace {

[[noreturn]] void fail(const std::filesystem::path& file) { throw std::system_error(errno, std::generic_category(), file.string()); }

}  // namespace

OpenFiles::~OpenFiles() {
  for (const Open& open : open_) ::close(open.descriptor);
}

int OpenFiles::descriptor_of(const std::filesystem::path& file) {
  const auto known = std::find_if(open_.begin(), open_.end(), [&](const Open& open) { return open.file.native() == file.native(); });
  if (known != open_.end()) {
    open_.splice(open_.begin(), open_, known);
    return open_.front().descriptor;
  }
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) fail(file);
  open_.push_front({file, descriptor});
  if (open_.size() > kOpenAtMost) {
    ::close(open_.back().descriptor);
    open_.pop_back();
  }
  return descriptor;
}

void OpenFiles::close(const std::filesystem::path& file) {
  if (piece_file_.native() == file.native()) piece_file_.clear();
  const auto known = std::find_if(open_.begin(), open_.end(), [&](const Open& open) { return open.file.native() == file.native(); });
  if (known == open_.end()) return;
  ::close(known->descriptor);
  open_.erase(known);
}

qpdf_offset_t OpenFiles::size(const std::filesystem::path& file) {
  struct stat facts {};
  if (::fstat(descriptor_of(file), &facts) != 0) fail(file);
  return facts.st_size;
}

std::size_t OpenFiles::read_through(const std::filesystem::path& file, qpdf_offset_t offset, char* into, std::size_t length) {
  const int descriptor = descriptor_of(file);
  std::size_t done = 0;
  while (done < length) {
    const ssize_t got = ::pread(descriptor, into + done, length - done, offset + static_cast<qpdf_offset_t>(done));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail(file);
    if (got == 0) break;
    done += static_cast<std::size_t>(got);
  }
  return done;
}

std::size_t OpenFiles::read(const std::filesystem::path& file, qpdf_offset_t offset, char* into, std::size_t length) {
  if (length >= kPiece) return read_through(file, offset, into, length);
  const auto end = piece_offset_ + static_cast<qpdf_offset_t>(piece_.size());
  const bool at_hand = piece_file_.native() == file.native() && offset >= piece_offset_ && offset + static_cast<qpdf_offset_t>(length) <= end;
  if (!at_hand) {
    piece_file_.clear();  // should the read fail, nothing is at hand
    piece_.resize(kPiece);
    piece_.resize(read_through(file, offset, piece_.data(), kPiece));
    piece_offset_ = offset;
    piece_file_ = file;
  }
  const auto from = static_cast<std::size_t>(offset - piece_offset_);
  const std::size_t count = std::min(length, piece_.size() - from);
  std::copy_n(piece_.data() + from, count, into);
  return count;
}

void FileInput::seek(qpdf_offset_t offset, int whence) {
  const qpdf_offset_t base = whence == SEEK_CUR ? at_ : whence == SEEK_END ? files_->size(file_) : 0;
  if (offset + base < 0) throw std::runtime_error(file_.string() + ": seek before the beginning");
  at_ = base + offset;
}

size_t FileInput::read(char* into, size_t length) {
  last_offset = at_;
  const std::size_t got = files_->read(file_, at_, into, length);
  at_ += static_cast<qpdf_offset_t>(got);
  if (got == 0 && length > 0) last_offset = at_ = files_->size(file_);  // as libqpdf's own sources do at the end
  return got;
}

void FileInput::unreadCh(char) {
  if (at_ > 0) --at_;
}

/// Where the next line end is; the place then stands behind it and all line ends that follow it.
qpdf_offset_t FileInput::findAndSkipNextEOL() {
  std::string piece(4096, '\0');
  while (const std::size_t length = read(piece.data(), piece.size())) {
    const std::size_t end = std::string_view(piece.data(), length).find_first_of("\r\n");
    if (end == std::string_view::npos) continue;
    const qpdf_offset_t found = last_offset + static_cast<qpdf_offset_t>(end);
    at_ = found + 1;
    char c = 0;
    while (read(&c, 1) == 1) {
      if (c == '\r' || c == '\n') continue;
      --at_;
      break;
    }
    return found;
  }
  return at_;
}

}  // namespace lvce
