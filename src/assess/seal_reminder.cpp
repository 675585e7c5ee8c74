#include "assess/seal_reminder.h"

#include <algorithm>

#include "support/text.h"

namespace lvce {
namespace {

const char* seal_words(SealState state) {
  switch (state) {
    case SealState::present: return "有印章";
    case SealState::likely: return "疑似有红章";
    case SealState::unseen: return "未见印章";
    default: return "判断不出有无印章";
  }
}

/// "有印章1份，未见印章2份（a.pdf、b.pdf）": which are to be looked at is named.
std::string seals_in_words(const DemandResult& demand, const std::vector<EvidenceFile>& files) {
  constexpr std::size_t kNamedFiles = 3;
  std::vector<std::string> parts;
  for (const SealState state : {SealState::present, SealState::likely, SealState::unseen, SealState::unknown}) {
    std::vector<std::string> names;
    for (const std::size_t index : demand.files) {
      const SealState of_file = files[index].seal == SealState::not_asked ? SealState::unknown : files[index].seal;
      if (of_file == state) names.push_back(files[index].path);
    }
    if (names.empty()) continue;
    std::string part = seal_words(state) + std::to_string(names.size()) + "份";
    if (state == SealState::unseen || state == SealState::unknown) {
      const bool more = names.size() > kNamedFiles;
      names.resize(std::min(names.size(), kNamedFiles));
      part += "（" + join(names, "、") + (more ? "等" : "") + "）";
    }
    parts.push_back(std::move(part));
  }
  return join(parts, "，");
}

}  // namespace

void remind_of_seals(const IndicatorResult& result, const std::vector<EvidenceFile>& files, Findings& findings) {
  for (const DemandResult& demand : result.demands) {
    if (demand.waived || !demand.demand->seal || demand.accepted == 0) continue;
    findings.push_back(Finding::note("seal-reminder", evidence_of(result.indicator->id), demand.demand->what + "应加盖公章：" + seals_in_words(demand, files),
                                     "只按形状和颜色提示，不验真伪，不影响得分；请自行核对")
                           .by(result.owner));
  }
}

}  // namespace lvce
