// Paths below the evidence folder, one a line: numbers, titles, dates, and places for files that have none.
#include "evidence/folder/names.h"

#include "evidence/folder/folder_meaning.h"
#include "fuzz/kit.h"
#include "prepare/propose.h"
#include "prepare/sort_words.h"
#include "rubric/rubric.h"
#include "support/files.h"
#include "support/text.h"

namespace lvce::fuzz {
namespace {

const Rubric& official_rubric() {
  static const Rubric rubric = *load_rubric("shanxi-2021", data_folder()).rubric;
  return rubric;
}

const SortWords& sort_words() {
  static std::string problem;
  static const SortWords words = *load_sort_words(data_folder() / "templates" / "sorting.yaml", problem);
  return words;
}

void read_words(const std::string& stem) {
  counted_in(stem);
  years_in(stem);
  is_camera_name(stem);
  is_auxiliary_name(stem);
  const auto date = date_in(stem);
  must(!date || date->size() >= 4, "a date has at least its year");
}

void read_path(const std::string& path, const NumberTable& table) {
  const std::vector<std::string> names = split(path, '/');
  FolderMeaning meaning;
  for (std::size_t i = 0; i + 1 < names.size(); ++i) {
    WalkedFolder folder;
    folder.name = names[i];
    folder.path = join({names.begin(), names.begin() + static_cast<std::ptrdiff_t>(i) + 1}, "/");
    NamePlace place;
    meaning = meaning_below(meaning, folder, i + 1, table, place);
  }
  const std::string stem = split_name(names.back()).stem;
  const NamePlace place = place_of_file(stem, meaning, table);
  for (const std::string& id : place.ids) must(table.position(id) < table.size(), "a file is placed under indicators of the rubric");
  read_words(stem);
}

}  // namespace

void names(std::string_view input) {
  static const NumberTable table(official_rubric());
  EvidenceFolder folder;
  for (const std::string& line : split(input.substr(0, 4000), '\n')) {
    const std::string shown = shown_name(line);
    must(is_valid_utf8(shown), "a name is shown in UTF-8");
    read_path(shown, table);
    EvidenceFile& file = folder.files.emplace_back();
    file.path = shown;
    file.title = split_name(shown).stem;
    file.state = EvidenceState::unassigned;
  }
  static const Proposer proposer(official_rubric(), sort_words());
  proposer.places(folder, {});
}

}  // namespace lvce::fuzz
