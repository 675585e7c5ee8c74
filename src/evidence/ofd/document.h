// The tree of an OFD: its documents, pages, templates, annotations and signatures, as far as they are there.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "evidence/ofd/resources.h"
#include "evidence/ofd/values.h"

namespace lvce::ofd {

struct PageEntry {
  std::string id;
  std::string location;
};

struct Template {
  std::string location;
  std::string order;  ///< "Background", "Body" or "Foreground"; empty: not said
};

/// One DocBody.
struct Document {
  std::string name;          ///< entry of Document.xml
  std::string created;       ///< as DocInfo says
  Box area{0, 0, 210, 297};  ///< of pages that have none of their own
  std::vector<PageEntry> pages;
  std::map<std::string, Template> templates;                    ///< by identifier
  std::map<std::string, std::vector<std::string>> annotations;  ///< by page identifier: entries
  std::string signatures;                                       ///< entry of the list of signatures; empty: none
  bool signatures_lost = false;                                 ///< there should be such a list
  bool annotations_lost = false;                                ///< there should be a list of annotations
  std::set<std::string> unannotated;                            ///< identifiers of pages whose annotations are not there
  Resources resources;
};

/// Documents that have a Document.xml, in order; `lost` counts those that have none.
struct Opened {
  std::vector<std::unique_ptr<Document>> documents;
  int lost = 0;
};
Opened open_documents(Package& package);

/// The size of what is printed of a page: PhysicalBox, else those inside it; nothing where no box makes sense.
std::optional<Box> page_area(const pugi::xml_node& area);

}  // namespace lvce::ofd
