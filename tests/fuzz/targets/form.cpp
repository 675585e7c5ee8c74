// A form template, expanded over a few words, with its formulas worked out.
#include "compose/form.h"

#include "compose/formula.h"
#include "fuzz/kit.h"

namespace lvce::fuzz {
namespace {

Vocabulary few_words() {
  Vocabulary made;
  made.root.set("office.name", "示例局");
  made.root.set_asking("office.contact", "", "创建联系人");
  made.root.set("none", std::nullopt, {});
  made.root.set_flag("yes", true);
  made.root.set_flag("no", false);
  made.collections["rows"] = [](const Scope& at) {
    std::vector<Scope> scopes;
    for (const auto& [group, value] : {std::pair{"a", 1}, {"a", 2}, {"b", 3}}) {
      scopes.emplace_back(&at);
      scopes.back().set("row.group", group);
      scopes.back().set("row.value", Decimal(value), {});
    }
    return scopes;
  };
  return made;
}

}  // namespace

void form(std::string_view input) {
  const InputFile file(input, "t.yaml");
  Findings findings;
  Document document = expand_form({scratch()}, "t.yaml", few_words(), findings);
  check_formulas(document, findings);
}

}  // namespace lvce::fuzz
