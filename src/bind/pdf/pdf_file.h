// Where libqpdf writes a volume to. Private to bind/.
#pragma once

#include <filesystem>
#include <qpdf/Pipeline.hh>
#include <string>

#include "support/digested_file.h"

namespace lvce {

/// Digests what it writes, and makes the document's /ID of that digest: libqpdf's own deterministic one takes a second digest of all bytes.
/// The writer is to be asked for a static ID, whose place is taken here.
class PdfFile : public Pipeline {
 public:
  explicit PdfFile(const std::filesystem::path& file) : Pipeline("volume", nullptr), file_(file) {}

  void write(unsigned char const* data, size_t length) override;
  void finish() override {}
  /// SHA-256 of the file, which is closed. Throws std::system_error when something could not be written.
  std::string close() { return file_.finish(); }

 private:
  DigestedFile file_;
  std::string id_;
};

}  // namespace lvce
