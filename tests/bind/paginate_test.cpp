#include "bind/plan/paginate.h"

#include <catch2/catch.hpp>

#include "bind/plan/leaves.h"

using namespace lvce;

namespace {

/// A document of `pages` pages; `refers_to` is an anchor whose number it prints.
Piece document(const std::string& name, int pages, const std::string& refers_to = "") {
  Piece piece;
  piece.anchor = name;
  piece.document.title = std::to_string(pages);
  Section& section = piece.document.sections.emplace_back();
  if (!refers_to.empty()) {
    Contents contents;
    contents.entries.push_back({0, "entry", refers_to});
    section.blocks.emplace_back(contents);
  }
  return piece;
}

Piece sheet(Piece piece) {
  piece.begins_sheet = true;
  return piece;
}

Piece foreign(const std::string& name, int pages) {
  Piece piece;
  piece.anchor = name;
  piece.foreign_pages = pages;
  return piece;
}

struct Laid {
  std::string pages;  ///< the document's title
  int first;
  PageNumbers numbers;
};

/// As many pages as the title says, an anchor "end" on the last one; what was asked is kept.
LayOutFunction fake_layout(std::vector<Laid>& log) {
  return [&log](const Document& document, const PageNumbers& numbers, const LayoutOptions& options) {
    log.push_back({document.title, options.first_page, numbers});
    LaidOut out;
    out.pages.resize(static_cast<std::size_t>(std::stoi(document.title)));
    out.anchors["end"] = {static_cast<int>(out.pages.size()) - 1, 700};
    return out;
  };
}

std::vector<int> firsts(const Binding& binding) {
  std::vector<int> numbers;
  for (const Piece& piece : binding.pieces) numbers.push_back(piece.first().number);
  return numbers;
}

}  // namespace

TEST_CASE("dividers begin on odd pages, blanks stand between") {
  Binding binding;
  binding.pieces = {document("cover", 1),       sheet(document("contents", 1, "part")),
                    sheet(document("part", 1)), sheet(document("report", 3)),
                    foreign("file:0", 2),       sheet(document("next", 1))};
  std::vector<Laid> log;
  REQUIRE(paginate(binding, true, fake_layout(log)));
  // 1 cover, 2 blank, 3 contents, 4 blank, 5 divider, 6 blank, 7–9 report, 10–11 file, 12 blank, 13 divider, 14 blank
  CHECK(firsts(binding) == std::vector<int>{1, 3, 5, 7, 10, 13});
  const Leaves leaves = spread(binding);
  REQUIRE(leaves.leaves.size() == 14);
  for (std::size_t i = 0; i < leaves.leaves.size(); ++i) CHECK(leaves.leaves[i].label == PageLabel(static_cast<int>(i) + 1));
  CHECK(leaves.leaves[1].kind == LeafKind::blank);
  CHECK(leaves.leaves[9].kind == LeafKind::foreign);
  CHECK(leaves.of_piece[0] == std::vector<std::size_t>{0, 1});  // the blank belongs to the piece before it
  CHECK(leaves.of_piece[3] == std::vector<std::size_t>{6, 7, 8});
  CHECK(leaves.of_piece[5] == std::vector<std::size_t>{12, 13});
}

TEST_CASE("a chapter of one page lies on the back of its divider, a longer one begins a sheet") {
  const auto chapter = [](const std::string& name, int pages) {
    Piece piece = sheet(document(name, pages));
    piece.behind_divider = true;
    return piece;
  };
  Binding binding;
  binding.pieces = {document("cover", 1), sheet(document("contents", 1, "one")), sheet(document("divider 1", 1)),
                    chapter("one", 1),    sheet(document("divider 2", 1)),       chapter("two", 2)};
  std::vector<Laid> log;
  REQUIRE(paginate(binding, true, fake_layout(log)));
  // 1 cover, 2 blank, 3 contents, 4 blank, 5 divider, 6 chapter, 7 divider, 8 blank, 9–10 chapter
  CHECK(firsts(binding) == std::vector<int>{1, 3, 5, 6, 7, 9});
  CHECK(spread(binding).leaves.size() == 10);
}

