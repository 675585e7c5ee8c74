#include "workbook/xls/biff.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "support/text.h"
#include "workbook/book/number_format.h"
#include "workbook/package/compound_file.h"
#include "workbook/xls/biff_password.h"
#include "workbook/xls/biff_sheet.h"
#include "workbook/xls/biff_text.h"
#include "workbook/xls/records.h"
#include "workbook/xlsx/parts.h"
#include "workbook/xlsx/worksheet.h"

namespace lvce::formats {
namespace {

using xlsx::NumberLook;

constexpr unsigned kBiff5 = 0x0500;
constexpr unsigned kBiff8 = 0x0600;
constexpr std::size_t kMaxSharedBytes = 32U << 20;
const std::string kSaveAsXlsx = "请用 WPS 或 Excel 打开，另存为 .xlsx 工作簿后再试";

xlsx::ReadBook damaged() { return {std::nullopt, {"workbook-damaged", "旧格式工作簿（.xls/.et）已损坏，或不是表格，内容读不完整", kSaveAsXlsx}}; }
xlsx::ReadBook locked() { return {std::nullopt, {"workbook-locked", "工作簿设有打开密码", "请取消密码后另存为 .xlsx"}}; }

/// An entry of the workbook's list of sheets.
struct Entry {
  std::size_t offset = 0;
  bool hidden = false;
  bool worksheet = true;  ///< false: a chart, macro or module sheet
  Piece record;
};

/// Reads the records that stand before the sheets, then the sheets.
class BookReader {
 public:
  explicit BookReader(std::string_view stream) : stream_(stream) {}

  xlsx::ReadBook read() {
    if (!read_globals()) return damaged();
    if (locked_) return locked();
    const bool unicode = version_ == kBiff8;
    const BytesCode code(code_page_, unicode ? std::string_view() : stream_);
    BiffContext context{book_, looks(code), {}, code, system_1904_, unicode};
    for (const std::string& text : book_.texts) context.shared_blank.push_back(trim(text).empty());
    for (const Entry& entry : entries_) {
      if (!read_sheet(entry, context)) return damaged();
    }
    return {std::move(book_), {}};
  }

 private:
  bool read_sheet(const Entry& entry, BiffContext& context) {
    xlsx::Sheet& sheet = book_.sheets.emplace_back();
    sheet.name = name_of(entry, context.code);
    sheet.hidden = entry.hidden;
    sheet.loaded = true;
    if (!entry.worksheet) return true;
    const bool good = BiffSheet(context, sheet).read(stream_, start_of(entry));
    xlsx::clear_covered_cells(sheet);
    return good;
  }

  /// Where the list of sheets is wrong, the sheets lie behind it in its order.
  std::size_t start_of(const Entry& entry) const {
    std::size_t at = entry.offset;
    const auto there = next_record(stream_, at);
    if (there && there->type == kBof) return entry.offset;
    std::size_t before = static_cast<std::size_t>(&entry - entries_.data());
    int depth = 0;
    at = globals_end_;
    for (std::size_t begin = at; const auto record = next_record(stream_, at); begin = at) {
      if (record->type == kBof && depth++ == 0 && before-- == 0) return begin;
      if (record->type == kEof) --depth;
    }
    return entry.offset;
  }

  std::string name_of(const Entry& entry, const BytesCode& bytes) const {
    const std::string_view body = entry.record.body;
    const std::size_t characters = static_cast<unsigned char>(body[6]);
    if (version_ == kBiff8) return BiffText(body.substr(7), {}).text(characters).value_or("");
    return bytes.text(body.substr(7, characters));
  }

  bool read_globals() {
    std::size_t at = 0;
    const auto first = next_record(stream_, at);
    if (!first || first->type != kBof) return false;
    version_ = read_u16(first->body, 0);
    if (version_ != kBiff5 && version_ != kBiff8) return false;
    while (const auto record = next_record(stream_, at)) {
      globals_end_ = at;
      if (record->type == kEof) return true;
      if (record->type == kFilePass && !open_with_default(record->body)) locked_ = true;
      if (locked_) return true;
      take(*record, at);
    }
    return false;
  }

  /// The stream as it reads with the password that Excel itself sets; `at` stays good, for nothing moves.
  bool open_with_default(std::string_view file_pass) {
    auto opened = decrypt_biff(stream_, file_pass);
    if (!opened) return false;
    opened_ = std::move(*opened);
    stream_ = opened_;
    return true;
  }

  void take(const Piece& record, std::size_t& at) {
    const std::string_view body = record.body;
    switch (record.type) {
      case kDateMode: system_1904_ = read_u16(body, 0) == 1; return;
      case kCodePage: code_page_ = read_u16(body, 0); return;
      case kXf: xf_formats_.push_back(read_u16(body, 2)); return;
      case kFormat: formats_[read_u16(body, 0)] = body; return;
      case kSharedTexts: return take_shared(body, at);
      case kBoundSheet: return take_entry(record);
      default: return;
    }
  }

  void take_entry(const Piece& record) {
    const std::string_view body = record.body;
    if (entries_.size() >= xlsx::kMaxBookSheets || body.size() < 7) return;
    entries_.push_back({read_u32(body, 0), (static_cast<unsigned char>(body[4]) & 3U) != 0, body[5] == 0, record});
  }

  /// The table of shared texts; one that breaks off leaves references without a text, which then are no blanks.
  void take_shared(std::string_view body, std::size_t& at) {
    BiffText texts(body, continued(stream_, at));
    texts.skip(4);
    const std::size_t count = std::min<std::size_t>(texts.u32(), xlsx::SharedStringsHandler::kMaxStrings);
    std::size_t bytes = 0;
    while (book_.texts.size() < count && !texts.at_end() && bytes <= kMaxSharedBytes) {
      auto text = texts.shared_text();
      if (!text) return;
      bytes += text->size();
      book_.texts.push_back(replace_all(replace_all(std::move(*text), "\r\n", "\n"), "\r", "\n"));
    }
  }

  std::vector<NumberLook> looks(const BytesCode& code) const {
    std::map<unsigned, NumberLook> custom;
    for (const auto& [id, body] : formats_) custom[id] = xlsx::look_of_format(format_code(body, code));
    std::vector<NumberLook> out;
    for (unsigned format : xf_formats_) {
      const auto found = custom.find(format);
      out.push_back(found == custom.end() ? xlsx::look_of_builtin(static_cast<int>(format)) : found->second);
    }
    return out;
  }

  std::string format_code(std::string_view body, const BytesCode& code) const {
    if (version_ == kBiff8) return body.size() < 5 ? std::string() : BiffText(body.substr(4), {}).text(read_u16(body, 2)).value_or("");
    return body.size() < 4 ? std::string() : code.text(body.substr(3));
  }

  std::string_view stream_;
  std::string opened_;  ///< the decrypted stream
  unsigned version_ = 0;
  unsigned code_page_ = 0;
  bool system_1904_ = false;
  bool locked_ = false;
  std::vector<unsigned> xf_formats_;
  std::map<unsigned, std::string_view> formats_;
  std::vector<Entry> entries_;
  std::size_t globals_end_ = 0;
  xlsx::Book book_;
};

}  // namespace

xlsx::ReadBook read_biff(std::string_view stream) { return BookReader(stream).read(); }

}  // namespace lvce::formats
