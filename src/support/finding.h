// What the clerk must know: one finding a line, where — what — what to do. Expected failures are findings, not exceptions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lvce {

enum class Severity { error, missing, warning, note };

/// "error", "missing", "warning", "note": as in result.json.
std::string_view severity_name(Severity severity);

struct Finding {
  std::string code;  ///< stable, kebab-case, documented in docs/findings.md: "cell-not-a-number"
  Severity severity = Severity::note;
  std::string where;        ///< file, sheet and cell, or page: "台账.xlsx 能耗台账!C5", "佐证材料/2.1.1 通知.pdf"
  std::string message;      ///< what, in Chinese, without a full stop
  std::string hint;         ///< what to do, in Chinese; may be empty for notes
  std::string owner;        ///< 责任科室 of the indicator, when one is known
  std::string answer = {};  ///< the office's own explanation (核对说明), which also ends `message`; empty: none given
};

using Findings = std::vector<Finding>;

void append(Findings& to, Findings more);

/// True when no finding is an error or missing.
bool is_complete(const Findings& findings);

}  // namespace lvce
