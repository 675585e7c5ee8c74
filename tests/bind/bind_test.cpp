#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <qpdf/QPDFOutlineDocumentHelper.hh>
#include <qpdf/QPDFPageLabelDocumentHelper.hh>
#include <regex>

#include "bind/office.h"
#include "support/files.h"

using namespace lvce;
using namespace lvce::test;

namespace {

/// PDFs (one of them for two indicators), photos that share a page, a text, a broken file.
void add_evidence(Office& office, const TemporaryFolder& folder) {
  write_pdf(folder / "a.pdf", {{"alpha 1", "[0 0 595 842]", "", {}}, {"alpha 2", "[0 0 842 595]", "", {}}, {"alpha 3", "[0 0 595 842]", "/Rotate 90", {}}});
  add_file(office, "1.1.1 通知.pdf", {"1.1.1"}, EvidenceFormat::pdf, 3).disk = folder / "a.pdf";
  write_pdf(folder / "b.pdf", {{"beta", "[0 0 595 842]", "", {}}});
  add_file(office, "2.1.1、2.2.1 共用.pdf", {"2.1.1", "2.2.1"}, EvidenceFormat::pdf, 1).disk = folder / "b.pdf";
  for (const char* name : {"一", "二"}) {
    run_tool("vips black " + quoted(folder / (std::string(name) + ".jpg")) + " 400 300 --bands 3");
    EvidenceFile& photo = add_file(office, std::string("2.1.1 照片") + name + ".jpg", {"2.1.1"}, EvidenceFormat::picture, 1);
    photo.pixel_width = 400;
    photo.pixel_height = 300;
    photo.prepared = folder / (std::string(name) + ".jpg");
  }
  add_file(office, "2.1.2 说明.txt", {"2.1.2"}, EvidenceFormat::text, 0).text = "情况说明的正文。";
}

int pages_of(const std::filesystem::path& pdf) {
  QPDF file;
  file.processFile(pdf.c_str());
  return static_cast<int>(file.getAllPages().size());
}

/// The number printed on each page; 0 where none is.
std::vector<int> printed_numbers(const std::filesystem::path& pdf) {
  std::vector<int> numbers;
  for (int page = 1; page <= pages_of(pdf); ++page) {
    const std::string text = text_of(pdf, page);
    std::smatch found;
    numbers.push_back(std::regex_search(text, found, std::regex("— ([0-9]+) —")) ? std::stoi(found[1]) : 0);
  }
  return numbers;
}

std::vector<int> labels(const std::filesystem::path& pdf) {
  QPDF file;
  file.processFile(pdf.c_str());
  QPDFPageLabelDocumentHelper helper(file);
  std::vector<int> numbers;
  const int count = static_cast<int>(file.getAllPages().size());
  for (int page = 0; page < count; ++page) numbers.push_back(static_cast<int>(helper.getLabelForPage(page).getKey("/St").getIntValue()));
  return numbers;
}

/// The cover shows none.
std::vector<int> without_blanks(std::vector<int> numbers) {
  if (!numbers.empty() && numbers.front() == 0) numbers.front() = 1;
  return numbers;
}

void write_text(const std::filesystem::path& file, const std::string& text) { write_file(file, text); }

std::map<QPDFObjGen, int> page_places(QPDF& file) {
  std::map<QPDFObjGen, int> places;
  int page = 0;
  for (const auto& object : file.getAllPages()) places[object.getObjGen()] = ++page;
  return places;
}

/// Title → page (from 1) of all bookmarks.
void read_bookmarks(const std::vector<QPDFOutlineObjectHelper>& level, const std::map<QPDFObjGen, int>& places, std::map<std::string, int>& into) {
  for (QPDFOutlineObjectHelper mark : level) {
    into.emplace(mark.getTitle(), places.at(mark.getDestPage().getObjGen()));
    read_bookmarks(mark.getKids(), places, into);
  }
}

std::map<std::string, int> bookmarks(const std::filesystem::path& pdf) {
  QPDF file;
  file.processFile(pdf.c_str());
  std::map<std::string, int> marks;
  read_bookmarks(QPDFOutlineDocumentHelper(file).getTopLevelOutlines(), page_places(file), marks);
  return marks;
}

/// Pages that the links of page `page` lead to, from the top of the page to its foot.
std::vector<int> link_targets(const std::filesystem::path& pdf, int page) {
  QPDF file;
  file.processFile(pdf.c_str());
  const auto places = page_places(file);
  QPDFObjectHandle object = file.getAllPages().at(static_cast<std::size_t>(page - 1));
  std::vector<std::pair<double, int>> found;
  if (!object.hasKey("/Annots")) return {};
  for (QPDFObjectHandle link : object.getKey("/Annots").getArrayAsVector()) {
    found.emplace_back(-link.getKey("/Rect").getArrayItem(1).getNumericValue(), places.at(link.getKey("/Dest").getArrayItem(0).getObjGen()));
  }
  std::sort(found.begin(), found.end());
  std::vector<int> targets;
  for (const auto& [y, target] : found) targets.push_back(target);
  return targets;
}

std::vector<int> counting_from(int first, int count) {
  std::vector<int> numbers;
  for (int i = 0; i < count; ++i) numbers.push_back(first + i);
  return numbers;
}

const OutputPdf& output(const BoundPackage& package, OutputKind kind) {
  return *std::find_if(package.files.begin(), package.files.end(), [&](const OutputPdf& pdf) { return pdf.kind == kind; });
}

}  // namespace

