#include "review/lists/write_lists.h"

#include <exception>
#include <optional>

#include "bind/separate.h"
#include "pack/pack.h"
#include "render/render.h"
#include "support/files.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

/// Nothing where a file cannot be written.
std::optional<std::vector<PackageFile>> write_all_lists(const std::vector<ListPaper>& lists, const std::vector<PlainFile>& plain, const fs::path& folder,
                                                        Findings& findings) {
  const Faces faces = Faces::load(data_folder() / "fonts");
  std::vector<PackageFile> files;
  const auto keep = [&](const std::string& name, const std::string& bytes) {
    files.push_back({OutputKind::paper, name, 0});
    return write_file(folder / name, bytes);
  };
  for (const ListPaper& list : lists) {
    SeparatePdfs pdfs = write_separate({list.document}, "", "", faces, folder);
    append(findings, std::move(pdfs.findings));
    for (const OutputPdf& pdf : pdfs.files) files.push_back({OutputKind::paper, pdf.name, pdf.pages});
    if (!keep(list.document.stem + ".xlsx", render_xlsx(list.document, ""))) return std::nullopt;
    if (list.word && !keep(list.document.stem + ".docx", render_docx(list.document, faces, {"", "", "", false}))) return std::nullopt;
  }
  for (const PlainFile& file : plain)
    if (!keep(file.name, file.bytes)) return std::nullopt;
  return files;
}

}  // namespace

bool write_lists(const std::vector<ListPaper>& lists, const std::vector<PlainFile>& plain, const fs::path& desk, Findings& findings) {
  Findings failures;
  auto staging = Staging::open_papers(desk / kResultsFolder, failures);
  std::string why = "写不进去";
  if (staging) {
    try {
      const auto files = write_all_lists(lists, plain, staging->folder(), findings);
      if (files && finish_papers(*staging, *files) && staging->commit(failures)) return true;
    } catch (const std::exception& error) {
      why = error.what();
    }
  }
  if (failures.empty()) failures.push_back(Finding::error("review-not-written", on_disk((desk / kResultsFolder).string()), why, "请检查磁盘空间和文件夹权限"));
  append(findings, std::move(failures));
  return false;
}

}  // namespace lvce
