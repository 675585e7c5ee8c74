#include "support/litter.h"

#include <string>

namespace lvce {

bool is_litter(std::string_view name) {
  std::string lower(name);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return lower == ".ds_store" || lower == "thumbs.db" || lower == "desktop.ini" || lower.starts_with("~$") || lower.starts_with(".~lock.");
}

}  // namespace lvce
