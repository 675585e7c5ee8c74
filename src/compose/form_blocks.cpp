#include "compose/form_blocks.h"

#include <utility>

#include "compose/chart_block.h"
#include "compose/form_table.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr std::pair<const char*, ParagraphStyle> kStyles[] = {
    {"title", ParagraphStyle::title},
    {"subtitle", ParagraphStyle::subtitle},
    {"heading1", ParagraphStyle::heading1},
    {"heading2", ParagraphStyle::heading2},
    {"heading3", ParagraphStyle::heading3},
    {"body", ParagraphStyle::body},
    {"body_flush", ParagraphStyle::body_flush},
    {"caption", ParagraphStyle::caption},
    {"table_title", ParagraphStyle::table_title},
    {"note", ParagraphStyle::note},
    {"small", ParagraphStyle::small},
    {"cover_title", ParagraphStyle::cover_title},
    {"cover_line", ParagraphStyle::cover_line},
    {"annex_label", ParagraphStyle::annex_label},
    {"right_line", ParagraphStyle::right_line},
};

/// Styles that set an indent of their own, or stand in the middle.
bool sets_its_indent(ParagraphStyle style) {
  using enum ParagraphStyle;
  return style == body || style == heading1 || style == heading2 || style == heading3 || style == title || style == subtitle || style == annex_label;
}

std::string without_leading_space(const std::string& text) {
  const std::string words = trim(text);
  return words.empty() ? "" : text.substr(text.find(words));
}

/// Without the blanks that people type before a paragraph.
void drop_leading_blanks(std::vector<Run>& runs) {
  for (Run& run : runs) {
    run.text = without_leading_space(run.text);
    if (!run.text.empty()) return;
  }
}

bool begins_with_blank(const std::string& text) { return without_leading_space(text).size() < text.size(); }

class BlockExpander {
 public:
  BlockExpander(const Vocabulary& words, std::vector<Block>& blocks, std::vector<Bookmark>& bookmarks)
      : words_(words), blocks_(blocks), bookmarks_(bookmarks) {}

  void expand(const YamlNode& list, const Scope& scope, const TemplatePlace& place) {
    if (!list.is_list()) {
      place.at(list.place.line).fault("blocks 应当是列表", "写法见 docs/template-format.md");
      return;
    }
    for (const YamlNode& node : list.items) {
      const YamlView view(node, place);
      repeat(view, words_, scope, [&](const Scope& each) { expand_one(view, each); });
    }
  }

 private:
  void expand_one(const YamlView& view, const Scope& scope) {
    view.only(
        {"for", "if", "unless", "paragraph", "style", "anchor", "bookmark", "level", "keep", "table", "chart", "space", "page_break", "signature", "blocks"});
    if (view.has("paragraph")) return add_paragraph(view, scope);
    if (view.has("table")) return blocks_.emplace_back(expand_table(YamlView(view.node("table"), view.place()), words_, scope)), void();
    if (view.has("chart")) return blocks_.emplace_back(expand_chart(YamlView(view.node("chart"), view.place()), words_, scope)), void();
    if (view.has("space")) return blocks_.emplace_back(Space{view.number("space", 1)}), void();
    if (view.has("page_break")) return blocks_.emplace_back(PageBreak{view.text("page_break") == "odd"}), void();
    if (view.has("signature")) return add_signature(YamlView(view.node("signature"), view.place()), scope);
    if (view.has("blocks")) return expand(view.node("blocks"), scope, view.place());
    view.place().fault("这一块没有内容", "应当有 paragraph、table、chart、space、page_break、signature 或 blocks");
  }

  void add_paragraph(const YamlView& view, const Scope& scope) {
    const ParagraphStyle style = parse_style(view.text("style", "body"), view.place());
    const std::string anchor = fill_text(view.text("anchor"), scope, view.place());
    std::vector<Run> runs = fill_runs(view.text("paragraph"), scope, view.place(), true);
    if (view.has("bookmark")) {
      const int level = static_cast<int>(view.number("level", 0));
      bookmarks_.push_back({level, fill_text(view.text("bookmark"), scope, view.place()), anchor});
    }
    const std::size_t before = blocks_.size();
    add_paragraphs(blocks_, style, std::move(runs), anchor, begins_with_blank(view.text("paragraph")) ? Blanks::kept : Blanks::dropped);
    for (std::size_t at = before; at < blocks_.size(); ++at) std::get<Paragraph>(blocks_[at]).keep_with_next = view.flag("keep");
  }

  void add_signature(const YamlView& view, const Scope& scope) {
    view.only({"name", "date"});
    blocks_.emplace_back(Signature{fill_text(view.text("name"), scope, view.place()), fill_text(view.text("date"), scope, view.place())});
  }

  const Vocabulary& words_;
  std::vector<Block>& blocks_;
  std::vector<Bookmark>& bookmarks_;
};

}  // namespace

void expand_blocks(const YamlNode& list, const Vocabulary& words, const Scope& scope, const TemplatePlace& place, std::vector<Block>& blocks,
                   std::vector<Bookmark>& bookmarks) {
  BlockExpander(words, blocks, bookmarks).expand(list, scope, place);
}

ParagraphStyle parse_style(const std::string& name, const TemplatePlace& place) {
  for (const auto& [known, style] : kStyles) {
    if (name == known) return style;
  }
  place.fault("段落样式“" + name + "”不认识", "可用的样式见 docs/template-format.md");
  return ParagraphStyle::body;
}

void add_paragraphs(std::vector<Block>& blocks, ParagraphStyle style, std::vector<Run> runs, const std::string& anchor, Blanks leading) {
  Paragraph paragraph;
  paragraph.style = style;
  paragraph.anchor = anchor;
  const auto finish = [&] {
    if (leading == Blanks::dropped && sets_its_indent(style)) drop_leading_blanks(paragraph.runs);
    if (!trim(plain_text(paragraph.runs)).empty()) blocks.emplace_back(paragraph);
    paragraph.runs.clear();
    paragraph.anchor.clear();
  };
  for (Run& run : runs) {
    const std::vector<std::string> lines = split(run.text, '\n');
    for (std::size_t line = 0; line < lines.size(); ++line) {
      if (line > 0) finish();
      Run part = run;
      part.text = lines[line];
      if (!part.text.empty()) paragraph.runs.push_back(std::move(part));
    }
  }
  finish();
}

}  // namespace lvce
