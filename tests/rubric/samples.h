// Small rubrics for tests: a whole one, and frames around fragments of the documentation.
#pragma once

#include <string>

namespace lvce::testing {

/// 26 lines, without a fault. Tests change one line and know where the finding must be.
inline constexpr const char* kSmallRubric = R"(id: small-2025
title: 某省评价标准
source: 附件1
total: 6
pass: 5
factor_set: gb-t-2589-2020
targets:
  - {metric: 人均用水量, required_pct: 2.5, points: 3}
evidence_kinds:
  - {name: 文件, words: [通知]}
units:
  - id: 1
    name: 单元
    points: 6
    items:
      - id: 1.1
        name: 项目
        points: 6
        indicators:
          - id: 1.1.1
            text: 完成用水目标，得3分。
            points: 3
            rule: {kind: targets, shares: [{metric: 人均用水量, points: 3}]}
          - id: 1.1.2
            text: 每项得1分，最高得3分。
            points: 3
            rule: {kind: per_item, step: 1, cap: 3}
            evidence:
              - {what: 制度, source: standard, kinds: [文件]}
)";

/// `text` with the only occurrence of `from` replaced; fails the test's build of its own text by returning "" when there is not exactly one.
inline std::string changed(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos || text.find(from, at + 1) != std::string::npos) return {};
  return text.replace(at, from.size(), to);
}

}  // namespace lvce::testing
