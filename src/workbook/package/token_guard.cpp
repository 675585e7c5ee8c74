#include "workbook/package/token_guard.h"

namespace lvce::xlsx {
namespace {

constexpr std::string_view kComment = "<!--";
constexpr std::string_view kCdata = "<![CDATA[";

}  // namespace

bool TokenGuard::accepts(std::string_view block) {
  for (char c : block) {
    if (c == '\0') return false;
    step(c);
    if (length_ > kMaxToken) return false;
  }
  return true;
}

/// Decides after "<" what kind of markup this is.
void TokenGuard::open(char c) {
  tail_ += c;
  if (tail_ == "<?") in_ = In::instruction;
  else if (tail_ == kComment) in_ = In::comment;
  else if (tail_ == kCdata) in_ = In::cdata;
  else if (!kComment.starts_with(tail_) && !kCdata.starts_with(tail_)) in_ = c == '>' ? In::text : In::tag;
  tag_ = tail_[1] == '/' ? Tag::end : tail_[1] == '!' ? Tag::declaration : Tag::begin;
  if (in_ == In::tag && (c == '"' || c == '\'')) {
    in_ = In::quote;
    quote_ = c;
  }
  if (in_ != In::opening) tail_.clear();
}

/// Behind ">" of a tag.
void TokenGuard::close() {
  if (tag_ == Tag::end && depth_ > 0) --depth_;
  if (tag_ == Tag::begin && !tail_is("/>")) ++depth_;
}

void TokenGuard::step(char c) {
  if (in_ == In::text) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    length_ = depth_ > 0 || space || c == '<' ? 0 : length_ + 1;
    tail_.clear();
    if (c == '<') tail_ = "<";
    if (c == '<') in_ = In::opening;
    if (c == '&') in_ = In::reference;
    return;
  }
  ++length_;
  if (in_ == In::opening) return open(c);
  if (in_ == In::tag && (c == '"' || c == '\'')) {
    quote_ = c;
    in_ = In::quote;
    return;
  }
  if (in_ == In::quote) {
    if (c == quote_) in_ = In::tag;
    return;
  }
  tail_ += c;
  if (tail_.size() > 3) tail_.erase(0, 1);
  const bool ended = (in_ == In::tag && c == '>') || (in_ == In::comment && tail_is("-->")) || (in_ == In::cdata && tail_is("]]>")) ||
                     (in_ == In::instruction && tail_is("?>")) || (in_ == In::reference && c == ';');
  if (ended && in_ == In::tag) close();
  if (ended) in_ = In::text;
}

}  // namespace lvce::xlsx
