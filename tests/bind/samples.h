// PDFs made by hand for the tests of bind/, and the readers' tools that look at what came out.
#pragma once

#include <filesystem>
#include <functional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>
#include <string>
#include <vector>

#include "render/render.h"

namespace lvce::test {

/// A folder that vanishes with the test.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

struct SamplePage {
  std::string text = "page";  ///< ASCII, drawn in Helvetica at the lower left of the box
  std::string box = "[0 0 595 842]";
  std::string extra;                  ///< further keys of the page: "/Rotate 90 /CropBox [..]"
  std::vector<std::string> contents;  ///< instead of text: raw content streams
};

/// Writes an evidence PDF. `change` may break it before it is written; `tune` sets the writer (encryption …).
void write_pdf(const std::filesystem::path& file, const std::vector<SamplePage>& pages, const std::function<void(QPDF&)>& change = {},
               const std::function<void(QPDFWriter&)>& tune = {});

/// What render_pdf gives, without libharu: pages that show "own 0", "own 1" … and a font page whose font 0 maps codes to themselves.
RenderedPdf fake_own_pages(int count);

struct ToolResult {
  int code = 0;
  std::string output;  ///< stdout and stderr
};
ToolResult run_tool(const std::string& command);
std::string quoted(const std::filesystem::path& path);
/// Text of page `page` (1-based) as pdftotext gives it.
std::string text_of(const std::filesystem::path& pdf, int page);
/// True when qpdf --check has nothing to say.
bool checks_clean(const std::filesystem::path& pdf);

/// Centre of the only dark spot of a page drawn at 72 dpi, in points from the lower left; −1 when there is none.
struct Spot {
  double left = -1, bottom = -1, right = -1, top = -1;
};
Spot dark_area(const std::filesystem::path& pdf, int page);

}  // namespace lvce::test
