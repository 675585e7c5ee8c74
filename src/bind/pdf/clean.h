// A foreign page made ready for our volumes: only what is carried, its layers as they are printed.
#pragma once

#include <map>
#include <string>

#include "bind/pdf/carried.h"
#include "bind/pdf/layers.h"
#include "bind/pdf/objects.h"

namespace lvce {

/// Of one file.
class Cleaner {
 public:
  explicit Cleaner(QPDF& source);

  /// Takes out of `holder` (/Resources, /Contents, /Group) and all below it what is not carried, and unwraps single filters from their
  /// arrays. Returns an empty string, or in Chinese why the page cannot be carried: nested deeper than kNestingAtMost, or more than
  /// kObjectsAtMost objects in the file (copying recurses, so such a file could bring the program down).
  std::string clean(PdfObject holder);
  const FileLayers& layers() const { return layers_; }

  static constexpr int kNestingAtMost = 1000;
  static constexpr int kObjectsAtMost = 2'000'000;

 private:
  std::map<QPDFObjGen, Carried> seen_;
  FileLayers layers_;
  int visited_ = 0;
  std::string fault_;
};

}  // namespace lvce
