#include "faces/face_list.h"

#include <map>
#include <stdexcept>

#include "support/yaml/yaml_tree.h"

namespace lvce {

namespace {

constexpr std::array<const char*, kFaceCount> kFaceNames = {"body", "title", "hei", "kai", "song"};  // in the order of Face

std::vector<FontId> parse_fallback(const YamlNode& fonts, const std::map<std::string, FontId>& ids) {
  std::vector<FontId> order;
  for (const std::string& font : fonts.texts()) order.push_back(ids.at(font));
  if (order.empty()) throw std::runtime_error("empty");
  return order;
}

FaceList parse_face_list(const YamlNode& root) {
  FaceList list;
  std::map<std::string, FontId> ids;
  for (const auto& [name, font] : root.at("fonts").fields) {
    ids[name.text] = static_cast<FontId>(list.files.size());
    list.files.push_back(font.text);
  }
  for (std::size_t face = 0; face < kFaceNames.size(); ++face) list.fallback[face] = parse_fallback(root.at("faces").at(kFaceNames[face]), ids);
  return list;
}

}  // namespace

FaceList read_face_list(const std::filesystem::path& file) {
  try {
    return parse_face_list(load_own_yaml(file));
  } catch (const std::exception&) {
    throw std::runtime_error("字体清单缺失或有误：" + file.string() + "，请重新安装本程序");
  }
}

}  // namespace lvce
