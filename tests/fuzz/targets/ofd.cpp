// An OFD as evidence.
#include "evidence/ofd/ofd.h"

#include "fuzz/kit.h"

namespace lvce::fuzz {

void ofd(std::string_view input) {
  const InputFile file(package_of(input), "a.ofd");
  ProbeJob job;
  job.file = file.path();
  job.prepared_stem = scratch() / "prepared";
  Probed probed;
  try {
    probe_ofd(job, probed);
  } catch (const std::bad_alloc&) {
    return;
  }
  must(probed.rejected() || !probed.prepared.empty(), "an OFD that is taken is prepared");
}

}  // namespace lvce::fuzz