TEST_CASE("the divider that a piece carries is found as one of its own sheet would be") {
  Binding binding;
  binding.pieces = {document("cover", 1), document("chapter", 2)};
  binding.pieces[1].divider = "part:01";
  std::vector<Laid> log;
  REQUIRE(paginate(binding, true, fake_layout(log)));
  CHECK(page_numbers(binding).at("part:01") == PageLabel(2));
  CHECK(spread(binding).find(0, "part:01")->leaf == 1);
}

TEST_CASE("single-sided volumes have no blanks") {
  Binding binding;
  binding.pieces = {document("cover", 1), sheet(document("contents", 1, "part")), sheet(document("part", 2))};
  std::vector<Laid> log;
  REQUIRE(paginate(binding, false, fake_layout(log)));
  CHECK(firsts(binding) == std::vector<int>{1, 2, 3});
}

TEST_CASE("contents of several pages are laid out until their numbers are true") {
  Binding binding;
  binding.pieces = {document("cover", 1), sheet(document("contents", 4, "part")), sheet(document("part", 1))};
  std::vector<Laid> log;
  REQUIRE(paginate(binding, true, fake_layout(log)));
  CHECK(firsts(binding) == std::vector<int>{1, 3, 7});
  REQUIRE(log.size() == 4);  // three documents, then the contents once more
  CHECK(log[1].numbers.count("part") == 0);
  CHECK(log[3].pages == "4");
  CHECK(log[3].numbers.at("part") == PageLabel(7));
}

TEST_CASE("equal anchors of two documents are told apart") {
  Binding binding;
  binding.pieces = {document("a", 2), document("b", 3), document("c", 1, "end")};
  std::vector<Laid> log;
  REQUIRE(paginate(binding, false, fake_layout(log)));
  const PageNumbers numbers = page_numbers(binding);
  CHECK(numbers.at("end") == PageLabel(2));
  CHECK(numbers.at(qualified(1, "end")) == PageLabel(5));
  CHECK(log.back().numbers.at("end") == PageLabel(6));  // its own comes first
  const Leaves leaves = spread(binding);
  CHECK(leaves.find(1, "end")->leaf == 4);
  CHECK(leaves.find(1, "end")->top == 700);
  CHECK(leaves.find(1, "c")->leaf == 5);
  CHECK_FALSE(leaves.find(1, "nowhere"));
}

TEST_CASE("a file behind the bound one begins with 1 again and is no target") {
  Binding binding;
  binding.pieces = {document("cover", 3), document("missing", 2)};
  binding.pieces[1].restarts = true;
  std::vector<Laid> log;
  REQUIRE(paginate(binding, true, fake_layout(log)));
  CHECK(binding.pieces[1].first() == PageLabel(1));
  CHECK(page_numbers(binding).count("missing") == 0);
}

TEST_CASE("a piece that moves to the other side of the sheet is laid out again") {
  Binding binding;
  binding.pieces = {document("index", 1), document("text", 2)};
  std::vector<Laid> log;
  REQUIRE(paginate(binding, true, fake_layout(log), {}, [](Binding& all) { all.pieces[0] = document("index", 2, "text"); }));
  CHECK(firsts(binding) == std::vector<int>{1, 3});
  CHECK(log.back().pages == "2");
}

TEST_CASE("numbers that never stand still are reported, not awaited") {
  Binding binding;
  binding.pieces = {document("contents", 1, "part"), document("part", 1)};
  int pages = 0;
  const LayOutFunction restless = [&pages](const Document&, const PageNumbers&, const LayoutOptions&) {
    LaidOut out;
    out.pages.resize(static_cast<std::size_t>(++pages));
    return out;
  };
  CHECK_FALSE(paginate(binding, true, restless));
}
