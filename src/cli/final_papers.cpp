#include "cli/final_papers.h"

#include <algorithm>
#include <system_error>

#include "bind/sealed/compare_figures.h"
#include "bind/sealed/sealed_copies.h"
#include "bind/sealed/word_copy.h"
#include "pack/names.h"
#include "support/files.h"
#include "support/sha256.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

/// A .docx in the folder of papers that is not as it was written there. One from a filled paper is never listed, so it counts again next time.
bool is_changed(const fs::path& file, const std::string& name, const Sums& sums) {
  std::error_code error;
  if (!fs::is_regular_file(fs::symlink_status(file, error))) return false;
  const auto written = sums.find(name);
  return written == sums.end() || sha256_of_file(file) != written->second;
}

}  // namespace

FilledSet find_filled_set(const PapersOptions& options, const std::vector<Document>& papers, Findings& findings) {
  FilledSet out;
  out.papers = find_filled_papers(options.unit / kEditedFolder, papers, findings);
  const Sums sums = read_sums(options.out, kPaperSumsName).value_or(Sums());
  for (std::size_t at = 0; at < papers.size(); ++at) {
    const std::string name = papers[at].stem + ".docx";
    const fs::path file = options.out / name;
    if (!is_changed(file, name, sums)) continue;
    const std::string digest = sha256_of_file(file).value_or("");
    const auto own = std::find_if(out.papers.begin(), out.papers.end(), [at](const FilledPaper& one) { return one.paper == at; });
    if (own != out.papers.end() && sha256_of_file(own->file.disk) != digest) continue;  // the staging says that this one is in the way
    out.taken[name] = digest;
    if (own != out.papers.end()) continue;
    FilledPaper filled;
    filled.paper = at;
    filled.file.path = (fs::weakly_canonical(fs::absolute(options.out)) / ".").parent_path().filename().string() + "/" + name;
    filled.file.title = name;
    filled.file.disk = file;
    out.papers.push_back(std::move(filled));
    out.in_place.insert(name);
  }
  return out;
}

bool write_filled_paper(const FilledPaper& filled, const std::string& stem, const fs::path& folder, std::vector<PackageFile>& files) {
  constexpr std::uintmax_t kLargest = 1U << 30;
  const auto put = [&](const fs::path& from, const std::string& name, int pages) {
    const auto bytes = read_file(from, kLargest);
    if (!bytes || !write_file(folder / name, *bytes)) return false;
    files.push_back({OutputKind::paper, name, pages});
    return true;
  };
  if (!put(bound_file_of(filled.file), stem + ".pdf", static_cast<int>(filled.file.pages.size()))) return false;
  return !is_own_word_file(filled.file.disk.filename().string()) || put(filled.file.disk, stem + ".docx", 0);
}

}  // namespace lvce