TEST_CASE("in the bound file printed number, label, bookmark, link and contents agree on every page") {
  TemporaryFolder folder;
  Office office;
  fill(office, 60);  // the contents take several pages
  add_evidence(office, folder);
  const BoundPackage package = bind(office, folder);
  const std::filesystem::path bound = output(package, OutputKind::bound).path;
  REQUIRE(checks_clean(bound));

  std::vector<int> numbers = printed_numbers(bound);
  CHECK(numbers.front() == 0);  // the cover shows none
  numbers.front() = 1;
  CHECK(numbers == counting_from(1, static_cast<int>(numbers.size())));
  CHECK(labels(bound) == numbers);

  const auto marks = bookmarks(bound);
  const std::string last_chapter = text_of(bound, marks.at("第60章"));
  CHECK(last_chapter.find("第60章") != std::string::npos);
  CHECK(text_of(bound, marks.at("1.1.1 通知")).find("alpha 1") != std::string::npos);
  CHECK(text_of(bound, marks.at("2.1.2 说明")).find("情况说明的正文") != std::string::npos);
  CHECK(marks.at("2.1.1、2.2.1 共用（已装订在 2.1.1）") == marks.at("2.1.1、2.2.1 共用"));

  const std::regex end_of_line("[·.…] *([0-9]+)\n");
  std::vector<int> told, led;
  for (int page = marks.at("目录"); page < marks.at("01 自评报告"); ++page) {
    const std::string lines = run_tool("pdftotext -layout -f " + std::to_string(page) + " -l " + std::to_string(page) + " " + quoted(bound) + " -").output;
    for (std::sregex_iterator line(lines.begin(), lines.end(), end_of_line), end; line != end; ++line) told.push_back(std::stoi((*line)[1]));
    for (const int target : link_targets(bound, page)) led.push_back(target);
  }
  CHECK(told.size() > 60);
  CHECK(told == led);
}

TEST_CASE("parts and items begin on odd pages, and only the bound file has part dividers") {
  TemporaryFolder folder;
  Office office;
  fill(office, 2);
  add_evidence(office, folder);
  const BoundPackage package = bind(office, folder);
  const auto marks = bookmarks(output(package, OutputKind::bound).path);
  for (const char* title : {"目录", "01 自评报告", "第1章", "02 自评打分表", "05 佐证材料汇编", "1.1 能源管理", "2.1 管理机构", "2.2 管理制度"}) {
    INFO(title);
    CHECK(marks.at(title) % 2 == 1);
  }
  CHECK(output(package, OutputKind::report).pages == 2);
  CHECK(text_of(output(package, OutputKind::bound).path, 2).find("此页空白") != std::string::npos);
}

TEST_CASE("economy: dividers stand above the first page of what they divide") {
  TemporaryFolder folder;
  Office office;
  fill(office, 2);
  add_evidence(office, folder);
  const BoundPackage usual = bind(office, folder);
  const OutputPdf before = output(usual, OutputKind::bound);
  BindOptions options;
  options.economy = true;
  const BoundPackage package = bind(office, folder, options);
  const OutputPdf bound = output(package, OutputKind::bound);
  CHECK(bound.pages < before.pages);
  CHECK(bound.sheets == (bound.pages + 1) / 2);
  const auto marks = bookmarks(bound.path);
  CHECK(text_of(bound.path, marks.at("01 自评报告")).find("01 自评报告") != std::string::npos);
  CHECK(marks.at("1.1 能源管理") == marks.at("1.1.1 通知"));  // its first file
  CHECK(text_of(bound.path, marks.at("1.1 能源管理")).find("1.1 能源管理（") != std::string::npos);
  // 2.2 holds nothing but a file that is bound elsewhere: a sheet of its own says so.
  CHECK(text_of(bound.path, marks.at("2.2 管理制度")).find("管理制度") != std::string::npos);
  const OutputPdf& report = output(package, OutputKind::report);
  CHECK(text_of(report.path, 1).find("01 自评报告") == std::string::npos);  // alone it has none
}

