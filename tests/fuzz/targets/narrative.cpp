// A narrative template in Markdown.
#include "compose/narrative.h"

#include "fuzz/kit.h"

namespace lvce::fuzz {

void narrative(std::string_view input) {
  const InputFile file(input, "t.md");
  Vocabulary words;
  words.root.set("office.name", "示例局");
  words.root.set("text", "第一段。\n# 不是标题\n<b>第三段</b>");
  words.root.set_flag("yes", true);
  words.collections["units"] = [](const Scope& at) {
    std::vector<Scope> scopes(2, Scope(&at));
    for (Scope& scope : scopes) scope.set("unit.name", "甲");
    return scopes;
  };
  Findings findings;
  read_narrative({scratch()}, "t.md", words, findings);
}

}  // namespace lvce::fuzz
