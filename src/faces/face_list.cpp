#include "faces/face_list.h"

#include <map>
#include <stdexcept>

#include <yaml-cpp/yaml.h>

namespace lvce {

namespace {

constexpr std::array<const char*, kFaceCount> kFaceNames = {"body", "title", "hei", "kai", "song"};  // in the order of Face

std::vector<FontId> parse_fallback(const YAML::Node& fonts, const std::map<std::string, FontId>& ids) {
  std::vector<FontId> order;
  for (const auto& font : fonts) order.push_back(ids.at(font.as<std::string>()));
  if (order.empty()) throw std::runtime_error("empty");
  return order;
}

FaceList parse_face_list(const YAML::Node& root) {
  FaceList list;
  std::map<std::string, FontId> ids;
  for (const auto& font : root["fonts"]) {
    ids[font.first.as<std::string>()] = static_cast<FontId>(list.files.size());
    list.files.push_back(font.second.as<std::string>());
  }
  for (std::size_t face = 0; face < kFaceNames.size(); ++face) list.fallback[face] = parse_fallback(root["faces"][kFaceNames[face]], ids);
  return list;
}

}  // namespace

FaceList read_face_list(const std::filesystem::path& file) {
  try {
    return parse_face_list(YAML::LoadFile(file.string()));
  } catch (const std::exception&) {
    throw std::runtime_error("字体清单缺失或有误：" + file.string() + "，请重新安装本程序");
  }
}

}  // namespace lvce
