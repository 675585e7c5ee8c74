// What a worker says to the main process, which does not trust it, and what that says to a worker.
#include "evidence/job/protocol.h"
#include "fuzz/kit.h"
#include "workbook/xls/dump.h"

namespace lvce::fuzz {

void worker(std::string_view input) {
  job_from_line(input);
  formats::parse_dump(input);
  const auto answer = answer_from_line(input);
  if (answer) must(answer_from_line(answer_to_line(*answer)).has_value(), "an answer reads as it is written");
}

}  // namespace lvce::fuzz
