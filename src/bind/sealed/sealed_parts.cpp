#include "bind/sealed/sealed_parts.h"

#include <algorithm>

#include "bind/plan/digest.h"
#include "bind/sealed/compare_figures.h"
#include "bind/sealed/sealed_text.h"

namespace lvce {
namespace {

class SealedComparison {
 public:
  SealedComparison(const SealedCopy& copy, const Document& document, Findings& findings)
      : copy_(copy), document_(document), place_(copy.place()), findings_(findings) {}

  /// An edited one has the pages that it needs.
  void run(std::size_t generated) {
    if (copy_.edited) return compare_figures(document_, copy_.file, place_, findings_);
    pages(generated);
    digest();
  }

 private:
  void pages(std::size_t generated) {
    const std::size_t sealed = copy_.file.pages.size();
    if (sealed == generated) return;
    tell("sealed-copy-pages", Severity::warning,
         "盖章件有" + std::to_string(sealed) + "页，现在生成的“" + document_.stem + "”有" + std::to_string(generated) + "页",
         "请核对是否漏扫，或内容改动后没有重新盖章");
  }

  void digest() {
    const SealedText text = read_sealed_text(copy_.file.prepared.empty() ? copy_.file.disk : copy_.file.prepared);
    if (text.digests.empty()) {
      tell("sealed-copy-not-compared", Severity::note,
           text.searchable ? "盖章件的文字里没有校验码，无法自动比对内容" : "盖章件是没有文字的扫描件，无法自动比对内容",
           "请人工核对页脚的校验码是否为 " + short_digest(document_));
      return;
    }
    const std::string expected = short_digest(document_);
    const auto other = std::find_if(text.digests.begin(), text.digests.end(), [&](const std::string& one) { return one != expected; });
    if (other == text.digests.end()) return;
    tell("sealed-copy-outdated", Severity::warning,
         "盖章件的校验码是 " + *other + "，现在生成的“" + document_.stem + "”是 " + expected + "：盖章后内容或数字有改动", "请重新打印盖章，替换盖章件");
  }

  void tell(const char* code, Severity severity, std::string message, std::string hint) {
    findings_.push_back(Finding::of(severity, code, place_, std::move(message), std::move(hint)));
  }

  const SealedCopy& copy_;
  const Document& document_;
  Place place_;
  Findings& findings_;
};

/// Empty: the whole copy can be drawn.
std::string fault_of(const StoredFile& stored, std::size_t pages) {
  if (!stored.fault.empty()) return stored.fault;
  if (stored.pages.size() != pages) return "文件比检查时少了页";
  for (const StoredPage& page : stored.pages) {
    if (!page.fault.empty()) return page.fault;
  }
  return "";
}

StandIn stand_in(const Document& document, const SealedCopy& copy, const LaidOut& generated) {
  StandIn out;
  const std::size_t pages = copy.file.pages.size();
  out.label = document.stem + "（" + copy.folder() + "）";
  out.pages = static_cast<int>(pages);
  out.digest = copy.file.sha256;
  if (generated.pages.size() != pages) return out;
  out.anchors = generated.anchors;
  for (auto& [name, place] : out.anchors) place.y = kA4HeightPt;
  return out;
}

}  // namespace

std::string number_of_stem(const std::string& stem) { return stem.substr(0, 2); }

SealedParts take_sealed_copies(const std::vector<SealedCopy>& copies, const std::vector<const Document*>& documents, EvidenceStore& store,
                               const LayOutAlone& lay_out, Findings& findings) {
  SealedParts out;
  for (const SealedCopy& copy : copies) {
    const Place place = copy.place();
    const auto document = std::find_if(documents.begin(), documents.end(), [&](const Document* one) { return number_of_stem(one->stem) == copy.number; });
    if (document == documents.end()) {
      findings.push_back(Finding::warning(copy.edited ? "edited-copy-unused" : "sealed-copy-unused", place,
                                          "这套标准没有 " + copy.number + " 号材料，" + copy.folder() + "没有使用", "请核对文件名开头的编号"));
      continue;
    }
    if (copy.file.pages.empty()) continue;  // no PDF yet: `check` makes none
    const auto& path = copy.file.prepared.empty() ? copy.file.disk : copy.file.prepared;
    const std::size_t pages = copy.file.pages.size();
    StoredFile stored = store.read(path, static_cast<int>(pages));
    if (const std::string fault = fault_of(stored, pages); !fault.empty()) {
      findings.push_back(Finding::error(copy.edited ? "edited-copy-unreadable" : "sealed-copy-unreadable", place,
                                        std::string(copy.folder()) + "不能装订（" + fault + "），全本中仍是生成的页面",
                                        copy.edited ? "请另存为PDF，替换原文件" : "请重新扫描为PDF，替换原文件"));
      continue;
    }
    const LaidOut generated = lay_out(**document);
    SealedComparison comparison(copy, **document, findings);
    comparison.run(generated.pages.size());
    out.stand_ins[copy.number] = stand_in(**document, copy, generated);
    out.pages[copy.number] = std::move(stored.pages);
  }
  return out;
}

}  // namespace lvce
