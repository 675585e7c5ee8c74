#include "bind/sealed/filled_papers.h"

#include <algorithm>
#include <set>
#include <system_error>

#include "bind/sealed/compare_figures.h"
#include "bind/sealed/copy_folder.h"
#include "bind/sealed/own_text.h"
#include "bind/sealed/sealed_copies.h"
#include "bind/sealed/sealed_text.h"
#include "bind/sealed/word_copy.h"
#include "document/cell_text.h"
#include "document/paper_names.h"
#include "support/endings.h"
#include "support/files.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr std::u32string_view kBlank = U"【请填写";
constexpr std::uintmax_t kLargestPaper = 256U << 20;

/// The paper with the longest stem that begins the name; none: their count.
std::size_t paper_of(const std::string& name, const std::vector<Document>& papers) {
  std::size_t best = papers.size();
  for (std::size_t at = 0; at < papers.size(); ++at) {
    if (name.starts_with(papers[at].stem) && (best == papers.size() || papers[at].stem.size() > papers[best].stem.size())) best = at;
  }
  return best;
}

/// Each blank of a text by its page: the text of the pages without blanks, so that one may stand on two lines.
std::vector<int> pages_with(std::u32string_view words, const std::vector<std::string>& pages) {
  std::u32string all;
  std::vector<std::size_t> ends;
  for (const std::string& page : pages) {
    all += without_blanks(page);
    ends.push_back(all.size());
  }
  std::vector<int> out;
  for (std::size_t at = all.find(words); at != std::u32string::npos; at = all.find(words, at + 1)) {
    out.push_back(1 + static_cast<int>(std::upper_bound(ends.begin(), ends.end(), at) - ends.begin()));
  }
  return out;
}

/// "变化的原因" of 【请填写：变化的原因】.
std::string asked_in(const std::string& text) {
  const std::string before = "【请填写：", behind = "】";
  const std::size_t begin = text.find(before), end = text.rfind(behind);
  return begin == std::string::npos || end == std::string::npos ? "" : text.substr(begin + before.size(), end - begin - before.size());
}

void add_own_blanks(const std::vector<Run>& runs, const std::string& stem, std::vector<Place>& places) {
  for (const Run& run : runs) {
    if (without_blanks(run.text).find(kBlank) != std::u32string::npos) places.push_back(in_file(stem, "（" + asked_in(run.text) + "）"));
  }
}

void add_places(const FilledPaper& filled, std::u32string_view words, std::vector<Place>& places) {
  for (const int page : pages_with(words, read_page_texts(bound_file_of(filled.file)))) {
    places.push_back(filled.place());
    places.back().page = page;
  }
}

void tell(std::vector<Place> places, const std::string& message, const std::string& hint, Findings& findings) {
  if (places.empty()) return;
  Finding finding = Finding::error("paper-not-final", places.front(), message, hint);
  findings.push_back(std::move(finding).at_all(std::move(places)));
}

/// As a file to be opened: without the mark where it is a Word file with one.
void leave_out_mark(EvidenceFile& file, const std::string& mark, const fs::path& copy) {
  if (!is_own_word_file(file.path) || copy.empty()) return;
  const auto package = read_file(file.disk, kLargestPaper);
  const auto plain = package ? without_head_words(*package, mark) : std::nullopt;
  if (plain && write_file(copy, *plain)) file.disk = copy;
}

bool is_whole(const EvidenceFile& file) {
  const bool accepted = file.state == EvidenceState::bound || file.state == EvidenceState::bound_with_warning;
  return accepted && file.format == EvidenceFormat::pdf && !file.pages.empty();
}

}  // namespace

