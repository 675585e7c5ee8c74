// Keeps thousands of files small in memory: equal numbers and names become one object, lists of them the text that is written for them.
#pragma once

#include <set>
#include <string>
#include <unordered_map>

#include "bind/pdf/objects.h"

namespace lvce {

/// libqpdf spends some 250 bytes on each number or name and more on each array. The widths of a font, `[3 [318] 8 [950] …]`, are a
/// thousand of them, in every document an office exports. What was shared is only to be written: its lists are not read as lists any more.
class ValuePool {
 public:
  /// Goes through everything that `root` reaches and that was not seen before.
  void share(PdfObject root);
  /// Before another file, which shares no objects with those seen.
  void forget_places() { seen_.clear(); }

 private:
  PdfObject the_one(PdfObject& item);
  void share_in_array(PdfObject& array);
  void share_in_dictionary(PdfObject& dictionary);

  std::unordered_map<std::string, PdfObject> known_;
  std::set<QPDFObjGen> seen_;
};

}  // namespace lvce
