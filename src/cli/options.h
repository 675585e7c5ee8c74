// What the command line said, as plain data.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace lvce {

class WorkerShelf;

/// 数据来源单位: the unit whose ledger counts, where one office of a compound pays for all.
struct FiguresFrom {
  std::string unit;              ///< its name
  std::filesystem::path folder;  ///< its unit folder
};

struct UnitOptions {
  std::filesystem::path unit = ".";
  std::optional<std::filesystem::path> workbook;
  std::optional<std::filesystem::path> mapping;  ///< layout of an office's own ledger
  std::optional<std::filesystem::path> evidence;
  std::optional<std::filesystem::path> shared;  ///< evidence of the offices under one roof (合署办公), only read
  std::optional<FiguresFrom> figures;           ///< of a roster; nothing: the unit's own
  std::string rubric;                           ///< empty: the workbook's 评价标准
  std::string date;                             ///< YYYY-MM-DD; empty: 填报日期
  int workers = 0;                              ///< that open evidence; 0: the cores
  bool ocr = false;                             ///< read what scans say
  std::filesystem::path cache;                  ///< conversions of office documents and what was read on scans, kept between runs; empty: none
  WorkerShelf* shelf = nullptr;                 ///< where they are kept between units; nullptr: nowhere
  bool all = false;                             ///< notes one by one
  bool quiet = false;
  bool json = false;
};

struct CheckOptions : UnitOptions {
  bool by_owner = false;
  std::filesystem::path html;  ///< the page as one file; empty: none
  std::string owner;           ///< of that page: one office's part
};

struct OpenOptions : UnitOptions {
  bool no_browser = false;
  int port = 0;            ///< 0: any
  bool can_print = false;  ///< there is a command `print`
};

struct SortOptions : UnitOptions {
  bool apply = false;
  bool undo = false;
};

struct BuildOptions : UnitOptions {
  std::filesystem::path out;  ///< empty: 输出 beside the unit folder
  int dpi = 200;
  bool single_sided = false;
  int volume_pages = 0;  ///< 0: 05 in one file
  bool screen = false;
  bool full_size = false;
  bool repeat_pages = false;     ///< a file of several indicators is bound at each
  bool economy = false;          ///< no sheets for dividers
  bool append = false;           ///< add to the package that is in OUT
  bool per_indicator = false;    ///< 线上填报/ too
  std::filesystem::path review;  ///< 核查意见.json of the bureau; empty: none
};

struct BatchOptions {
  std::filesystem::path source;  ///< a folder of unit folders, or a roster
  std::filesystem::path out;     ///< empty: 输出 beside the source
  std::string rubric;            ///< of all units; empty: the roster's, else the workbook's
  std::string date;
  int jobs = 0;       ///< 0: the cores
  std::string shard;  ///< "3/8"; empty: Slurm's array, else the whole
  bool again = false;
  bool quiet = false;
  bool json = false;
};

struct GatherOptions {
  std::filesystem::path out;
  std::filesystem::path roster;
  bool quiet = false;
  bool json = false;
};

struct PapersOptions : UnitOptions {
  std::filesystem::path out;  ///< outside the unit folder; empty: 文稿 beside it
  bool final = false;         ///< made for the seal: refused while something is to be filled in
};

struct PrintOptions : UnitOptions {
  std::filesystem::path out;  ///< outside the unit folder; empty: 打印 beside it
  std::string purpose;        ///< 验收, the only one
  std::string only;           ///< "2.2,3.1": units, items, indicators; empty: all
  int copies = 1;
  int max_mb = 0;  ///< of a file; 0: no limit
  int dpi = 200;
  bool single_sided = false;
};

struct MapOptions {
  std::filesystem::path unit = ".";
  std::filesystem::path out;  ///< empty: 映射（待确认）.yaml in the unit folder
  bool all = false;           ///< all that was left out
  bool json = false;
};

struct InitOptions {
  std::filesystem::path folder = ".";
  std::string rubric;                         ///< empty: the choices are shown
  int year = 0;                               ///< 评价年度; 0: the year in the rubric's id
  std::optional<std::filesystem::path> from;  ///< unit folder or workbook of an earlier year or rubric
};

/// Exit codes of the contract.
enum ExitCode { kDone = 0, kFindings = 1, kUsage = 2, kUnusable = 3, kNotWritten = 4 };

}  // namespace lvce
