#include "evidence/pdf/balance.h"

#include <algorithm>
#include <array>
#include <qpdf/Pl_Buffer.hh>
#include <qpdf/Pl_Flate.hh>
#include <qpdf/Pl_QPDFTokenizer.hh>

namespace lvce {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kTokenKept = 4;  // no operator that matters has more than three
constexpr std::array kBuildPath = {"m"sv, "l"sv, "c"sv, "v"sv, "y"sv, "h"sv, "re"sv};
constexpr std::array kEndPath = {"n"sv, "f"sv, "F"sv, "f*"sv, "S"sv, "s"sv, "B"sv, "B*"sv, "b"sv, "b*"sv};

template <std::size_t N>
bool is_listed(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0'; }
bool is_delimiter(char c) { return c == '(' || c == ')' || c == '<' || c == '>' || c == '[' || c == ']' || c == '{' || c == '}' || c == '/' || c == '%'; }

}  // namespace

void OpenInContent::take(std::string_view word) {
  if (word == "q") ++saved;
  else if (word == "Q") saved > 0 ? --saved : ++too_many;
  else if (word == "BT" || word == "ET") text = word == "BT";
  else if (word == "BMC" || word == "BDC") ++marked;
  else if (word == "EMC") marked = std::max<std::int64_t>(marked - 1, 0);
  else if (is_listed(word, kBuildPath)) path = true;
  else if (is_listed(word, kEndPath)) path = false;
}

BalanceScanner::BalanceScanner() : Pipeline("balance", nullptr) {}

void BalanceScanner::write(unsigned char const* data, std::size_t length) {
  if (scanned_ += length; scanned_ > kScannedAtMost) return;
  for (std::size_t i = 0; i < length; ++i) take(static_cast<char>(data[i]));
}

/// The end of one stream of several: a token ends with it, the page's content goes on.
void BalanceScanner::finish() {
  if (state_ == State::token) end_token();
}

bool BalanceScanner::balanced() const {
  const bool whole = state_ == State::between || state_ == State::comment;
  return whole && brackets_ == 0 && angles_ == 0 && open_.nothing() && scanned_ <= kScannedAtMost;
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
  brackets_ += c == '[' ? 1 : c == ']' ? -1 : 0;
  angles_ += c == '<' ? 1 : c == '>' ? -1 : 0;
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
  open_.take(token_);
  if (token_ == "ID") {
    state_ = State::image;
    image_end_ = 0;
  }
  token_.clear();
}

void BalanceFilter::handleToken(QPDFTokenizer::Token const& token) {
  const QPDFTokenizer::token_type_e type = token.getType();
  if (type == QPDFTokenizer::tt_eof) return;
  write(held_);
  held_.clear();
  if (type == QPDFTokenizer::tt_bad) {
    held_ = token.getRawValue();
    return;
  }
  if (type == QPDFTokenizer::tt_array_open) brackets_ += ']';
  if (type == QPDFTokenizer::tt_dict_open) brackets_ += '>';
  const bool closes = type == QPDFTokenizer::tt_array_close || type == QPDFTokenizer::tt_dict_close;
  if (closes && brackets_.empty()) return;
  if (closes) brackets_.pop_back();
  if (token.isWord("Q") && open_.saved == 0) return;
  if (token.isWord()) open_.take(token.getValue());
  writeToken(token);
}

void BalanceFilter::close_brackets() {
  for (; !brackets_.empty(); brackets_.pop_back()) write(brackets_.back() == '>' ? " >>" : " ]");
}

void BalanceFilter::handleEOF() {
  write("\n");
  close_brackets();
  if (open_.text) write("ET\n");
  if (open_.path) write("n\n");
  for (; open_.marked > 0; --open_.marked) write("EMC\n");
  for (; open_.saved > 0; --open_.saved) write("Q\n");
}

void balance_contents(QPDF& pdf, QPDFPageObjectHelper& page) {
  std::vector<QPDFObjectHandle> parts = page.getObjectHandle().getPageContents();
  BalanceScanner scanner;
  for (QPDFObjectHandle& part : parts) {
    bool decodable = false;
    if (!part.pipeStreamData(&scanner, &decodable, 0, qpdf_dl_generalized, true, false) || !decodable) return;
  }
  if (scanner.balanced()) return;
  Pl_Buffer packed("packed");
  Pl_Flate deflate("deflate", &packed, Pl_Flate::a_deflate);
  BalanceFilter filter;
  Pl_QPDFTokenizer tokens("balance", &filter, &deflate);
  for (QPDFObjectHandle& part : parts) {
    const auto data = part.getStreamData(qpdf_dl_generalized);
    tokens.write(data->getBuffer(), data->getSize());
    tokens.writeCStr("\n");
  }
  tokens.finish();
  QPDFObjectHandle whole = QPDFObjectHandle::newStream(&pdf);
  whole.replaceStreamData(packed.getBufferSharedPointer(), QPDFObjectHandle::newName("/FlateDecode"), QPDFObjectHandle::newNull());
  page.getObjectHandle().replaceKey("/Contents", whole);
}

}  // namespace lvce
