// sort_invoices: readings of one number put together, rows by carrier, red ones beside what they cancel.
#include <algorithm>
#include <set>
#include <tuple>

#include "energy/carriers.h"
#include "energy/energy.h"
#include "office/carriers.h"
#include "office/invoice_period.h"
#include "office/values.h"
#include "support/text.h"

namespace lvce {
namespace {

std::optional<Decimal> base_quantity(Carrier carrier, const InvoiceLine& line, const FactorSet& factors) {
  if (!line.quantity) return std::nullopt;
  const std::string typed = header_unit("(" + line.unit + ")");
  for (const UnitName& unit : facts_of(carrier).units) {
    if (unit.text != typed) continue;
    const std::optional<Decimal> in_base = base_units_in(carrier, unit.unit, factors);
    return in_base ? std::optional(*line.quantity * *in_base) : std::nullopt;
  }
  return std::nullopt;
}

std::vector<InvoiceUse> uses_of(const Invoice& invoice, const InvoiceWords& words, const FactorSet& factors) {
  std::vector<InvoiceUse> out;
  for (const InvoiceLine& line : invoice.lines) {
    if (const std::optional<Carrier> carrier = carrier_of_item(words, line.item)) out.push_back({*carrier, line, base_quantity(*carrier, line, factors)});
  }
  return out;
}

/// Rows first, then data before text.
int worth(const Invoice& invoice) {
  const int form = invoice.form == InvoiceForm::xml ? 2 : invoice.form == InvoiceForm::ofd ? 1 : 0;
  return (invoice.lines.empty() ? 0 : 10) + form;
}

std::map<Carrier, Decimal> quantities_of(const std::vector<InvoiceUse>& uses) {
  std::map<Carrier, Decimal> out;
  for (const InvoiceUse& use : uses) {
    if (use.quantity) out[use.carrier] += *use.quantity;
  }
  return out;
}

std::string folder_of(const std::string& path) { return path.substr(0, path.find('/')); }

std::string base_name(const std::string& path) { return path.substr(path.rfind('/') == path.npos ? 0 : path.rfind('/') + 1); }

/// What two readings say differently, in words; empty: nothing.
std::string difference(const Invoice& a, const Invoice& b, const std::vector<InvoiceUse>& of_a, const std::vector<InvoiceUse>& of_b) {
  const auto both = [&](const std::optional<Decimal>& left, const std::optional<Decimal>& right) { return left && right && *left != *right; };
  const std::string from = "“" + base_name(a.path) + "”", other = "“" + base_name(b.path) + "”";
  if (both(a.total, b.total)) return "价税合计" + from + "是" + a.total->shortest() + "，" + other + "是" + b.total->shortest();
  const std::map<Carrier, Decimal> left = quantities_of(of_a), right = quantities_of(of_b);
  for (const auto& [carrier, quantity] : left) {
    const auto found = right.find(carrier);
    if (found != right.end() && found->second != quantity)
      return std::string(carrier_name(carrier)) + "的数量" + from + "是" + quantity.shortest() + "，" + other + "是" + found->second.shortest();
  }
  return "";
}

/// What is there twice over: in one form, and neither one file under two indicators nor one that lies both in 佐证材料 and elsewhere.
std::vector<std::string> repeated_in(const std::vector<const Invoice*>& readings) {
  std::map<InvoiceForm, std::vector<const Invoice*>> forms;
  for (const Invoice* reading : readings) forms[reading->form].push_back(reading);
  for (const auto& [form, all] : forms) {
    std::vector<std::string> out;
    std::set<std::pair<std::string, std::string>> seen;
    for (const Invoice* reading : all) {
      const bool kept_elsewhere = std::any_of(all.begin(), all.end(), [&](const Invoice* other) {
        return other != reading && other->sha256 == reading->sha256 && !reading->sha256.empty() &&
               (folder_of(other->path) != folder_of(reading->path) || (folder_of(reading->path) == kEvidenceFolder && reading->form != InvoiceForm::xml));
      });
      if (!kept_elsewhere || seen.emplace(reading->sha256, "").second) out.push_back(reading->path);
    }
    if (out.size() > 1) return out;
  }
  return {};
}

class Sorter {
 public:
  Sorter(const InvoiceWords& words, const FactorSet& factors) : words_(words), factors_(factors) {}

