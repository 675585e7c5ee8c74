// Contents, index, bookmarks, labels, links and printed numbers agree in every combination of both sides, volumes, supplements and screen.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <qpdf/QPDFOutlineDocumentHelper.hh>
#include <qpdf/QPDFPageLabelDocumentHelper.hh>
#include <regex>
#include <set>

#include "bind/append/rounds.h"
#include "bind/office.h"
#include "support/files.h"

using namespace lvce;
using namespace lvce::test;

namespace {

/// Pages of a PDF as a reader has them.
struct Read {
  std::filesystem::path path;
  std::vector<std::string> labels, texts;
  std::vector<std::string> link_faults, bookmark_faults;
  int links = 0, bookmarks = 0;

  std::string text_of_label(const std::string& label) const {
    const auto at = std::find(labels.begin(), labels.end(), label);
    return at == labels.end() ? "" : texts[static_cast<std::size_t>(at - labels.begin())];
  }
};

std::string label_text(QPDFObjectHandle label) {
  const std::string start = std::to_string(label.getKey("/St").getIntValue());
  if (label.getKey("/S").getName() != "/D") return "front " + start;
  return (label.hasKey("/P") ? label.getKey("/P").getUTF8Value() : "") + start;
}

std::string printed_number(const std::string& text) {
  std::smatch found;
  return std::regex_search(text, found, std::regex("— ([0-9]+(-[0-9]+)?) —")) ? found[1].str() : "";
}

std::string packed(const std::string& text) { return std::regex_replace(text, std::regex("[\\s.]+"), ""); }

/// The words inside a link's area.
std::string words_at(const std::filesystem::path& pdf, int page, QPDFObjectHandle rect) {
  const auto at = [&](int i) { return static_cast<int>(rect.getArrayItem(i).getNumericValue()); };
  const std::string area = " -x " + std::to_string(at(0)) + " -y " + std::to_string(842 - at(3)) + " -W " + std::to_string(at(2) - at(0) + 1) + " -H " +
                           std::to_string(at(3) - at(1) + 1);
  const std::string number = std::to_string(page);
  return run_tool("pdftotext -layout -r 72 -f " + number + " -l " + number + area + " " + quoted(pdf) + " -").output;
}

void read_bookmarks(const std::vector<QPDFOutlineObjectHelper>& level, const std::map<QPDFObjGen, std::size_t>& places, Read& into) {
  for (QPDFOutlineObjectHelper mark : level) {
    ++into.bookmarks;
    if (!places.contains(mark.getDestPage().getObjGen())) into.bookmark_faults.push_back(mark.getTitle());
    const std::string title = mark.getTitle();
    if (title.starts_with("late") && into.texts[places.at(mark.getDestPage().getObjGen())].find(title) == std::string::npos)
      into.bookmark_faults.push_back(title);
    read_bookmarks(mark.getKids(), places, into);
  }
}

Read read(const OutputPdf& pdf, bool with_links) {
  Read out;
  out.path = pdf.path;
  QPDF file;
  file.processFile(pdf.path.c_str());
  QPDFPageLabelDocumentHelper labels(file);
  const std::vector<QPDFObjectHandle> pages = file.getAllPages();
  std::map<QPDFObjGen, std::size_t> places;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    places[pages[i].getObjGen()] = i;
    out.labels.push_back(label_text(labels.getLabelForPage(static_cast<long long>(i))));
    out.texts.push_back(text_of(pdf.path, static_cast<int>(i) + 1));
  }
  for (std::size_t i = 0; with_links && i < pages.size(); ++i) {
    QPDFObjectHandle page = pages[i], annotations = page.getKey("/Annots");
    for (int k = 0; annotations.isArray() && k < annotations.getArrayNItems(); ++k) {
      QPDFObjectHandle link = annotations.getArrayItem(k);
      const std::string words = packed(words_at(pdf.path, static_cast<int>(i) + 1, link.getKey("/Rect")));
      const std::string& label = out.labels[places.at(link.getKey("/Dest").getArrayItem(0).getObjGen())];
      ++out.links;
      if (!words.ends_with(label)) out.link_faults.push_back(words + " → " + label);
    }
  }
  read_bookmarks(QPDFOutlineDocumentHelper(file).getTopLevelOutlines(), places, out);
  return out;
}

