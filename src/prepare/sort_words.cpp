#include "prepare/sort_words.h"

#include <algorithm>
#include <map>
#include <stdexcept>

#include "support/text.h"
#include "support/yaml/yaml_tree.h"

namespace lvce {
namespace {

constexpr std::size_t kTwoCharacters = 6;  ///< bytes
constexpr const char* kGeneralForms = "通用";

/// The character of UTF-8 that begins there, or the byte where none does.
std::string character_at(const std::string& text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  return text.substr(at, lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4);
}

/// Alternatives as they stand in the file, parted by "|".
std::vector<std::string> alternatives_in(const YamlNode& node) {
  std::vector<std::string> out;
  for (const std::string& each : split(node.text, '|')) {
    if (std::string plain = folded_for_words(each); !plain.empty()) out.push_back(std::move(plain));
  }
  return out;
}

class SortWordsReader {
 public:
  SortWords read(const YamlNode& root) {
    out_.foreign = numbers_of(alternatives_in(root.at("foreign")));
    out_.own = numbers_of(alternatives_in(root.at("own")));
    out_.neutral = numbers_of(alternatives_in(root.at("neutral")));
    out_.body = alternatives_in(root.at("body"));
    out_.offices = alternatives_in(root.at("offices"));
    const YamlNode& addressees = root.at("addressees");
    out_.addressees = {alternatives_in(addressees.at("begins")), alternatives_in(addressees.at("inside")), alternatives_in(addressees.at("outside"))};
    out_.general = alternatives_in(root.at("general"));
    out_.senders = alternatives_in(root.at("senders"));
    out_.bodies = alternatives_in(root.at("bodies"));
    out_.asides = alternatives_in(root.at("asides"));
    out_.usual = alternatives_in(root.at("usual"));
    for (const YamlField& set : root.at("words").fields) sets_["<" + folded_for_words(set.key.text) + ">"] = numbers_of(alternatives_in(set.value));
    for (const YamlField& set : root.at("forms").fields) forms_[folded_for_words(set.key.text)] = alternatives_in(set.value);
    out_.forms = forms_[kGeneralForms];
    for (const YamlNode& node : root.at("topics").items) {
      out_.topics.push_back({sayings_of(node, "asks"), sayings_of(node, "says"), sayings_of(node, "hints"), sayings_of(node, "unless"), forms_of(node)});
      if (out_.topics.back().asks.empty()) throw std::runtime_error("第 " + std::to_string(node.place.line) + " 行：缺少 asks");
    }
    gather_nameless(alternatives_in(root.at("nameless")));
    return std::move(out_);
  }

 private:
  void gather_nameless(std::vector<std::string> words) {
    for (const auto& [kind, forms] : forms_) words.insert(words.end(), forms.begin(), forms.end());
    for (const int neutral : out_.neutral) words.push_back(out_.words[static_cast<std::size_t>(neutral)]);
    std::sort(words.begin(), words.end(),
              [](const std::string& left, const std::string& right) { return left.size() != right.size() ? left.size() > right.size() : left < right; });
    words.erase(std::unique(words.begin(), words.end()), words.end());
    out_.nameless = std::move(words);
  }

  int number_of(const std::string& word) {
    const auto [at, fresh] = numbers_.try_emplace(word, static_cast<int>(out_.words.size()));
    if (fresh) {
      out_.words.push_back(word);
      out_.by_start[character_at(word, 0)].push_back(at->second);
    }
    return at->second;
  }

  std::vector<int> numbers_of(const std::vector<std::string>& words) {
    std::vector<int> out;
    for (const std::string& word : words) out.push_back(number_of(word));
    return out;
  }

  std::vector<int> part_of(const std::string& part, const YamlNode& node) {
    if (!part.starts_with("<")) return {number_of(part)};
    const auto set = sets_.find(part);
    if (set == sets_.end()) throw std::runtime_error("第 " + std::to_string(node.place.line) + " 行：words 里没有" + part);
    return set->second;
  }

  std::vector<Saying> sayings_of(const YamlNode& topic, std::string_view key) {
    std::vector<Saying> out;
    const YamlNode& node = topic.at(key);
    for (const std::string& each : alternatives_in(node)) {
      Saying& saying = out.emplace_back();
      for (const std::string& part : split(each, '&')) saying.parts.push_back(part_of(part, node));
    }
    return out;
  }

  std::vector<std::string> forms_of(const YamlNode& topic) const {
    std::vector<std::string> out;
    for (const std::string& kind : alternatives_in(topic.at("forms"))) {
      const auto forms = forms_.find(kind);
      if (forms == forms_.end()) throw std::runtime_error("第 " + std::to_string(topic.place.line) + " 行：forms 里没有“" + kind + "”");
      out.insert(out.end(), forms->second.begin(), forms->second.end());
    }
    return out;
  }

