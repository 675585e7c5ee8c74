// read_unit_workbook: find the file, read its sheets, put the workbook together.
#include <algorithm>
#include <system_error>

#include "office/own_ledgers.h"
#include "support/files.h"
#include "support/inside.h"
#include "support/program.h"
#include "support/text.h"
#include "workbook/files/find_workbook.h"
#include "workbook/files/read_book.h"
#include "workbook/layouts.h"
#include "workbook/mapping/apply_mapping.h"
#include "workbook/mapping/mapping.h"
#include "workbook/sheets/sheets.h"
#include "workbook/workbook.h"
#include "workbook/xlsx/xlsx.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMaxFileBytes = 32ULL << 20;
constexpr std::size_t kMostLedgers = 200;

/// A mapping that is not confirmed, or lies where none is looked for.
std::string waiting_mapping(const fs::path& folder) {
  const std::string inside = std::string(formats::kOwnLedgers) + "/";
  for (const std::string& name : {std::string(kProposedMapping), inside + kProposedMapping, inside + formats::kOwnMapping}) {
    std::error_code error;
    if (fs::is_regular_file(folder / name, error)) return name;
  }
  return {};
}

/// Puts a Workbook together from a book's sheets.
class Assembler {
 public:
  /// `mapping`: its file, as shown; empty: none. `waiting`: see Workbook. `rubric_known`: figures of a mapping are worth reading without 单位信息.
  Assembler(const xlsx::Book& book, std::string mapping, std::string waiting, bool rubric_known, Reporter& reporter)
      : book_(book), rubric_known_(rubric_known), reporter_(reporter) {
    workbook_.mapping = std::move(mapping);
    workbook_.waiting_mapping = std::move(waiting);
    index_sheets();
  }

  std::optional<Workbook> assemble() {
    std::optional<SheetTable> unit = table_of(unit_info_spec());
    if (!unit) {
      report_no_unit();
      if (!is_mapped() || !rubric_known_) return std::nullopt;
    }
    workbook_.file = reporter_.file();
    if (unit) workbook_.unit = read_unit_info(*unit);
    read_figures();
    read_scores();
    read_extras();
    return std::move(workbook_);
  }

 private:
  void index_sheets() {
    std::vector<std::string> ignored;
    for (const xlsx::Sheet& sheet : book_.sheets) {
      if (sheet.read_elsewhere) continue;
      if (!sheet.read_from.empty()) {
        reporter_.stands_for(sheet.name, sheet.read_from);
        workbook_.by_mapping.insert(sheet.name);
      }
      const std::string name = contract_sheet(sheet.name);
      if (name.empty()) {
        if (sheet.hidden) continue;
        ignored.push_back("“" + sheet.name + "”");
        unread_.push_back(sheet.name);
        continue;
      }
      if (!sheets_.try_emplace(name, &sheet).second) {
        reporter_.at_sheet("sheet-twice", Severity::error, name, "有两张同名工作表，只读取了第一张", "请只保留一张");
        continue;
      }
      if (sheet.hidden) reporter_.at_sheet("sheet-hidden", Severity::note, name, "工作表被隐藏，其中的内容仍然读取", "不应采用的请删除该表");
      if (sheet.truncated) {
        reporter_.at_sheet("sheet-too-large", Severity::error, name, "内容超出可读取的范围，超出部分没有读取", "请删去表格以外的内容后再试");
      }
    }
    if (!ignored.empty()) reporter_.at_file("sheets-ignored", Severity::note, "以下工作表不在规定之内，没有读取：" + join(ignored, "、"));
  }

