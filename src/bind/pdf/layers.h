// Layers (optional content): what a file does not print must stay hidden in every reader, what it prints be seen. Its own layers, policies
// and expressions are settled page by page; of all that two layers a file remain at most, one shown and one hidden.
#pragma once

#include <vector>

#include "bind/pdf/objects.h"
#include "evidence/pdf/printed_layers.h"

namespace lvce {

/// Of one evidence file, as its pages are cleaned.
class FileLayers {
 public:
  explicit FileLayers(QPDF& source);
  /// /OC of a form or picture: taken out, or our hidden layer.
  void settle_drawn(PdfObject dictionary);
  /// What /Properties name as layers: our own, or where the file hides nothing an empty dictionary.
  void settle_properties(PdfObject properties);
  bool is_ours(PdfObject object) const;
  /// The layers made for it; empty where nothing is hidden.
  const std::vector<PdfObject>& shown() const { return shown_; }
  const std::vector<PdfObject>& hidden() const { return hidden_; }

 private:
  PdfObject layer(std::vector<PdfObject>& made, const char* name);

  QPDF& source_;
  PrintedLayers printed_;
  std::vector<PdfObject> shown_, hidden_;  ///< one at most
};

/// In the PDF that volumes are written from.
struct Layers {
  std::vector<PdfObject> all;
  std::vector<PdfObject> hidden;
};

/// Notes what the file's pages need, as copied into `into`.
void take_layers(const FileLayers& file, QPDF& into, Layers& layers);
/// Writes them into the catalog; nothing when there are none.
void write_layers(QPDF& pdf, const Layers& layers);

}  // namespace lvce
