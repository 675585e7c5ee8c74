#include "compose/markdown.h"

#include <cstring>
#include <memory>
#include <mutex>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include "compose/fill.h"
#include "compose/form_blocks.h"

namespace lvce {
namespace {

constexpr int kMaxMarkdownDepth = 24;

struct NodeDeleter {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct ParserDeleter {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
using Tree = std::unique_ptr<cmark_node, NodeDeleter>;

Tree parse(const std::string& source) {
  static std::once_flag registered;
  std::call_once(registered, [] { cmark_gfm_core_extensions_ensure_registered(); });
  const std::unique_ptr<cmark_parser, ParserDeleter> parser(cmark_parser_new(CMARK_OPT_VALIDATE_UTF8));
  if (cmark_syntax_extension* table = cmark_find_syntax_extension("table")) cmark_parser_attach_syntax_extension(parser.get(), table);
  cmark_parser_feed(parser.get(), source.data(), source.size());
  Tree tree(cmark_parser_finish(parser.get()));
  cmark_consolidate_text_nodes(tree.get());
  return tree;
}

std::string literal_of(cmark_node* node) {
  const char* text = cmark_node_get_literal(node);
  return text == nullptr ? "" : text;
}

bool is_type(cmark_node* node, const char* name) { return std::strcmp(cmark_node_get_type_string(node), name) == 0; }

bool is_ascii_edge(const std::string& text, bool at_end) {
  if (text.empty()) return false;
  return static_cast<unsigned char>(at_end ? text.back() : text.front()) < 0x80;
}

class Walker {
 public:
  explicit Walker(const MarkdownReader& reader) : reader_(reader) {}

  void blocks(cmark_node* parent, ParagraphStyle style, int depth) {
    for (cmark_node* node = cmark_node_first_child(parent); node != nullptr; node = cmark_node_next(node)) block(node, style, depth);
  }

 private:
  void block(cmark_node* node, ParagraphStyle style, int depth) {
    if (depth > kMaxMarkdownDepth) return;
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_HEADING: return heading(node);
      case CMARK_NODE_PARAGRAPH: return paragraph(node, style, "");
      case CMARK_NODE_LIST: return list(node, style, depth);
      case CMARK_NODE_BLOCK_QUOTE: return blocks(node, ParagraphStyle::note, depth + 1);
      case CMARK_NODE_THEMATIC_BREAK: return reader_.blocks->emplace_back(PageBreak{}), void();
      case CMARK_NODE_CODE_BLOCK:
      case CMARK_NODE_HTML_BLOCK: return lines(literal_of(node));
      default: break;
    }
    if (is_type(node, "table")) return table(node);
    blocks(node, style, depth + 1);
  }

  void heading(cmark_node* node) {
    const int level = cmark_node_get_heading_level(node);
    const ParagraphStyle style = level == 1   ? ParagraphStyle::title
                                 : level == 2 ? ParagraphStyle::heading1
                                 : level == 3 ? ParagraphStyle::heading2
                                              : ParagraphStyle::heading3;
    std::vector<Run> runs = inlines(node);
    std::string anchor;
    if (!reader_.anchor_prefix.empty()) anchor = reader_.anchor_prefix + ":" + std::to_string(++*reader_.headings);
    if (reader_.bookmarks != nullptr && level > 1 && level < 4) reader_.bookmarks->push_back({level - 2, plain_text(runs), anchor});
    add_paragraphs(*reader_.blocks, style, std::move(runs), anchor);
  }

  void paragraph(cmark_node* node, ParagraphStyle style, const std::string& prefix) {
    cmark_node* only = cmark_node_first_child(node);
    const bool plain = only != nullptr && cmark_node_next(only) == nullptr && cmark_node_get_type(only) == CMARK_NODE_TEXT;
    if (plain && reader_.take && reader_.take(literal_of(only), cmark_node_get_start_line(node))) return;
    std::vector<Run> runs = inlines(node);
    if (!prefix.empty()) {
      Run mark;
      mark.text = prefix;
      runs.insert(runs.begin(), std::move(mark));
    }
    add_paragraphs(*reader_.blocks, style, std::move(runs));
  }

