#include "bind/append/supplement_name.h"

namespace lvce {
namespace {

constexpr const char* kEarlier = "补页 第";

}  // namespace

std::string supplement_name(int round, int latest) { return round == latest ? kSupplementName : kEarlier + std::to_string(round) + "次.pdf"; }

bool is_supplement_name(const std::string& name) { return name == kSupplementName || name.starts_with(kEarlier); }

}  // namespace lvce