  /// An office's own ledger, read through a mapping or lying in the workbook's place, is no damaged workbook: it says where it belongs.
  void report_no_unit() {
    const std::string none = "工作簿里没有可读的“单位信息”工作表";
    if (is_mapped()) {
      reporter_.at_file("workbook-no-unit-sheet", Severity::error,
                        std::string("用能数按映射读到了，但没有“单位信息”：不知道是哪个单位、哪个年度") + (rubric_known_ ? "" : "、按哪个评价标准"),
                        "请用 lvce init 建立单位文件夹并填写单位信息，把这个文件放进其中的“能耗”文件夹；或在映射文件里写 unit: {单位名称: …, 评价标准: …}");
    } else if (sheets_.empty()) {
      reporter_.at_file("workbook-no-unit-sheet", Severity::error, none + "，别的规定的表也没有：这像是本单位自己的用能台账，不是台账工作簿",
                        "请用 lvce init 建立单位文件夹，把这个文件放进其中的“能耗”文件夹，再运行 lvce map 读取");
    } else {
      reporter_.at_file("workbook-no-unit-sheet", Severity::error, none, hint_for_missing("单位信息") + "（列：项目、内容）");
    }
  }

  bool is_mapped() const {
    return std::any_of(book_.sheets.begin(), book_.sheets.end(), [](const xlsx::Sheet& sheet) { return !sheet.read_from.empty(); });
  }

  std::optional<SheetTable> table_of(const TableSpec& spec) {
    const auto found = sheets_.find(spec.sheet);
    return found == sheets_.end() ? std::nullopt : SheetTable::find(book_, *found->second, spec, reporter_);
  }

  void report_missing(const std::string& sheet, const std::string& what) {
    if (sheets_.contains(sheet)) return;
    reporter_.at_sheet("sheet-missing", Severity::missing, sheet, "工作簿里没有“" + sheet + "”工作表，" + what, hint_for_missing(sheet));
  }

  /// A sheet of nearly that name may be the one.
  std::string hint_for_missing(const std::string& sheet) const {
    const auto shared = [&](const std::string& name) {
      const std::u32string has = decode_utf8(name);
      const std::u32string wanted = decode_utf8(sheet);
      return std::count_if(wanted.begin(), wanted.end(), [&](char32_t c) { return has.find(c) != std::u32string::npos; });
    };
    const auto nearest = std::max_element(unread_.begin(), unread_.end(), [&](const auto& a, const auto& b) { return shared(a) < shared(b); });
    const std::string own = sheet == "能耗台账" ? "；" + own_ledgers_hint(workbook_.waiting_mapping) : "";
    if (nearest == unread_.end() || shared(*nearest) < 2) return "请补上该工作表" + own;
    if (!own.empty())
      return "如果“" + *nearest + "”就是这张表，请改名为“" + sheet + "”；是本单位自己的版式的，" +
             (workbook_.waiting_mapping.empty() ? "运行 lvce map 可以看懂它" : own_ledgers_hint(workbook_.waiting_mapping));
    return "如果“" + *nearest + "”就是这张表，请改名为“" + sheet + "”；不是的，请补上该工作表";
  }

  void read_figures() {
    report_missing("年度基数", "人均和单位面积指标无法计算");
    report_missing("能耗台账", "能耗和碳排放无法计算");
    if (const auto table = table_of(year_base_spec())) workbook_.bases = read_year_bases(*table);
    if (const auto table = table_of(ledger_spec())) {
      workbook_.ledger = read_ledger(*table);
      workbook_.has_ledger_sheet = true;
    }
    if (const auto table = table_of(target_spec())) workbook_.targets = read_targets(*table);
  }

  void read_scores() {
    report_missing("自评", "各项指标没有自评内容");
    if (const auto table = table_of(self_score_spec())) workbook_.scores = read_self_scores(*table);
  }

  void read_extras() {
    if (const auto table = table_of(override_spec())) workbook_.overrides = read_overrides(*table);
    if (const auto table = table_of(answer_spec())) workbook_.answers = read_answers(*table);
    for (const std::string& name : detail_sheet_names()) {
      if (const auto table = table_of(detail_spec(name))) {
        workbook_.details[name] = read_detail(*table);
        workbook_.details[name].by_mapping = workbook_.by_mapping.contains(name);
      }
    }
  }

  const xlsx::Book& book_;
  const bool rubric_known_;
  Reporter& reporter_;
  std::map<std::string, const xlsx::Sheet*> sheets_;
  std::vector<std::string> unread_;  ///< visible sheets that the contract does not name
  Workbook workbook_;
};

