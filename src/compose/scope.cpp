#include "compose/scope.h"

#include "document/cell_text.h"
#include "support/text.h"

namespace lvce {

bool FieldValue::is_blank_text() const {
  const auto* text = std::get_if<std::string>(&value);
  return text != nullptr && trim(*text).empty();
}

bool FieldValue::holds() const {
  if (const auto* number = std::get_if<Decimal>(&value)) return !number->is_zero();
  return std::holds_alternative<std::string>(value) && !is_blank_text();
}

std::string FieldValue::text() const {
  if (const auto* words = std::get_if<std::string>(&value)) return *words;
  if (const auto* number = std::get_if<Decimal>(&value)) return number_text(*number, format);
  return "—";
}

void Scope::set(const std::string& name, std::string text) { values_[name] = FieldValue{std::move(text), {}, {}, {}, false}; }

void Scope::set(const std::string& name, const std::optional<Decimal>& number, NumberFormat format) {
  FieldValue field;
  if (number) field.value = *number;
  field.format = format;
  values_[name] = std::move(field);
}

void Scope::set(const std::string& name, Points points) { set(name, to_decimal(points), kPointsFormat); }

void Scope::set_whole(const std::string& name, std::int64_t number) { set(name, Decimal(number), kWholeFormat); }

void Scope::set_asking(const std::string& name, std::string text, std::string ask, Place ask_at, bool may_be_none) {
  values_[name] = FieldValue{std::move(text), {}, std::move(ask), std::move(ask_at), may_be_none};
}

const FieldValue* Scope::find(const std::string& name) const {
  for (const Scope* scope = this; scope != nullptr; scope = scope->parent_) {
    const auto found = scope->values_.find(name);
    if (found != scope->values_.end()) return &found->second;
  }
  return nullptr;
}

std::string Scope::text(const std::string& name) const {
  const FieldValue* field = find(name);
  return field == nullptr || std::holds_alternative<std::monostate>(field->value) ? std::string() : field->text();
}

std::optional<NumberFormat> parse_number_format(const std::string& pattern) {
  if (pattern == "points") return kPointsFormat;
  if (pattern == "quantity") return kQuantityFormat;
  if (pattern == "factor") return kFactorFormat;
  NumberFormat format{0, false, false, false};
  std::string rest = pattern;
  if (rest.ends_with('%')) {
    format.percent = true;
    rest.pop_back();
  }
  if (rest.starts_with("#,##")) {
    format.grouped = true;
    rest.erase(0, 4);
  }
  if (rest == "0") return format;
  if (!rest.starts_with("0.") || rest.size() > 14 || rest.find_first_not_of('0', 2) != std::string::npos || rest.size() == 2) return std::nullopt;
  format.places = static_cast<int>(rest.size()) - 2;
  return format;
}

Decimal to_decimal(Points points) { return *Decimal(points.hundredths()).divided_by(Decimal(100)); }

}  // namespace lvce
