#include "pack/verify_labels.h"

#include <algorithm>
#include <set>

#include "pack/names.h"

namespace lvce {
namespace {

constexpr std::size_t kFaultsAtMost = 20;

Finding label_fault(const std::string& message) {
  return Finding::error("verify-record", in_file(kBoundName), message, "不要使用这套材料，重新取得或重新生成");
}

/// Numbered pages as they are recorded; a copy for the screen has no empty ones.
std::vector<PageLabel> recorded_labels(const PrintRecord& printed) {
  std::vector<PageLabel> out;
  for (const PrintedPiece& piece : printed.pieces) {
    for (const PrintedPage& page : piece.pages) {
      const bool left_out = printed.screen && page.digest == "-";
      if (page.label.number > 0 && !left_out) out.push_back(page.label);
    }
  }
  return out;
}

std::string text_at(const std::vector<PageLabel>& labels, std::size_t at) { return at < labels.size() ? "第 " + labels[at].text() + " 页" : "没有页"; }

/// With supplements the order is another: one stands behind the back of its sheet, which may be the next file's first page.
bool have_the_same(const std::vector<PageLabel>& labels, const std::vector<PageLabel>& wanted) {
  if (std::none_of(wanted.begin(), wanted.end(), [](const PageLabel& label) { return label.supplement > 0; })) return false;
  const auto texts = [](const std::vector<PageLabel>& of) {
    std::set<std::string> out;
    for (const PageLabel& label : of) out.insert(label.text());
    return out;
  };
  return texts(labels) == texts(wanted);
}

/// Behind the bound file the covers and contents of volumes are recorded, which count from 1 again.
void compare_in_order(const std::vector<PageLabel>& labels, const std::vector<PageLabel>& wanted, Findings& findings) {
  const auto differ = std::mismatch(wanted.begin(), wanted.end(), labels.begin(), labels.end());
  const bool all = differ.second == labels.end() && (differ.first == wanted.end() || *differ.first == PageLabel(1));
  if (all || have_the_same(labels, wanted)) return;
  const auto at = static_cast<std::size_t>(differ.second - labels.begin());
  findings.push_back(
      label_fault("页码与 result.json 登记的不同：第 " + std::to_string(at + 1) + " 张应是" + text_at(wanted, at) + "，实为" + text_at(labels, at)));
}

}  // namespace

Findings verify_labels(const std::vector<PageLabel>& labels, const Record& record, const std::optional<PrintRecord>& printed) {
  Findings findings;
  std::set<std::string> known;
  for (const PageLabel& label : labels) known.insert(label.text());
  for (const RecordedEvidence& file : record.evidence) {
    if (!known.contains(file.first_label) && findings.size() < kFaultsAtMost)
      findings.push_back(label_fault("result.json 登记“" + file.path + "”从第 " + file.first_label + " 页开始，全本没有这一页"));
  }
  if (printed) compare_in_order(labels, recorded_labels(*printed), findings);
  return findings;
}

}  // namespace lvce
