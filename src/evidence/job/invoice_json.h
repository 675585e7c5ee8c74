// Invoices on their way from the worker.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "office/invoice.h"

namespace lvce {

/// All but `path` and `sha256`, which the parent knows.
nlohmann::json invoice_to_json(const Invoice& invoice);
/// Throws nlohmann::json::exception when it is none.
Invoice invoice_of_json(const nlohmann::json& json);

}  // namespace lvce
