#include "bind/pdf/balance.h"

namespace lvce {
namespace {

constexpr std::size_t kTokenKept = 3;  // "q", "Q" and "ID" are all that matter

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0'; }
bool is_delimiter(char c) { return c == '(' || c == ')' || c == '<' || c == '>' || c == '[' || c == ']' || c == '{' || c == '}' || c == '/' || c == '%'; }

}  // namespace

BalanceScanner::BalanceScanner() : Pipeline("balance", nullptr) {}

void BalanceScanner::write(unsigned char const* data, std::size_t length) {
  if (scanned_ += length; scanned_ > kScannedAtMost) return;
  for (std::size_t i = 0; i < length; ++i) take(static_cast<char>(data[i]));
}

/// The end of one stream of several: a token ends with it, the page's content goes on.
void BalanceScanner::finish() {
  if (state_ == State::token) end_token();
}

void BalanceScanner::take(char c) {
  switch (state_) {
    case State::between: take_between(c); break;
    case State::token:
      if (!is_space(c) && !is_delimiter(c)) {
        if (token_.size() < kTokenKept) token_ += c;
        break;
      }
      end_token();
      if (state_ == State::between) take_between(c);
      break;
    case State::string: take_string(c); break;
    case State::escape: state_ = State::string; break;
    case State::comment:
      if (c == '\n' || c == '\r') state_ = State::between;
      break;
    case State::image: take_image(c); break;
  }
}

void BalanceScanner::take_between(char c) {
  if (is_space(c)) return;
  if (c == '(') {
    parentheses_ = 1;
    state_ = State::string;
  } else if (c == '%') {
    state_ = State::comment;
  } else if (c == '/') {  // a name: never an operator, so its slash is kept as part of the token
    token_ = "/";
    state_ = State::token;
  } else if (!is_delimiter(c)) {
    token_.assign(1, c);
    state_ = State::token;
  }
}

void BalanceScanner::take_string(char c) {
  if (c == '\\') state_ = State::escape;
  if (c == '(') ++parentheses_;
  if (c == ')' && --parentheses_ == 0) state_ = State::between;
}

/// Data of an inline image end with EI between white space.
void BalanceScanner::take_image(char c) {
  if (image_end_ == 3 && (is_space(c) || is_delimiter(c))) {
    state_ = State::between;
    return;
  }
  if (image_end_ == 2 && c == 'I') {
    image_end_ = 3;
  } else if (image_end_ == 1 && c == 'E') {
    image_end_ = 2;
  } else {
    image_end_ = is_space(c) ? 1 : 0;
  }
}

void BalanceScanner::end_token() {
  state_ = State::between;
  if (token_ == "q") ++depth_;
  if (token_ == "Q" && --depth_ < 0) {
    ++extra_closes_;
    depth_ = 0;
  }
  if (token_ == "ID") {
    state_ = State::image;
    image_end_ = 0;
  }
  token_.clear();
}

void BalanceFilter::handleToken(QPDFTokenizer::Token const& token) {
  if (token.isWord("q")) ++depth_;
  if (token.isWord("Q")) {
    if (depth_ == 0) return;
    --depth_;
  }
  writeToken(token);
}

void BalanceFilter::handleEOF() {
  write("\n");
  for (; depth_ > 0; --depth_) write("Q\n");
}

}  // namespace lvce
