// Keeps thousands of files small in memory: equal numbers in long arrays (widths of fonts, mostly) become one object.
#pragma once

#include <map>
#include <set>
#include <string>

#include "bind/pdf/objects.h"

namespace lvce {

/// libqpdf spends some 250 bytes on each number of an array, and the fonts of one office document hold a thousand of them. Sharing is safe:
/// nothing here ever changes a number in place.
class NumberPool {
 public:
  /// Goes through everything that `root` reaches and that was not seen before.
  void share(PdfObject root);

 private:
  void share_in(PdfObject& array);

  std::map<std::string, PdfObject> numbers_;
  std::set<QPDFObjGen> seen_;
};

}  // namespace lvce
