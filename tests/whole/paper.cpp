#include "whole/paper.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <regex>
#include <sstream>

#include "whole/run.h"

namespace lvce::testing {
namespace {

constexpr double kMmPerPoint = 25.4 / 72;
constexpr int kDotsPerMm = 10;

std::string whole(double value) { return std::to_string(std::lround(value)); }

}  // namespace

std::vector<GlyphLine> glyph_lines(const std::filesystem::path& pdf, int page) {
  const TempFolder folder;
  const std::filesystem::path drawing = folder / "page.svg";
  const std::string number = std::to_string(page);
  run({"pdftocairo", "-svg", "-noshrink", "-nocenter", "-f", number, "-l", number, pdf.string(), drawing.string()});
  static const std::regex kGlyph("<use xlink:href=\"#glyph[^\"]*\" x=\"([-0-9.]+)\" y=\"([-0-9.]+)\"");
  const std::string text = read_text(drawing);
  std::map<long, GlyphLine> lines;  // by baseline in hundredths of a point
  for (std::sregex_iterator it(text.begin(), text.end(), kGlyph), end; it != end; ++it) {
    const double x = std::stod((*it)[1]), y = std::stod((*it)[2]);
    GlyphLine& line = lines[std::lround(y * 100)];
    line.baseline = y * kMmPerPoint;
    line.starts.push_back(x * kMmPerPoint);
  }
  std::vector<GlyphLine> out;
  for (auto& [baseline, line] : lines) {
    std::sort(line.starts.begin(), line.starts.end());
    out.push_back(std::move(line));
  }
  return out;
}

Area ink_in(const std::filesystem::path& pdf, int page, const Area& area) {
  const std::string number = std::to_string(page);
  const std::string image = run({"pdftoppm", "-gray", "-r", "254", "-f", number, "-l", number, "-x", whole(area.left * kDotsPerMm), "-y",
                                 whole(area.top * kDotsPerMm), "-W", whole((area.right - area.left) * kDotsPerMm), "-H",
                                 whole((area.bottom - area.top) * kDotsPerMm), pdf.string()})
                                .out;
  std::istringstream head(image);
  std::string kind;
  std::size_t width = 0, height = 0, brightest = 0;
  head >> kind >> width >> height >> brightest;
  const std::size_t begin = static_cast<std::size_t>(head.tellg()) + 1;
  std::size_t left = width, right = 0, top = height, bottom = 0;
  for (std::size_t y = 0; y < height; ++y) {
    for (std::size_t x = 0; x < width; ++x) {
      if (static_cast<unsigned char>(image.at(begin + y * width + x)) > 128) continue;
      left = std::min(left, x), right = std::max(right, x + 1), top = std::min(top, y), bottom = std::max(bottom, y + 1);
    }
  }
  if (right == 0) return {};
  const auto mm = [](double origin, std::size_t dots) { return origin + static_cast<double>(dots) / kDotsPerMm; };
  return {mm(area.left, left), mm(area.top, top), mm(area.left, right), mm(area.top, bottom)};
}

}  // namespace lvce::testing
