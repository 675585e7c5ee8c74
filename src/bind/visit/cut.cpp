#include "bind/visit/cut.h"

#include <system_error>

namespace lvce {
namespace {

using LeafList = std::vector<std::size_t>;

std::uintmax_t size_of(const std::filesystem::path& file) {
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(file, error);
  return error ? 0 : size;
}

void append(LeafList& to, const LeafList& more) { to.insert(to.end(), more.begin(), more.end()); }

/// What a stretch weighs by itself: written, weighed and removed.
std::uintmax_t weigh(const LeafList& leaves, const WriteLeaves& write, const std::filesystem::path& folder) {
  const OutputPdf pdf = write(leaves, "称重.pdf");
  const std::uintmax_t size = size_of(folder / pdf.name);
  std::error_code ignored;
  std::filesystem::remove(folder / pdf.name, ignored);
  return size;
}

/// Stretches that follow each other, as long as they fit together: together they are never larger than one by one.
std::vector<LeafList> volumes_of(const std::vector<LeafList>& stretches, const CutOptions& options, const WriteLeaves& write,
                                 const std::filesystem::path& folder) {
  std::vector<LeafList> volumes;
  std::uintmax_t filled = 0;
  for (const LeafList& stretch : stretches) {
    const std::uintmax_t size = weigh(stretch, write, folder);
    if (volumes.empty() || filled + size > options.most_bytes) {
      volumes.emplace_back();
      filled = 0;
    }
    append(volumes.back(), stretch);
    filled += size;
  }
  return volumes;
}

void warn_if_large(const std::filesystem::path& folder, const OutputPdf& pdf, const CutOptions& options, Findings& findings) {
  if (options.most_bytes == 0 || size_of(folder / pdf.name) <= options.most_bytes) return;
  findings.push_back(Finding::warning("print-file-too-large", on_disk(pdf.name), "比 --max-mb 所限的大：里面只有一个评价项目（或一份文件），不能再分",
                                      "请压缩其中的扫描件，或分开上传"));
}

}  // namespace

std::vector<OutputPdf> write_cut(const std::vector<LeafList>& stretches, const CutOptions& options, const WriteLeaves& write,
                                 const std::filesystem::path& folder, Findings& findings) {
  std::vector<OutputPdf> out;
  LeafList all;
  for (const LeafList& stretch : stretches) append(all, stretch);
  if (all.empty()) return out;
  const auto numbered = [&](int file) { return std::to_string(file) + "-" + options.name; };
  out.push_back(write(all, numbered(options.first) + ".pdf"));
  const bool fits = options.most_bytes == 0 || size_of(folder / out.front().name) <= options.most_bytes;
  std::vector<LeafList> volumes;
  if (!fits && stretches.size() > 1) volumes = volumes_of(stretches, options, write, folder);
  if (volumes.size() < 2) {
    warn_if_large(folder, out.front(), options, findings);
    return out;
  }
  std::filesystem::remove(folder / out.front().name);
  out.clear();
  for (std::size_t i = 0; i < volumes.size(); ++i) {
    const std::string part = "（第" + std::to_string(i + 1) + "册共" + std::to_string(volumes.size()) + "册）.pdf";
    out.push_back(write(volumes[i], numbered(options.first + static_cast<int>(i)) + part));
    warn_if_large(folder, out.back(), options, findings);
  }
  return out;
}

}  // namespace lvce
