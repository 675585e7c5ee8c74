// An archive of any kind, unpacked.
#include "evidence/archives/unpack.h"

#include "fuzz/kit.h"

namespace lvce::fuzz {

void archive(std::string_view input) {
  const InputFile file(package_of(input), "a.zip");
  ProbeJob job;
  job.file = file.path();
  job.unpack_into = scratch() / "unpacked";
  job.unpack_at_most = 16U << 20;
  std::filesystem::create_directory(job.unpack_into);
  Probed probed;
  unpack_archive(job, probed);
  for (const ArchiveEntry& entry : probed.entries) {
    must(entry.disk.empty() || entry.disk.parent_path() == job.unpack_into, "what is unpacked lies in its folder");
    must(!entry.disk.empty() || !entry.code.empty(), "what stays inside says why");
  }
}

}  // namespace lvce::fuzz