void add_pdf(Office& office, const TemporaryFolder& folder, const std::string& name, const std::string& indicator, int pages) {
  const std::filesystem::path path = folder / (name + ".pdf");
  write_pdf(path, std::vector<SamplePage>(static_cast<std::size_t>(pages), {"body of " + name, "[0 0 595 842]", "", {}}));
  EvidenceFile& file = add_file(office, indicator + " " + name + ".pdf", {indicator}, EvidenceFormat::pdf, pages);
  file.disk = path;
  file.title = name;
  file.sha256 = *sha256_of_file(path);
}

const OutputPdf& output(const BoundPackage& package, OutputKind kind) {
  const auto found = std::find_if(package.files.begin(), package.files.end(), [&](const OutputPdf& file) { return file.kind == kind; });
  REQUIRE(found != package.files.end());
  return *found;
}

/// What the pictures of all pages are, by label.
std::map<std::string, std::string> pictures(const Read& pdf) {
  TemporaryFolder folder;
  run_tool("pdftoppm -r 18 -gray " + quoted(pdf.path) + " " + quoted(folder / "page"));
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::map<std::string, std::string> out;
  REQUIRE(files.size() == pdf.labels.size());
  for (std::size_t i = 0; i < files.size(); ++i) out[pdf.labels[i]] = sha256_of_file(files[i]).value_or("");
  return out;
}

void check_agrees(const Read& pdf) {
  INFO(pdf.path);
  for (std::size_t i = 0; i < pdf.labels.size(); ++i) {
    const bool cover = pdf.labels[i] == "1" || pdf.labels[i].starts_with("front");
    CHECK(printed_number(pdf.texts[i]) == (cover ? "" : pdf.labels[i]));
  }
  CHECK(pdf.link_faults == std::vector<std::string>{});
  CHECK(pdf.bookmark_faults == std::vector<std::string>{});
  CHECK(pdf.bookmarks > 0);
  CHECK(std::set<std::string>(pdf.labels.begin(), pdf.labels.end()).size() == pdf.labels.size());
  CHECK(checks_clean(pdf.path));
}

bool is_rising(const std::vector<std::string>& labels) {
  std::optional<PageLabel> last;
  for (const std::string& text : labels) {
    const auto label = parse_page_label(text);
    if (!label) continue;
    if (last && !(*last < *label)) return false;
    last = label;
  }
  return true;
}

struct Step {
  BoundPackage package;
  Read bound;
};

Step bind_step(Office& office, const TemporaryFolder& folder, const BindOptions& options) {
  Step step;
  step.package = bind(office, folder, options);
  REQUIRE_FALSE(step.package.refused);
  for (const OutputPdf& pdf : step.package.files) {
    if (pdf.kind != OutputKind::bound && pdf.kind != OutputKind::evidence) continue;
    Read one = read(pdf, true);
    check_agrees(one);
    CHECK(is_rising(one.labels));
    if (pdf.kind == OutputKind::bound) step.bound = std::move(one);
  }
  CHECK(step.bound.links > 5);
  for (const BoundFile& file : step.package.evidence) {
    const std::string text = step.bound.text_of_label(file.first_page.text());
    INFO(text);
    CHECK(text.starts_with(file.indicator));
    CHECK(text.find(office.dossier.evidence.files[file.file].title) != std::string::npos);
  }
  return step;
}

/// No page that was printed is another; 补页 holds what is new, as the bound file has it.
void check_added(const Step& before, const Step& after, bool duplex) {
  const auto old_pages = pictures(before.bound), new_pages = pictures(after.bound);
  const Read added = read(output(after.package, OutputKind::supplement), false);
  CHECK(is_rising(added.labels));
  std::set<std::string> to_print(added.labels.begin(), added.labels.end());
  for (const auto& [label, picture] : new_pages) {
    INFO(label);
    const bool same = old_pages.contains(label) && old_pages.at(label) == picture;
    CHECK((same || to_print.contains(label)));
  }
  for (const auto& [label, picture] : old_pages) {
    CHECK(new_pages.contains(label));
    if (before.bound.text_of_label(label).find("body of") != std::string::npos) CHECK(new_pages.at(label) == picture);
  }
  std::size_t numbered = 0;
  for (std::size_t i = 0; i < added.labels.size(); ++i) {
    if (!parse_page_label(added.labels[i])) continue;
    ++numbered;
    CHECK(added.texts[i] == after.bound.text_of_label(added.labels[i]));
  }
  CHECK(numbered > 0);
  CHECK(numbered < new_pages.size());
  if (duplex) CHECK(added.labels.size() % 2 == 0);
}

}  // namespace

