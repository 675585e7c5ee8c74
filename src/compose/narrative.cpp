#include "compose/narrative.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "compose/form.h"
#include "compose/markdown.h"
#include "support/files.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr std::uintmax_t kMaxNarrativeBytes = 256 * 1024;
constexpr int kMaxNesting = 8;
constexpr std::size_t kMostBytesInAll = 4 * 1024 * 1024;  ///< of all parts, each as often as it is inserted

struct Directive {
  std::string target;
  std::string how;  ///< "", "for", "if", "unless"
  std::string what;
};

/// Nothing when the paragraph is none; a directive whose parts are wrong keeps them for the fault.
std::optional<Directive> parse_directive(const std::string& literal) {
  const std::string text = trim(literal);
  if (!text.starts_with("{{>") || !text.ends_with("}}")) return std::nullopt;
  std::vector<std::string> parts;
  for (const std::string& part : split(text.substr(3, text.size() - 5), ' ')) {
    if (!part.empty()) parts.push_back(part);
  }
  Directive directive;
  if (!parts.empty()) directive.target = parts[0];
  if (parts.size() == 3) {
    directive.how = parts[1];
    directive.what = parts[2];
  } else if (parts.size() != 1) {
    directive.how = "?";
  }
  return directive;
}

class Narrator {
 public:
  Narrator(const Templates& templates, const Vocabulary& words, Findings& findings, Document& document)
      : templates_(templates), words_(words), findings_(findings), document_(document) {}

  void read(const std::string& name, const Scope& scope, int nesting) {
    const TemplatePlace place{name, 0, &findings_};
    const auto source = read_file(templates_.folder / name, kMaxNarrativeBytes);
    const bool itself = std::find(open_.begin(), open_.end(), name) != open_.end();
    if (!source || itself || nesting > kMaxNesting) {
      place.fault(itself   ? "模板套用了自己（互相套用过深）"
                  : source ? "模板互相套用过深"
                           : "模板文件读不到，或大于 256 KiB",
                  "请恢复安装时的 templates 文件夹");
      return;
    }
    bytes_ += source->size();
    if (bytes_ > kMostBytesInAll) return place.fault("插入的内容太多", "请恢复安装时的 templates 文件夹");
    open_.push_back(name);
    MarkdownReader reader;
    reader.text = [&](const std::string& literal, int line) { return fill_runs(literal, scope, place.at(line), true); };
    reader.take = [&](const std::string& literal, int line) { return take(literal, scope, place.at(line), nesting); };
    reader.anchor_prefix = "report";
    reader.blocks = &document_.sections.front().blocks;
    reader.bookmarks = &document_.bookmarks;
    reader.headings = &headings_;
    read_markdown(*source, reader);
    open_.pop_back();
  }

 private:
  bool take(const std::string& literal, const Scope& scope, const TemplatePlace& place, int nesting) {
    const auto directive = parse_directive(literal);
    if (!directive) return false;
    if (directive->how.empty()) {
      insert(directive->target, scope, place, nesting);
    } else if (directive->how == "for") {
      insert_each(*directive, scope, place, nesting);
    } else if (directive->how == "if" || directive->how == "unless") {
      const FieldValue* field = need_field(directive->what, scope, place);
      if (field != nullptr && field->holds() == (directive->how == "if")) insert(directive->target, scope, place, nesting);
    } else {
      place.fault("指令“" + literal + "”不认识", "写法：{{> 文件}}，后面可加 for 列表、if 字段或 unless 字段");
    }
    return true;
  }

  void insert_each(const Directive& directive, const Scope& scope, const TemplatePlace& place, int nesting) {
    const auto collection = words_.collections.find(directive.what);
    if (collection == words_.collections.end()) {
      place.fault("没有名为“" + directive.what + "”的列表", "请改用 docs/template-format.md 所列的列表名");
      return;
    }
    const std::vector<Scope> scopes = collection->second(scope);
    for (const Scope& each : scopes) insert(directive.target, each, place, nesting);
  }

  void insert(const std::string& target, const Scope& scope, const TemplatePlace& place, int nesting) {
    std::vector<Block>& blocks = document_.sections.front().blocks;
    if (target == "signature") {
      blocks.emplace_back(Signature{fill_text("{{office.单位名称}}", scope, place), fill_text("{{date.paper}}", scope, place)});
    } else if (target.ends_with(".md")) {
      read(target, scope, nesting + 1);
    } else if (target.ends_with(".yaml")) {
      std::vector<Block> more = expand_form_blocks(templates_, target, words_, scope, findings_);
      std::move(more.begin(), more.end(), std::back_inserter(blocks));
    } else {
      place.fault("不能插入“" + target + "”", "可插入 .md、.yaml 文件或 signature");
    }
  }

  const Templates& templates_;
  const Vocabulary& words_;
  Findings& findings_;
  Document& document_;
  int headings_ = 0;
  std::vector<std::string> open_;  ///< parts that are being read, outermost first
  std::size_t bytes_ = 0;
};

/// "四、" at the beginning of a text; nothing else counts.
std::size_t numeral_length(const std::string& text) {
  const std::size_t mark = text.find("、");
  if (mark == std::string::npos || mark == 0 || mark > 9) return 0;
  for (const char32_t c : decode_utf8(text.substr(0, mark)))
    if (std::u32string_view(U"一二三四五六七八九十").find(c) == std::u32string_view::npos) return 0;
  return mark;
}

void renumber(std::string& text, int number) {
  static constexpr const char* kNumerals[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
  const std::size_t length = numeral_length(text);
  if (length > 0 && number >= 1 && number <= 10) text.replace(0, length, kNumerals[number - 1]);
}

/// 一、二、三 … in the order in which the sections stand: one that is left out leaves no gap.
void number_sections(Document& document) {
  int in_text = 0, in_bookmarks = 0;
  for (Block& block : document.sections.front().blocks) {
    auto* paragraph = std::get_if<Paragraph>(&block);
    if (paragraph == nullptr || paragraph->style != ParagraphStyle::heading1 || paragraph->runs.empty()) continue;
    if (numeral_length(paragraph->runs.front().text) > 0) renumber(paragraph->runs.front().text, ++in_text);
  }
  for (Bookmark& bookmark : document.bookmarks)
    if (bookmark.level == 0 && numeral_length(bookmark.title) > 0) renumber(bookmark.title, ++in_bookmarks);
}

}  // namespace

Document read_narrative(const Templates& templates, const std::string& name, const Vocabulary& words, Findings& findings) {
  Document document;
  document.sections.emplace_back();
  Narrator(templates, words, findings, document).read(name, words.root, 0);
  number_sections(document);
  return document;
}

}  // namespace lvce
