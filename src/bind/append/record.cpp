#include "bind/append/record.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "bind/plan/numbering.h"
#include "bind/plan/paginate.h"
#include "bind/plan/stamps.h"
#include "support/files.h"

namespace lvce {
namespace {

constexpr std::size_t kDigits = 12;

/// Everything on a page as one text; links and the numbers of anchors do not show.
class Shown {
 public:
  std::string of(const Page& page, const EvidenceFolder& evidence) {
    if (page.landscape) said_ += "landscape ";
    for (const RectBox& box : page.rects) say({box.x, box.y, box.width, box.height, box.fill_grey.value_or(-1), box.line_width, box.line_grey});
    for (const LineBox& line : page.lines) say({line.x1, line.y1, line.x2, line.y2, line.width, line.grey, line.dashed ? 1.0 : 0.0});
    for (const TextBox& text : page.texts) {
      say({text.x, text.y, text.size, static_cast<double>(text.font), text.char_space, text.grey});
      said_ += text.text + '\n';
    }
    for (const ImageBox& image : page.images) {
      say({image.x, image.y, image.width, image.height});
      said_ += image.file_key + '\n';
      for (const EvidenceFile& file : evidence.files) {
        if (file.path == image.file_key) said_ += file.sha256;
      }
    }
    return std::move(said_);
  }

 private:
  void say(std::initializer_list<double> numbers) {
    std::array<char, 32> digits{};
    for (const double number : numbers) {
      const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed, 6);
      said_.append(digits.data(), written.ptr) += ' ';
    }
  }
  std::string said_;
};

bool is_kept(const Piece& piece, const EvidenceFolder& evidence) {
  return std::any_of(piece.files.begin(), piece.files.end(), [&](std::size_t file) { return evidence.files.at(file).state != EvidenceState::rejected; });
}

PrintedPiece printed(const Piece& piece, const std::string& key, const EvidenceFolder& evidence) {
  PrintedPiece out{key, {}, is_kept(piece, evidence)};
  for (std::size_t i = 0; i < piece.labels.size(); ++i) out.pages.push_back({piece.labels[i], page_digest(piece, static_cast<int>(i), evidence)});
  return out;
}

void add_files(const Binding& binding, const EvidenceFolder& evidence, const std::vector<int>& rounds, PrintRecord& record) {
  std::set<std::size_t> bound;
  for (const Piece& piece : binding.pieces) bound.insert(piece.files.begin(), piece.files.end());
  for (const std::size_t file : bound) {
    const EvidenceFile& one = evidence.files.at(file);
    record.files.push_back({one.path, one.sha256, file < rounds.size() ? rounds[file] : 0, one.state == EvidenceState::rejected});
  }
}

void add_volumes(const Binding& binding, PrintRecord& record) {
  for (const Part& part : binding.parts) {
    if (part.kind == OutputKind::evidence && part.front_begin != part.front_end) record.volumes.push_back(binding.pieces[part.begin].key);
  }
}

}  // namespace

std::string page_digest(const Piece& piece, int page, const EvidenceFolder& evidence) {
  if (page >= piece.pages()) return "-";
  const std::string strip = strip_label(piece, evidence) + "|" + std::to_string(page) + "/" + std::to_string(piece.pages()) + "|";
  if (piece.is_foreign()) return sha256_of(strip + piece.source_digest).substr(0, kDigits);
  const Page& own = piece.laid_out.pages[static_cast<std::size_t>(page)];
  if (own.blank) return "-";
  const bool stripped = !piece.files.empty() || !piece.label.empty();
  return sha256_of((stripped ? strip : "") + Shown().of(own, evidence)).substr(0, kDigits);
}

PrintRecord record_of(const Binding& binding, const EvidenceFolder& evidence, const std::vector<int>& rounds) {
  PrintRecord record;
  for (const Piece& piece : binding.pieces) {
    if (!piece.key.empty()) record.pieces.push_back(printed(piece, piece.key, evidence));
  }
  add_files(binding, evidence, rounds, record);
  add_volumes(binding, record);
  return record;
}

}  // namespace lvce
