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
  for (const auto& [name, count] : {std::pair{"units", 1}, {"pairs", 2}})
    words.collections[name] = [count = static_cast<std::size_t>(count)](const Scope& at) {
      std::vector<Scope> scopes(count, Scope(&at));
      for (Scope& scope : scopes) scope.set("unit.name", "甲");
      return scopes;
    };
  Findings findings;
  read_narrative({scratch()}, "t.md", words, findings);
}

}  // namespace lvce::fuzz
