#include "prepare/sort_rows.h"

#include "support/unseen.h"

namespace lvce {
namespace {

/// As the table shows it: nothing was written there by hand.
bool is_own_name(const std::string& name, const std::string& path) { return name == visible(path.substr(path.rfind('/') + 1)); }

bool is_decided(const SortRow& row) { return !row.take.empty() || row.edited(); }

bool finds_nothing(const Proposal& proposal) { return proposal.indicators.empty() && proposal.why.empty(); }

SortRow row_of(Proposal proposal, const SortRow* before) {
  const std::string path = proposal.path;
  SortRow row{std::move(proposal), "", std::nullopt, ""};
  if (before != nullptr && is_decided(*before)) {
    row = *before;
  } else if (before != nullptr && finds_nothing(row.proposal) && !before->proposal.indicators.empty()) {
    row.proposal = before->proposal;
    row.proposal.sure = false;
  }
  row.proposal.path = path;  // the table's may be escaped
  if (!row.offered) row.offered = row.proposal.indicators;
  return row;
}

}  // namespace

void leave_out(std::vector<Proposal>& proposals, const std::set<std::string>& indicators) {
  for (Proposal& proposal : proposals) {
    std::erase_if(proposal.indicators, [&](const std::string& id) { return indicators.contains(id); });
    if (proposal.indicators.empty()) proposal = {proposal.path, {}, "", false};
  }
}

std::vector<SortRow> sort_rows(std::vector<Proposal> proposals, const std::vector<SortRow>& earlier, const std::map<std::string, std::string>& names) {
  std::map<std::string, const SortRow*> known;
  for (const SortRow& row : earlier) known.emplace(row.proposal.path, &row);
  std::vector<SortRow> rows;
  for (Proposal& proposal : proposals) {
    const std::string path = proposal.path;
    const auto before = known.find(visible(path));
    rows.push_back(row_of(std::move(proposal), before == known.end() ? nullptr : before->second));
    const bool named = before != known.end() && !before->second->name.empty() && !is_own_name(before->second->name, path);
    const auto name = names.find(path);
    rows.back().name = named ? before->second->name : name == names.end() ? "" : name->second;
  }
  return rows;
}

}  // namespace lvce
