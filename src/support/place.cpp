#include "support/place.h"

#include <utility>

#include "support/unseen.h"

namespace lvce {
namespace {

/// Behind a blank, but for what stands in brackets.
void add(std::string& text, const std::string& more) {
  if (more.empty()) return;
  if (!text.empty() && !more.starts_with("（")) text += ' ';
  text += more;
}

/// "佐证材料 3.1.1" and "佐证材料 3.1.2": what tells them apart is enough for the second.
bool differ_in_part(const Place& one, const Place& other) {
  const bool plain = one.cell.empty() && one.page == 0 && one.line == 0 && !one.part.empty() && !one.part.starts_with("（") && !other.part.empty();
  return plain && one.file == other.file && one.sheet == other.sheet && one.path == other.path;
}

}  // namespace

std::string Place::text() const {
  std::string out = file;
  add(out, path);
  add(out, sheet);
  if (!cell.empty()) out += "!" + cell;
  add(out, part);
  if (page > 0 && part.empty()) add(out, "第" + std::to_string(page) + "页");
  if (line > 0) out += ":" + std::to_string(line);
  if (column > 0) out += ":" + std::to_string(column);
  return visible(out);
}

Place Place::of(std::string concerned) const {
  Place place = *this;
  place.indicator = std::move(concerned);
  return place;
}

void Place::move_evidence(const std::string& folder) {
  const bool inside = path == kEvidenceFolder || path.starts_with(std::string(kEvidenceFolder) + "/");
  if (inside) path.replace(0, kEvidenceFolder.size(), folder);
}

std::string text_of(const std::vector<Place>& places, std::size_t most) {
  std::string out;
  for (std::size_t i = 0; i < places.size() && i < most; ++i) {
    const bool same_sheet = i > 0 && !places[i].cell.empty() && places[i].file == places[i - 1].file && places[i].sheet == places[i - 1].sheet;
    if (i > 0) out += "、";
    out += same_sheet ? visible(places[i].cell) : i > 0 && differ_in_part(places[i], places[i - 1]) ? visible(places[i].part) : places[i].text();
  }
  return places.size() > most ? out + " 等" + std::to_string(places.size()) + "处" : out;
}

Place in_file(std::string file, std::string part) {
  Place place;
  place.file = std::move(file);
  place.part = std::move(part);
  return place;
}

Place in_sheet(std::string file, std::string sheet, std::string part) {
  Place place = in_file(std::move(file), std::move(part));
  place.sheet = std::move(sheet);
  return place;
}

Place in_cell(std::string file, std::string sheet, std::string cell) {
  Place place = in_sheet(std::move(file), std::move(sheet));
  place.cell = std::move(cell);
  return place;
}

Place in_lines(std::string file, int line, int column) {
  Place place = in_file(std::move(file));
  place.line = line;
  place.column = column;
  return place;
}

Place on_page(std::string file, int page) {
  Place place = in_file(std::move(file));
  place.page = page;
  return place;
}

Place on_disk(std::string path) {
  Place place;
  place.path = std::move(path);
  return place;
}

Place in_evidence(const std::string& path) { return on_disk(std::string(kEvidenceFolder) + (path.empty() ? "" : "/" + path)); }

Place evidence_of(const std::string& indicator) {
  Place place = in_evidence("").of(indicator);
  place.part = indicator;
  return place;
}

Place at_indicator(const std::string& indicator) {
  Place place = in_file("", "指标 " + indicator);
  place.indicator = indicator;
  return place;
}

}  // namespace lvce
