// The four kinds of waste of the standards, by the words that cities use for them. For energy/ and papers/.
#pragma once

#include <string>

namespace lvce {

/// 可回收物, 有害垃圾, 餐厨垃圾 or 其他垃圾, wherever a word for it stands in `typed`; empty: none of them.
std::string waste_kind(const std::string& typed);
/// The same where `typed` names that kind and nothing else (厨余, 厨余垃圾: 餐厨垃圾); otherwise `typed`. Rows of one such kind are added up.
std::string waste_kind_alone(const std::string& typed);

}  // namespace lvce
