// A caption file of any form, or a package that is one.
#include "evidence/folder/captions.h"

#include "fuzz/kit.h"

namespace lvce::fuzz {

void captions(std::string_view input) {
  const std::string bytes = package_of(input);
  if (is_for_worker(bytes)) return;
  for (const CaptionEnding& one : kCaptionEndings) {
    const InputFile file(bytes, "图说" + std::string(one.ending));
    CaptionList list;
    Findings findings;
    list.read(file.path(), "图说", findings);
    list.match({"a.jpg", "IMG_0001.jpg", "2.1.1 照片.png", "水表-1.jpeg"});
    list.take("a.jpg");
    list.report_unused(findings);
  }
}

}  // namespace lvce::fuzz
