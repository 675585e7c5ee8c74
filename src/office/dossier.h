// What the unit gives: its workbook and its evidence folder, read and judged for form, not yet against a rubric.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "office/invoice.h"
#include "support/decimal.h"
#include "support/finding.h"
#include "support/points.h"

namespace lvce {

/// Where a value stands: sheet and cell, for findings and for tracing figures on paper. text() = "能耗台账!C5", "[年度表.xlsx]2022年!C5".
struct CellPlace {
  std::string sheet;
  std::string cell;                   ///< of a sum all of them, in words: "B3+C3"
  std::string file = {};              ///< that a mapping read it from; empty: the unit's workbook
  std::vector<CellPlace> parts = {};  ///< of a sum: the cells that were added; empty: the cell alone
  std::string text() const { return (file.empty() ? "" : "[" + file + "]") + sheet + "!" + cell; }
  /// `workbook`: the file of the unit's workbook.
  Place in(const std::string& workbook) const { return in_cell(file.empty() ? workbook : file, sheet, cell); }
};

/// A cell that was read as one of three: blank (not given), a value, or broken (an error finding has been made; what depends on it
/// cannot be computed).
template <typename T>
struct Given {
  std::optional<T> value;
  bool broken = false;
  CellPlace place;
  bool blank() const { return !value && !broken; }
};

// ---- 单位信息 -------------------------------------------------------------------------------------------------------------
struct UnitInfo {
  /// Every item as text, by its name (单位名称 → …); yes/no items normalised to 是 or 否; years to four digits; dates to 2021-10-12.
  std::map<std::string, std::string> items;
  std::map<std::string, CellPlace> places;
  std::set<std::string> broken;  ///< given, but unreadable or given twice (an error finding has been made): absent from `items`
  /// Text of an item; empty when not given.
  std::string text(const std::string& item) const;
  bool yes(const std::string& item) const { return text(item) == "是"; }
  std::optional<int> year(const std::string& item) const;
};

// ---- 年度基数 -------------------------------------------------------------------------------------------------------------
struct YearBase {
  int year = 0;
  CellPlace year_place;              ///< its 年度 cell
  Given<Decimal> area_m2;            ///< 建筑面积, m²
  Given<Decimal> heated_area_m2;     ///< 供热面积, m²
  Given<Decimal> energy_users;       ///< 用能人数
  Given<Decimal> water_users;        ///< 用水人数
  Given<Decimal> vehicles;           ///< 车辆数量
  Given<Decimal> official_vehicles;  ///< 公务用车数量
};

// ---- 能耗台账 -------------------------------------------------------------------------------------------------------------
/// Carriers in the workbook's order; the base unit of each is what quantities are converted to.
enum class Carrier {
  electricity,         ///< 电, kWh
  water,               ///< 水, m³
  raw_coal,            ///< 原煤, t
  heating_coal,        ///< 其中采暖用煤, t (part of raw_coal)
  natural_gas,         ///< 天然气, m³
  lpg,                 ///< 液化石油气, t
  petrol,              ///< 汽油, L
  official_petrol,     ///< 其中公务用车汽油, L (part of petrol)
  diesel,              ///< 柴油, L
  official_diesel,     ///< 其中公务用车柴油, L (part of diesel)
  heat,                ///< 热力, GJ
  other,               ///< 其他能源, tce
  kerosene,            ///< 煤油, L
  fuel_oil,            ///< 燃料油, L
  coke,                ///< 焦炭, t
  resold_electricity,  ///< 转供电, kWh
  own_solar,           ///< 自发自用光伏, kWh
  green_electricity,   ///< 绿电, kWh
};
inline constexpr int kCarrierCount = static_cast<int>(Carrier::green_electricity) + 1;  // the last of them
std::string_view carrier_name(Carrier carrier);                                         ///< 电 … 绿电
std::string_view carrier_unit(Carrier carrier);                                         ///< 千瓦时, 立方米, 吨, 升, 吉焦, 吨标准煤
std::vector<Carrier> all_carriers();

/// What a column's header said: 千瓦时, 吨 … The factor set's density is needed for tonnes of petrol, so quantities stay as typed here
/// and `unit` says what they are.
enum class QuantityUnit { kwh, ten_thousand_kwh, megawatt_hour, m3, ten_thousand_m3, tonne, kilogram, litre, gigajoule, million_kcal_10k, tce };
// million_kcal_10k: 万大卡 (10^4 kcal); 百万千焦 is the same as gigajoule.

struct LedgerColumn {
  Carrier carrier;
  QuantityUnit unit;
  std::string header;  ///< as typed
};

struct LedgerRow {
  int year = 0;
  int month = 0;                                 ///< 1…12; 0 = 全年
  int row = 0;                                   ///< 1-based row in the sheet
  CellPlace month_place;                         ///< its 月份 cell
  std::map<Carrier, Given<Decimal>> quantities;  ///< as typed, in the column's unit
};

struct Ledger {
  std::vector<LedgerColumn> columns;
  std::vector<LedgerRow> rows;  ///< in the sheet's order
  int unplaced = 0;             ///< rows that count for no month, which has been said: year or month blank or unreadable, or a month given twice
};

// ---- 目标任务, 自评, 折算系数, 核对说明 -----------------------------------------------------------------------------------
struct AssignedTarget {
  std::string metric;
  Given<Decimal> required_pct;  ///< fall in percent, positive
  Given<Decimal> quota;         ///< 定额值, in the metric's own unit
};

struct SelfScore {
  std::string indicator;    ///< id, normalised ("2.2.4.2")
  Given<std::string> done;  ///< 完成情况 as typed (percent-formatted cells as "95%"; TRUE as 是)
  /// The number of a 完成情况 cell that holds a bare number; a rule that wants a percentage judges 0<x≤1 as ambiguous.
  std::optional<Decimal> done_number;
  bool done_is_percent = false;  ///< %-formatted cell: done_number is already in percent (95)
  Given<Points> claim;           ///< 自评得分
  Given<Decimal> claim_raw;      ///< as typed, when it is a number of more than 2 decimals it is broken
  std::string note;              ///< 说明
  std::string department;        ///< 责任科室
  std::string person;            ///< 责任人
  std::string due;               ///< 完成时限
  std::string printed_text;      ///< 评价内容 as found, to compare
  std::string printed_points;    ///< 分值 as found
  int row = 0;
};

struct FactorOverride {
  std::string item;
  Given<Decimal> value;
  std::string unit;
  std::string year;
  std::string source;
};

struct LedgerAnswer {
  std::string code;
  std::string where;
  std::string text;
};

/// An optional ledger kept as rows of header → typed text and number; checked where it is used.
struct DetailCell {
  std::string text;
  std::optional<Decimal> number;
  CellPlace place;
};
struct DetailRow {
  std::map<std::string, DetailCell> cells;
  int row = 0;
};
struct DetailLedger {
  std::string sheet;
  bool by_mapping = false;  ///< a mapping put its rows together: they stand in other sheets
  std::vector<std::string> headers;
  std::vector<DetailRow> rows;
};

struct Workbook {
  std::string file;                  ///< as shown in findings: "台账.xlsx"
  std::string mapping;               ///< the mapping file, as shown in findings: "映射.yaml"; empty: none
  std::string waiting_mapping;       ///< one that counts for nothing yet, as it lies in the unit folder: "映射（待确认）.yaml"; empty: none
  std::set<std::string> by_mapping;  ///< sheets of the contract that it gives
  UnitInfo unit;
  std::vector<YearBase> bases;
  Ledger ledger;
  std::vector<AssignedTarget> targets;
  std::vector<SelfScore> scores;
  std::vector<FactorOverride> overrides;
  std::vector<LedgerAnswer> answers;
  std::map<std::string, DetailLedger> details;  ///< by sheet name
  bool has_ledger_sheet = false;
};

/// Where an item of 单位信息 is filled in: its cell, or its name where the sheet has no such row.
Place unit_item_place(const Workbook& workbook, const std::string& item);

// ---- evidence -------------------------------------------------------------------------------------------------------------
enum class EvidenceState { bound, bound_with_warning, rejected, unassigned, auxiliary };
std::string_view evidence_state_name(EvidenceState state);

/// Of a file for which a demand asks for a seal: a hint, never a point.
enum class SealState {
  not_asked,
  unknown,  ///< cannot be told: black and white, or not to be drawn
  unseen,   ///< 未见印章
  likely,   ///< 疑似有红章: by shape and colour, or an annotation that calls itself a stamp
  present,  ///< 有印章: a signature of the PDF or OFD; not verified
};
/// "unknown", "unseen", "likely", "present", as in result.json; empty: not asked.
std::string_view seal_state_name(SealState state);

enum class EvidenceFormat { pdf, picture, text, markdown, office, unknown };

struct PageSize {
  double width_pt = 0;  ///< as it is to be seen: after /Rotate and CropBox
  double height_pt = 0;
  bool goes_on = false;  ///< with the page before it: a piece of a long picture or page that was cut
};

enum class DateOrigin { none, title, document, exif };

struct EvidenceDate {
  std::string text;  ///< "2023", "2023-03" or "2023-03-05"; empty when none
  DateOrigin origin = DateOrigin::none;
  int first_year = 0;  ///< of a title that names several years (2021、2022年); 0: the one of `text`
  int last_year = 0;
  std::optional<int> year() const;
};

struct EvidenceFile {
  std::string path;                     ///< relative to the evidence folder, UTF-8, '/' separated
  std::filesystem::path disk;           ///< to open
  std::vector<std::string> indicators;  ///< ids it is assigned to
  bool declined = false;                ///< unassigned, and the office said that it is no evidence
  std::string under;                    ///< unassigned: the unit, item or group that it lies under, or the number that the rubric lacks
  std::string title;                    ///< rest of the name, without extension
  int counted = 1;                      ///< N of a title that ends in （N项）/（N次）
  EvidenceDate date;
  std::string caption;
  bool says_date = false;  ///< the caption (else the title) holds a date itself
  std::uintmax_t bytes = 0;
  std::string sha256;
  std::string copy_of;  ///< path of the file of the same content that stands before it; empty: none
  EvidenceFormat format = EvidenceFormat::unknown;
  EvidenceState state = EvidenceState::bound;
  std::string reason;           ///< why rejected or warned, Chinese
  std::string remedy;           ///< rejected: what to do
  std::vector<PageSize> pages;  ///< pages as they will be bound (photos: one; text: as laid out later, then empty)
  int pixel_width = 0;          ///< pictures, upright
  int pixel_height = 0;
  std::filesystem::path
      prepared;       ///< clean PDF or JPEG made by the worker, ready to be bound, or a copy of the file as it was judged; empty: nothing was prepared
  std::string stamp;  ///< which state of `disk` was judged (disk_stamp); empty: not known
  std::string text;   ///< text and Markdown evidence, UTF-8
  std::string read;   ///< recognised on the first page of a scan (--ocr); never a source of figures
  std::vector<int> read_years;  ///< years that its recognised pages name, in order
  std::filesystem::path layer;  ///< recognised words of a picture, to lie invisibly over it; empty: none
  SealState seal = SealState::not_asked;
  std::vector<Invoice> invoices;  ///< that it is, or carries as data
  bool shared = false;            ///< 合署共享
  bool searchable = true;         ///< false: a scan without text
  bool fonts_embedded = true;     ///< false: warn
};

/// Its title without " 2021-03-05" at the end where that is its date, which is printed beside it.
std::string title_without_date(const EvidenceFile& file);

struct EvidenceFolder {
  static constexpr const char* kAbsent = "evidence-folder-missing";  ///< the finding that says that it does not exist
  bool exists = false;
  std::vector<EvidenceFile> files;  ///< in binding order: by indicator, then natural order of the path; the others behind
};

struct Dossier {
  Workbook workbook;
  EvidenceFolder evidence;
  std::vector<Invoice> invoices;  ///< of the evidence, and of 票据, 发票 and 能耗
  std::filesystem::path folder;
  std::string inputs_sha256;  ///< of all that was read, options and tool; empty: not worked out
};

}  // namespace lvce
