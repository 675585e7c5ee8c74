// An invoice: as XML, or (where it is a package) as an OFD; its words as a remark.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "evidence/invoices/ofd_invoice.h"
#include "evidence/invoices/xml_invoice.h"
#include "evidence/job/invoice_json.h"
#include "fuzz/kit.h"
#include "office/invoice_period.h"

namespace lvce::fuzz {
namespace {

void must_be_sound(const std::optional<Invoice>& invoice) {
  if (!invoice) return;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  must(invoice->number.size() >= 8 && std::all_of(invoice->number.begin(), invoice->number.end(), is_digit), "a number is digits");
  must(invoice->lines.size() <= kLinesAtMost, "rows are capped");
  must(!invoice->period || (invoice->period->first <= invoice->period->last && invoice->period->days() <= 400), "a period is one");
  const std::string sent = invoice_to_json(*invoice).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  must(invoice_of_json(nlohmann::json::parse(sent)).lines.size() == invoice->lines.size(), "what is sent arrives");
}

}  // namespace

void invoice(std::string_view input) {
  must_be_sound(invoice_of_xml(std::string(input), "XML"));
  const std::string package = package_of(input);
  must_be_sound(invoice_of_ofd(package));
  period_in(input);
  period_of_name(input);
  meter_in(input);
  cancelled_in(input);
}

}  // namespace lvce::fuzz
