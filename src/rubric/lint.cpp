#include "rubric/lint.h"

namespace lvce {

void Lint::add(Severity severity, const std::string& path, std::string code, std::string message, std::string hint) {
  context_.add(severity, context_.places.at(path), std::move(code), std::move(message), std::move(hint));
}

void lint_rubric(Lint& lint) {
  lint_ids(lint);
  lint_sums(lint);
  lint_rules(lint);
  lint_targets(lint);
  lint_evidence(lint);
  lint_review(lint);
  lint_open(lint);
}

}  // namespace lvce
