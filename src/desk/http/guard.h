// Who may speak to the page: this machine's browser with the cookie that the token bought, under the one name that the page has.
#pragma once

#include <mutex>
#include <string>

#include <Poco/Net/HTTPServerRequest.h>

namespace lvce {

enum class Admission {
  admitted,
  buys_cookie,  ///< the token: answer with cookie() and send it to "/"
  wrong_host,   ///< missing, or another name: DNS rebinding
  no_token,
  wrong_origin,  ///< a write that another site's page asked for
  wrong_type,    ///< a write that is not what the page sends
  wrong_method,
};

class Guard {
 public:
  /// Listens on 127.0.0.1:`port`.
  explicit Guard(int port);

  std::string address() const { return "http://" + host_ + "/?token=" + token_; }
  /// "lvce-PORT=…; HttpOnly; SameSite=Strict; Path=/"
  std::string cookie() const { return cookie_name_ + "=" + secret_ + "; HttpOnly; SameSite=Strict; Path=/"; }
  /// `token`: what stands in the request's query; empty: none.
  Admission judge(const Poco::Net::HTTPServerRequest& request, const std::string& path, const std::string& token);

 private:
  bool has_cookie(const Poco::Net::HTTPServerRequest& request) const;
  bool spend(const std::string& token);
  Admission judge_write(const Poco::Net::HTTPServerRequest& request) const;

  const std::string host_;
  const std::string token_;
  const std::string secret_;
  const std::string cookie_name_;
  std::mutex mutex_;
  bool spent_ = false;
};

}  // namespace lvce