TEST_CASE("01 to 04 and 06 count from 1, 05 keeps the numbers of the bound file") {
  TemporaryFolder folder;
  Office office;
  fill(office, 3);
  add_evidence(office, folder);
  const BoundPackage package = bind(office, folder);
  for (const OutputKind kind : {OutputKind::report, OutputKind::scores, OutputKind::energy, OutputKind::missing}) {
    const std::filesystem::path path = output(package, kind).path;
    CHECK(checks_clean(path));
    CHECK(printed_numbers(path) == counting_from(1, output(package, kind).pages));
    CHECK(labels(path) == counting_from(1, output(package, kind).pages));
  }
  const std::filesystem::path evidence = output(package, OutputKind::evidence).path;
  const int first = bookmarks(output(package, OutputKind::bound).path).at("05 佐证材料汇编");
  CHECK(first > 10);
  CHECK(printed_numbers(evidence) == counting_from(first, output(package, OutputKind::evidence).pages));
  CHECK(labels(evidence) == counting_from(first, output(package, OutputKind::evidence).pages));
  CHECK(bookmarks(evidence).at("1.1.1 通知") + first - 1 == bookmarks(output(package, OutputKind::bound).path).at("1.1.1 通知"));
}

TEST_CASE("result: where each file was bound; photos share a page") {
  TemporaryFolder folder;
  Office office;
  fill(office, 1);
  add_evidence(office, folder);
  const BoundPackage package = bind(office, folder);
  CHECK(package.findings.empty());
  REQUIRE(package.evidence.size() == 5);
  const auto marks = bookmarks(output(package, OutputKind::bound).path);
  CHECK(package.evidence[0].first_page == marks.at("1.1.1 通知"));
  CHECK(package.evidence[0].pages == 3);
  CHECK(package.evidence[2].first_page == package.evidence[3].first_page);
  CHECK(package.evidence[2].pages == 1);
  CHECK(package.evidence[4].pages == 1);
}

TEST_CASE("a file that broke after the probe is replaced by a page that says so; the rest is bound") {
  TemporaryFolder folder;
  Office office;
  fill(office, 1);
  run_tool("echo nonsense > " + quoted(folder / "broken.pdf"));
  add_file(office, "1.1.1 坏.pdf", {"1.1.1"}, EvidenceFormat::pdf, 2).disk = folder / "broken.pdf";
  add_evidence(office, folder);
  const BoundPackage package = bind(office, folder);
  REQUIRE(package.findings.size() == 1);
  CHECK(package.findings[0].code == "bind-page-unreadable");
  CHECK(package.findings[0].place.text() == "佐证材料/1.1.1 坏.pdf");
  CHECK(office.dossier.evidence.files[0].state == EvidenceState::rejected);
  const std::filesystem::path bound = output(package, OutputKind::bound).path;
  const int page = bookmarks(bound).at("1.1.1 坏");
  CHECK(text_of(bound, page).find("此页未能装订") != std::string::npos);
  CHECK(text_of(bound, page + 2).find("alpha 1") != std::string::npos);
  CHECK(printed_numbers(bound)[static_cast<std::size_t>(page)] == page + 1);
}

TEST_CASE("in the place of a rejected file stands a page that says what is missing, why, and what to do") {
  TemporaryFolder folder;
  Office office;
  fill(office, 1);
  EvidenceFile& refused = add_file(office, "2.2.1 合同.pdf", {"2.2.1"}, EvidenceFormat::pdf, 0);
  refused.state = EvidenceState::rejected;
  refused.reason = "PDF有打开密码";
  refused.remedy = "请解除后重新放入";
  add_evidence(office, folder);
  const BoundPackage package = bind(office, folder);
  const std::filesystem::path bound = output(package, OutputKind::bound).path;
  const auto marks = bookmarks(bound);
  const int page = marks.at("2.2.1 合同（未能装订）");
  for (const char* words : {"此处缺一份材料", "2.2.1 合同.pdf", "PDF有打开密码", "请解除后重新放入"}) {
    INFO(words);
    CHECK(text_of(bound, page).find(words) != std::string::npos);
  }
  CHECK(text_of(bound, marks.at("佐证材料索引")).find("合同（未能装订）") != std::string::npos);
  CHECK(package.evidence.size() == 5);  // the others; nothing of this one is bound
  CHECK(office.dossier.evidence.files[0].state == EvidenceState::rejected);
}

