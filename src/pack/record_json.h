// The print record as part of result.json ("binding"). For pack/ and lvce build --append.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include <nlohmann/json.hpp>

#include "bind/append/print_record.h"

namespace lvce {

inline constexpr std::uintmax_t kResultBytesAtMost = 64U << 20;  ///< of result.json: a larger one is not ours

nlohmann::ordered_json record_to_json(const PrintRecord& record);

/// The record of a package folder. Nothing when there is none, when result.json is not the one that SHA256SUMS names, or when anything in
/// it is not as we write it.
std::optional<PrintRecord> read_print_record(const std::filesystem::path& package);

}  // namespace lvce
