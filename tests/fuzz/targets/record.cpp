// The print record in a result.json, which --append and verify read. What is read is written as it was.
#include "pack/record_json.h"

#include "fuzz/kit.h"
#include "pack/names.h"
#include "pack/sums.h"
#include "pack/verify_record.h"
#include "support/files.h"

namespace lvce::fuzz {

void record(std::string_view input) {
  parse_sums(std::string(input));
  const InputFile file(input, kResultName);
  const Sums sums{{kResultName, sha256_of(input)}};
  write_file(scratch() / kSumsName, sums_to_text(sums));
  Record recorded;
  verify_record(scratch(), sums, recorded);
  const auto read = read_print_record(scratch());
  if (!read) return;
  nlohmann::ordered_json result;
  result["unit"]["name"] = read->unit;
  result["rubric"]["id"] = read->rubric;
  result["binding"] = record_to_json(*read);
  const std::string again = result.dump();
  write_file(scratch() / kResultName, again);
  write_file(scratch() / kSumsName, sums_to_text({{kResultName, sha256_of(again)}}));
  const auto same = read_print_record(scratch());
  must(same && record_to_json(*same) == result["binding"], "a record reads as it is written");
}

}  // namespace lvce::fuzz
