// run_desk: the HTTP server from its address to its end.
#include <signal.h>
#include <time.h>

#include <chrono>
#include <ostream>

#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/ThreadPool.h>
#include <Poco/URI.h>

#include "desk/browser.h"
#include "desk/desk.h"
#include "desk/http/exchange.h"
#include "desk/http/guard.h"
#include "support/text.h"

namespace lvce {
namespace {

using namespace std::chrono_literals;
namespace net = Poco::Net;

constexpr int kThreads = 40, kQueued = 200, kSocketSeconds = 60;
constexpr auto kUnusedAtMost = 60min;

void refuse_stranger(Exchange& exchange, Admission admission) {
  switch (admission) {
    case Admission::wrong_host: return refuse_with(exchange, HttpStatus::HTTP_FORBIDDEN, "地址不对，已拒绝");
    case Admission::no_token:
      return answer_bytes(exchange, "text/plain; charset=utf-8",
                          "这个页面要用启动绿册时给出的地址打开（只能用一次，在同一个浏览器里）。\n地址已经用过的，请结束绿册，再打开一次。\n",
                          HttpStatus::HTTP_FORBIDDEN);
    case Admission::wrong_origin: return refuse_with(exchange, HttpStatus::HTTP_FORBIDDEN, "不是从本页面来的请求，已拒绝");
    case Admission::wrong_type: return refuse_with(exchange, HttpStatus::HTTP_UNSUPPORTEDMEDIATYPE, "请求的内容类型不对，已拒绝");
    case Admission::wrong_method: return refuse_with(exchange, HttpStatus::HTTP_METHOD_NOT_ALLOWED, "不支持这种请求");
    case Admission::admitted:
    case Admission::buys_cookie: return;
  }
}

class DeskHandler : public net::HTTPRequestHandler {
 public:
  DeskHandler(DeskRoom& room, Guard& guard) : room_(room), guard_(guard) {}

  void handleRequest(net::HTTPServerRequest& request, net::HTTPServerResponse& response) override {
    guard_answer(response);
    Exchange exchange{request, response, room_, "", {}};
    try {
      const Poco::URI uri(request.getURI());
      exchange.path = uri.getPath();
      for (const auto& [name, value] : uri.getQueryParameters()) exchange.query[name] = value;
      serve(exchange);
    } catch (const Poco::SyntaxException&) {
      if (!response.sent()) refuse_with(exchange, HttpStatus::HTTP_BAD_REQUEST, "地址不对");
    } catch (const std::exception&) {
      if (!response.sent()) refuse_with(exchange, HttpStatus::HTTP_INTERNAL_SERVER_ERROR, "程序内部出错，文件没有改动；请重试");
    }
  }

 private:
  void serve(Exchange& exchange) {
    const Admission admission = guard_.judge(exchange.request, exchange.path, exchange.asked("token"));
    if (admission == Admission::buys_cookie) {
      exchange.response.add("Set-Cookie", guard_.cookie());
      exchange.response.set("Location", "/");
      return answer_bytes(exchange, "text/plain; charset=utf-8", "", HttpStatus::HTTP_SEE_OTHER);
    }
    if (admission != Admission::admitted) return refuse_stranger(exchange, admission);
    if (exchange.path != "/api/wait") room_.used();
    for (const auto& group : {serve_page, serve_state, serve_files, serve_steps, serve_uploads, serve_units, serve_runs}) {
      if (group(exchange)) return;
    }
    refuse_with(exchange, HttpStatus::HTTP_NOT_FOUND, "没有这个地址");
  }

  DeskRoom& room_;
  Guard& guard_;
};

class DeskHandlers : public net::HTTPRequestHandlerFactory {
 public:
  DeskHandlers(DeskRoom& room, Guard& guard) : room_(room), guard_(guard) {}
  net::HTTPRequestHandler* createRequestHandler(const net::HTTPServerRequest&) override { return new DeskHandler(room_, guard_); }

 private:
  DeskRoom& room_;
  Guard& guard_;
};

net::HTTPServerParams::Ptr server_params() {
  net::HTTPServerParams::Ptr params = new net::HTTPServerParams;
  params->setKeepAlive(false);  // else stopping waits for every idle connection
  params->setMaxThreads(kThreads);
  params->setMaxQueued(kQueued);
  params->setTimeout(Poco::Timespan(kSocketSeconds, 0));
  return params;
}

/// Signals that end the program, and that of a closed connection, come to nobody but who asks for them.
sigset_t hold_signals() {
  sigset_t held;
  sigemptyset(&held);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGPIPE}) sigaddset(&held, signal);
  pthread_sigmask(SIG_BLOCK, &held, nullptr);
  sigdelset(&held, SIGPIPE);
  return held;
}

void wait_for_end(const DeskRoom& room, const sigset_t& signals) {
  constexpr timespec kPause{0, 200'000'000};
  while (!room.ended() && room.unused() < kUnusedAtMost) {
    if (sigtimedwait(&signals, nullptr, &kPause) > 0) return;
  }
}

}  // namespace

bool run_desk(const DeskOptions& options, std::ostream& out, std::ostream& errors) {
  const sigset_t signals = hold_signals();
  std::unique_ptr<net::ServerSocket> socket;
  try {
    socket = std::make_unique<net::ServerSocket>(net::SocketAddress("127.0.0.1", static_cast<Poco::UInt16>(options.port)), kQueued);
  } catch (const Poco::Exception&) {
    errors << "端口 " << options.port << " 用不了（可能被别的程序占着），请换一个 --port，或不写 --port\n";
    return false;
  }
  Guard guard(socket->address().port());
  DeskRoom room(options);
  Poco::ThreadPool threads(2, kThreads);
  net::HTTPServer server(new DeskHandlers(room, guard), threads, *socket, server_params());
  server.start();
  out << guard.address() << std::endl;
  if (options.browser && !open_outside(guard.address())) errors << "没有能自动打开的浏览器：请把上面的地址复制到浏览器里\n";
  errors << "绿册正在运行；用完请点页面上的“结束”，或按 Ctrl-C\n";
  wait_for_end(room, signals);
  room.end();
  server.stopAll(true);
  threads.joinAll();
  return true;
}

}  // namespace lvce
