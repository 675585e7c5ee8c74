#include "bind/missing_characters.h"

#include <cstdio>
#include <set>

#include "support/text.h"

namespace lvce {
namespace {

/// "U+20BB7"
std::string code_point(const std::string& character) {
  const std::u32string decoded = decode_utf8(character);
  char text[16] = "";
  if (!decoded.empty()) std::snprintf(text, sizeof text, "U+%04X", static_cast<unsigned>(decoded.front()));
  return text;
}

bool is_picture(const std::string& character) {
  const std::u32string decoded = decode_utf8(character);
  return !decoded.empty() && ((decoded.front() >= 0x1F000 && decoded.front() < 0x20000) || (decoded.front() >= 0x2600 && decoded.front() < 0x2800));
}

}  // namespace

void report_missing_characters(const Binding& binding, Findings& findings) {
  std::set<std::string> told;
  for (const Piece& piece : binding.pieces) {
    for (const std::string& character : piece.laid_out.missing_characters) {
      if (!told.insert(character).second) continue;
      const std::string where = piece.document.stem.empty() ? piece.document.title : piece.document.stem;
      findings.push_back(Finding::warning("character-without-face", in_file(where),
                                          "“" + character + "”（" + code_point(character) + "）没有可用的字形，纸面上显示为〓",
                                          is_picture(character) ? "请从文件名或填报内容中删去这个符号" : "请改用通用规范汉字，或在打印件上手写补正"));
    }
  }
}

}  // namespace lvce
