// What a document or a file of the package is: one row each. result.json and the templates use these names.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace lvce {

enum class OutputKind {
  none,
  bound,       ///< the whole: cover, contents, 01–05
  report,      ///< 01
  scores,      ///< 02
  energy,      ///< 03
  form,        ///< 04, where the rubric has one
  evidence,    ///< 05, or a volume of it
  missing,     ///< 06
  supplement,  ///< pages to add to what is printed
  spine,       ///< labels for the backs of volumes
  indicator,   ///< the evidence of one indicator, for filling in online
  online,      ///< the list of those
  paper,       ///< lvce papers
  editable,    ///< what the office may edit: 01 as a Word file
  data,        ///< 数据.json, for the bureau
  rectify,     ///< 07, after a review
  cover,       ///< from here on: only inside of others
  contents,
  divider  ///< the last
};

struct OutputKindName {
  OutputKind kind;
  std::string_view name;
};

inline constexpr std::array kOutputKinds = {OutputKindName{OutputKind::bound, "bound"},       OutputKindName{OutputKind::report, "report"},
                                            OutputKindName{OutputKind::scores, "scores"},     OutputKindName{OutputKind::energy, "energy"},
                                            OutputKindName{OutputKind::form, "form"},         OutputKindName{OutputKind::evidence, "evidence"},
                                            OutputKindName{OutputKind::missing, "missing"},   OutputKindName{OutputKind::supplement, "supplement"},
                                            OutputKindName{OutputKind::spine, "spine"},       OutputKindName{OutputKind::indicator, "indicator"},
                                            OutputKindName{OutputKind::online, "online"},     OutputKindName{OutputKind::paper, "paper"},
                                            OutputKindName{OutputKind::editable, "editable"}, OutputKindName{OutputKind::data, "data"},
                                            OutputKindName{OutputKind::rectify, "rectify"},   OutputKindName{OutputKind::cover, "cover"},
                                            OutputKindName{OutputKind::contents, "contents"}, OutputKindName{OutputKind::divider, "divider"}};

/// Every value from `bound` to the last has its row, in order.
constexpr bool output_kinds_stand_in_order() {
  for (std::size_t i = 0; i < kOutputKinds.size(); ++i) {
    if (kOutputKinds[i].kind != static_cast<OutputKind>(i + 1)) return false;
  }
  return kOutputKinds.back().kind == OutputKind::divider;
}
static_assert(output_kinds_stand_in_order());

/// Of files that a command writes: docs/result.md tells of each.
constexpr bool is_of_files(OutputKind kind) { return kind != OutputKind::none && kind < OutputKind::cover; }

constexpr std::string_view output_kind_name(OutputKind kind) {
  for (const OutputKindName& row : kOutputKinds)
    if (row.kind == kind) return row.name;
  return {};
}

constexpr std::optional<OutputKind> output_kind_by_name(std::string_view name) {
  for (const OutputKindName& row : kOutputKinds)
    if (row.name == name) return row.kind;
  return std::nullopt;
}

}  // namespace lvce
