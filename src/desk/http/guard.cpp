#include "desk/http/guard.h"

#include <sys/random.h>

#include <Poco/Net/NameValueCollection.h>
#include <system_error>

#include <cerrno>
#include <iterator>

namespace lvce {
namespace {

std::string random_hex() {
  unsigned char bytes[32];
  if (getrandom(bytes, sizeof bytes, 0) != static_cast<ssize_t>(sizeof bytes)) throw std::system_error(errno, std::generic_category(), "getrandom");
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  for (const unsigned char byte : bytes) {
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
  return out;
}

/// In a time that does not tell how much of it is right.
bool is_same(const std::string& given, const std::string& wanted) {
  if (given.size() != wanted.size()) return false;
  unsigned char differs = 0;
  for (std::size_t i = 0; i < wanted.size(); ++i) differs = static_cast<unsigned char>(differs | (given[i] ^ wanted[i]));
  return differs == 0;
}

/// A header that is there just once.
std::string only(const Poco::Net::HTTPServerRequest& request, const std::string& name) {
  const auto first = request.find(name);
  if (first == request.end()) return "";
  std::size_t count = 0;
  for (auto each = request.begin(); each != request.end(); ++each) count += Poco::icompare(each->first, name) == 0 ? 1 : 0;
  return count == 1 ? first->second : "";
}

}  // namespace

Guard::Guard(int port)
    : host_("127.0.0.1:" + std::to_string(port)), token_(random_hex()), secret_(random_hex()), cookie_name_("lvce-" + std::to_string(port)) {}

Admission Guard::judge(const Poco::Net::HTTPServerRequest& request, const std::string& path, const std::string& token) {
  if (only(request, "Host") != host_) return Admission::wrong_host;
  const std::string& method = request.getMethod();
  const bool reads = method == "GET" || method == "HEAD";
  if (reads && path == "/" && !token.empty()) {
    if (has_cookie(request) || spend(token)) return Admission::buys_cookie;
    return Admission::no_token;
  }
  if (!has_cookie(request)) return Admission::no_token;
  const std::string site = only(request, "Sec-Fetch-Site");
  if (path != "/" && !site.empty() && site != "same-origin" && site != "none") return Admission::wrong_origin;
  if (reads) return Admission::admitted;
  if (method != "POST" && method != "PUT") return Admission::wrong_method;
  return judge_write(request);
}

bool Guard::has_cookie(const Poco::Net::HTTPServerRequest& request) const {
  Poco::Net::NameValueCollection cookies;
  request.getCookies(cookies);
  return is_same(cookies.get(cookie_name_, ""), secret_);
}

bool Guard::spend(const std::string& token) {
  const std::lock_guard lock(mutex_);
  if (spent_ || !is_same(token, token_)) return false;
  spent_ = true;
  return true;
}

Admission Guard::judge_write(const Poco::Net::HTTPServerRequest& request) const {
  if (only(request, "Origin") != "http://" + host_) return Admission::wrong_origin;
  const std::string type = only(request, "Content-Type");
  const bool fits = request.getMethod() == "PUT" ? type == "application/octet-stream" : type == "application/json";
  return fits ? Admission::admitted : Admission::wrong_type;
}

}  // namespace lvce
