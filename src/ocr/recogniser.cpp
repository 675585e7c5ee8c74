#include "ocr/recogniser.h"

#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <algorithm>
#include <cmath>

#include "evidence/reader.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr float kLeastSureLine = 30;  ///< percent, the mean of a line: less is noise, grain or a picture. A single word may be right at 0
constexpr double kLeastSize = 6;      ///< pixels

/// Kept to a hundredth of a pixel (an angle to 1/100,000), so that what comes back from the cache is what was read.
double rounded(double value, double parts = 100) { return std::round(value * parts) / parts; }

using Words = std::unique_ptr<tesseract::ResultIterator>;

/// The foot of the line, and how high its letters are.
ReadLine line_at(const tesseract::ResultIterator& at) {
  ReadLine line;
  int left = 0, top = 0, right = 0, bottom = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0;
  if (!at.BoundingBox(tesseract::RIL_TEXTLINE, &left, &top, &right, &bottom)) return line;
  float height = 0, descenders = 0, ascenders = 0;
  at.RowAttributes(&height, &descenders, &ascenders);
  if (at.Baseline(tesseract::RIL_TEXTLINE, &x1, &y1, &x2, &y2) && x2 > x1) {
    line.turn = std::atan2(y1 - y2, x2 - x1);
  } else {
    x1 = left;
    y1 = bottom;
  }
  const double drop = std::abs(std::sin(line.turn)) * (right - left);  // what the slant adds to the box
  const double size = std::clamp<double>(bottom - top - drop, kLeastSize, std::max<double>(height, kLeastSize));
  line.x = rounded(left);
  line.y = rounded(y1 - std::tan(line.turn) * (left - x1) - std::min<double>(descenders, 0));
  line.turn = rounded(line.turn, 1e5);
  line.size = rounded(size);
  return line;
}

/// In a line that leans, places are measured along it.
void add_word(const tesseract::ResultIterator& at, ReadLine& line) {
  int left = 0, top = 0, right = 0, bottom = 0;
  const std::unique_ptr<char[]> text(at.GetUTF8Text(tesseract::RIL_WORD));
  if (!text || !at.BoundingBox(tesseract::RIL_WORD, &left, &top, &right, &bottom)) return;
  const std::string word = trim(text.get());
  if (word.empty() || !is_valid_utf8(word) || right <= left) return;
  const double along = std::cos(line.turn);
  line.words.push_back({word, rounded((left - line.x) / along), rounded((right - line.x) / along)});
}

void take_line(ReadPage& page, ReadLine line, float sure, int words) {
  if (!line.words.empty() && words > 0 && sure / static_cast<float>(words) >= kLeastSureLine) page.lines.push_back(std::move(line));
}

ReadPage lines_of(tesseract::ResultIterator& at) {
  ReadPage page;
  ReadLine line;
  float sure = 0;
  int words = 0;
  do {
    if (at.IsAtBeginningOf(tesseract::RIL_TEXTLINE)) {
      take_line(page, std::move(line), sure, words);
      line = line_at(at);
      sure = 0;
      words = 0;
    }
    if (at.Empty(tesseract::RIL_WORD)) continue;
    sure += at.Confidence(tesseract::RIL_WORD);
    ++words;
    add_word(at, line);
  } while (at.Next(tesseract::RIL_WORD));
  take_line(page, std::move(line), sure, words);
  return page;
}

}  // namespace

struct Recogniser::Engine {
  tesseract::TessBaseAPI api;
};

Recogniser::Recogniser(std::unique_ptr<Engine> engine) : engine_(std::move(engine)) {}
Recogniser::~Recogniser() = default;

std::unique_ptr<Recogniser> Recogniser::start(const std::filesystem::path& language) {
  auto engine = std::make_unique<Engine>();
  if (engine->api.Init(language.c_str(), kLanguage, tesseract::OEM_LSTM_ONLY) != 0) return nullptr;
  engine->api.SetPageSegMode(tesseract::PSM_AUTO);
  engine->api.SetVariable("tessedit_do_invert", "0");  // white letters on black are not read twice: a third of the time of a page
  return std::unique_ptr<Recogniser>(new Recogniser(std::move(engine)));
}

std::optional<ReadPage> Recogniser::read(const GreyPicture& picture) {
  tesseract::TessBaseAPI& api = engine_->api;
  api.SetImage(reinterpret_cast<const unsigned char*>(picture.pixels.data()), picture.width, picture.height, 1, picture.width);
  api.SetSourceResolution(kReadingDpi);
  std::optional<ReadPage> page;
  if (api.Recognize(nullptr) == 0) {
    const Words words(api.GetIterator());
    page = words ? lines_of(*words) : ReadPage{};
    page->width = picture.width;
    page->height = picture.height;
  }
  api.Clear();
  api.ClearAdaptiveClassifier();  // a page is read alike, whatever was read before it
  return page;
}

}  // namespace lvce
