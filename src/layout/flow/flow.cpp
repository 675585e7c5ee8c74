#include "layout/flow/flow.h"

#include <algorithm>

namespace lvce {

namespace {

constexpr double kTolerance = 0.05;      ///< pt: sums of many pitches
constexpr double kShareAbove = 0.42;     ///< of the blank on a centred page: the optical middle
constexpr double kFarthestSpace = 5000;  ///< pt, whatever a document asks for
constexpr double kSpareShare = 0.5;      ///< of an explicit blank, where that saves a page

void shift_page(Page& page, double down) {
  for (RectBox& box : page.rects) box.y -= down;
  for (LineBox& line : page.lines) line.y1 -= down, line.y2 -= down;
  for (TextBox& box : page.texts) box.y -= down;
  for (ImageBox& box : page.images) box.y -= down;
  for (LinkBox& box : page.links) box.y -= down;
}

}  // namespace

void Flow::begin_section(const Section& section) {
  section_ = &section;
  page_open_ = false;
  forced_ = true;
  to_odd_ = false;
  cursor_ = after_ = space_ = 0;
  most_held_ = 0.5;
  filled_.clear();
  anchors_.clear();
  first_page_ = out_.pages.size();
  area_ = type_area_of(section.orientation, section.narrow_area, options_.first_page + static_cast<int>(first_page_), options_.duplex);
}

void Flow::end_section() {
  release();
  if (page_open_) close_page();
  if (section_->centred_vertically) centre_pages();
}

void Flow::add(Strip strip, bool keep_with_next) {
  std::vector<Strip> group;
  group.push_back(std::move(strip));
  add(std::move(group), keep_with_next);
}

void Flow::add(std::vector<Strip> group, bool keep_with_next) {
  for (Strip& strip : group) {
    const double gap = gap_above(strip);
    const double spare = gap == space_ ? kSpareShare * (gap - std::max(after_, strip.before)) : 0;
    after_ = strip.after;
    space_ = 0;
    held_.push_back({std::move(strip), gap, spare});
  }
  if (keep_with_next && held_height(true) < most_held_ * area_.height) return;
  place_one_by_one();
}

/// What is held goes onto this page when all of it fits, else onto the next one; only what fits no page is parted.
void Flow::place_one_by_one() {
  if (!page_open_) open_page();
  spare_blanks();
  if (cursor_ > 0 && !held_.empty() && cursor_ + held_height(false) > area_.height + held_.back().strip.hang + kTolerance) {
    close_page();
    open_page();
  }
  std::vector<Held> held;
  held.swap(held_);
  for (const Held& each : held) {
    double gap = cursor_ > 0 || forced_ ? each.gap : 0;
    if (cursor_ > 0 && cursor_ + gap + each.strip.height > area_.height + each.strip.hang + kTolerance) {
      close_page();
      open_page();
      gap = 0;
    }
    cursor_ += std::min(gap, std::max(0.0, area_.height + each.strip.hang - each.strip.height - cursor_));
    place(each.strip);
    forced_ = false;
  }
}

/// Where what is held misses its page by less than its blanks can give.
void Flow::spare_blanks() {
  if (cursor_ == 0 || held_.empty()) return;
  double spare = 0;
  for (const Held& each : held_) spare += each.spare;
  const double lacking = cursor_ + held_height(false) - area_.height - held_.back().strip.hang;
  if (lacking <= 0) return;
  if (lacking > spare) return close_lines(lacking - spare);
  for (Held& each : held_) each.gap -= each.spare * lacking / spare;
}

void Flow::close_lines(double lacking) {
  if (most_held_ < 1) return;  // no signature among what is held
  double spare = 0;
  for (const Placed& each : placed_) spare += each.spare;
  for (const Held& each : held_) spare += each.strip.spare;
  if (lacking > spare) return;
  const double share = lacking / spare;
  double up = 0;
  for (std::size_t at = 0; at < placed_.size(); ++at) {
    move_placed(at, up);
    up += placed_[at].spare * share;
    placed_[at].spare *= 1 - share;
  }
  cursor_ -= up;
  for (Held& each : held_) {
    each.gap -= each.spare;
    each.strip.height -= each.strip.spare * share;
    each.strip.spare *= 1 - share;
  }
}

void Flow::move_placed(std::size_t strip, double up) {
  if (up == 0) return;
  Page& page = out_.pages.back();
  const Placed& from = placed_[strip];
  const bool last = strip + 1 == placed_.size();
  const Placed to = last ? Placed{page.rects.size(), page.lines.size(), page.texts.size(), page.images.size(), page.links.size(), anchors_.size()}
                         : placed_[strip + 1];
  for (std::size_t i = from.rects; i < to.rects; ++i) page.rects[i].y += up;
  for (std::size_t i = from.lines; i < to.lines; ++i) page.lines[i].y1 += up, page.lines[i].y2 += up;
  for (std::size_t i = from.texts; i < to.texts; ++i) page.texts[i].y += up;
  for (std::size_t i = from.images; i < to.images; ++i) page.images[i].y += up;
  for (std::size_t i = from.links; i < to.links; ++i) page.links[i].y += up;
  for (std::size_t i = from.anchors; i < to.anchors; ++i) anchors_[i]->y += up;
}

void Flow::space(double points) { space_ = std::min(space_ + std::max(0.0, points), kFarthestSpace); }

void Flow::page_break(bool to_odd) {
  release();
  if (page_open_) close_page();
  forced_ = true;
  to_odd_ = to_odd_ || to_odd;
  after_ = space_ = 0;
}

void Flow::break_page() {
  if (page_open_) close_page();
  after_ = space_ = 0;
}

double Flow::room(double before) const {
  const double gap = at_top() && held_.empty() ? (forced_ ? space_ : 0) : std::max({after_, space_, before});
  return area_.height - (page_open_ ? cursor_ : 0) - held_height(at_top() && !forced_) - gap;
}

double Flow::gap_above(const Strip& strip) const {
  const bool first = at_top() && held_.empty();
  return first ? space_ : std::max({after_, strip.before, space_});
}

double Flow::held_height(bool without_first_gap) const {
  double height = 0;
  for (const Held& each : held_) height += each.gap + each.strip.height;
  if (without_first_gap && !held_.empty()) height -= held_.front().gap;
  return height;
}

void Flow::open_page() {
  int number = options_.first_page + static_cast<int>(out_.pages.size());
  if (to_odd_ && options_.duplex && number % 2 == 0) {
    Page blank;
    blank.blank = true;
    blank.numbered = section_->numbered;
    out_.pages.push_back(std::move(blank));
    filled_.push_back(0);
    ++number;
  }
  to_odd_ = false;
  area_ = type_area_of(section_->orientation, section_->narrow_area, number, options_.duplex);
  Page page;
  page.landscape = section_->orientation == Orientation::landscape;
  page.numbered = section_->numbered;
  out_.pages.push_back(std::move(page));
  page_open_ = true;
  placed_.clear();
  cursor_ = 0;
}

void Flow::close_page() {
  filled_.push_back(cursor_);
  page_open_ = false;
  forced_ = false;
  cursor_ = 0;
}

void Flow::place(const Strip& strip) {
  Page& page = out_.pages.back();
  placed_.push_back({page.rects.size(), page.lines.size(), page.texts.size(), page.images.size(), page.links.size(), anchors_.size(), strip.spare});
  const double x = area_.left;
  const double y = area_.top - cursor_;
  for (RectBox box : strip.rects) box.x += x, box.y = y - box.y, page.rects.push_back(box);
  for (LineBox line : strip.lines) {
    line.x1 += x, line.x2 += x, line.y1 = y - line.y1, line.y2 = y - line.y2;
    page.lines.push_back(line);
  }
  for (TextBox box : strip.texts) box.x += x, box.y = y - box.y, page.texts.push_back(std::move(box));
  for (ImageBox box : strip.images) box.x += x, box.y = y - box.y, page.images.push_back(std::move(box));
  for (LinkBox box : strip.links) box.x += x, box.y = y - box.y, page.links.push_back(std::move(box));
  for (const auto& [name, down] : strip.anchors) {
    // A turned page shows its right edge at the top.
    const double shown = page.landscape ? area_.left + area_.width : y - down;
    const auto [place, added] = out_.anchors.emplace(name, AnchorPlace{static_cast<int>(out_.pages.size()) - 1, shown});
    if (added && !page.landscape) anchors_.push_back(&place->second);
  }
  cursor_ += strip.height;
}

void Flow::centre_pages() {
  const auto down = [&](std::size_t i) { return std::max(0.0, area_.height - filled_[i]) * kShareAbove; };
  for (std::size_t i = 0; i < filled_.size(); ++i) shift_page(out_.pages[first_page_ + i], down(i));
  for (AnchorPlace* place : anchors_) place->y -= down(static_cast<std::size_t>(place->page) - first_page_);
}

}  // namespace lvce
