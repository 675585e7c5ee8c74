#include "ocr/recogniser.h"

#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "evidence/reader.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr float kLeastSureLine = 30;  ///< percent, the mean of a line: less is noise, grain or a picture. A single word may be right at 0
constexpr double kLeastSize = 6;      ///< pixels
constexpr int kWordsOfAPage = 10;
constexpr double kSureUpright = 50;  ///< percent: upright pages have 80 and more, pages on their heads 20

/// Kept to a hundredth of a pixel (an angle to 1/100,000), so that what comes back from the cache is what was read.
double rounded(double value, double parts = 100) { return std::round(value * parts) / parts; }

using Words = std::unique_ptr<tesseract::ResultIterator>;

/// A box in the picture, pixels from the upper left corner.
struct PixelBounds {
  int left = 0, top = 0, right = 0, bottom = 0;
};

bool lies_across(const ReadLine& line) { return std::abs(std::cos(line.turn)) >= std::abs(std::sin(line.turn)); }

/// How high the letters are: the line's box without what its slant adds, no more than the row as it was fitted.
double size_in(const PixelBounds& box, const ReadLine& line, double row) {
  const double width = box.right - box.left, height = box.bottom - box.top;
  const double high = lies_across(line) ? height - std::abs(std::sin(line.turn)) * width : width - std::abs(std::cos(line.turn)) * height;
  return std::clamp(high, kLeastSize, std::max(row, kLeastSize));
}

/// The foot of the line: from where it begins, in the direction in which it is read; sheets may lie on their side.
ReadLine line_at(const tesseract::ResultIterator& at) {
  ReadLine line;
  PixelBounds box;
  int x1 = 0, y1 = 0, x2 = 0, y2 = 0;
  if (!at.BoundingBox(tesseract::RIL_TEXTLINE, &box.left, &box.top, &box.right, &box.bottom)) return line;
  float row = 0, descenders = 0, ascenders = 0;
  at.RowAttributes(&row, &descenders, &ascenders);
  if (!at.Baseline(tesseract::RIL_TEXTLINE, &x1, &y1, &x2, &y2) || (x1 == x2 && y1 == y2)) {
    x1 = box.left;
    y1 = y2 = box.bottom;
    x2 = box.right;
  }
  line.turn = rounded(std::atan2(y1 - y2, x2 - x1), 1e5);
  const double below = std::max<double>(-descenders, 0);
  line.x = rounded(x1 + below * std::sin(line.turn));
  line.y = rounded(y1 + below * std::cos(line.turn));
  line.size = rounded(size_in(box, line, row));
  return line;
}

/// Places are measured along the line.
void add_word(const tesseract::ResultIterator& at, ReadLine& line) {
  PixelBounds box;
  const std::unique_ptr<char[]> text(at.GetUTF8Text(tesseract::RIL_WORD));
  if (!text || !at.BoundingBox(tesseract::RIL_WORD, &box.left, &box.top, &box.right, &box.bottom)) return;
  const std::string word = trim(text.get());
  if (word.empty() || !is_valid_utf8(word)) return;
  const auto along = [&line](double x, double y) { return (x - line.x) * std::cos(line.turn) - (y - line.y) * std::sin(line.turn); };
  const double middle_x = (box.left + box.right) / 2.0, middle_y = (box.top + box.bottom) / 2.0;
  const bool across = lies_across(line);
  const double one = across ? along(box.left, middle_y) : along(middle_x, box.top), other = across ? along(box.right, middle_y) : along(middle_x, box.bottom);
  line.words.push_back({word, rounded(std::min(one, other)), rounded(std::max(one, other))});
}

/// What was read, and how sure it is in all: percent, the mean of all words.
struct Reading {
  ReadPage page;
  double sure = 0;
  int words = 0;
};

class LineTaker {
 public:
  void begin(ReadLine line) {
    end();
    line_ = std::move(line);
    sure_ = 0;
    words_ = 0;
  }

  void take(const tesseract::ResultIterator& at) {
    sure_ += at.Confidence(tesseract::RIL_WORD);
    ++words_;
    add_word(at, line_);
  }

  Reading done() {
    end();
    if (reading_.words > 0) reading_.sure /= reading_.words;
    return std::move(reading_);
  }

 private:
  void end() {
    reading_.sure += sure_;
    reading_.words += words_;
    if (!line_.words.empty() && sure_ >= kLeastSureLine * words_) reading_.page.lines.push_back(std::move(line_));
    line_ = {};
  }

  ReadLine line_;
  double sure_ = 0;
  int words_ = 0;
  Reading reading_;
};

Reading lines_of(tesseract::ResultIterator& at) {
  LineTaker taker;
  do {
    if (at.IsAtBeginningOf(tesseract::RIL_TEXTLINE)) taker.begin(line_at(at));
    if (!at.Empty(tesseract::RIL_WORD)) taker.take(at);
  } while (at.Next(tesseract::RIL_WORD));
  return taker.done();
}

/// A page of words of which hardly one is sure stands on its head. One that lies on its side Tesseract reads by itself.
bool may_stand_on_its_head(const Reading& reading) { return reading.words >= kWordsOfAPage && reading.sure < kSureUpright; }

GreyPicture turned_over(GreyPicture picture) {
  std::reverse(picture.pixels.begin(), picture.pixels.end());
  return picture;
}

ReadPage turned_back(ReadPage page) {
  for (ReadLine& line : page.lines) {
    line.x = rounded(page.width - line.x);
    line.y = rounded(page.height - line.y);
    line.turn = rounded(line.turn + std::numbers::pi, 1e5);
  }
  return page;
}

std::optional<Reading> read_once(tesseract::TessBaseAPI& api, const GreyPicture& picture) {
  api.SetImage(reinterpret_cast<const unsigned char*>(picture.pixels.data()), picture.width, picture.height, 1, picture.width);
  api.SetSourceResolution(kReadingDpi);
  std::optional<Reading> reading;
  if (api.Recognize(nullptr) == 0) {
    const Words words(api.GetIterator());
    reading = words ? lines_of(*words) : Reading{};
    reading->page.width = picture.width;
    reading->page.height = picture.height;
  }
  api.Clear();
  api.ClearAdaptiveClassifier();  // a page is read alike, whatever was read before it
  return reading;
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
  std::optional<Reading> reading = read_once(engine_->api, picture);
  if (!reading) return std::nullopt;
  if (may_stand_on_its_head(*reading)) {
    std::optional<Reading> over = read_once(engine_->api, turned_over(picture));
    if (over && over->sure > reading->sure) return turned_back(std::move(over->page));
  }
  return std::move(reading->page);
}

}  // namespace lvce