std::vector<FilledPaper> find_filled_papers(const fs::path& folder, const std::vector<Document>& papers, Findings& findings) {
  std::vector<FilledPaper> out;
  std::set<std::size_t> here;
  for (const ListedCopy& one : list_copies(folder)) {
    const std::string ending = small_ending(one.name);
    if (!names_a_paper(one.name) || (ending != ".pdf" && !is_one_of(kWordEndings, ending))) continue;
    FilledPaper filled;
    filled.paper = paper_of(one.name, papers);
    filled.file.path = std::string(kEditedFolder) + "/" + one.name;
    filled.file.title = one.name;
    filled.file.disk = one.disk;
    const auto unused = [&](const std::string& why) {
      findings.push_back(Finding::warning("edited-copy-unused", filled.place(), why, "文件名请与文稿一致，每种一个，存为 Word 文档或PDF"));
    };
    if (!one.regular) unused("不是普通文件，没有使用");
    else if (filled.paper == papers.size()) unused("现在的文稿里没有这一种，没有使用");
    else if (!here.insert(filled.paper).second) unused("“" + papers[filled.paper].stem + "”已另有一个修改稿，这一个没有使用");
    else out.push_back(std::move(filled));
  }
  return out;
}

void probe_filled_papers(std::vector<FilledPaper>& filled, const std::string& mark, const ProbeOptions& probe, Findings& findings) {
  ProbeOptions options = probe;
  options.ocr = false;  // they are compared with our own text
  std::error_code error;
  if (!options.work_folder.empty()) {
    options.work_folder /= "filled";
    fs::create_directories(options.work_folder, error);
  }
  EvidenceFolder as_evidence;
  as_evidence.exists = true;
  for (const FilledPaper& one : filled) as_evidence.files.push_back(one.file);
  for (std::size_t at = 0; at < filled.size(); ++at) {
    leave_out_mark(as_evidence.files[at], mark, options.work_folder.empty() ? fs::path() : options.work_folder / ("unmarked" + std::to_string(at) + ".docx"));
  }
  Findings notices;  // said of evidence; what matters here is whether it can be used
  probe_evidence(as_evidence, options, notices);
  for (std::size_t at = 0; at < filled.size(); ++at) {
    filled[at].file = as_evidence.files[at];
    if (is_whole(filled[at].file)) continue;
    const std::string& why = filled[at].file.reason;
    findings.push_back(Finding::error("edited-copy-unreadable", filled[at].place(), "修改稿不能使用（" + (why.empty() ? "不是可以装订的PDF" : why) + "）",
                                      "请另存为PDF，替换原文件"));
  }
}

std::vector<Place> blanks_of(const Document& paper) {
  std::vector<Place> places;
  for (const Section& section : paper.sections) {
    for (const Block& block : section.blocks) {
      if (const auto* paragraph = std::get_if<Paragraph>(&block)) add_own_blanks(paragraph->runs, paper.stem, places);
      const auto* table = std::get_if<Table>(&block);
      if (table == nullptr) continue;
      for (const TableRow& row : table->rows) {
        for (const TableCell& cell : row.cells) add_own_blanks(words_of(cell), paper.stem, places);
      }
    }
  }
  return places;
}

Findings faults_of_final(const std::vector<Document>& papers, const std::vector<FilledPaper>& filled, const std::string& mark) {
  std::vector<Place> blanks, marks;
  for (std::size_t at = 0; at < papers.size(); ++at) {
    const auto own = std::find_if(filled.begin(), filled.end(), [at](const FilledPaper& one) { return one.paper == at; });
    if (own == filled.end()) {
      const std::vector<Place> own_blanks = blanks_of(papers[at]);
      blanks.insert(blanks.end(), own_blanks.begin(), own_blanks.end());
      continue;
    }
    add_places(*own, kBlank, blanks);
    add_places(*own, without_blanks(mark), marks);
  }
  Findings findings;
  tell(std::move(blanks), "还有【请填写】没有填，没有出定稿，什么也没有写",
       "请在草稿的 .docx 里填好，原名放进单位文件夹的“修改稿”（或就留在文稿文件夹里），再用 --final；“单位信息”里没填的请先补填", findings);
  tell(std::move(marks), "还标着“" + mark + "”，没有出定稿，什么也没有写", "请删去这行字，或换成 .docx（其页眉由程序去掉）", findings);
  return findings;
}

}  // namespace lvce
