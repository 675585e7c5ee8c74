// What pages refer to by number: fonts, colour spaces, drawing parameters, pictures, composite units.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "evidence/ofd/xml.h"

namespace lvce::ofd {

struct Resource {
  pugi::xml_node node;
  std::string base;  ///< locations in it are relative to this entry
};

/// The public and document resources of a document, and in front of them those of a page. Lives as long as what it points to.
class Resources {
 public:
  explicit Resources(const Resources* behind = nullptr) : behind_(behind) {}

  /// Reads a resource file. False when it is not there.
  bool add(Package& package, const std::string& from, const std::string& location);
  /// Of a kind ("Font", "ColorSpace", "DrawParam", "MultiMedia", "CompositeGraphicUnit"); nullptr when there is none.
  const Resource* find(std::string_view kind, const std::string& id) const;

 private:
  void add_group(const pugi::xml_node& group, const std::string& base);

  const Resources* behind_;
  std::vector<std::unique_ptr<Xml>> files_;
  std::map<std::string, std::map<std::string, Resource>, std::less<>> kinds_;
};

}  // namespace lvce::ofd
