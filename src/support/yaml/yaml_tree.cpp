#include "support/yaml/yaml_tree.h"

#include <algorithm>
#include <set>
#include <sstream>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "support/files.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr std::size_t kMaxBytes = 1 << 20;
constexpr std::size_t kMaxDepth = 32;
constexpr std::size_t kMaxNodes = 100000;

/// Our own refusal, thrown through yaml-cpp and caught in parse_yaml.
struct Refused {
  YAML::Mark mark;
  std::string code;
  std::string message;
  std::string hint;
};

/// Builds the tree from the parser's events; refusing inside an event stops yaml-cpp before it recurses deeper.
class TreeBuilder : public YAML::EventHandler {
 public:
  explicit TreeBuilder(const YamlDialect& dialect) : dialect_(dialect) {}
  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { add(mark, anchor, YamlNode::Kind::null, {}); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { refuse_anchor(mark); }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& value) override {
    const bool plain = tag == "?";
    const bool null = plain && (value == "~" || value == "null");
    add(mark, anchor, null ? YamlNode::Kind::null : YamlNode::Kind::scalar, null ? std::string{} : value);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor, YAML::EmitterStyle::value) override {
    open(mark, anchor, YamlNode::Kind::list);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor, YAML::EmitterStyle::value) override {
    open(mark, anchor, YamlNode::Kind::map);
  }
  void OnMapEnd() override { close(); }

  YamlNode root;

 private:
  struct Open {
    YamlNode node;
    std::optional<YamlNode> key;  ///< of a map, waiting for its value
    std::set<std::string> keys;
  };

  [[noreturn]] static void refuse_anchor(const YAML::Mark& mark) {
    throw Refused{mark, "rubric-yaml-anchor", "不支持 YAML 的锚点和引用（& 和 *）", "请把引用的内容直接写出来"};
  }

  void check(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor != 0) refuse_anchor(mark);
    if (++nodes_ > kMaxNodes) throw Refused{mark, "rubric-too-large", "内容项过多，超过 100000 个", "请确认这是" + dialect_.document};
  }

  void add(const YAML::Mark& mark, YAML::anchor_t anchor, YamlNode::Kind kind, std::string text) {
    check(mark, anchor);
    YamlNode node;
    node.kind = kind;
    node.place = {mark.line, mark.column};
    node.text = std::move(text);
    put(std::move(node), mark);
  }

  void open(const YAML::Mark& mark, YAML::anchor_t anchor, YamlNode::Kind kind) {
    check(mark, anchor);
    if (open_.size() >= kMaxDepth) throw Refused{mark, "rubric-too-deep", "嵌套超过 32 层", "请确认这是" + dialect_.document};
    if (!open_.empty() && open_.back().node.kind == YamlNode::Kind::map && !open_.back().key) refuse_key(mark);
    Open one;
    one.node.kind = kind;
    one.node.place = {mark.line, mark.column};
    open_.push_back(std::move(one));
  }

  [[noreturn]] static void refuse_key(const YAML::Mark& mark) { throw Refused{mark, "rubric-yaml", "字段名必须是文字", "请写成“字段名: 内容”"}; }

  void close() {
    YamlNode done = std::move(open_.back().node);
    open_.pop_back();
    put(std::move(done), YAML::Mark::null_mark());
  }

  void put(YamlNode node, const YAML::Mark& mark) {
    if (open_.empty()) {
      root = std::move(node);
      return;
    }
    Open& into = open_.back();
    if (into.node.kind == YamlNode::Kind::list) {
      into.node.items.push_back(std::move(node));
    } else if (!into.key) {
      if (node.kind != YamlNode::Kind::scalar) refuse_key(mark);
      if (!into.keys.insert(node.text).second) {
        throw Refused{mark, "rubric-duplicate-key", "字段“" + node.text + "”重复", "同一处只能写一次，请删去一个"};
      }
      into.key = std::move(node);
    } else {
      into.node.fields.push_back({std::move(*into.key), std::move(node)});
      into.key.reset();
    }
  }

  const YamlDialect& dialect_;
  std::vector<Open> open_;
  std::size_t nodes_ = 0;
};

/// yaml-cpp counts lines and bytes from 0: lines and characters from 1 for people.
class PlaceTable {
 public:
  explicit PlaceTable(std::string_view bytes) : bytes_(bytes) {
    starts_.push_back(0);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      if (bytes[i] == '\n') starts_.push_back(i + 1);
    }
  }

  YamlPlace to_people(int line, int byte_column) const {
    if (line < 0 || byte_column < 0) return {1, 1};
    const auto index = std::min(static_cast<std::size_t>(line), starts_.size() - 1);
    const std::string_view rest = bytes_.substr(starts_[index]);
    const std::string_view before = rest.substr(0, static_cast<std::size_t>(byte_column));
    const auto starts_character = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
    return {static_cast<int>(index) + 1, static_cast<int>(std::count_if(before.begin(), before.end(), starts_character)) + 1};
  }

  void settle(YamlNode& node) const {
    node.place = to_people(node.place.line, node.place.column);
    for (YamlNode& item : node.items) settle(item);
    for (auto& [key, value] : node.fields) {
      settle(key);
      settle(value);
    }
  }

 private:
  std::string_view bytes_;
  std::vector<std::size_t> starts_;
};

