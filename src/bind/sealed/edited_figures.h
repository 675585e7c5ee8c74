// Which figures of ours no longer stand at their place in a document that the office edited.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bind/sealed/own_text.h"

namespace lvce {

struct LostFigure {
  std::string figure;  ///< as it is generated now
  std::string around;  ///< the words in which it stands, itself among them
  std::string now;     ///< what stands there in the edited document; empty: none
  int page = 0;        ///< of the edited document, from 1
};

/// `pages`: the text of each page of the edited document. A figure stands when all its characters are found in a row where they belong and no
/// digit, point or sign was set against it; or when it is found elsewhere among the words around it. Each place serves one figure.
/// Nothing when the texts have too little in common to be compared.
std::optional<std::vector<LostFigure>> lost_figures(const OwnText& own, const std::vector<std::string>& pages);

}  // namespace lvce
