// Prices against the office's own: there is no official band to hold them to.
#include <algorithm>
#include <map>

#include "energy/checks/detail_table.h"
#include "energy/checks/meter_checks.h"

namespace lvce {
namespace {

using namespace meter_columns;

using MeterGroup = std::vector<MeterRow*>;

constexpr std::size_t kPricesNeeded = 6;

/// As typed, else amount / quantity.
std::optional<Decimal> price_of(const MeterRow& row) {
  if (row.price) return row.price;
  return row.amount && row.quantity ? row.amount->divided_by(*row.quantity) : std::nullopt;
}

std::optional<Decimal> usual_price(const MeterGroup& group) {
  std::vector<Decimal> prices;
  for (const MeterRow* row : group) {
    if (const auto price = price_of(*row); price && !price->is_zero()) prices.push_back(*price);
  }
  if (prices.size() < kPricesNeeded) return std::nullopt;
  std::sort(prices.begin(), prices.end());
  return prices[prices.size() / 2];
}

/// More than half above the median, or less than half of it.
bool in_band(const Decimal& price, const Decimal& usual) { return price * Decimal(2) <= usual * Decimal(3) && price * Decimal(2) >= usual; }

Decimal amount_error(const MeterRow& row) { return (*row.quantity * *row.price - *row.amount).abs(); }

/// Whether amounts are quantity × price to the yuan: prices are then exact. Elsewhere they are rounded averages.
bool has_exact_prices(const MeterGroup& group) {
  std::size_t known = 0, exact = 0;
  for (const MeterRow* row : group) {
    if (!row->quantity || !row->price || !row->amount) continue;
    ++known;
    if (amount_error(*row) <= Decimal(1)) ++exact;
  }
  return exact * 2 >= known;
}

class GroupCheck {
 public:
  GroupCheck(const MeterInput& input, const MeterGroup& group) : input_(input), group_(group), usual_(usual_price(group)), exact_(has_exact_prices(group)) {}

  void check() const {
    for (MeterRow* row : group_) {
      const auto price = price_of(*row);
      const bool unusual = usual_ && price && row->quantity && !row->quantity->is_zero() && !in_band(*price, *usual_);
      if (row->quantity && row->price && row->amount) {
        check_amount(*row, unusual);
      } else if (unusual) {
        say_unusual(*row, *price);
      }
    }
  }

 private:
  void check_amount(MeterRow& row, bool unusual) const {
    const bool billed = amount_error(row) <= allowed(row);
    const auto from_amount = row.amount->divided_by(*row.quantity);
    if (unusual && (billed || (from_amount && in_band(*from_amount, *usual_)))) return say_unusual(row, *row.price);
    if (billed || quantity_is_to_blame(row)) return;
    input_.say("meter-amount-differs", row, kAmount, "金额填 " + row.amount->shortest() + "，按用量和单价计算为 " + (*row.quantity * *row.price).text(2));
  }

  /// The readings already said that the quantity is wrong, and with theirs the bill is right.
  static bool quantity_is_to_blame(const MeterRow& row) {
    const auto used = row.used(row.multiplier.value_or(Decimal(1)));
    return row.suspect && used && (*used * *row.price - *row.amount).abs() <= Decimal(1) + *row.price;
  }

  Decimal allowed(const MeterRow& row) const {
    const Decimal rounded_price = *row.quantity * row.price_rounding;
    return exact_ || rounded_price < Decimal(1) ? Decimal(1) : rounded_price;
  }

  void say_unusual(const MeterRow& row, const Decimal& price) const {
    input_.say("meter-price-unusual", row, row.price ? kPrice : kAmount,
               row.kind + "单价 " + price.text(4) + "，与本单位台账的中位数 " + usual_->text(4) + " 相差一半以上",
               "核对单价的单位、票据金额和用量；属实的，在“核对说明”中写明原因");
  }

  const MeterInput& input_;
  const MeterGroup& group_;
  std::optional<Decimal> usual_;
  bool exact_;
};

}  // namespace

void check_prices(const MeterInput& input, std::vector<MeterRow>& rows) {
  std::map<std::string, MeterGroup> by_kind;
  std::map<std::pair<std::string, std::string>, MeterGroup> by_meter;
  for (MeterRow& row : rows) by_meter[{row.kind, row.meter}].push_back(&row);
  for (const auto& [meter, group] : by_meter) {
    if (group.size() >= kPricesNeeded) {
      GroupCheck(input, group).check();  // meters may be on different tariffs
    } else {
      by_kind[meter.first].insert(by_kind[meter.first].end(), group.begin(), group.end());
    }
  }
  for (const auto& [kind, group] : by_kind) GroupCheck(input, group).check();
}

}  // namespace lvce
