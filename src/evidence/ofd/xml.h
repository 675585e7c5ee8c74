// XML of an OFD as a tree. pugixml keeps what stood before an error, resolves no entities of the file's own and never recurses while it parses.
#pragma once

#include <cstdint>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "evidence/ofd/package.h"

namespace lvce::ofd {

struct Xml {
  pugi::xml_document tree;
  pugi::xml_node root;  ///< the outermost element
  std::string name;     ///< of the entry that it was read from
  bool whole = true;    ///< false: something is missing or not well-formed
};

/// Any XML as bytes, in UTF-8, UTF-16 with a mark or GB18030. Nothing when not even an outermost element is there.
std::unique_ptr<Xml> xml_of(std::string bytes);
/// Nothing when not even an outermost element is there. At most 48 MiB of text.
std::unique_ptr<Xml> read_xml(Package& package, const std::string& name);
/// The entry that `location` means in `from`, read.
std::unique_ptr<Xml> read_xml_at(Package& package, const std::string& from, const std::string& location);

/// Element name without its prefix: three namespaces and none are met.
std::string_view local_name(const pugi::xml_node& node);
/// The first child of that local name; an empty node when there is none.
pugi::xml_node child_of(const pugi::xml_node& node, std::string_view name);
/// Text of a child, without white space around it.
std::string text_of(const pugi::xml_node& node, std::string_view name);
/// An attribute without white space around it; empty when absent.
std::string attribute_of(const pugi::xml_node& node, const char* name);
/// "true" and "false"; else what is taken when nothing is said.
bool flag_of(const pugi::xml_node& node, const char* name, bool otherwise);
/// A finite number within ±10⁷; else `otherwise`.
double number_of(const pugi::xml_node& node, const char* name, double otherwise);

}  // namespace lvce::ofd