/// Finds, reads and maps the files of one unit; stops at the first failure.
class UnitReader {
 public:
  /// `only`: nothing but this sheet of the contract is loaded, unless a mapping reads others; empty: all.
  explicit UnitReader(const WorkbookChoice& choice, std::string only = {}) : choice_(choice), only_(std::move(only)) {}

  ReadWorkbook read() {
    std::optional<Workbook> workbook;
    if (load_mapping() && open_files()) workbook = assemble();
    if (workbook && !mapping_) offer_map();
    return {std::move(workbook), std::move(findings_)};
  }

 private:
  /// Ledgers of the office's own that no mapping reads yet.
  void offer_map() {
    if (auto link = formats::own_ledgers_lead_out(choice_.folder)) {
      findings_.push_back(std::move(*link));
      return;
    }
    const std::size_t count = formats::spreadsheets_in(choice_.folder / formats::kOwnLedgers).size();
    if (count == 0) return;
    const std::string waiting = waiting_mapping(choice_.folder);
    findings_.push_back(Finding::warning(
        "own-ledgers-waiting", on_disk(formats::kOwnLedgers), "“能耗”文件夹里有 " + std::to_string(count) + " 个表格，还没有读取",
        waiting.empty() ? "请运行 lvce map 看懂它们的版式，核对后把“映射（待确认）.yaml”改名为“映射.yaml”，“能耗台账”就不必填" : own_ledgers_hint(waiting)));
  }

  bool fail(std::string code, const std::string& where, std::string message, std::string hint) {
    findings_.push_back(Finding::error(std::move(code), on_disk(where), std::move(message), std::move(hint)));
    return false;
  }

  /// The one asked for, else the unit's own.
  bool load_mapping() {
    std::error_code error;
    const fs::path own = choice_.folder / formats::kOwnMapping;
    if (!choice_.mapping && leads_out(own, choice_.folder)) {
      findings_.push_back(Finding::error("mapping-link-outside", on_disk(formats::kOwnMapping), "是一个链接，指向单位文件夹之外，没有读取",
                                         "请放入文件本身；映射确实放在别处的，用 --mapping 指定"));
      return true;
    }
    if (!choice_.mapping && !fs::is_regular_file(own, error)) return true;
    mapping_ = formats::load_mapping(choice_.mapping.value_or(own), data_folder(), findings_);
    return mapping_.has_value();
  }

  /// The unit's workbook, and the further ones that the mapping reads; where there is none but one of these, it is both.
  bool open_files() {
    if (mapping_ && !open_further(mapping_->all_files())) return false;
    Findings why;
    const auto found = formats::find_workbook({choice_.folder, choice_.given, further_.empty() ? std::vector<std::string>() : mapping_->all_files()}, why);
    if (!found && !further_.empty() && nothing_else(why)) {
      name_ = further_.front().name;
      if (further_.size() > 1) return true;  // the workbook holds what the mapping gives
      book_ = std::move(further_.front().book);
      further_.clear();
      return true;
    }
    if (!found && mapping_ && further_.empty() && nothing_else(why)) return open_loose(std::move(why));
    append(findings_, std::move(why));
    if (!found) return false;
    name_ = found->shown;
    std::erase_if(further_, [&](const formats::FurtherBook& more) { return choice_.given && more.name == name_; });
    auto book = read_files(found->files, found->shown);
    if (book) book_ = std::move(*book);
    return book.has_value();
  }

  /// No workbook: what lies there in a layout of its own (CSV files, one or several) is what the mapping reads.
  bool open_loose(Findings why) {
    const std::vector<fs::path> loose = formats::spreadsheets_in(choice_.folder);
    if (!loose.empty() && loose.size() <= kMostLedgers) {
      auto book = read_files(loose, formats::shown_name(loose.front()));
      if (!book) return false;
      name_ = formats::shown_name(loose.front());
      book_ = std::move(*book);
      return true;
    }
    append(findings_, std::move(why));
    return false;
  }

  static bool nothing_else(const Findings& why) { return why.size() == 1 && why.front().code == "workbook-not-found"; }

