// What a file's name says besides its number: extension, camera names, counts, dates, auxiliary files. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "office/dossier.h"
#include "support/place.h"

namespace lvce {

/// A name cut in two. An extension is 1–8 ASCII letters and digits with at least one letter: "2.1.1" has none.
struct NameParts {
  std::string stem;
  std::string extension;  ///< lower case, without the full stop
};
NameParts split_name(std::string_view name);

/// 图说.txt and its like, 说明.txt, 归档建议.xlsx, 改名记录.csv, dot-files, Thumbs.db, desktop.ini, lock files: never evidence.
bool is_auxiliary_name(std::string_view name);
/// 图说 with the ending of a text, table or document. A picture or PDF of that name is evidence.
bool is_caption_file_name(std::string_view name);

/// A name that a camera, a phone or a chat program gave: IMG_0001, 微信图片_20230305, mmexport…, bare digits. It is no caption.
bool is_camera_name(std::string_view title);

/// 通知(1).pdf, 通知 - 副本.pdf, 通知（2）.pdf: how programs name a second copy.
bool is_marked_copy(std::string_view name);

/// True for the extensions of pictures that are bound, in lower case.
bool is_picture_name(std::string_view extension);

/// N of a title that ends in （N项） or （N次), 0 included; 1 otherwise.
int counted_in(std::string_view title);

/// The first date in a title: 2023-03-05, 20230305, 202303, 2023年3月5日, 2023年3月, 2023年, 二〇二三年, 23年, 2023上半年, 2023第一季度, 〔2023〕.
/// Years 1990–2099. Nothing when there is none.
std::optional<std::string> date_in(std::string_view title);

struct YearSpan {
  int first = 0;
  int last = 0;
};

/// The years of a title that names several in a row: 2021、2022年, 2021-2022年度, 2021年至2022年.
std::optional<YearSpan> years_in(std::string_view title);

/// "2023-03-05" when the three make a date between 1990 and 2099; month and day may be 0 for "not given".
std::optional<std::string> date_text(int year, int month, int day);

/// A name's bytes as UTF-8: as they are, else read as GB18030. It still tells the file; what is shown goes through visible().
std::string shown_name(std::string_view bytes);
/// A name as it is read for its number and title: without unseen marks in front, which copying from a dialog of Windows leaves.
std::string read_name(std::string_view name);

/// Files of 佐证材料, for a finding that speaks of many.
std::vector<Place> evidence_places(const std::vector<std::string>& paths);

}  // namespace lvce
