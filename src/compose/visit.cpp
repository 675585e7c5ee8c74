#include "compose/visit.h"

#include <algorithm>

#include "compose/form.h"
#include "compose/vocabulary.h"

namespace lvce {
namespace {

void describe_visit(Scope& scope, const std::map<std::string, VisitRow>& rows) {
  const auto found = rows.find(scope.text("indicator.id"));
  const VisitRow row = found == rows.end() ? VisitRow() : found->second;
  scope.set("visit.pages", row.pages.empty() ? "—" : row.pages);
  scope.set("visit.look", !row.look.empty() ? row.look : row.pages.empty() ? "—" : "看材料");
}

}  // namespace

Document compose_visit(const Assessment& assessment, const std::map<std::string, VisitRow>& rows, const std::set<std::string>& chosen,
                       const Templates& templates, Findings& findings) {
  Vocabulary words = make_vocabulary(assessment);
  const auto shown = [indicators = words.collections["indicators"], &rows, &chosen](const Scope& at) {
    std::vector<Scope> scopes = indicators(at);
    std::erase_if(scopes, [&](const Scope& scope) { return !chosen.contains(scope.text("indicator.id")); });
    for (Scope& scope : scopes) describe_visit(scope, rows);
    return scopes;
  };
  words.collections["units"] = [units = words.collections["units"], shown](const Scope& at) {
    std::vector<Scope> scopes = units(at);
    std::erase_if(scopes, [&](const Scope& scope) { return shown(scope).empty(); });
    return scopes;
  };
  words.collections["indicators"] = shown;
  return expand_form(templates, "sheets/visit.yaml", words, findings);
}

Document cover_of_copy(Document cover, const std::string& copy) {
  if (copy.empty() || cover.sections.empty()) return cover;
  Paragraph mark;
  mark.style = ParagraphStyle::right_line;
  mark.runs.emplace_back().text = copy;
  mark.runs.back().face = Face::hei;
  auto& blocks = cover.sections.front().blocks;
  blocks.insert(blocks.begin(), {mark, Space{3}});
  return cover;
}

}  // namespace lvce
