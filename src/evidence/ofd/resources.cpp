#include "evidence/ofd/resources.h"

namespace lvce::ofd {

bool Resources::add(Package& package, const std::string& from, const std::string& location) {
  std::unique_ptr<Xml> file = read_xml_at(package, from, location);
  if (!file) return false;
  const std::string folder = attribute_of(file->root, "BaseLoc");
  std::string base = file->name;
  if (folder.starts_with('/')) base = folder.substr(1) + "/-";
  else if (!folder.empty() && folder != ".") base = file->name.substr(0, file->name.rfind('/') + 1) + folder + "/-";
  for (const pugi::xml_node& group : file->root.children()) add_group(group, base);
  files_.push_back(std::move(file));
  return true;
}

void Resources::add_group(const pugi::xml_node& group, const std::string& base) {
  for (const pugi::xml_node& node : group.children()) {
    const std::string id = attribute_of(node, "ID");
    if (!id.empty()) kinds_[std::string(local_name(node))].emplace(id, Resource{node, base});
  }
}

const Resource* Resources::find(std::string_view kind, const std::string& id) const {
  const auto all = kinds_.find(kind);
  if (all != kinds_.end()) {
    const auto found = all->second.find(id);
    if (found != all->second.end()) return &found->second;
  }
  return behind_ == nullptr ? nullptr : behind_->find(kind, id);
}

}  // namespace lvce::ofd
