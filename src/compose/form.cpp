#include "compose/form.h"

#include "compose/form_blocks.h"
#include "compose/yaml_view.h"

namespace lvce {
namespace {

void expand_section(const YamlView& view, const Vocabulary& words, const Scope& scope, Document& document) {
  view.only({"for", "if", "unless", "sheet", "hidden", "orientation", "narrow", "centred", "numbered", "bookmark", "level", "anchor", "blocks"});
  Section section;
  section.sheet = fill_text(view.text("sheet"), scope, view.place());
  section.hidden_sheet = view.flag("hidden");
  const std::string orientation = view.text("orientation", "portrait");
  if (orientation == "landscape") section.orientation = Orientation::landscape;
  if (orientation != "landscape" && orientation != "portrait") view.place().fault("方向“" + orientation + "”不认识", "可用 portrait、landscape");
  section.narrow_area = view.flag("narrow");
  section.centred_vertically = view.flag("centred");
  section.numbered = view.flag("numbered", true);
  if (view.has("bookmark")) {
    const int level = static_cast<int>(view.number("level", 0));
    document.bookmarks.push_back({level, fill_text(view.text("bookmark"), scope, view.place()), fill_text(view.text("anchor"), scope, view.place())});
  }
  expand_blocks(view.node("blocks"), words, scope, view.place(), section.blocks, document.bookmarks);
  document.sections.push_back(std::move(section));
}

OutputKind read_kind(const YamlView& view) {
  const std::string name = view.text("kind");
  const auto kind = output_kind_by_name(name);
  if (!kind && !name.empty()) view.place().fault("kind“" + name + "”不认识", "写法见 docs/template-format.md");
  return kind.value_or(OutputKind::none);
}

void expand_root(const YamlNode& root, const std::string& name, const Vocabulary& words, const Scope& scope, Findings& findings, Document& document) {
  const YamlView view(root, {name, 0, &findings});
  view.only({"kind", "stem", "title", "sections"});
  document.kind = read_kind(view);
  document.stem = fill_text(view.text("stem"), scope, view.place());
  document.title = fill_text(view.text("title"), scope, view.place());
  for (const YamlNode& node : view.node("sections").items) {
    const YamlView section(node, view.place());
    repeat(section, words, scope, [&](const Scope& each) { expand_section(section, words, each, document); });
  }
  if (document.sections.empty()) view.place().fault("模板里没有 sections", "写法见 docs/template-format.md");
}

Document expand(const Templates& templates, const std::string& name, const Vocabulary& words, const Scope& scope, Findings& findings) {
  Document document;
  const auto root = load_template_yaml(templates, name, findings);
  if (!root) return document;
  expand_root(*root, name, words, scope, findings, document);
  return document;
}

}  // namespace

Document expand_form(const Templates& templates, const std::string& name, const Vocabulary& words, Findings& findings) {
  return expand(templates, name, words, words.root, findings);
}

std::vector<Block> expand_form_blocks(const Templates& templates, const std::string& name, const Vocabulary& words, const Scope& scope, Findings& findings) {
  Document document = expand(templates, name, words, scope, findings);
  return document.sections.empty() ? std::vector<Block>() : std::move(document.sections.front().blocks);
}

}  // namespace lvce
