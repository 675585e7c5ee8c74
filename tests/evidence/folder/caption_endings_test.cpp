// The table of caption files against the names that are kept out of the evidence, and what clerks are told.
#include <catch2/catch.hpp>
#include <filesystem>

#include "evidence/folder/captions.h"
#include "evidence/folder/names.h"
#include "paths.h"
#include "support/files.h"
#include "support/text.h"

using namespace lvce;

namespace {

std::string line_of(const char* page, const std::string& mark) {
  for (const std::string& line : split(read_file(std::filesystem::path(kSourceFolder) / page, 1 << 20).value(), '\n')) {
    if (line.find(mark) != std::string::npos) return line;
  }
  return "";
}

}  // namespace

TEST_CASE("every caption file that is read is none of the evidence, and README and docs/findings.md name it", "[evidence][caption]") {
  for (const CaptionEnding& one : kCaptionEndings) {
    const std::string ending(one.ending), name = "图说" + ending;
    INFO(name);
    CHECK(is_caption_file_name(name));
    CHECK(line_of("README.md", "照片的图说写进文件名").find("`" + name + "`") != std::string::npos);
    CHECK(line_of("docs/findings.md", "`evidence-caption-file`").find(ending) != std::string::npos);
  }
}
