// The form of 统一社会信用代码, telephones and e-mail in 单位信息. Pure. What is typed stays as it is; a wrong form is told.
#pragma once

#include <optional>
#include <string>

namespace lvce {

struct FormFault {
  std::string what;  ///< Chinese: what is wrong
  std::string hint;  ///< what to do
};

/// The fault of what stands under this item of 单位信息; nothing when the form is right, the item has none, or 无, a dash or only zeros (a place kept
/// free on purpose) stand there. Several telephones or addresses may be parted by 、 ； , / or a line break: the first wrong one is told.
std::optional<FormFault> form_fault(const std::string& item, const std::string& typed);

}  // namespace lvce
