#include "cli/shown_output.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <iostream>
#include <streambuf>
#include <string>
#include <string_view>

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/options.h"
#include "cli/print.h"
#include "support/system_words.h"
#include "support/unseen.h"
#include "support/worker.h"

namespace lvce {
namespace {

constexpr std::size_t kHeld = 1U << 16;

/// A closed descriptor would be given to the next file that is opened. Its stand-in refuses: whoever closed it cannot read it.
void fill_standard_descriptors() {
  for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(fd, F_GETFD) >= 0 || errno != EBADF) continue;
    ::open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);  // the lowest that is free
  }
}

/// What libraries say in English is said by us. On a terminal progress is told by C's stream.
void keep_libraries_quiet() {
  if (::isatty(STDERR_FILENO) == 1) return;
  if (std::FILE* nowhere = std::fopen("/dev/null", "we"); nowhere != nullptr) stderr = nowhere;
}

/// Bytes at the end that begin a character which is not there whole.
std::size_t begun_at_end(std::string_view bytes) {
  constexpr std::size_t kLongest = 4;
  for (std::size_t back = 1; back < kLongest && back <= bytes.size(); ++back) {
    const auto byte = static_cast<unsigned char>(bytes[bytes.size() - back]);
    if ((byte & 0xC0U) == 0x80U) continue;
    const std::size_t length = byte >= 0xF0U ? 4 : byte >= 0xE0U ? 3 : byte >= 0xC0U ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}

/// Whether the reader of a pipe went before it had taken what lies in it. It is given a moment; one that is just slow is trusted.
bool reader_left(int fd) {
  constexpr int kTries = 20, kWaitMs = 10;
  struct stat kind {};
  if (::fstat(fd, &kind) != 0 || !S_ISFIFO(kind.st_mode)) return false;
  for (int i = 0; i < kTries; ++i) {
    int unread = 0;
    if (::ioctl(fd, FIONREAD, &unread) != 0 || unread == 0) return false;
    pollfd reader{fd, 0, 0};
    if (::poll(&reader, 1, kWaitMs) > 0 && (reader.revents & POLLERR) != 0) return true;
  }
  return false;
}

}  // namespace

/// Takes the place of a stream's buffer.
class ShownOutput::Sink : public std::streambuf {
 public:
  Sink(std::ostream& stream, int fd) : stream_(stream), before_(stream.rdbuf(this)), fd_(fd) {}
  ~Sink() override {
    write_held(held_.size());
    stream_.rdbuf(before_);
  }
  Sink(const Sink&) = delete;
  Sink& operator=(const Sink&) = delete;

  /// Why something could not be written; 0: all was.
  int finish() {
    const bool any = wrote_ || !held_.empty();
    write_held(held_.size());
    if (error_ == 0 && any && reader_left(fd_)) error_ = EPIPE;
    return error_;
  }

 protected:
  int_type overflow(int_type c) override {
    if (!traits_type::eq_int_type(c, traits_type::eof())) {
      const char one = traits_type::to_char_type(c);
      xsputn(&one, 1);
    }
    return traits_type::not_eof(c);
  }

  std::streamsize xsputn(const char* text, std::streamsize length) override {
    held_.append(text, static_cast<std::size_t>(length));
    if (held_.size() >= kHeld) sync();
    return length;
  }

  int sync() override {
    write_held(held_.size() - begun_at_end(held_));
    return 0;
  }

 private:
  void write_held(std::size_t length) {
    if (length == 0) return;
    if (error_ == 0 && !write_all(fd_, visible_lines(std::string_view(held_).substr(0, length)))) error_ = errno == 0 ? EIO : errno;
    held_.erase(0, length);
    wrote_ = true;
  }

  std::ostream& stream_;
  std::streambuf* before_;
  int fd_;
  std::string held_;
  bool wrote_ = false;
  int error_ = 0;
};

ShownOutput::ShownOutput() {
  fill_standard_descriptors();
  keep_libraries_quiet();
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  out_ = std::make_unique<Sink>(std::cout, STDOUT_FILENO);
  err_ = std::make_unique<Sink>(std::cerr, STDERR_FILENO);
}

ShownOutput::~ShownOutput() = default;

int ShownOutput::finish(int code) {
  const int error = out_->finish();
  if (error != 0) {
    code = kNotWritten;
    Finding lost = Finding::error("output-not-shown", on_disk("标准输出"), "没有写完：" + system_words(error) + "，显示的内容不完整",
                                  "请检查磁盘空间，或接收输出的程序，再运行一次；已经写入文件夹的文件不受影响");
    std::cerr << finding_line(lost) << "\n";
  }
  err_->finish();
  return code;
}

}  // namespace lvce
