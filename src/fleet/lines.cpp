#include "fleet/lines.h"

#include <sys/socket.h>

#include <cerrno>
#include <string_view>

namespace lvce {
namespace {

constexpr std::size_t kLongestLine = 64U << 20;

}  // namespace

bool LineSocket::send(const std::string& line) const {
  const std::string whole = line + "\n";
  std::string_view left = whole;
  while (!left.empty()) {
    const ssize_t sent = ::send(descriptor_, left.data(), left.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    left.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool LineSocket::receive() {
  char chunk[1 << 16];
  ssize_t got = 0;
  do {
    got = ::recv(descriptor_, chunk, sizeof chunk, 0);
  } while (got < 0 && errno == EINTR);
  if (got <= 0) return false;
  arrived_.append(chunk, static_cast<std::size_t>(got));
  return arrived_.size() <= kLongestLine;
}

std::optional<std::string> LineSocket::take() {
  const std::size_t end = arrived_.find('\n');
  if (end == std::string::npos) return std::nullopt;
  std::string line = arrived_.substr(0, end);
  arrived_.erase(0, end + 1);
  return line;
}

std::optional<std::string> LineSocket::next() {
  while (true) {
    if (auto line = take()) return line;
    if (!receive()) return std::nullopt;
  }
}

}  // namespace lvce
