// Filling {{fields}} into text that has been parsed already, so that no value can become markup.
#pragma once

#include <string>
#include <vector>

#include "compose/scope.h"
#include "document/document.h"
#include "support/finding.h"

namespace lvce {

/// Where in which template we are, and where its faults go.
struct TemplatePlace {
  std::string file;  ///< "report/report.md"
  int line = 0;      ///< 1-based; 0: unknown
  Findings* findings = nullptr;

  TemplatePlace at(int new_line) const { return {file, new_line, findings}; }
  /// Adds an error finding of code template-broken here.
  void fault(const std::string& message, const std::string& hint) const;
};

/// Text with every {{field}} and {{field:format}} replaced. A blank that asks becomes a marked run 【请填写：…】 where `ask` is true, and
/// nothing (for handwriting) where it is false; either way a finding says so once. An unknown field is a fault.
std::vector<Run> fill_runs(const std::string& text, const Scope& scope, const TemplatePlace& place, bool ask);
/// The same as plain text, for names, formulas, sheet names and cells.
std::string fill_text(const std::string& text, const Scope& scope, const TemplatePlace& place);

/// The field, or nullptr and a fault.
const FieldValue* need_field(const std::string& name, const Scope& scope, const TemplatePlace& place);

std::string plain_text(const std::vector<Run>& runs);

}  // namespace lvce
