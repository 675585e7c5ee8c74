// Tesseract behind one call. A process has one, for one language.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "evidence/job/read_page.h"
#include "ocr/page_picture.h"

namespace lvce {

class Recogniser {
 public:
  /// `language`: folder of chi_sim.traineddata. Nothing when that is not to be used.
  static std::unique_ptr<Recogniser> start(const std::filesystem::path& language);
  ~Recogniser();
  Recogniser(const Recogniser&) = delete;
  Recogniser& operator=(const Recogniser&) = delete;

  /// Words and places; without lines where there is no text, or none that can be made out. Nothing when the recogniser gives up.
  std::optional<ReadPage> read(const GreyPicture& picture);

 private:
  struct Engine;
  explicit Recogniser(std::unique_ptr<Engine> engine);

  std::unique_ptr<Engine> engine_;
};

}  // namespace lvce