TEST_CASE("everything agrees: one or both sides, volumes, two additions, screen") {
  const bool duplex = GENERATE(true, false);
  const int volume_pages = GENERATE(0, 8);
  INFO("duplex " << duplex << ", volumes of " << volume_pages);
  TemporaryFolder folders[4];
  Office office;
  fill(office, 2);
  add_pdf(office, folders[0], "first", "1.1.1", 2);
  add_pdf(office, folders[0], "second", "2.1.1", 3);
  add_pdf(office, folders[0], "third", "2.1.2", 4);
  BindOptions options;
  options.duplex = duplex;
  options.volume_pages = volume_pages;
  const Step printed = bind_step(office, folders[0], options);
  CHECK(printed.package.record.round == 0);
  CHECK(printed.package.record.volumes.empty() == (volume_pages == 0));

  add_pdf(office, folders[0], "late one", "2.1.1", 2);
  add_pdf(office, folders[0], "late item", "2.2.1", 1);  // its item had no evidence, so no divider either
  options.printed = printed.package.record;
  const Step once = bind_step(office, folders[1], options);
  CHECK(once.package.record.round == 1);
  check_added(printed, once, duplex);

  add_pdf(office, folders[0], "late two", "2.1.1", 1);
  options.printed = once.package.record;
  const Step twice = bind_step(office, folders[2], options);
  check_added(once, twice, duplex);
  const auto label = [&](const std::string& title) {
    for (const BoundFile& file : twice.package.evidence) {
      if (office.dossier.evidence.files[file.file].title == title) return file.first_page;
    }
    return PageLabel();
  };
  CHECK(label("late one").supplement == 1);
  CHECK(label("late two") == PageLabel(label("late one").number, 3));

  options.screen = true;
  const Step screen = bind_step(office, folders[3], options);
  for (const std::string& text : screen.bound.texts) CHECK(text.find("此页空白") == std::string::npos);
  for (std::size_t i = 0; i < screen.package.evidence.size(); ++i) CHECK(screen.package.evidence[i].first_page == twice.package.evidence[i].first_page);
}

TEST_CASE("a supplement: single-sided right behind its file, on both sides behind the sheet") {
  for (const bool duplex : {false, true}) {
    TemporaryFolder first, second;
    Office office;
    fill(office, 1);
    add_pdf(office, first, "first", "2.1.1", 2);  // behind the divider and its back: the file's last page is odd
    add_pdf(office, first, "second", "2.1.2", 2);
    BindOptions options;
    options.duplex = duplex;
    const BoundPackage printed = bind(office, first, options);
    const PageLabel begin = printed.evidence.at(0).first_page;
    add_pdf(office, first, "late", "2.1.1", 1);
    options.printed = printed.record;
    const BoundPackage added = bind(office, second, options);
    const auto late = std::find_if(added.evidence.begin(), added.evidence.end(), [](const BoundFile& file) { return file.file == 2; });
    REQUIRE(late != added.evidence.end());
    const int last = begin.number + 1;
    CHECK(late->first_page == PageLabel(duplex && last % 2 != 0 ? last + 1 : last, 1));
  }
}

