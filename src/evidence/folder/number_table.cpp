#include "evidence/folder/number_table.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

#include "support/first_words.h"
#include "support/text.h"

namespace lvce {
namespace {

/// Nothing when an id is not made of whole numbers.
Levels levels_of(const std::string& id) {
  Levels out;
  for (const std::string& part : split(id, '.')) {
    int value = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
    if (error != std::errc{} || end != part.data() + part.size()) return {};
    out.push_back(value);
  }
  return out;
}

/// How far apart two numbers are: levels not shared, then the distance at the first level that differs.
std::pair<int, int> distance(const Levels& wanted, const Levels& offered) {
  const auto [mine, theirs] = std::mismatch(wanted.begin(), wanted.end(), offered.begin(), offered.end());
  const int shared = static_cast<int>(mine - wanted.begin());
  const bool both = mine != wanted.end() && theirs != offered.end();
  return {-shared, both ? std::abs(*mine - *theirs) : 0};
}

bool is_word(char32_t c) { return (c >= 0x3400 && c <= 0x9FFF) || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Only letters, figures and characters.
std::string bare(std::string_view text) {
  std::string out;
  for (char32_t c : decode_utf8(fold_width(text))) {
    if (is_word(c)) append_utf8(out, c);
  }
  return out;
}

/// A name without the verb that standards put in front and the general words that clerks put behind: 推行绿色办公 and 绿色办公材料 are one.
std::string core_of(std::string_view name) {
  constexpr std::array kFronts = {"强化", "完善", "健全", "推行", "推进", "实行", "开展", "加强", "规范", "关于", "按照", "建立", "采取", "使用"};
  constexpr std::array kBacks = {"佐证材料", "证明材料", "支撑材料", "相关材料", "申报材料", "材料", "资料", "部分", "方面", "工作", "类"};
  std::string core = bare(name);
  for (std::string_view front : kFronts) {
    if (core.starts_with(front) && core.size() > front.size() + 6) {
      core.erase(0, front.size());
      break;
    }
  }
  for (std::string_view back : kBacks) {
    if (core.ends_with(back) && core.size() >= back.size() + 6) {
      core.resize(core.size() - back.size());
      break;
    }
  }
  return core;
}

/// The clauses of a group's lead sentence.
std::vector<std::string> clauses_of(const std::string& text) {
  std::vector<std::string> out(1);
  for (char32_t c : decode_utf8(text)) {
    if (std::u32string_view(U"，。；：《》").find(c) != std::u32string_view::npos) out.emplace_back();
    else append_utf8(out.back(), c);
  }
  return out;
}

bool share_two_characters(std::string_view left, std::string_view right) {
  const std::u32string mine = decode_utf8(bare(left));
  const std::u32string theirs = decode_utf8(bare(right));
  for (std::size_t i = 0; i + 1 < mine.size(); ++i) {
    if (mine[i] >= 0x3400 && mine[i + 1] >= 0x3400 && theirs.find(mine.substr(i, 2)) != std::u32string::npos) return true;
  }
  return false;
}

}  // namespace

std::string levels_text(const Levels& levels) {
  std::string out;
  for (int level : levels) out += (out.empty() ? "" : ".") + std::to_string(level);
  return out;
}

bool begins_with(const Levels& whole, const Levels& front) { return front.size() <= whole.size() && std::equal(front.begin(), front.end(), whole.begin()); }

Levels joined(Levels front, const Levels& behind) {
  front.insert(front.end(), behind.begin(), behind.end());
  return front;
}

NumberTable::NumberTable(const Rubric& rubric) {
  for (const Unit& unit : rubric.units) {
    add_name(unit.id, unit.name);
    for (const Group& group : unit.groups) {
      add_name(group.id, group.text);
      for (const std::string& clause : clauses_of(group.text)) {
        if (const std::string core = core_of(clause); core.size() >= 12) names_[core].push_back(levels_of(group.id));
      }
    }
    for (const Item& item : unit.items) {
      add_name(item.id, item.name);
      for (const Indicator& indicator : item.indicators) {
        const Levels levels = levels_of(indicator.id);
        if (levels.empty()) continue;
        positions_.emplace(levels, printed_.size());
        by_id_.emplace(indicator.id, printed_.size());
        texts_.emplace(levels, indicator.text);
        folder_names_.emplace(indicator.id, first_words(indicator.text, kFolderNameBytes));
        printed_.push_back(levels);
      }
    }
  }
}

bool NumberTable::is_folder_name(const std::vector<std::string>& ids, const std::string& words) const {
  return std::any_of(ids.begin(), ids.end(), [&](const std::string& id) {
    const auto known = folder_names_.find(id);
    return known != folder_names_.end() && known->second == trim(words);
  });
}

void NumberTable::add_name(const std::string& id, const std::string& name) {
  const Levels levels = levels_of(id);
  if (levels.empty() || name.empty()) return;
  words_[levels] = name;
  names_[core_of(name)].push_back(levels);
}

bool NumberTable::is_group(const Levels& levels) const {
  const auto next = positions_.upper_bound(levels);  // the first longer number follows its own beginning in this order
  return !levels.empty() && next != positions_.end() && begins_with(next->first, levels);
}

std::vector<std::string> NumberTable::below(const Levels& group) const {
  std::vector<std::string> out;
  for (const Levels& levels : printed_) {
    if (begins_with(levels, group)) out.push_back(levels_text(levels));
  }
  return out;
}

std::vector<std::string> NumberTable::between(const Levels& first, const Levels& last) const {
  std::vector<std::string> out;
  const auto begin = positions_.find(first);
  const auto end = positions_.find(last);
  if (begin == positions_.end() || end == positions_.end()) return out;
  for (std::size_t i = begin->second; i <= end->second; ++i) out.push_back(levels_text(printed_[i]));
  return out;
}

std::string NumberTable::nearest(const Levels& levels) const {
  const auto found = std::min_element(printed_.begin(), printed_.end(),
                                      [&](const Levels& left, const Levels& right) { return distance(levels, left) < distance(levels, right); });
  return found == printed_.end() ? "" : levels_text(*found);
}

std::size_t NumberTable::position(const std::string& id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? printed_.size() : found->second;
}

std::vector<Levels> NumberTable::named(std::string_view words) const {
  const auto found = names_.find(core_of(words));
  if (found == names_.end()) return {};
  std::vector<Levels> out;
  for (const Levels& levels : found->second) {
    const bool inside = std::any_of(out.begin(), out.end(), [&](const Levels& other) { return begins_with(levels, other); });
    if (!inside) out.push_back(levels);
  }
  return out;
}

bool NumberTable::agrees(const Levels& group, std::string_view words) const {
  for (const auto& [levels, name] : words_) {
    const bool related = begins_with(levels, group);
    if (related && share_two_characters(words, name)) return true;
  }
  const bool few = group.size() > 2 || below(group).size() == 1;
  return few && std::any_of(texts_.begin(), texts_.end(),
                            [&](const auto& text) { return begins_with(text.first, group) && share_two_characters(words, text.second); });
}

}  // namespace lvce