void add_error(Findings& findings, std::string code, Place place, std::string message, std::string hint) {
  findings.push_back(Finding::error(std::move(code), std::move(place), std::move(message), std::move(hint)));
}

/// What yaml-cpp says, in words for the person who edits the file.
std::string chinese_syntax_error(const std::string& said) {
  if (said.find("end of map") != std::string::npos || said.find("end of sequence") != std::string::npos) return "缩进或括号不成对";
  if (said.find("illegal map value") != std::string::npos) return "冒号的位置不对";
  if (said.find("tab") != std::string::npos) return "缩进用了制表符";
  if (said.find("EOF") != std::string::npos || said.find("end of file") != std::string::npos) return "文件在这里突然结束，可能缺少引号或括号";
  return "不是合法的 YAML";
}

YamlNode build_tree(std::string_view bytes, const YamlDialect& dialect) {
  std::istringstream in{std::string(bytes)};
  YAML::Parser parser(in);
  TreeBuilder builder(dialect);
  if (!parser.HandleNextDocument(builder)) {
    throw Refused{YAML::Mark::null_mark(), "rubric-yaml", "文件是空的", "请按 " + dialect.guide + " 填写"};
  }
  YamlNode root = std::move(builder.root);
  TreeBuilder second(dialect);
  if (parser.HandleNextDocument(second)) {
    throw Refused{YAML::Mark::null_mark(), "rubric-yaml", "一个文件里有多个 YAML 文档", "请删去多余的“---”及其后的内容"};
  }
  return root;
}

}  // namespace

const YamlDialect kRubricDialect = {"rubric-", "评价标准文件", "docs/rubric-format.md", {}};
const YamlDialect kTemplateDialect = {"template-", "模板文件", "docs/template-format.md", "template-broken"};

const YamlNode& YamlNode::at(std::string_view key) const {
  static const YamlNode kNone;
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const YamlField& field) { return field.key.text == key; });
  return found == fields.end() ? kNone : found->value;
}

std::vector<std::string> YamlNode::texts() const {
  std::vector<std::string> out;
  for (const YamlNode& item : items)
    if (item.is_scalar()) out.push_back(item.text);
  return out;
}

YamlNode load_own_yaml(const std::filesystem::path& file) {
  const auto bytes = read_file(file, kMaxBytes);
  if (!bytes) throw std::runtime_error("文件读不到，或超过 1 MiB");
  Findings findings;
  auto root = parse_yaml(*bytes, file.filename().string(), findings, kTemplateDialect);
  if (!root) throw std::runtime_error(findings.front().place.text() + "：" + findings.front().message);
  return std::move(*root);
}

std::string YamlDialect::code(const std::string& of_rubric) const {
  if (!one_code.empty()) return one_code;
  const std::string& replaced = kRubricDialect.prefix;
  return of_rubric.starts_with(replaced) ? prefix + of_rubric.substr(replaced.size()) : of_rubric;
}

Place in_yaml(std::string_view file, YamlPlace place) { return in_lines(std::string(file), place.line, place.column); }

std::optional<YamlNode> parse_yaml(std::string_view bytes, std::string_view file, Findings& findings, const YamlDialect& dialect) {
  if (bytes.size() > kMaxBytes) {
    add_error(findings, dialect.code("rubric-too-large"), in_file(std::string(file)), "文件超过 1 MiB", "请确认这是" + dialect.document);
    return std::nullopt;
  }
  if (!is_valid_utf8(bytes) || bytes.find('\0') != std::string_view::npos) {
    add_error(findings, dialect.code("rubric-not-utf8"), in_file(std::string(file)), "文件不是 UTF-8 编码的文字", "请用 UTF-8 编码另存");
    return std::nullopt;
  }
  const PlaceTable table(bytes);
  const auto refuse = [&](const YAML::Mark& mark, const std::string& code, std::string message, std::string hint) {
    add_error(findings, dialect.code(code), in_yaml(file, table.to_people(mark.line, mark.column)), std::move(message), std::move(hint));
  };
  try {
    YamlNode root = build_tree(bytes, dialect);
    table.settle(root);
    return root;
  } catch (const Refused& refused) {
    refuse(refused.mark, refused.code, refused.message, refused.hint);
  } catch (const YAML::Exception& error) {
    refuse(error.mark, "rubric-yaml", chinese_syntax_error(error.msg), "请检查这一行及上一行的缩进、冒号、引号和括号");
  } catch (const std::exception&) {
    refuse(YAML::Mark::null_mark(), "rubric-yaml", "无法读取", "请确认这是" + dialect.document);
  }
  return std::nullopt;
}

}  // namespace lvce