TEST_CASE("a file that could not be bound: put right it takes its page and goes on behind it; taken away its page is empty") {
  TemporaryFolder first, second, third;
  Office office;
  fill(office, 1);
  add_pdf(office, first, "first", "2.1.1", 1);
  add_pdf(office, first, "broken", "2.1.1", 3);
  add_pdf(office, first, "second", "2.1.2", 2);
  EvidenceFile& broken = office.dossier.evidence.files[1];
  broken.state = EvidenceState::rejected;
  BindOptions options;
  const Step printed = bind_step(office, first, options);
  const int place = printed.package.evidence.at(0).first_page.number + 1;
  CHECK(printed.bound.text_of_label(std::to_string(place)).find("此处缺一份材料") != std::string::npos);
  options.printed = printed.package.record;
  SECTION("put right") {
    broken.state = EvidenceState::bound;
    const Step added = bind_step(office, second, options);
    check_added(printed, added, true);
    CHECK(added.package.evidence.at(1).first_page == PageLabel(place));
  }
  SECTION("taken away") {
    for (IndicatorResult& result : office.assessment.indicators) std::erase(result.evidence, std::size_t{1});
    const Step added = bind_step(office, third, options);
    check_added(printed, added, true);
    CHECK(added.bound.text_of_label(std::to_string(place)).find("此页空白") != std::string::npos);
  }
}

TEST_CASE("sheets to add: what shares a sheet is one row; they are for the printer also when the rest is for the screen") {
  TemporaryFolder first, second;
  Office office;
  fill(office, 1);
  add_pdf(office, first, "first", "2.1.1", 1);
  BindOptions options;
  const Step printed = bind_step(office, first, options);
  add_pdf(office, first, "late one", "2.1.1", 1);
  add_pdf(office, first, "late two", "2.1.1", 1);
  const std::filesystem::path wide = first / "wide.pdf";
  write_pdf(wide, {{"body of wide", "[0 0 842 595]", "", {}}});
  EvidenceFile& file = add_file(office, "2.1.1 wide.pdf", {"2.1.1"}, EvidenceFormat::pdf, 1);
  file.disk = wide;
  file.title = "late wide";
  file.sha256 = *sha256_of_file(wide);
  options.printed = printed.package.record;
  options.screen = true;
  const BoundPackage added = bind(office, second, options);
  const Read sheets = read(output(added, OutputKind::supplement), false);
  const std::string list = packed(sheets.texts.at(0));
  INFO(list);
  CHECK(list.find("211lateone；211latetwo") != std::string::npos);
  CHECK(list.find("211latewide") != std::string::npos);
  CHECK(sheets.labels.size() % 2 == 0);
  QPDF file_of_sheets;
  file_of_sheets.processFile(sheets.path.c_str());
  for (QPDFObjectHandle page : file_of_sheets.getAllPages()) CHECK((!page.hasKey("/Rotate") || page.getKey("/Rotate").getIntValue() == 0));
}

TEST_CASE("nothing new: the same volume again, and no sheets to print") {
  TemporaryFolder first, second;
  Office office;
  fill(office, 1);
  add_pdf(office, first, "first", "2.1.1", 2);
  BindOptions options;
  const BoundPackage printed = bind(office, first, options);
  options.printed = printed.record;
  const BoundPackage again = bind(office, second, options);
  CHECK(again.record.round == 0);
  CHECK(sha256_of_file(output(printed, OutputKind::bound).path) == sha256_of_file(output(again, OutputKind::bound).path));
  CHECK(std::none_of(again.files.begin(), again.files.end(), [](const OutputPdf& pdf) { return pdf.kind == OutputKind::supplement; }));
}

TEST_CASE("what is printed must be there as it was") {
  TemporaryFolder first, second;
  Office office;
  fill(office, 1);
  add_pdf(office, first, "first", "2.1.1", 2);
  BindOptions options;
  options.printed = bind(office, first, options).record;
  const auto codes = [&] {
    std::string out;
    for (const Finding& finding : compare_with_printed(office.dossier.evidence, *options.printed)) out += finding.code + " ";
    return out;
  };
  CHECK(codes().empty());
  SECTION("another content") {
    office.dossier.evidence.files[0].sha256 = "0";
    CHECK(codes() == "append-file-changed ");
  }
  SECTION("gone") {
    office.dossier.evidence.files[0].path = "2.1.1 another.pdf";
    CHECK(codes() == "append-file-gone ");
  }
  SECTION("another title on its strip: no page may change, nothing is written") {
    office.dossier.evidence.files[0].title = "another";
    const BoundPackage refused = bind(office, second, options);
    CHECK(refused.refused);
    CHECK(refused.findings.at(0).code == "append-page-changed");
    CHECK(std::filesystem::is_empty(second.path()));
  }
}
