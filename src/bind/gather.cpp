#include "bind/gather.h"

#include <algorithm>

#include "bind/pdf/jpeg.h"
#include "bind/plan/evidence_pieces.h"
#include "evidence/job/snapshot.h"
#include "support/files.h"

namespace lvce {
namespace {

constexpr const char* kExportAgain = "请用生成该文件的软件重新导出为PDF，或打印后扫描，替换原文件";

std::vector<StoredPage> padded(StoredFile file, int planned) {
  StoredPage missing;
  missing.fault = file.fault.empty() ? "文件比检查时少了页" : file.fault;
  file.pages.resize(static_cast<std::size_t>(planned), missing);
  return std::move(file.pages);
}

/// "1、3、7" of the broken pages, at most ten.
std::string broken_pages(const std::vector<StoredPage>& pages) {
  std::string numbers;
  int named = 0;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (pages[i].fault.empty()) continue;
    if (++named > 10) return numbers + "等";
    numbers += (numbers.empty() ? "" : "、") + std::to_string(i + 1);
  }
  return numbers;
}

void judge(const std::vector<StoredPage>& pages, EvidenceFile& file, Findings& findings) {
  const auto broken = std::count_if(pages.begin(), pages.end(), [](const StoredPage& page) { return !page.fault.empty(); });
  if (broken == 0) return;
  const auto first = std::find_if(pages.begin(), pages.end(), [](const StoredPage& page) { return !page.fault.empty(); });
  const bool all = broken == static_cast<std::ptrdiff_t>(pages.size());
  const std::string message = all ? "整个文件无法装订（" + first->fault + "）"
                                  : "第" + broken_pages(pages) + "页无法装订（" + first->fault + "），已用说明页代替";
  file.state = all ? EvidenceState::rejected : EvidenceState::bound_with_warning;
  file.reason = message;
  findings.push_back(Finding::error("bind-page-unreadable", in_evidence(file.path), message, kExportAgain));
}

bool is_bound(const EvidenceFile& file) { return file.state == EvidenceState::bound || file.state == EvidenceState::bound_with_warning; }

/// What is bound is the file as it was judged; that it is another one by now must be known. A new time alone is no change.
void report_changed(const EvidenceFolder& evidence, Findings& findings) {
  for (const EvidenceFile& file : evidence.files) {
    if (!is_bound(file) || file.stamp.empty() || disk_stamp(file.disk) == file.stamp || sha256_of_file(file.disk) == file.sha256) continue;
    findings.push_back(
        Finding::warning("evidence-changed", in_evidence(file.path), "文件在生成过程中被改动或移走，册中是改动前的内容", "请待文件不再改动后重新生成"));
  }
}

}  // namespace

Gathered gather_evidence(const Binding& binding, EvidenceFolder& evidence, EvidenceStore& store, Findings& findings) {
  std::vector<std::size_t> pieces;
  std::vector<WantedPages> wanted;
  for (std::size_t i = 0; i < binding.pieces.size(); ++i) {
    const Piece& piece = binding.pieces[i];
    if (!piece.is_foreign() || !piece.sealed.empty()) continue;
    const EvidenceFile& file = evidence.files.at(piece.files.front());
    pieces.push_back(i);
    wanted.push_back({file.prepared.empty() ? file.disk : file.prepared, piece.foreign_pages});
  }
  Gathered gathered;
  SourcesAhead sources(std::move(wanted));
  for (const std::size_t i : pieces) {
    const Piece& piece = binding.pieces[i];
    gathered[i] = padded(store.take(sources.next()), piece.foreign_pages);
    judge(gathered[i], evidence.files.at(piece.files.front()), findings);
  }
  report_changed(evidence, findings);
  return gathered;
}

void report_unreadable_photos(const Binding& binding, const EvidenceFolder& evidence, Findings& findings) {
  for (const Piece& piece : binding.pieces) {
    for (const std::size_t at : piece.files) {
      const EvidenceFile& file = evidence.files.at(at);
      if (file.state == EvidenceState::rejected || file.format != EvidenceFormat::picture || is_in_pieces(file) || read_jpeg_header(file.prepared)) continue;
      findings.push_back(
          Finding::error("bind-photo-unreadable", in_evidence(file.path), "图片无法放入册中，其位置为空", "请用看图软件打开后另存为JPG，替换原文件"));
    }
  }
}

void gather_sealed(const Binding& binding, SealedPages pages, Gathered& gathered) {
  for (std::size_t i = 0; i < binding.pieces.size(); ++i) {
    const std::string& sealed = binding.pieces[i].sealed;
    if (!sealed.empty()) gathered[i] = std::move(pages.at(sealed));
  }
}

}  // namespace lvce
