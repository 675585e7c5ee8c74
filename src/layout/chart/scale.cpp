#include "layout/chart/scale.h"

#include <algorithm>
#include <cmath>

namespace lvce {

namespace {
constexpr int kWantedSteps = 5;
constexpr int kMostTicks = 24;
}  // namespace

Scale scale_for(double least, double greatest) {
  double low = std::min(0.0, least);
  double high = std::max(0.0, greatest);
  if (!(high - low > 1e-12)) high = low + 1;
  const double raw = (high - low) / kWantedSteps;
  const double power = std::pow(10.0, std::floor(std::log10(raw)));
  Scale scale;
  scale.step = 10 * power;
  for (const double round : {5.0, 2.0, 1.0}) {
    if (round * power >= raw * 0.999) scale.step = round * power;
  }
  scale.low = std::floor(low / scale.step - 1e-9) * scale.step;
  scale.high = std::ceil(high / scale.step - 1e-9) * scale.step;
  if (low == 0) scale.low = 0;
  if (high == 0) scale.high = 0;
  return scale;
}

std::vector<double> Scale::ticks() const {
  std::vector<double> all;
  const int count = std::min(kMostTicks, static_cast<int>(std::lround((high - low) / step)));
  for (int i = 0; i <= count; ++i) all.push_back(low + i * step);
  return all;
}

std::string Scale::label(double tick) const {
  const int places = std::clamp(static_cast<int>(-std::floor(std::log10(step) + 1e-9)), 0, 6);
  const std::optional<Decimal> value = Decimal::from_cell(std::abs(tick) < step / 1000 ? 0 : tick);
  return value ? value->grouped(places) : "";
}

std::optional<Decimal> value_at(const Chart& chart, std::size_t series, std::size_t category) {
  const auto& values = chart.series[series].values;
  return category < values.size() ? values[category] : std::nullopt;
}

Scale scale_of(const Chart& chart, bool stacked) {
  double least = 0;
  double greatest = 0;
  for (std::size_t c = 0; c < chart.categories.size(); ++c) {
    double up = 0;
    for (std::size_t s = 0; s < chart.series.size(); ++s) {
      const std::optional<Decimal> value = value_at(chart, s, c);
      if (!value) continue;
      const double number = value->to_double();
      up += std::max(0.0, number);
      least = std::min(least, number);
      greatest = std::max(greatest, stacked ? up : number);
    }
  }
  return scale_for(stacked ? 0 : least, greatest);
}

std::string value_label(const Chart& chart, const Decimal& value) { return value.grouped(std::clamp(chart.places, 0, 12)); }

std::string blank_label(const Chart& chart, std::size_t series, std::size_t category) {
  const auto& blanks = chart.series[series].blanks;
  return category < blanks.size() && !blanks[category].empty() ? blanks[category] : "无数据";
}

}  // namespace lvce
