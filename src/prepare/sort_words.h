// templates/sorting.yaml as plain data: what offices call the things that standards ask for. And what a text says of them.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace lvce {

/// Words that must all be there; of each, any of the numbered ones.
struct Saying {
  std::vector<std::vector<int>> parts;
};

/// One thing that standards ask for, and the words by which it is known.
struct Topic {
  std::vector<Saying> asks;        ///< what an indicator's text or demands say that ask for it
  std::vector<Saying> says;        ///< what a file says that is it
  std::vector<Saying> hints;       ///< what a file says that may be it
  std::vector<Saying> unless;      ///< what a file says that is something else
  std::vector<std::string> forms;  ///< what a paper of it may be besides the general forms (合同, 签到表 …)
};

/// To whom a paper is addressed.
struct Addressees {
  std::vector<std::string> begins;   ///< how the line begins that says so
  std::vector<std::string> inside;   ///< the office's own people
  std::vector<std::string> outside;  ///< others
};

struct SortWords {
  std::vector<std::string> words;                              ///< each once, as folded_for_words makes them; a number of a word is its place here
  std::unordered_map<std::string, std::vector<int>> by_start;  ///< the numbers of the words that begin with a character
  std::vector<int> foreign;                                    ///< who speaks of these speaks of another matter
  std::vector<int> own;                                        ///< … unless also of these
  std::vector<int> neutral;                                    ///< say nothing about a place
  std::vector<std::string> nameless;                           ///< of which a name is made that says nothing: nameless, neutral, forms; longest first
  std::vector<std::string> body;                               ///< words with which the body of a paper begins
  std::vector<std::string> offices;                            ///< how the name of an office ends
  Addressees addressees;
  std::vector<std::string> general;  ///< words of rules that bind a whole region
  std::vector<std::string> senders;  ///< in a folder: whose papers lie in it, when not the office's own
  std::vector<std::string> bodies;   ///< in a letterhead: party groups, trade union, whose papers are seldom the office's own
  std::vector<std::string> asides;   ///< how a title ends that is beside the thing it names (附表, 说明)
  std::vector<std::string> usual;    ///< phrases of standards that any paper may hold
  std::vector<std::string> forms;    ///< what a paper of any topic may be, by its last words (表, 记录, 通知 …)
  std::vector<Topic> topics;
};

/// Nothing when it cannot be read; `problem` says why, in Chinese.
std::optional<SortWords> load_sort_words(const std::filesystem::path& file, std::string& problem);

/// Without white space, half width, capitals.
std::string folded_for_words(const std::string& text);

/// Which of the words stand in a text, and where. Borrows `words`.
class HeardWords {
 public:
  HeardWords(const SortWords& words, const std::string& text);

  bool has(int word) const { return has_[static_cast<std::size_t>(word)]; }
  bool has_any(const std::vector<int>& words) const;
  bool says_any(const std::vector<Saying>& sayings) const;
  bool says(const Saying& saying) const;
  /// Marks the bytes of `saying`'s words in `covered` (as long as the text).
  void cover(const Saying& saying, std::vector<bool>& covered) const;
  /// Marks the words of what the topic says and hints at: those of two characters and more, and all where the whole saying holds.
  void cover_known(const Topic& topic, std::vector<bool>& covered) const;
  /// One of `words` stands at a place that is not covered.
  bool has_outside(const std::vector<int>& words, const std::vector<bool>& covered) const;
  /// "节能…方案": the words that made `saying` true.
  std::string shown(const Saying& saying) const;
  /// Han characters that belong to no known word of two characters, nor to a neutral one.
  int unknown_characters() const;
  /// Han characters that are neither `covered` nor belong to a neutral word or to one of our own.
  int unexplained_characters(std::vector<bool> covered) const;
  /// What stands behind the last of `covered` is made of neutral words and of `forms` alone.
  bool ends_in(const std::vector<bool>& covered, const std::vector<std::string>& forms) const;
  std::size_t size() const { return text_.size(); }

 private:
  void mark(int word, std::vector<bool>& covered) const;
  void mark_text(const std::string& word, std::vector<bool>& covered) const;
  bool begins_han(std::size_t at) const;
  int count_uncovered(const std::vector<bool>& covered) const;

  const SortWords& words_;
  std::string text_;
  std::vector<bool> has_;
};

}  // namespace lvce
