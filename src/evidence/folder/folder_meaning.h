// What the names of folders say about the files below them, and what a name says where it lies. Pure; the rules are design §2.5.
#pragma once

#include <string>
#include <vector>

#include "evidence/folder/number.h"
#include "evidence/folder/walk.h"

namespace lvce {

/// A number that the rubric lacks, or one with several readings: whose it is, so that it is said once.
struct FolderDoubt {
  Levels unknown;
  std::vector<std::string> readings;
  std::size_t folder = 0;
  bool any() const { return !unknown.empty() || !readings.empty(); }
};

struct FolderMeaning {
  std::vector<std::string> ids;  ///< of the nearest folder that holds an indicator id, or of a unit or item that has only one
  Levels group;                  ///< the deepest unit, item or group on the way: numbers below are relative to it
  Levels above;                  ///< what the folder's own number was relative to
  FolderDoubt doubt;             ///< the folders above it do not count
  std::string title;             ///< nearest rest of a name
  bool hidden = false;
};

enum class PlaceKind {
  above,    ///< says nothing of its own: as the folder
  ids,      ///< these indicators
  group,    ///< a unit, item or group
  unclear,  ///< several readings
  unknown,  ///< a number that the rubric lacks
};

/// A name read where it lies.
struct NamePlace {
  PlaceKind kind = PlaceKind::above;
  std::vector<std::string> ids;
  Levels group;
  std::vector<std::string> readings;
  Levels unknown;          ///< also where the folder's indicator takes it all the same
  bool elsewhere = false;  ///< ids of another indicator than that of the folder it lies in
  bool takes_all = false;  ///< a unit or item with one indicator
  std::string order;
  std::string title;
  ReadNumber number;
};

/// Words that say nothing of what is in a folder: 照片, 材料 ….
bool is_general_word(std::string_view words);

/// A file's name without its extension.
NamePlace place_of_file(std::string_view stem, const FolderMeaning& folder, const NumberTable& table);

/// The meaning of `folder`, the `index`-th walked, inside one that means `above`. `place`: how its own name was read.
FolderMeaning meaning_below(const FolderMeaning& above, const WalkedFolder& folder, std::size_t index, const NumberTable& table, NamePlace& place);

}  // namespace lvce
