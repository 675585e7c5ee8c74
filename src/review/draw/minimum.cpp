#include "review/draw/minimum.h"

#include <algorithm>

#include "review/draw/share.h"

namespace lvce {
namespace {

/// Whether the minimum is for these units; where the draw is not divided by level, it is taken to be.
bool is_for(const RecheckShare& minimum, const Draw& draw, const Stratum& stratum) {
  if (minimum.levels.empty() || draw.roster.order.by != "单位层级") return true;
  return std::find(minimum.levels.begin(), minimum.levels.end(), stratum.name) != minimum.levels.end();
}

}  // namespace

Findings below_minimum(const Draw& draw, const Rubric& rubric) {
  Findings out;
  for (const RecheckShare& minimum : rubric.review.recheck_shares) {
    std::size_t units = 0, wanted = 0;
    for (const StratumDraw& part : draw.strata) {
      if (!is_for(minimum, draw, part.stratum)) continue;
      units += part.stratum.units.size();
      wanted += part.stratum.wanted;
    }
    const std::size_t needed = count_of_share(minimum.percent.divided_by(100).value_or(Decimal()), units);
    if (wanted >= needed) continue;
    out.push_back(Finding::note("draw-below-minimum", in_file(rubric.id),
                                std::to_string(units) + " 家抽中 " + std::to_string(wanted) + " 家，少于" + minimum.by + "应抽的 " + std::to_string(needed) +
                                    " 家（“" + minimum.text + "”）",
                                "如果这次抽查就是" + minimum.by + "的，请改用 --share " + minimum.percent.shortest() + "%"));
  }
  return out;
}

}  // namespace lvce
