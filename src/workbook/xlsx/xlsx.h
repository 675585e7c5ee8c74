// Bytes of an .xlsx of any maker → Book. Memory stays bounded whatever comes (see the caps in package.h and worksheet.h).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "workbook/book/book.h"

namespace lvce::xlsx {

/// Why a file cannot be read at all, for a finding: code, Chinese message and hint.
struct Failure {
  std::string code;
  std::string message;
  std::string hint;
};

struct ReadBook {
  std::optional<Book> book;  ///< nothing: `failure` says why
  Failure failure;
};

inline ReadBook refuse(std::string code, std::string message, std::string hint) {
  return {std::nullopt, {std::move(code), std::move(message), std::move(hint)}};
}

/// Only sheets whose name is `wanted` are loaded; the others are listed by name.
ReadBook read_xlsx(std::string_view bytes, const std::function<bool(const std::string&)>& wanted);

}  // namespace lvce::xlsx
