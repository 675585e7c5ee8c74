// RTF: the groups of fields give way to their results; control words for the day and the hour go.
#include <algorithm>
#include <array>
#include <cstdlib>

#include "evidence/documents/field_kinds.h"
#include "evidence/documents/freeze.h"
#include "evidence/documents/markup.h"

namespace lvce {
namespace {

using namespace std::string_view_literals;

constexpr std::array kClock = {"chdate"sv, "chdpl"sv, "chdpa"sv, "chtime"sv};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

struct RtfGroup {
  std::size_t begin;
  std::string_view name;  ///< its first control word
  std::size_t result_begin = 0;
  std::size_t result_end = 0;
  std::string instruction;
  bool deleted = false;
};

class RtfFreezer {
 public:
  RtfFreezer(std::string_view rtf, Frozen& found) : rtf_(rtf), found_(found) {}

  std::string run() {
    while (at_ < rtf_.size()) step();
    return edits_.empty() ? std::string(rtf_) : apply_edits(rtf_, std::move(edits_));
  }

 private:
  void step() {
    const char c = rtf_[at_];
    if (c == '{') {
      groups_.push_back({at_++, {}, 0, 0, {}, false});
    } else if (c == '}') {
      if (!groups_.empty()) close();
      ++at_;
    } else if (c == '\\') {
      control();
    } else {
      if (RtfGroup* field = instruction_of(); field != nullptr) field->instruction += c;
      ++at_;
    }
  }

  void control() {
    const std::size_t begin = at_++;
    if (at_ >= rtf_.size()) return;
    if (!is_letter(rtf_[at_])) {
      at_ += rtf_[at_] == '\'' ? 3 : 1;
      return;
    }
    while (at_ < rtf_.size() && is_letter(rtf_[at_])) ++at_;
    const std::string_view word = rtf_.substr(begin + 1, at_ - begin - 1);
    const std::size_t digits = at_;
    while (at_ < rtf_.size() && (rtf_[at_] == '-' || (rtf_[at_] >= '0' && rtf_[at_] <= '9'))) ++at_;
    const std::string number(rtf_.substr(digits, std::min<std::size_t>(at_ - digits, 12)));
    if (at_ < rtf_.size() && rtf_[at_] == ' ') ++at_;
    if (word == "bin") at_ = std::min(rtf_.size(), at_ + static_cast<std::size_t>(std::max(0, std::atoi(number.c_str()))));
    take(word, number, begin);
  }

  void take(std::string_view word, const std::string& number, std::size_t begin) {
    if (!groups_.empty() && groups_.back().name.empty()) groups_.back().name = word;
    if (std::find(kClock.begin(), kClock.end(), word) != kClock.end()) {
      ++found_.fields;
      ++found_.without_text;
      edits_.push_back({begin, at_, ""});
    }
    const bool on = number != "0";
    if (word == "v" && on && !groups_.empty()) ++found_.hidden;
    if (word == "annotation") ++found_.comments;
    if (word == "deleted" && on && groups_.size() > 1) groups_.back().deleted = true;
    if (word == "revised" && on) {
      ++found_.revisions;
      edits_.push_back({begin, at_, ""});
    }
  }

  /// The field in whose instruction we are.
  RtfGroup* instruction_of() {
    for (std::size_t i = groups_.size(); i-- > 1;) {
      if (groups_[i].name == "fldinst") return &groups_[i - 1];
      if (groups_[i].name == "fldrslt") return nullptr;
    }
    return nullptr;
  }

  void close() {
    const RtfGroup group = std::move(groups_.back());
    groups_.pop_back();
    if (group.deleted) {
      ++found_.revisions;
      edits_.push_back({group.begin, at_ + 1, ""});
    } else if (group.name == "fldrslt" && !groups_.empty()) {
      groups_.back().result_begin = group.begin;
      groups_.back().result_end = at_ + 1;
    } else if (group.name == "field") {
      finish(group);
    }
  }

  void finish(const RtfGroup& field) {
    const FieldKind kind = field_kind(field.instruction);
    if (kind == FieldKind::live) return;
    const bool saved = field.result_end > field.result_begin;
    if (kind == FieldKind::changing) {
      ++found_.fields;
      if (!saved) ++found_.without_text;
    }
    if (!saved) return edits_.push_back({field.begin, at_ + 1, ""});
    edits_.push_back({field.begin, field.result_begin, ""});
    edits_.push_back({field.result_end, at_ + 1, ""});
    const std::size_t word = rtf_.find("\\fldrslt", field.result_begin);
    if (word < field.result_end) edits_.push_back({field.result_begin + 1, word + 8, ""});
  }

  std::string_view rtf_;
  Frozen& found_;
  std::size_t at_ = 0;
  std::vector<RtfGroup> groups_;
  std::vector<Edit> edits_;
};

}  // namespace

std::string freeze_rtf(std::string_view rtf, Frozen& found) { return RtfFreezer(rtf, found).run(); }

}  // namespace lvce