TEST_CASE("the screen's copy has no blanks, the numbers of the print, and turns landscape pages for reading") {
  TemporaryFolder folder;
  Office office;
  fill(office, 1);
  add_evidence(office, folder);
  BindOptions options;
  options.screen = true;
  const BoundPackage package = bind(office, folder, options);
  const std::filesystem::path bound = output(package, OutputKind::bound).path;
  const int pages = output(package, OutputKind::bound).pages;
  for (int page = 1; page <= pages; ++page) CHECK(text_of(bound, page).find("此页空白") == std::string::npos);
  const int file = bookmarks(bound).at("1.1.1 通知");
  QPDF pdf;
  pdf.processFile(bound.c_str());
  const auto rotation = [&](int page) { return QPDFObjectHandle(pdf.getAllPages().at(static_cast<std::size_t>(page - 1))).hasKey("/Rotate"); };
  CHECK_FALSE(rotation(file));
  CHECK(rotation(file + 1));  // 842 × 595
  CHECK(rotation(file + 2));  // turned by its own /Rotate
  CHECK(labels(bound) == without_blanks(printed_numbers(bound)));

  Office same;
  TemporaryFolder print;
  fill(same, 1);
  add_evidence(same, print);
  const std::filesystem::path printed = output(bind(same, print), OutputKind::bound).path;
  std::vector<int> numbers;
  for (int page = 1; page <= pages_of(printed); ++page) {
    if (text_of(printed, page).find("此页空白") == std::string::npos) numbers.push_back(labels(printed)[static_cast<std::size_t>(page - 1)]);
  }
  CHECK(labels(bound) == numbers);
}

TEST_CASE("06 names what binding has found") {
  TemporaryFolder folder;
  Office office;
  fill(office, 1);
  write_text(folder / "broken.pdf", "%PDF-1.4 broken");
  add_file(office, "2.1.1 破损.pdf", {"2.1.1"}, EvidenceFormat::pdf, 1).disk = folder / "broken.pdf";
  const BoundPackage package = bind(office, folder);
  const std::string list = run_tool("pdftotext " + quoted(output(package, OutputKind::missing).path) + " -").output;
  CHECK(list.find("整个文件无法装订") != std::string::npos);
  CHECK(office.assessment.findings.size() == package.findings.size());
}

TEST_CASE("a file of two indicators is bound at each when asked for") {
  TemporaryFolder folder;
  Office office;
  fill(office, 1);
  add_evidence(office, folder);
  BindOptions options;
  options.repeat_pages = true;
  const BoundPackage package = bind(office, folder, options);
  const std::filesystem::path bound = output(package, OutputKind::bound).path;
  std::vector<int> at;
  for (int page = 1; page <= pages_of(bound); ++page) {
    if (text_of(bound, page).find("beta") != std::string::npos) at.push_back(page);
  }
  REQUIRE(at.size() == 2);
  std::vector<int> told;
  for (const BoundFile& file : package.evidence) {
    if (file.file == 1) told.push_back(file.first_page.number);
  }
  CHECK(told == at);
  CHECK(run_tool("pdftotext " + quoted(bound) + " -").output.find("（已装订在") == std::string::npos);
}

TEST_CASE("two runs give the same bytes") {
  TemporaryFolder first, second;
  for (const TemporaryFolder* folder : {&first, &second}) {
    Office office;
    fill(office, 3);
    add_evidence(office, *folder);
    bind(office, *folder);
  }
  for (const char* name : {"申报材料全本.pdf", "01 自评报告.pdf", "05 佐证材料汇编.pdf", "06 缺项清单.pdf"}) {
    CHECK(sha256_of_file(first / name) == sha256_of_file(second / name));
  }
}

TEST_CASE("fonts are embedded and text reads back") {
  TemporaryFolder folder;
  Office office;
  fill(office, 1);
  const BoundPackage package = bind(office, folder);
  const std::string fonts = run_tool("pdffonts " + quoted(output(package, OutputKind::bound).path)).output;
  CHECK(fonts.find(" no  ") == std::string::npos);
  CHECK(text_of(output(package, OutputKind::report).path, 1).find("报告正文") != std::string::npos);
}
