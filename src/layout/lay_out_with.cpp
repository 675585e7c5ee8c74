#include "layout/lay_out_with.h"

#include <algorithm>

#include "layout/chart/chart.h"
#include "layout/flow/closing.h"
#include "layout/flow/contents.h"
#include "layout/flow/paragraph.h"
#include "layout/flow/photos.h"
#include "layout/flow/signature.h"
#include "layout/style.h"
#include "layout/table/table.h"
#include "layout/text/set_line.h"

namespace lvce {

namespace {

constexpr double kDigestSize = 7.5;
constexpr double kDigestBaseline = 17 * kPointsPerMm;  ///< above the sheet's lower edge, below the page number
constexpr double kDigestGrey = 0.45;

/// Puts one section's blocks on the flow.
class SectionSetter {
 public:
  SectionSetter(const Section& section, Flow& flow, Typesetter& setter) : blocks_(section.blocks), flow_(flow), setter_(setter) {}

  void run() {
    closing_ = closing_lines(blocks_, flow_.width(), setter_);
    for (at_ = 0; at_ < blocks_.size(); ++at_) {
      std::visit([this](const auto& block) { add(block); }, blocks_[at_]);
    }
  }

 private:
  /// The next block that is not mere space.
  const Block* next_block(std::size_t at) const {
    for (std::size_t i = at + 1; i < blocks_.size(); ++i) {
      if (!std::holds_alternative<Space>(blocks_[i])) return &blocks_[i];
    }
    return nullptr;
  }

  void add(const Paragraph& paragraph) {
    const std::size_t tail = closing_[at_];
    if (tail > 0) flow_.hold_a_page();
    add_paragraph(paragraph, tail > 0 ? tail : begins_signature_lines(paragraph, next_block(at_)) ? 2 : 0, flow_, setter_);
  }

  /// Right lines (name and date without a Signature block) keep to each other and to the text above.
  static bool begins_signature_lines(const Paragraph& paragraph, const Block* next) {
    if (next == nullptr || !std::holds_alternative<Paragraph>(*next)) return false;
    const bool right = std::get<Paragraph>(*next).style == ParagraphStyle::right_line;
    return right && !style_of(paragraph.style).keep_with_next;
  }

  void add(const Table& table) {
    double tail = 0;
    for (std::size_t i = at_ + 1; i < blocks_.size() && is_note(blocks_[i]); ++i) {
      for (const Strip& line : paragraph_lines(std::get<Paragraph>(blocks_[i]), flow_.width(), setter_)) tail += line.height;
      tail += i == at_ + 1 ? kGapToTable : kGapBetweenNotes;
    }
    add_table(table, std::min(tail, kLargestTail * flow_.full_height()), flow_, setter_);
  }

  static bool is_note(const Block& block) { return std::holds_alternative<Paragraph>(block) && std::get<Paragraph>(block).style == ParagraphStyle::note; }

  void add(const Chart& chart) { flow_.add(chart_strip(chart, flow_.width(), flow_.full_height(), setter_)); }
  void add(const PageBreak& page_break) { flow_.page_break(page_break.to_odd); }
  void add(const Space& space) { flow_.space(space.lines * kLinePitch); }
  void add(const Signature& signature) {
    Strip strip = signature_strip(signature, flow_.width(), setter_);
    if (strip.height <= flow_.full_height() / 2) return flow_.add(std::move(strip), closing_[at_] > 0);
    for (const std::string& words : {signature.name, signature.date}) {  // no name at all, but it must not leave the page
      Paragraph lines;
      lines.style = ParagraphStyle::right_line;
      lines.runs.emplace_back().text = words;
      add_paragraph(lines, 0, flow_, setter_);
    }
  }
  void add(const PhotoPages& photos) { add_photos(photos, flow_, setter_); }
  void add(const Contents& contents) { add_contents(contents, flow_, setter_); }

  static constexpr double kGapToTable = 9;  ///< pt, a little more than the styles ask for
  static constexpr double kGapBetweenNotes = 3.1;
  static constexpr double kLargestTail = 0.25;  ///< of a page: longer notes may go on without their table

  const std::vector<Block>& blocks_;
  Flow& flow_;
  Typesetter& setter_;
  std::vector<std::size_t> closing_;
  std::size_t at_ = 0;
};

void set_section(const Section& section, Flow& flow, Typesetter& setter) {
  flow.begin_section(section);
  SectionSetter(section, flow, setter).run();
  flow.end_section();
}

/// A cover keeps to one page: with a long name it gives up blank.
Section on_one_page(const Section& section, const LayoutOptions& options, Typesetter& setter) {
  for (const double share : {1.0, 0.75, 0.5, 0.25, 0.0}) {
    Section trial = section;
    for (Block& block : trial.blocks) {
      if (auto* space = std::get_if<Space>(&block)) space->lines *= share;
    }
    LaidOut out;
    Flow flow(out, options);
    set_section(trial, flow, setter);
    if (out.pages.size() <= 1) return trial;
  }
  return section;  // more than a page of text
}

/// Printed small at the sheet's foot, in the middle, on every page that is not blank. A landscape page has the sheet's foot at its left.
void print_digest(const std::string& note, LaidOut& out, Typesetter& setter) {
  if (note.empty()) return;
  const GlyphText text = make_glyphs(note, Face::song, kDigestSize, setter);
  for (Page& page : out.pages) {
    if (page.blank) continue;
    Strip strip;
    const LinePlace middle = page.landscape ? LinePlace{0, 2 * kDigestBaseline, 0, 0, Align::centre} : LinePlace{0, kA4WidthPt, 0, 0, Align::centre};
    set_line(text, {0, text.glyphs.size(), true}, middle, strip);
    for (TextBox& box : strip.texts) {
      box.y = page.landscape ? kA4WidthPt / 2 : kDigestBaseline;
      box.grey = kDigestGrey;
      page.texts.push_back(std::move(box));
    }
  }
}

}  // namespace

LaidOut lay_out_with(const Document& document, const Measure& measure, const PageNumbers& numbers, const LayoutOptions& options, std::size_t* cost) {
  LaidOut out;
  out.bookmarks = document.bookmarks;
  Typesetter setter(measure, numbers);
  Flow flow(out, options);
  for (const Section& section : document.sections) {
    if (section.centred_vertically) set_section(on_one_page(section, options, setter), flow, setter);
    else set_section(section, flow, setter);
  }
  print_digest(document.digest_note, out, setter);
  out.missing_characters = setter.characters.missing();
  if (cost != nullptr) *cost = setter.characters_set;
  return out;
}

}  // namespace lvce
