// A mail, its attachments taken out.
#include "evidence/archives/mail.h"

#include "fuzz/kit.h"

namespace lvce::fuzz {

void mail(std::string_view input) {
  const InputFile file(input, "a.eml");
  ProbeJob job;
  job.file = file.path();
  job.unpack_into = scratch() / "unpacked";
  job.unpack_at_most = 16U << 20;
  std::filesystem::create_directory(job.unpack_into);
  Probed probed;
  unpack_mail(job, probed);
  for (const ArchiveEntry& entry : probed.entries) {
    must(entry.disk.empty() || entry.disk.parent_path() == job.unpack_into, "an attachment lies in its folder");
    must(!entry.disk.empty() || !entry.code.empty(), "what stays inside says why");
    must(entry.name.find("../") == std::string::npos, "no name leads upwards");
  }
}

}  // namespace lvce::fuzz
