// templates/invoices.yaml -> InvoiceWords.
#include <algorithm>

#include "energy/carriers.h"
#include "energy/invoices/invoice_ledger.h"
#include "support/text.h"
#include "support/yaml/fields.h"
#include "support/yaml/yaml_tree.h"

namespace lvce {
namespace {

std::vector<std::string> alternatives(const YamlNode& node) {
  std::vector<std::string> out;
  for (const std::string& each : split(node.text, '|')) {
    if (std::string plain = without_space(fold_width(each)); !plain.empty()) out.push_back(std::move(plain));
  }
  return out;
}

bool holds_any(const std::string& text, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return text.find(word) != std::string::npos; });
}

/// "*供电*电费": what stands between the stars, and behind them.
std::pair<std::string, std::string> class_and_name(const std::string& item) {
  const std::string plain = without_space(fold_width(item));
  const std::size_t close = plain.starts_with("*") ? plain.find('*', 1) : std::string::npos;
  if (close == std::string::npos) return {"", plain};
  return {plain.substr(1, close - 1), plain.substr(close + 1)};
}

}  // namespace

InvoiceWords load_invoice_words(const std::filesystem::path& file, Findings& findings) {
  InvoiceWords out;
  try {
    const YamlNode root = load_own_yaml(file);
    for (const YamlNode& node : root.at("carriers").items) {
      const std::optional<Carrier> carrier = carrier_by_name(node.at("carrier").text);
      if (!carrier) throw std::runtime_error("第 " + std::to_string(node.place.line) + " 行：没有“" + node.at("carrier").text + "”这种能源");
      out.push_back(
          {*carrier, alternatives(node.at("classes")), alternatives(node.at("names")), alternatives(node.at("bare")), alternatives(node.at("unless"))});
    }
  } catch (const std::exception& error) {
    findings.push_back(Finding::error("template-broken", in_file(file.filename().string()), error.what(), "请检查安装是否完整"));
  }
  return out;
}

std::optional<Carrier> carrier_of_item(const InvoiceWords& words, const std::string& item) {
  const auto [kind, name] = class_and_name(item);
  for (const InvoiceRule& rule : words) {
    if (holds_any(name, rule.unless)) continue;
    const bool of_class = !kind.empty() && std::find(rule.classes.begin(), rule.classes.end(), kind) != rule.classes.end();
    const bool fits = kind.empty() ? holds_any(name, rule.bare) : of_class && (rule.names.empty() || holds_any(name, rule.names));
    if (fits) return rule.carrier;
  }
  return std::nullopt;
}

}  // namespace lvce