  InvoiceLedger sort(const std::vector<Invoice>& invoices) {
    std::map<std::string, std::vector<const Invoice*>> numbers;
    for (const Invoice& invoice : invoices) numbers[invoice.number].push_back(&invoice);
    for (auto& [number, readings] : numbers) add(readings);
    pair_red_ones();
    std::sort(out_.invoices.begin(), out_.invoices.end(), [](const KnownInvoice& a, const KnownInvoice& b) { return key_of(a) < key_of(b); });
    return std::move(out_);
  }

 private:
  static std::tuple<bool, std::chrono::sys_days, std::string, std::string> key_of(const KnownInvoice& invoice) {
    return {!invoice.period, invoice.period ? invoice.period->last : std::chrono::sys_days(), invoice.data.date, invoice.data.number};
  }

  void add(std::vector<const Invoice*> readings) {
    KnownInvoice known;
    for (const Invoice* reading : readings) known.paths.push_back(reading->path);
    known.repeated = repeated_in(readings);
    std::stable_sort(readings.begin(), readings.end(), [](const Invoice* a, const Invoice* b) { return worth(*a) > worth(*b); });
    known.data = *readings.front();
    known.uses = uses_of(known.data, words_, factors_);
    for (const Invoice* reading : readings) {
      if (known.contradiction.empty()) known.contradiction = difference(*readings.front(), *reading, known.uses, uses_of(*reading, words_, factors_));
      complete_from(known.data, *reading);
    }
    if (known.uses.empty()) return;
    if (!known.contradiction.empty()) known.fate = InvoiceFate::contradicted;
    find_period(known);
    out_.invoices.push_back(std::move(known));
  }

  static void find_period(KnownInvoice& known) {
    known.period = known.data.period;
    const auto source = known.data.other.find("用量起止");
    if (known.period) known.period_source = source == known.data.other.end() ? known.data.source : source->second;
    for (const std::string& path : known.paths) {
      if (known.period) return;
      known.period = period_of_name(path);
      if (known.period) known.period_source = "文件名";
    }
  }

  KnownInvoice* find_cancelled(const std::string& number) {
    for (KnownInvoice& known : out_.invoices) {
      if (known.data.number == number || known.data.number.ends_with(number)) return &known;
    }
    return nullptr;
  }

  static Decimal money_of(const KnownInvoice& known) { return known.data.amount ? *known.data.amount : known.data.total.value_or(Decimal()); }

  /// A red one belongs to the days of what it cancels.
  void pair_red_ones() {
    for (KnownInvoice& red : out_.invoices) {
      if (!red.data.is_red() || red.fate == InvoiceFate::contradicted) continue;
      KnownInvoice* blue = red.data.cancels.empty() ? nullptr : find_cancelled(red.data.cancels);
      red.fate = blue == nullptr || blue == &red ? InvoiceFate::red_alone : InvoiceFate::red;
      if (red.fate != InvoiceFate::red) continue;
      if (blue->fate == InvoiceFate::counted) {
        blue->fate = InvoiceFate::cancelled;
        blue->left_over = money_of(*blue);
      }
      blue->left_over += money_of(red);
      red.period = blue->period;
      red.period_source = blue->period_source;
    }
  }

  const InvoiceWords& words_;
  const FactorSet& factors_;
  InvoiceLedger out_;
};

}  // namespace

InvoiceLedger sort_invoices(const std::vector<Invoice>& invoices, const InvoiceWords& words, const FactorSet& factors) {
  return Sorter(words, factors).sort(invoices);
}

}  // namespace lvce
