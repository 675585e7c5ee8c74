// Evidence that is text, in any encoding.
#include "support/text.h"
#include "evidence/budget.h"
#include "evidence/plain_text.h"
#include "evidence/refused_kinds.h"
#include "fuzz/kit.h"

namespace lvce::fuzz {

void text(std::string_view input) {
  for (const char* ending : {"txt", "eml", "url", ""}) refused_as_text(ending, input);
  const auto read = decode_plain_text(input);
  if (!read) return;
  must(is_valid_utf8(*read), "text of evidence is UTF-8");
  must(weight_of_text(*read, true) >= weight_of_text(*read, false), "marks only add to the weight");
}

}  // namespace lvce::fuzz
