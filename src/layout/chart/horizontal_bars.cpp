// Bars from left to right, one category below the other.
#include <algorithm>

#include "layout/chart/plots.h"
#include "layout/chart/scale.h"

namespace lvce {
namespace {

constexpr double kNameSize = 9;
constexpr double kNameShare = 0.34;  ///< of the width, at most
constexpr double kThickness = 0.62;  ///< of a category's height
constexpr double kThickest = 18;

class HorizontalBars {
 public:
  HorizontalBars(const Chart& chart, const Area& area, Canvas& canvas) : chart_(chart), canvas_(canvas), scale_(scale_of(chart, false)) {
    double names = 0;
    for (const std::string& name : chart.categories) names = std::max(names, canvas.text_width(name, kNameSize));
    names = std::min(names + 1, area.width() * kNameShare);
    nested_ = is_score_of_full(chart);
    plot_ = {area.left + names + 6, area.top, area.right - label_width() - 6, area.bottom - kLabelSize - 6};
    plot_.right = std::max(plot_.right, plot_.left + 20);
    names_left_ = area.left;
    slot_ = plot_.height() / static_cast<double>(std::max<std::size_t>(1, chart.categories.size()));
  }

  void run() {
    for (const double tick : scale_.ticks()) {
      canvas_.fill({x_of(tick) - 0.15, plot_.top, x_of(tick) + 0.15, plot_.bottom}, 0.75);  // below the bars
      canvas_.text(scale_.label(tick), x_of(tick), plot_.bottom + kLabelSize * 0.8, kLabelSize, Align::centre);
    }
    for (std::size_t c = 0; c < chart_.categories.size(); ++c) draw_category(c);
    canvas_.line(x_of(0), plot_.top, x_of(0), plot_.bottom, 0.8);
  }

 private:
  double x_of(double value) const { return plot_.left + scale_.part(value) * plot_.width(); }

  std::string label_of(std::size_t series, std::size_t category) const {
    const std::optional<Decimal> value = value_at(chart_, series, category);
    return value ? value_label(chart_, *value) : blank_label(chart_, series, category);
  }

  /// Points are written short: 25.5 / 27.
  std::string nested_label(std::size_t category) const {
    const auto shortened = [&](std::size_t series) {
      const std::optional<Decimal> value = value_at(chart_, series, category);
      return value ? value->rounded(std::clamp(chart_.places, 0, 12)).shortest() : blank_label(chart_, series, category);
    };
    return shortened(0) + " / " + shortened(1);
  }

  double label_width() {
    double widest = 0;
    for (std::size_t c = 0; c < chart_.categories.size(); ++c) {
      if (nested_) widest = std::max(widest, canvas_.text_width(nested_label(c), kLabelSize));
      for (std::size_t s = 0; s < chart_.series.size() && !nested_; ++s) {
        widest = std::max(widest, canvas_.text_width(label_of(s, c), kLabelSize));
      }
    }
    return widest;
  }

  void draw_category(std::size_t category) {
    const double middle = plot_.top + (static_cast<double>(category) + 0.5) * slot_;
    canvas_.text_in(chart_.categories[category], {names_left_, middle - slot_ / 2, plot_.left - 5, middle + slot_ / 2}, kNameSize, 2, Align::right);
    const double count = nested_ ? 1 : static_cast<double>(std::max<std::size_t>(1, chart_.series.size()));
    const double thickness = std::min(slot_ * kThickness / count, kThickest);
    if (nested_) return draw_nested(category, middle, thickness);
    double top = middle - thickness * count / 2;
    for (std::size_t s = 0; s < chart_.series.size(); ++s, top += thickness) {
      const double end = draw_bar(s, category, top, top + thickness - 0.5);
      canvas_.text(label_of(s, category), end + 3, top + thickness / 2, kLabelSize, Align::left);
    }
  }

  void draw_nested(std::size_t category, double middle, double thickness) {
    const std::optional<Decimal> full = value_at(chart_, 1, category);
    const double end = x_of(full->to_double());
    canvas_.bar({plot_.left, middle - thickness / 2, end, middle + thickness / 2}, Pattern::white);
    draw_bar(0, category, middle - thickness / 2, middle + thickness / 2);
    canvas_.text(nested_label(category), end + 4, middle, kLabelSize, Align::left);
  }

  /// Right end of what was drawn.
  double draw_bar(std::size_t series, std::size_t category, double top, double bottom) {
    const std::optional<Decimal> value = value_at(chart_, series, category);
    if (!value) return x_of(0);
    const double x = x_of(value->to_double());
    const double zero = x_of(0);
    if (!value->is_zero()) canvas_.bar({std::min(x, zero), top, std::max(x, zero), bottom}, pattern_of(series));
    return std::max(x, zero);
  }

  const Chart& chart_;
  Canvas& canvas_;
  Scale scale_;
  Area plot_;
  double names_left_ = 0;
  double slot_ = 0;
  bool nested_ = false;
};

}  // namespace

bool is_score_of_full(const Chart& chart) {
  if (chart.series.size() != 2) return false;
  for (std::size_t c = 0; c < chart.categories.size(); ++c) {
    const std::optional<Decimal> score = value_at(chart, 0, c);
    const std::optional<Decimal> full = value_at(chart, 1, c);
    if (!full || full->is_negative() || (score && (score->is_negative() || *full < *score))) return false;
  }
  return true;
}

void draw_horizontal_bars(const Chart& chart, const Area& area, Canvas& canvas) { HorizontalBars(chart, area, canvas).run(); }

}  // namespace lvce
