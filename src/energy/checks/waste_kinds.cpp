#include "energy/checks/waste_kinds.h"

#include <array>
#include <utility>

#include "support/text.h"

namespace lvce {
namespace {

constexpr std::array<std::pair<const char*, const char*>, 9> kWords = {{{"可回收", "可回收物"},
                                                                        {"有害", "有害垃圾"},
                                                                        {"餐厨", "餐厨垃圾"},
                                                                        {"厨余", "餐厨垃圾"},
                                                                        {"易腐", "餐厨垃圾"},
                                                                        {"湿垃圾", "餐厨垃圾"},
                                                                        {"其他", "其他垃圾"},
                                                                        {"其它", "其他垃圾"},
                                                                        {"干垃圾", "其他垃圾"}}};

}  // namespace

std::string waste_kind(const std::string& typed) {
  for (const auto& [word, kind] : kWords) {
    if (typed.find(word) != std::string::npos) return kind;
  }
  return "";
}

std::string waste_kind_alone(const std::string& typed) {
  const std::string plain = without_space(fold_width(typed));
  for (const auto& [word, kind] : kWords) {
    if (!plain.starts_with(word)) continue;
    const std::string rest = plain.substr(std::string_view(word).size());
    for (const char* tail : {"", "垃圾", "物", "类", "废弃物", "垃圾类", "废物"}) {
      if (rest == tail) return kind;
    }
  }
  return typed;
}

}  // namespace lvce
