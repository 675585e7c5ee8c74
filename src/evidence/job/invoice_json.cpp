#include "evidence/job/invoice_json.h"

#include <nlohmann/json.hpp>

#include "support/json/whole.h"

namespace lvce {
namespace {

using Tree = nlohmann::json;

Tree number_to_json(const std::optional<Decimal>& number) { return number ? Tree(number->shortest()) : Tree(); }

std::optional<Decimal> number_of_json(const Tree& from) { return from.is_null() ? std::nullopt : Decimal::parse(from.get<std::string>()); }

Tree span_to_json(const std::optional<DaySpan>& span) {
  return span ? Tree{span->first.time_since_epoch().count(), span->last.time_since_epoch().count()} : Tree();
}

std::optional<DaySpan> span_of_json(const Tree& from) {
  if (from.is_null()) return std::nullopt;
  const auto day = [&](std::size_t i) { return std::chrono::sys_days(std::chrono::days(whole_number<int>(from.at(i)))); };
  return DaySpan{day(0), day(1)};
}

}  // namespace

nlohmann::json invoice_to_json(const Invoice& invoice) {
  Tree lines = Tree::array();
  for (const InvoiceLine& line : invoice.lines) {
    lines.push_back({line.item, line.unit, number_to_json(line.quantity), number_to_json(line.price), number_to_json(line.amount), number_to_json(line.tax)});
  }
  return {{"form", static_cast<int>(invoice.form)},
          {"source", invoice.source},
          {"other", invoice.other},
          {"number", invoice.number},
          {"date", invoice.date},
          {"seller", invoice.seller},
          {"lines", std::move(lines)},
          {"sums", {number_to_json(invoice.amount), number_to_json(invoice.tax), number_to_json(invoice.total)}},
          {"period", span_to_json(invoice.period)},
          {"meter", invoice.meter},
          {"cancels", invoice.cancels}};
}

Invoice invoice_of_json(const Tree& from) {
  Invoice out;
  out.form = static_cast<InvoiceForm>(whole_number<int>(from.at("form")));
  out.source = from.at("source");
  out.other = from.at("other").get<std::map<std::string, std::string>>();
  out.number = from.at("number");
  out.date = from.at("date");
  out.seller = from.at("seller");
  for (const Tree& line : from.at("lines")) {
    out.lines.push_back(
        {line.at(0), line.at(1), number_of_json(line.at(2)), number_of_json(line.at(3)), number_of_json(line.at(4)), number_of_json(line.at(5))});
  }
  out.amount = number_of_json(from.at("sums").at(0));
  out.tax = number_of_json(from.at("sums").at(1));
  out.total = number_of_json(from.at("sums").at(2));
  out.period = span_of_json(from.at("period"));
  out.meter = from.at("meter");
  out.cancels = from.at("cancels");
  return out;
}

}  // namespace lvce