  SortWords out_;
  std::map<std::string, std::vector<std::string>> forms_;
  std::map<std::string, int> numbers_;
  std::map<std::string, std::vector<int>> sets_;
};

}  // namespace

std::optional<SortWords> load_sort_words(const std::filesystem::path& file, std::string& problem) {
  try {
    SortWords out = SortWordsReader().read(load_own_yaml(file));
    if (!out.topics.empty()) return out;
    problem = "没有任何 topics";
  } catch (const std::exception& error) {
    problem = error.what();
  }
  return std::nullopt;
}

std::string folded_for_words(const std::string& text) {
  std::string out = without_space(fold_width(text));
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return out;
}

HeardWords::HeardWords(const SortWords& words, const std::string& text) : words_(words), text_(folded_for_words(text)), has_(words.words.size()) {
  for (std::size_t at = 0; at < text_.size(); ++at) {
    const auto begun = words.by_start.find(character_at(text_, at));
    if (begun == words.by_start.end()) continue;
    for (const int word : begun->second) {
      const std::string& known = words.words[static_cast<std::size_t>(word)];
      if (text_.compare(at, known.size(), known) == 0) has_[static_cast<std::size_t>(word)] = true;
    }
  }
}

bool HeardWords::has_any(const std::vector<int>& words) const {
  return std::any_of(words.begin(), words.end(), [&](int word) { return has(word); });
}

bool HeardWords::says(const Saying& saying) const {
  return std::all_of(saying.parts.begin(), saying.parts.end(), [&](const std::vector<int>& part) { return has_any(part); });
}

bool HeardWords::says_any(const std::vector<Saying>& sayings) const {
  return std::any_of(sayings.begin(), sayings.end(), [&](const Saying& saying) { return says(saying); });
}

void HeardWords::mark(int word, std::vector<bool>& covered) const { mark_text(words_.words[static_cast<std::size_t>(word)], covered); }

void HeardWords::mark_text(const std::string& word, std::vector<bool>& covered) const {
  for (std::size_t at = text_.find(word); at != std::string::npos; at = text_.find(word, at + 1)) {
    std::fill_n(covered.begin() + static_cast<std::ptrdiff_t>(at), word.size(), true);
  }
}

void HeardWords::cover(const Saying& saying, std::vector<bool>& covered) const {
  for (const std::vector<int>& part : saying.parts) {
    for (int word : part) {
      if (has(word)) mark(word, covered);
    }
  }
}

void HeardWords::cover_known(const Topic& topic, std::vector<bool>& covered) const {
  for (const std::vector<Saying>* sayings : {&topic.says, &topic.hints}) {
    for (const Saying& saying : *sayings) {
      const bool whole = says(saying);
      for (const std::vector<int>& part : saying.parts)
        for (int word : part)
          if (has(word) && (whole || words_.words[static_cast<std::size_t>(word)].size() >= kTwoCharacters)) mark(word, covered);
    }
  }
}

bool HeardWords::ends_in(const std::vector<bool>& covered, const std::vector<std::string>& forms) const {
  std::vector<bool> passed(text_.size());
  for (int word : words_.neutral) mark(word, passed);
  for (const std::string& form : forms) mark_text(form, passed);
  for (std::size_t at = text_.size(); at-- > 0;) {
    if (!begins_han(at)) continue;
    if (covered[at] || !passed[at]) return covered[at];
  }
  return true;
}

bool HeardWords::has_outside(const std::vector<int>& words, const std::vector<bool>& covered) const {
  return std::any_of(words.begin(), words.end(), [&](int word) {
    if (!has(word)) return false;
    const std::string& text = words_.words[static_cast<std::size_t>(word)];
    for (std::size_t at = text_.find(text); at != std::string::npos; at = text_.find(text, at + 1)) {
      const auto begin = covered.begin() + static_cast<std::ptrdiff_t>(at);
      if (!std::all_of(begin, begin + static_cast<std::ptrdiff_t>(text.size()), [](bool is) { return is; })) return true;
    }
    return false;
  });
}

std::string HeardWords::shown(const Saying& saying) const {
  std::vector<std::string> out;
  for (const std::vector<int>& part : saying.parts) {
    std::string longest;
    for (int word : part) {
      const std::string& text = words_.words[static_cast<std::size_t>(word)];
      if (has(word) && text.size() > longest.size()) longest = text;
    }
    if (std::find(out.begin(), out.end(), longest) == out.end()) out.push_back(longest);
  }
  return join(out, "…");
}

int HeardWords::unknown_characters() const {
  std::vector<bool> covered(text_.size());
  for (std::size_t i = 0; i < has_.size(); ++i) {
    if (has_[i] && words_.words[i].size() >= kTwoCharacters) mark(static_cast<int>(i), covered);
  }
  for (int word : words_.neutral) mark(word, covered);
  return count_uncovered(covered);
}

int HeardWords::unexplained_characters(std::vector<bool> covered) const {
  for (const std::vector<int>* words : {&words_.neutral, &words_.own})
    for (int word : *words) mark(word, covered);
  return count_uncovered(covered);
}

int HeardWords::count_uncovered(const std::vector<bool>& covered) const {
  int out = 0;
  for (std::size_t at = 0; at < text_.size(); ++at) {
    if (begins_han(at) && !covered[at]) ++out;
  }
  return out;
}

bool HeardWords::begins_han(std::size_t at) const {
  const auto byte = static_cast<unsigned char>(text_[at]);
  return byte >= 0xE4 && byte <= 0xE9;
}

}  // namespace lvce
