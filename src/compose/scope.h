// Values that templates can name: a chain of scopes, the innermost first ("carrier.quantity" inside a repeat, "office.单位名称" everywhere).
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "document/document.h"
#include "support/decimal.h"
#include "support/place.h"
#include "support/points.h"

namespace lvce {

/// One value. Nothing in it: a number that cannot be computed, shown as "—".
struct FieldValue {
  std::variant<std::monostate, std::string, Decimal> value;
  NumberFormat format;
  /// What people must fill in when the text is blank ("下一步工作"); empty: a blank is fine.
  std::string ask;
  Place ask_at;              ///< where they fill it in
  bool may_be_none = false;  ///< 无 is an answer: its section is left out

  bool is_number() const { return std::holds_alternative<Decimal>(value); }
  bool is_blank_text() const;
  /// For `if` and `unless`: a text that is not empty, a number other than zero.
  bool holds() const;
  std::string text() const;
};

class Scope {
 public:
  explicit Scope(const Scope* parent = nullptr) : parent_(parent) {}
  /// Inside a scope that many others are inside of, too, and that lives as long as they.
  explicit Scope(std::shared_ptr<const Scope> parent) : shared_(std::move(parent)), parent_(shared_.get()) {}

  void set(const std::string& name, std::string text);
  void set(const std::string& name, const char* text) { set(name, std::string(text)); }
  void set(const std::string& name, const std::optional<Decimal>& number, NumberFormat format);
  void set(const std::string& name, Points points);
  void set_whole(const std::string& name, std::int64_t number);
  void set_flag(const std::string& name, bool flag) { set(name, flag ? "1" : ""); }
  void set_asking(const std::string& name, std::string text, std::string ask, Place ask_at = {}, bool may_be_none = false);

  /// The innermost value of that name, or nullptr.
  const FieldValue* find(const std::string& name) const;
  /// Its text; empty when unknown or blank.
  std::string text(const std::string& name) const;

 private:
  std::map<std::string, FieldValue> values_;
  std::shared_ptr<const Scope> shared_;
  const Scope* parent_;
};

/// What `for` can repeat over: makes the scopes of a collection, seen from the scope where it is used.
using Collection = std::function<std::vector<Scope>(const Scope& at)>;

/// Everything that a template may use.
struct Vocabulary {
  Scope root;
  std::map<std::string, Collection> collections;
};

/// "0.00", "#,##0.0", "0.00%", "points": the names that templates use for formats. Nothing when it is none of them.
std::optional<NumberFormat> parse_number_format(const std::string& pattern);

Decimal to_decimal(Points points);

}  // namespace lvce
