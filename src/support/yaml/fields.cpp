#include "support/yaml/fields.h"

#include <charconv>

#include "support/text.h"

namespace lvce {
namespace {

constexpr std::size_t kMostFindings = 500;

std::optional<int> parse_whole(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string in_marks(std::string_view text) { return "“" + std::string(text) + "”"; }

}  // namespace

YamlPlace Places::at(std::string path) const {
  while (true) {
    if (const auto found = places_.find(path); found != places_.end()) return found->second;
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos) break;
    path.resize(slash);
  }
  const auto root = places_.find("");
  return root == places_.end() ? YamlPlace{1, 1} : root->second;
}

void ReadContext::error(YamlPlace place, std::string code, std::string message, std::string hint) const {
  add(Severity::error, place, std::move(code), std::move(message), std::move(hint));
}

void ReadContext::add(Severity severity, YamlPlace place, std::string code, std::string message, std::string hint) const {
  if (findings.size() > kMostFindings) return;
  if (findings.size() == kMostFindings) {
    findings.push_back(Finding::error(dialect.code("rubric-too-many-findings"), in_yaml(file, place),
                                      "问题超过 " + std::to_string(kMostFindings) + " 个，以下不再列出", "请先改正上面的问题"));
    return;
  }
  findings.push_back(Finding::of(severity, dialect.code(code), in_yaml(file, place), std::move(message), std::move(hint)));
}

Fields::Fields(const ReadContext& context, const YamlNode& node, std::string path) : context_(context), node_(node), path_(std::move(path)) {
  context_.places.set(path_, node_.place);
  if (node_.kind != YamlNode::Kind::map) {
    context_.error(node_.place, "rubric-wrong-type", "这里应当是“字段名: 内容”", "请按 " + context_.dialect.guide + " 书写");
    return;
  }
  for (const auto& [key, value] : node_.fields) context_.places.set(path_.empty() ? key.text : path_ + "/" + key.text, value.place);
}

const YamlNode* Fields::find(std::string_view key) {
  asked_.emplace(key);
  for (const auto& [name, value] : node_.fields) {
    if (name.text == key) return value.kind == YamlNode::Kind::null ? nullptr : &value;
  }
  return nullptr;
}

const YamlNode* Fields::scalar(std::string_view key) {
  const YamlNode* node = find(key);
  if (node == nullptr || node->kind == YamlNode::Kind::scalar) return node;
  context_.error(node->place, "rubric-wrong-type", in_marks(key) + "应当是一段文字或一个数", "请去掉列表或下级字段");
  return nullptr;
}

std::string Fields::text(std::string_view key) {
  const YamlNode* node = scalar(key);
  return node == nullptr ? std::string{} : trim(node->text);
}

std::string Fields::required_text(std::string_view key) {
  const bool given = find(key) != nullptr;
  std::string value = text(key);
  if (!given) missing(key);
  else if (value.empty()) error_at(key, "rubric-missing-field", in_marks(key) + "是空的", "请填写");
  return value;
}

std::optional<Points> Fields::points(std::string_view key) {
  const YamlNode* node = scalar(key);
  if (node == nullptr) return std::nullopt;
  const auto value = Points::parse(node->text);
  if (!value || *value < Points{} || *value > Points::from_hundredths(1000000)) {
    context_.error(node->place, "rubric-bad-number", in_marks(key) + "的值" + in_marks(node->text) + "不是分数",
                   "请写 0 到 10000 之间、最多两位小数的数，如 2 或 1.5");
    return std::nullopt;
  }
  return value;
}

Points Fields::required_points(std::string_view key) {
  if (!has(key)) missing(key);
  return points(key).value_or(Points{});
}

std::optional<Decimal> Fields::decimal(std::string_view key) {
  const YamlNode* node = scalar(key);
  if (node == nullptr) return std::nullopt;
  auto value = Decimal::parse(node->text);
  if (!value) context_.error(node->place, "rubric-bad-number", in_marks(key) + "的值" + in_marks(node->text) + "不是数", "请写数字，如 1.4");
  return value;
}

int Fields::whole(std::string_view key, int fallback, int least, int most) {
  const YamlNode* node = scalar(key);
  if (node == nullptr) return fallback;
  const auto value = parse_whole(node->text);
  if (value && *value >= least && *value <= most) return *value;
  context_.error(node->place, "rubric-bad-number", in_marks(key) + "的值" + in_marks(node->text) + "不对",
                 "请写 " + std::to_string(least) + " 到 " + std::to_string(most) + " 之间的整数");
  return fallback;
}

bool Fields::yes(std::string_view key, bool fallback) {
  const YamlNode* node = scalar(key);
  if (node == nullptr) return fallback;
  if (node->text == "true") return true;
  if (node->text == "false") return false;
  context_.error(node->place, "rubric-wrong-type", in_marks(key) + "的值" + in_marks(node->text) + "不对", "请写 true 或 false");
  return fallback;
}

const std::vector<YamlNode>& Fields::list(std::string_view key) {
  static const std::vector<YamlNode> kNone;
  const YamlNode* node = find(key);
  if (node == nullptr) return kNone;
  if (node->kind == YamlNode::Kind::list) {
    for (std::size_t i = 0; i < node->items.size(); ++i) context_.places.set(entry_path(key, i), node->items[i].place);
    return node->items;
  }
  context_.error(node->place, "rubric-wrong-type", in_marks(key) + "应当是列表", "请写成每行一个“- …”，或 [甲, 乙]");
  return kNone;
}

std::vector<std::string> Fields::texts(std::string_view key) {
  std::vector<std::string> out;
  for (const YamlNode& item : list(key)) {
    std::string value = trim(item.text);
    if (item.kind == YamlNode::Kind::scalar && !value.empty()) out.push_back(std::move(value));
    else context_.error(item.place, "rubric-wrong-type", in_marks(key) + "的每一项应当是一段文字", "含有冒号或逗号的请加引号");
  }
  return out;
}

std::vector<int> Fields::numbers(std::string_view key) {
  std::vector<int> out;
  for (const YamlNode& item : list(key)) {
    const auto value = parse_whole(item.text);
    if (item.kind == YamlNode::Kind::scalar && value && *value >= 1) out.push_back(*value);
    else context_.error(item.place, "rubric-bad-number", in_marks(key) + "的每一项应当是从 1 开始的序号", "如 [1, 2]");
  }
  return out;
}

std::string Fields::entry_path(std::string_view key, std::size_t index) const {
  return (path_.empty() ? "" : path_ + "/") + std::string(key) + "/" + std::to_string(index);
}

void Fields::error_at(std::string_view key, std::string code, std::string message, std::string hint) {
  context_.error(context_.places.at(path_.empty() ? std::string(key) : path_ + "/" + std::string(key)), std::move(code), std::move(message), std::move(hint));
}

void Fields::missing(std::string_view key) {
  if (node_.kind != YamlNode::Kind::map) return;  // said already
  context_.error(node_.place, "rubric-missing-field", "缺少字段" + in_marks(key), "请补上");
}

std::string Fields::known_names() const {
  std::string out;
  for (const std::string& name : asked_) out += (out.empty() ? "" : "、") + name;
  return out;
}

void Fields::refuse_unknown() {
  for (const auto& [key, value] : node_.fields) {
    if (asked_.contains(key.text)) continue;
    context_.error(key.place, "rubric-unknown-field", "不认识的字段" + in_marks(key.text), "这里可以写：" + known_names());
  }
}

}  // namespace lvce
