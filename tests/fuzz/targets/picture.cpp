// A file by its first bytes, and the pictures among them decoded.
#include "evidence/picture/picture.h"

#include "evidence/job/content.h"
#include "evidence/ofd/pictures.h"
#include "evidence/picture/kinds.h"
#include "fuzz/kit.h"

namespace lvce::fuzz {

void picture(std::string_view input) {
  const FileEnds ends{std::string(input.substr(0, 4096)), std::string(input.substr(input.size() - std::min<std::size_t>(input.size(), 1 << 16)))};
  const Content content = content_of(ends);
  if (!is_picture(content) || content == Content::jpeg_xl) return;
  const InputFile file(input, "a.jpg");
  ProbeJob job;
  job.file = file.path();
  job.prepared_stem = scratch() / "prepared";
  Probed probed;
  probe_picture(job, content, probed);
  must(probed.rejected() || !probed.prepared.empty(), "a picture that is taken is prepared");
  ofd::picture_of(std::string(input));
}

}  // namespace lvce::fuzz
