#include "energy/month_list.h"

#include "support/text.h"

namespace lvce {

std::string month_list(const std::vector<int>& months) {
  std::vector<std::string> runs;
  for (std::size_t i = 0; i < months.size();) {
    std::size_t end = i;
    while (end + 1 < months.size() && months[end + 1] == months[end] + 1) ++end;
    runs.push_back(std::to_string(months[i]) + (end == i ? "" : "—" + std::to_string(months[end])) + "月");
    i = end + 1;
  }
  return join(runs, "、");
}

}  // namespace lvce
