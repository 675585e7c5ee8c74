#include "workbook/sheets/contact_forms.h"

#include <algorithm>
#include <regex>
#include <string_view>

#include "office/values.h"
#include "support/text.h"

namespace lvce {
namespace {

// ---- 统一社会信用代码, GB 32100-2015 ----

constexpr std::string_view kCodeAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";  // 31 characters: no I, O, S, V, Z
constexpr std::size_t kCodeLength = 18;

/// The last character: the sum of the others' values, each weighted by a power of 3, makes 0 with it, modulo 31.
char check_character(std::string_view code) {
  std::size_t sum = 0, weight = 1;
  for (std::size_t i = 0; i + 1 < kCodeLength; ++i) {
    sum += kCodeAlphabet.find(code[i]) * weight;
    weight = weight * 3 % kCodeAlphabet.size();
  }
  return kCodeAlphabet[(kCodeAlphabet.size() - sum % kCodeAlphabet.size()) % kCodeAlphabet.size()];
}

std::string upper_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return text;
}

std::optional<FormFault> code_fault(const std::string& typed) {
  static const std::string kHint = "请对照法人证书（登记证）逐位核对后改正";
  const std::string code = upper_case(replace_all(typed, "-", ""));
  const std::u32string characters = decode_utf8(code);
  const auto strange = std::find_if(characters.begin(), characters.end(),
                                    [](char32_t c) { return c > 127 || kCodeAlphabet.find(static_cast<char>(c)) == std::string_view::npos; });
  if (strange != characters.end()) {
    return FormFault{"第 " + std::to_string(strange - characters.begin() + 1) + " 位是“" + encode_utf8(std::u32string(1, *strange)) +
                         "”，代码只用数字和除 I、O、S、V、Z 以外的大写字母",
                     kHint};
  }
  if (code.size() != kCodeLength) return FormFault{"有 " + std::to_string(code.size()) + " 位，应为 18 位", kHint};
  if (check_character(code) != code.back()) return FormFault{"18 位的校验码不符，可能有一位输错", kHint};
  return std::nullopt;
}

// ---- telephones and e-mail ----

/// Digits with hyphens in their places: brackets, blanks and long dashes as a hyphen, 转 as an extension, +86 in front left out.
std::string plain_number(std::string number) {
  for (const char* dash : {"—", "–", "－", "－", "(", ")", " "}) number = replace_all(number, dash, "-");
  for (const char* extension : {"转", "分机", "x", "#"}) number = replace_all(number, extension, "-");
  while (number.find("--") != std::string::npos) number = replace_all(number, "--", "-");
  if (number.starts_with("-")) number.erase(0, 1);
  static const std::regex kCountry("^(\\+|00)86-?");
  return std::regex_replace(number, kCountry, "");
}

bool is_mobile(const std::string& number) {
  static const std::regex kMobile("1[3-9][0-9]{9}");
  return std::regex_match(replace_all(number, "-", ""), kMobile);
}

bool is_landline(const std::string& number) {
  static const std::regex kLandline("(0[0-9]{2,3}-?)?[1-9][0-9]{6,7}(-[0-9]{1,6})?");
  static const std::regex kService("[48]00-?[0-9]{3}-?[0-9]{4}|1[0-9]{4}|9[56][0-9]{3,4}");
  return std::regex_match(number, kLandline) || std::regex_match(number, kService);
}

std::size_t digits_in(const std::string& number) {
  return static_cast<std::size_t>(std::count_if(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

std::optional<FormFault> mobile_fault(const std::string& typed) {
  const std::string number = plain_number(typed);
  if (is_mobile(number)) return std::nullopt;
  const std::size_t digits = digits_in(number);
  const std::string what = digits == 11 ? "不是手机号码的样子" : "有 " + std::to_string(digits) + " 位数字，手机号码是 11 位";
  return FormFault{what, is_landline(number) ? "固定电话请填到“办公电话”，此处填 11 位手机号码" : "请核对后填 11 位手机号码"};
}

std::optional<FormFault> telephone_fault(const std::string& typed) {
  const std::string number = plain_number(typed);
  if (is_landline(number) || is_mobile(number)) return std::nullopt;
  static const std::regex kWithoutZero("[1-9][0-9]{8,10}");
  const bool lost_zero = std::regex_match(number, kWithoutZero);
  return FormFault{lost_zero ? "区号开头的 0 可能丢了" : "不是电话号码的样子", "请填区号和号码，例如 区号-号码，单元格设为文本格式；有分机的写在后面"};
}

std::optional<FormFault> mail_fault(const std::string& typed) {
  static const std::regex kMail("[A-Za-z0-9_%+-]+(\\.[A-Za-z0-9_%+-]+)*@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.)+[A-Za-z]{2,}");
  constexpr std::size_t kLongest = 254;
  if (typed.size() <= kLongest && std::regex_match(typed, kMail)) return std::nullopt;
  const bool has_at = typed.find('@') != std::string::npos;
  return FormFault{has_at ? "不是邮箱地址的样子" : "没有 @，不是邮箱地址", "请填完整的邮箱地址，形如 名称@单位域名，字母和点用半角"};
}

using FaultOf = std::optional<FormFault> (*)(const std::string&);

/// Parted where two numbers or addresses are, folded and without blanks around.
std::vector<std::string> parts_of(const std::string& typed) {
  std::string text = fold_width(typed);
  for (const char* mark : {"、", "；", ";", ",", "，", "/", "\r", "或"}) text = replace_all(text, mark, "\n");
  std::vector<std::string> out;
  for (const std::string& part : split(text, '\n')) {
    if (const std::string plain = trim(part); !plain.empty()) out.push_back(plain);
  }
  return out;
}

bool says_nothing(const std::string& typed) {
  const std::string plain = without_space(fold_width(typed));
  const bool zeros = !plain.empty() && plain.find_first_not_of("0-") == std::string::npos;
  return plain == "无" || is_dash(plain) || zeros;
}

}  // namespace

std::optional<FormFault> form_fault(const std::string& item, const std::string& typed) {
  if (says_nothing(typed)) return std::nullopt;
  if (item == "统一社会信用代码") return code_fault(without_space(fold_width(typed)));
  const FaultOf fault_of = item == "移动电话" ? mobile_fault : item == "办公电话" ? telephone_fault : item == "电子邮箱" ? mail_fault : nullptr;
  if (fault_of == nullptr) return std::nullopt;
  constexpr std::size_t kLongest = 600;  // no list of numbers is longer; the patterns below are not made for more
  if (typed.size() > kLongest) return FormFault{"太长", "请只填号码或地址"};
  for (const std::string& part : parts_of(typed)) {
    if (auto fault = fault_of(part)) return fault;
  }
  return std::nullopt;
}

}  // namespace lvce