  bool open_further(const std::vector<std::string>& patterns) {
    std::vector<fs::path> found = formats::find_own_ledgers(choice_.folder, patterns);
    if (auto link = formats::own_ledgers_lead_out(choice_.folder)) findings_.push_back(std::move(*link));
    for (const std::string& below : formats::ledgers_below(choice_.folder))
      findings_.push_back(Finding::warning("own-ledgers-below", on_disk(below), "下一级文件夹里的表格没有读取", "请把要用的表格移到“能耗”文件夹里"));
    for (fs::path& path : formats::spreadsheets_in(choice_.folder)) {
      const std::string sheet = formats::stem_of(formats::shown_name(path));
      const bool text = path.extension() == ".csv" && contract_sheet(sheet).empty() && !(choice_.given && choice_.given->filename() == path.filename());
      if (text && mapping_->reads(sheet) && std::find(found.begin(), found.end(), path) == found.end()) found.push_back(std::move(path));
    }
    if (found.size() > kMostLedgers) {
      return fail("mapping-too-many-files", formats::kOwnLedgers, "表格文件超过 " + std::to_string(kMostLedgers) + " 个，没有读取", "请只留下需要的文件");
    }
    for (const fs::path& path : found) {
      auto book = read_files({path}, formats::shown_name(path));
      if (!book) return false;
      further_.push_back({formats::shown_name(path), std::move(*book)});
    }
    return true;
  }

  std::optional<xlsx::Book> read_files(const std::vector<fs::path>& paths, const std::string& shown) {
    std::vector<formats::BookFile> files;
    std::uintmax_t left = kMaxFileBytes;
    for (const fs::path& path : paths) {
      auto bytes = read_bytes(path, left);
      if (!bytes) return std::nullopt;
      left -= bytes->size();
      files.push_back({formats::shown_name(path), std::move(*bytes)});
    }
    const formats::BookOptions options{[this](const std::string& sheet) { return wants(contract_sheet(sheet)) || (mapping_ && mapping_->reads(sheet)); },
                                       own_program()};
    xlsx::ReadBook read = formats::read_book(files, options);
    if (!read.book) fail(read.failure.code, shown, read.failure.message, read.failure.hint);
    return std::move(read.book);
  }

  bool wants(const std::string& sheet) const { return !sheet.empty() && (only_.empty() || mapping_ || sheet == only_); }

  std::optional<std::string> read_bytes(const fs::path& path, std::uintmax_t cap) {
    std::error_code error;
    const std::uintmax_t size = fs::file_size(path, error);
    if (!error && size > cap) {
      fail("workbook-too-large", formats::shown_name(path), "工作簿超过 32 MB", "请删去其中的图片等无关内容后再试");
      return std::nullopt;
    }
    auto bytes = read_file(path, cap);
    if (!bytes) fail("workbook-unreadable", formats::shown_name(path), "工作簿打不开", "请检查文件是否存在、是否有读取权限");
    return bytes;
  }

  std::optional<Workbook> assemble() {
    Reporter reporter(name_, findings_);
    if (mapping_ && !formats::apply_mapping(*mapping_, book_, name_, further_, reporter)) return std::nullopt;
    return Assembler(book_, mapping_ ? mapping_->shown : "", mapping_ ? "" : waiting_mapping(choice_.folder), choice_.rubric_known, reporter).assemble();
  }

  const WorkbookChoice& choice_;
  const std::string only_;
  Findings findings_;
  std::optional<formats::Mapping> mapping_;
  std::string name_;
  xlsx::Book book_;
  std::vector<formats::FurtherBook> further_;
};

}  // namespace

ReadWorkbook read_unit_workbook(const WorkbookChoice& choice) { return UnitReader(choice).read(); }

std::string read_unit_name(const fs::path& unit_folder) {
  const WorkbookChoice choice{unit_folder, std::nullopt, std::nullopt};
  const ReadWorkbook read = UnitReader(choice, "单位信息").read();
  return read.workbook ? read.workbook->unit.text("单位名称") : "";
}

ReadWorkbook read_unit_workbook(const fs::path& unit_folder, const std::optional<fs::path>& given) {
  return read_unit_workbook(WorkbookChoice{unit_folder, given, std::nullopt});
}

}  // namespace lvce
