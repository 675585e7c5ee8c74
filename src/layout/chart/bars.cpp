// Grouped and stacked bars.
#include <algorithm>

#include "layout/chart/axes.h"

namespace lvce {

namespace {

constexpr double kClusterShare = 0.74;  ///< of a category's width
constexpr double kWidestBar = 34;
constexpr double kStackShare = 0.42;
constexpr double kWidestStack = 60;
constexpr double kBarLabelPitch = 8.5;

/// Bars and labels of one chart of grouped bars.
class GroupedBars {
 public:
  GroupedBars(const Chart& chart, const Axes& axes, Canvas& canvas) : chart_(chart), axes_(axes), canvas_(canvas) {
    const double count = static_cast<double>(std::max<std::size_t>(1, chart.series.size()));
    width_ = std::min(axes.slot * kClusterShare / count, kWidestBar);
    cluster_ = width_ * count;
  }

  void run() {
    for (std::size_t c = 0; c < chart_.categories.size(); ++c) {
      for (std::size_t s = 0; s < chart_.series.size(); ++s) draw(s, c);
    }
  }

 private:
  void draw(std::size_t series, std::size_t category) {
    const double left = axes_.middle_of(category) - cluster_ / 2 + static_cast<double>(series) * width_;
    const double zero = axes_.y_of(0);
    const std::optional<Decimal> value = value_at(chart_, series, category);
    if (!value) return mark_missing(blank_label(chart_, series, category), left + width_ / 2, zero);
    const double y = axes_.y_of(value->to_double());
    const double inset = std::min(1.0, width_ * 0.06);
    canvas_.bar({left + inset, std::min(y, zero), left + width_ - inset, std::max(y, zero)}, pattern_of(series));
    if (axes_.values_below) return;
    const std::string label = value_label(chart_, *value);
    const double size = std::clamp(kValueSize * width_ * 1.1 / std::max(1.0, canvas_.text_width(label, kValueSize)), kSmallestValue, kValueSize);
    canvas_.text(label, left + width_ / 2, y < zero || !value->is_negative() ? y - 5 : y + 5, size, Align::centre);
  }

  void mark_missing(const std::string& words, double x, double zero) {
    if (width_ < kSmallestValue) return;
    const bool wide = canvas_.text_width(words, kSmallestValue) <= width_;
    if (wide) return canvas_.text(words, x, zero - 6, kSmallestValue, Align::centre);
    canvas_.upright_text(words, x, zero - 2 - 1.5 * kSmallestValue, kSmallestValue);
  }

  const Chart& chart_;
  const Axes& axes_;
  Canvas& canvas_;
  double width_ = 0;
  double cluster_ = 0;
};

struct StackLabel {
  double middle = 0;
  std::string words;
};

/// Labels from bottom to top, moved up where they would touch the one below.
void draw_stack_labels(std::vector<StackLabel> labels, double x, Canvas& canvas) {
  double limit = 1e9;
  for (const StackLabel& label : labels) {
    const double middle = std::min(label.middle, limit);
    canvas.text(label.words, x, middle, kValueSize, Align::left);
    limit = middle - kBarLabelPitch;
  }
}

void draw_stack(const Chart& chart, const Axes& axes, std::size_t category, Canvas& canvas) {
  const double width = std::min(axes.slot * kStackShare, kWidestStack);
  const double left = axes.middle_of(category) - width / 2;
  double sum = 0;
  Decimal total;
  std::vector<StackLabel> labels;
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    const std::optional<Decimal> value = value_at(chart, s, category);
    if (!value || value->is_negative()) continue;
    const double next = sum + value->to_double();
    const Area area = {left, axes.y_of(next), left + width, axes.y_of(sum)};
    total += *value;
    sum = next;
    if (value->is_zero()) continue;
    canvas.bar(area, pattern_of(s));
    labels.push_back({(area.top + area.bottom) / 2, value_label(chart, *value)});
  }
  if (labels.empty()) return canvas.text(blank_label(chart, 0, category), axes.middle_of(category), axes.plot.bottom - 6, kValueSize, Align::centre);
  if (!axes.values_below) draw_stack_labels(std::move(labels), left + width + 3, canvas);
  canvas.text(value_label(chart, total), left + width / 2, axes.y_of(sum) - 6, kValueSize, Align::centre, Face::hei);
}

}  // namespace

void draw_grouped_bars(const Chart& chart, const Area& area, Canvas& canvas) {
  const double share = 1.1 * kClusterShare / static_cast<double>(std::max<std::size_t>(1, chart.series.size()));
  const Axes axes = draw_axes(chart, area, false, share, canvas);
  GroupedBars(chart, axes, canvas).run();
}

void draw_stacked_bars(const Chart& chart, const Area& area, Canvas& canvas) {
  const Axes axes = draw_axes(chart, area, true, (1 - kStackShare) / 2, canvas);
  for (std::size_t c = 0; c < chart.categories.size(); ++c) draw_stack(chart, axes, c, canvas);
}

}  // namespace lvce
