// The fonts of a document by number: the embedded file where there is a usable one, our faces behind it.
#pragma once

#include <map>
#include <string>

#include "evidence/ofd/font_files.h"
#include "evidence/ofd/resources.h"

namespace lvce::ofd {

struct TextFont {
  std::shared_ptr<FontFile> embedded;  ///< may be none
  const FontChain* own = nullptr;      ///< by the name
  bool italic = false;                 ///< said by the resource, and not embedded
  bool spoilt = false;                 ///< an embedded file is there and cannot be used
};

class Fonts {
 public:
  Fonts(Package& package, OwnFaces& own) : package_(package), own_(own) {}
  /// `bold`: the text asks for it.
  TextFont font_for(const Resources& resources, const std::string& id, bool bold);

 private:
  std::shared_ptr<FontFile> embedded_font(const std::string& entry, const Resource& resource);

  Package& package_;
  OwnFaces& own_;
  std::map<std::string, std::shared_ptr<FontFile>> files_;  ///< by entry; nullptr: not usable
  std::shared_ptr<FT_LibraryRec_> library_ = open_freetype();
};

}  // namespace lvce::ofd
