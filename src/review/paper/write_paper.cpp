#include "review/paper/write_paper.h"

#include <exception>
#include <system_error>

#include "bind/separate.h"
#include "support/files.h"
#include "support/scratch_folder.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr int kMostRecords = 10000;

Finding paper_not_written(const std::string& name, const fs::path& folder, const std::string& why) {
  return Finding::error("review-not-written", on_disk((folder / name).string()), name + "写不进去：" + why, "请检查磁盘空间和文件夹权限");
}

/// The first name that is free or holds the same; empty: none is.
std::string free_name(const fs::path& folder, const std::string& stem, const std::string& ending, const std::string& sha256) {
  std::error_code error;
  for (int number = 1; number < kMostRecords; ++number) {
    const std::string name = stem + (number == 1 ? "" : "（" + std::to_string(number) + "）") + ending;
    if (!fs::exists(folder / name, error) || sha256_of_file(folder / name) == sha256) return name;
  }
  return "";
}

}  // namespace

std::string write_record(const Document& document, const fs::path& folder, Findings& findings) {
  const std::string name = document.stem + ".pdf";
  try {
    const ScratchFolder scratch("record");
    const Faces faces = Faces::load(data_folder() / "fonts");
    SeparatePdfs pdfs = write_separate({document}, "", "", faces, scratch.path());
    append(findings, std::move(pdfs.findings));
    const auto bytes = read_file(scratch.path() / name, SIZE_MAX);
    const std::string free = bytes ? free_name(folder, document.stem, ".pdf", sha256_of(*bytes)) : "";
    std::error_code error;
    const fs::path beside = folder / ("." + name + ".tmp");
    if (!free.empty() && write_file(beside, *bytes)) {
      fs::rename(beside, folder / free, error);
      if (!error) return free;
    }
    fs::remove(beside, error);
    findings.push_back(paper_not_written(name, folder, "磁盘已满或没有权限"));
  } catch (const std::exception& error) {
    findings.push_back(paper_not_written(name, folder, error.what()));
  }
  return "";
}

}  // namespace lvce