  void list(cmark_node* node, ParagraphStyle style, int depth) {
    const bool ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    int number = ordered ? cmark_node_get_list_start(node) : 0;
    for (cmark_node* item = cmark_node_first_child(node); item != nullptr; item = cmark_node_next(item)) {
      const std::string prefix = ordered ? std::to_string(number++) + "." : "·";
      bool first = true;
      for (cmark_node* child = cmark_node_first_child(item); child != nullptr; child = cmark_node_next(child)) {
        if (first && cmark_node_get_type(child) == CMARK_NODE_PARAGRAPH) {
          paragraph(child, style, prefix);
        } else {
          block(child, style, depth + 1);
        }
        first = false;
      }
    }
  }

  void lines(const std::string& literal) {
    Run run;
    run.text = literal;
    add_paragraphs(*reader_.blocks, ParagraphStyle::body_flush, {run});
  }

  void table(cmark_node* node) {
    Table made;
    const int columns = cmark_gfm_extensions_get_table_columns(node);
    made.columns.assign(static_cast<std::size_t>(columns), TableColumn{});
    for (cmark_node* row = cmark_node_first_child(node); row != nullptr; row = cmark_node_next(row)) {
      TableRow cells;
      for (cmark_node* cell = cmark_node_first_child(row); cell != nullptr; cell = cmark_node_next(cell)) {
        TableCell filled;
        filled.head = made.rows.empty();
        filled.align = filled.head ? Align::centre : Align::left;
        filled.runs = inlines(cell);
        filled.value.value = plain_text(filled.runs);
        cells.cells.push_back(std::move(filled));
      }
      while (cells.cells.size() < made.columns.size()) cells.cells.emplace_back();
      cells.cells.resize(made.columns.size());
      made.rows.push_back(std::move(cells));
    }
    reader_.blocks->emplace_back(std::move(made));
  }

  std::vector<Run> inlines(cmark_node* parent) {
    std::vector<Run> runs;
    collect(parent, std::nullopt, 0, runs);
    return runs;
  }

  void collect(cmark_node* parent, std::optional<Face> face, int depth, std::vector<Run>& runs) {
    if (depth > kMaxMarkdownDepth) return;
    for (cmark_node* node = cmark_node_first_child(parent); node != nullptr; node = cmark_node_next(node)) inline_node(node, face, depth, runs);
  }

  void inline_node(cmark_node* node, std::optional<Face> face, int depth, std::vector<Run>& runs) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_TEXT:
      case CMARK_NODE_CODE:
      case CMARK_NODE_HTML_INLINE: return add(reader_.text(literal_of(node), cmark_node_get_start_line(node)), face, runs);
      case CMARK_NODE_SOFTBREAK: return soft_break(node, runs);
      case CMARK_NODE_LINEBREAK: return add_text("\n", face, runs);
      case CMARK_NODE_EMPH: return collect(node, Face::kai, depth + 1, runs);
      case CMARK_NODE_STRONG: return collect(node, Face::hei, depth + 1, runs);
      default: return collect(node, face, depth + 1, runs);
    }
  }

  /// A line break in the source is a space between Latin words and nothing between Han characters.
  void soft_break(cmark_node* node, std::vector<Run>& runs) {
    cmark_node* next = cmark_node_next(node);
    const bool before = !runs.empty() && is_ascii_edge(runs.back().text, true);
    if (before && next != nullptr && is_ascii_edge(literal_of(next), false)) add_text(" ", std::nullopt, runs);
  }

  static void add_text(const std::string& text, std::optional<Face> face, std::vector<Run>& runs) {
    Run run;
    run.text = text;
    add({run}, face, runs);
  }

  static void add(std::vector<Run> more, std::optional<Face> face, std::vector<Run>& runs) {
    for (Run& run : more) {
      run.face = face;
      const bool joins = !runs.empty() && runs.back().face == face && !runs.back().marked && !run.marked;
      if (joins) {
        runs.back().text += run.text;
      } else {
        runs.push_back(std::move(run));
      }
    }
  }

  const MarkdownReader& reader_;
};

}  // namespace

void read_markdown(const std::string& source, const MarkdownReader& reader) {
  const Tree tree = parse(source);
  if (tree) Walker(reader).blocks(tree.get(), ParagraphStyle::body, 0);
}

}  // namespace lvce
