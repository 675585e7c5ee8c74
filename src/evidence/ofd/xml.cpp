#include "evidence/ofd/xml.h"

#include "evidence/ofd/values.h"
#include "evidence/plain_text.h"
#include "support/text.h"

namespace lvce::ofd {
namespace {

constexpr std::uint64_t kMaxXml = 48ULL << 20;
constexpr unsigned kParse = pugi::parse_default | pugi::parse_ws_pcdata_single;

/// Chinese programs also write GB18030, some while they name UTF-8.
bool is_gb18030(const std::string& bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return false;
  const std::string head = bytes.substr(0, bytes.find("?>"));
  const bool named = head.size() < 200 && (head.find("GB") != std::string::npos || head.find("gb") != std::string::npos);
  return named && !is_valid_utf8(bytes);
}

pugi::xml_node outermost(const pugi::xml_document& tree) {
  for (const pugi::xml_node& node : tree.children()) {
    if (node.type() == pugi::node_element) return node;
  }
  return {};
}

}  // namespace

std::unique_ptr<Xml> xml_of(std::string bytes) {
  if (is_gb18030(bytes)) {
    if (std::optional<std::string> text = decode_plain_text(bytes)) bytes = std::move(*text);
  }
  auto out = std::make_unique<Xml>();
  const bool marked = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  const pugi::xml_parse_result result = out->tree.load_buffer(bytes.data(), bytes.size(), kParse, marked ? pugi::encoding_auto : pugi::encoding_utf8);
  if (result.status == pugi::status_out_of_memory) throw std::bad_alloc();
  out->whole = static_cast<bool>(result);
  out->root = outermost(out->tree);
  return out->root ? std::move(out) : nullptr;
}

std::unique_ptr<Xml> read_xml(Package& package, const std::string& name) {
  std::optional<Entry> entry = package.read(name, kMaxXml);
  std::unique_ptr<Xml> out = entry ? xml_of(std::move(entry->bytes)) : nullptr;
  if (!out) return nullptr;
  out->name = name;
  out->whole = out->whole && entry->whole;
  return out;
}

std::unique_ptr<Xml> read_xml_at(Package& package, const std::string& from, const std::string& location) {
  const std::optional<std::string> name = package.locate(from, location);
  return name ? read_xml(package, *name) : nullptr;
}

std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  return name.substr(name.find(':') == std::string_view::npos ? 0 : name.find(':') + 1);
}

pugi::xml_node child_of(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_node& child : node.children()) {
    if (child.type() == pugi::node_element && local_name(child) == name) return child;
  }
  return {};
}

std::string text_of(const pugi::xml_node& node, std::string_view name) { return trim(child_of(node, name).text().get()); }

std::string attribute_of(const pugi::xml_node& node, const char* name) { return trim(node.attribute(name).value()); }

bool flag_of(const pugi::xml_node& node, const char* name, bool otherwise) {
  const std::string value = attribute_of(node, name);
  if (value == "true" || value == "1" || value == "True") return true;
  return value == "false" || value == "0" || value == "False" ? false : otherwise;
}

double number_of(const pugi::xml_node& node, const char* name, double otherwise) {
  const std::vector<double> numbers = numbers_of(node.attribute(name).value(), 1);
  return numbers.empty() ? otherwise : numbers[0];
}

}  // namespace lvce::ofd
