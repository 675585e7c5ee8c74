#include "bind/sealed/check_copies.h"

#include <optional>

#include "bind/sealed/sealed_copies.h"
#include "bind/sealed/sealed_parts.h"
#include "layout/layout.h"

namespace lvce {

Findings check_copies(const std::filesystem::path& unit, const Composed& composed, const ProbeOptions& probe, const std::function<Faces()>& load_faces) {
  Findings found;
  std::vector<SealedCopy> copies = read_sealed_copies(unit / kSealedFolder, probe, found);
  add_edited_copies(copies, unit / kEditedFolder, probe, found);
  if (copies.empty()) return found;
  std::optional<Faces> faces;
  const auto lay_out_alone = [&](const Document& document) {
    if (!faces) faces.emplace(load_faces());
    return lay_out(document, *faces, {}, {1, true});
  };
  EvidenceStore store;
  take_sealed_copies(copies, composed.papers(), store, lay_out_alone, found);
  return found;
}

}  // namespace lvce
