#include "prepare/sort_rows.h"

#include <map>

#include "support/unseen.h"

namespace lvce {
namespace {

bool is_decided(const SortRow& row) { return !row.take.empty() || row.edited(); }

bool finds_nothing(const Proposal& proposal) { return proposal.indicators.empty() && proposal.why.empty(); }

/// What somebody wrote there by hand; an own name is what the table has shown.
bool has_name(const SortRow& row, const std::string& path) { return !row.name.empty() && row.name != visible(path.substr(path.rfind('/') + 1)); }

SortRow row_of(const Proposal& proposal, const SortRow* before) {
  SortRow row{proposal, "", std::nullopt, proposal.name};
  if (before != nullptr && is_decided(*before)) {
    row = *before;
  } else if (before != nullptr && finds_nothing(proposal) && !before->proposal.indicators.empty()) {
    row.proposal = before->proposal;
    row.proposal.sure = false;
  }
  row.proposal.path = proposal.path;  // the table's may be escaped
  row.name = before != nullptr && has_name(*before, proposal.path) ? before->name : proposal.name;
  if (!row.offered) row.offered = row.proposal.indicators;
  return row;
}

}  // namespace

void leave_out(std::vector<Proposal>& proposals, const std::set<std::string>& indicators) {
  for (Proposal& proposal : proposals) {
    std::erase_if(proposal.indicators, [&](const std::string& id) { return indicators.contains(id); });
    if (!proposal.indicators.empty()) continue;
    proposal.why.clear();
    proposal.sure = false;
  }
}

std::vector<SortRow> sort_rows(std::vector<Proposal> proposals, const std::vector<SortRow>& earlier) {
  std::map<std::string, const SortRow*> known;
  for (const SortRow& row : earlier) known.emplace(row.proposal.path, &row);
  std::vector<SortRow> rows;
  for (const Proposal& proposal : proposals) {
    const auto before = known.find(visible(proposal.path));
    rows.push_back(row_of(proposal, before == known.end() ? nullptr : before->second));
  }
  return rows;
}

}  // namespace lvce
