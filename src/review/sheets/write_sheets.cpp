#include "review/sheets/write_sheets.h"

#include <algorithm>
#include <exception>
#include <system_error>

#include "bind/separate.h"
#include "review/register/standards.h"
#include "review/sheets/onsite_form.h"
#include "review/sheets/sheet_file.h"
#include "support/files.h"
#include "support/text.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

class SheetsRun {
 public:
  SheetsRun(const fs::path& desk, const SheetsAsked& asked) : desk_(desk), asked_(asked), rubrics_(data_folder(), own_standards(desk)) {}

  SheetsWritten run(const Register& received) {
    for (const ReceivedPackage* package : packages_to_review(received)) {
      write_unit(*package);
      if (out_.failed) break;
    }
    return std::move(out_);
  }

 private:
  void write_unit(const ReceivedPackage& package) {
    const Rubric* rubric = rubrics_.find(package.rubric, out_.findings);
    if (rubric == nullptr) return;
    const auto levels = asked_levels(*rubric, package);
    if (levels.empty()) return;
    const auto facts = read_package_facts(desk_, package, out_.findings);
    if (!facts) return;
    for (const std::string& level : levels) write_one(review_sheet(*rubric, package, *facts, level), package);
  }

  std::vector<std::string> asked_levels(const Rubric& rubric, const ReceivedPackage& package) {
    auto levels = levels_of(rubric, package.about);
    if (!levels) {
      out_.findings.push_back(Finding::error("review-no-weights", in_file(kRegisterName),
                                             "“" + package.about.name + "”的单位层级" +
                                                 (package.about.level.empty() ? "没有填" : "是“" + package.about.level + "”") +
                                                 "，评价标准没有规定它由哪几级评、各占多少",
                                             "请在名单里填对单位层级，重新运行 lvce review receive"));
      return {};
    }
    const auto left_out = [&](const std::string& level) { return std::find(asked_.levels.begin(), asked_.levels.end(), level) == asked_.levels.end(); };
    if (!asked_.levels.empty()) levels->erase(std::remove_if(levels->begin(), levels->end(), left_out), levels->end());
    return std::move(*levels);
  }

  void write_one(const ReviewSheet& sheet, const ReceivedPackage& package) {
    const fs::path below = sheet.identity.level;
    const std::string stem = sheet_stem(package);
    std::error_code error;
    const fs::path file = desk_ / kSheetsFolder / below / (stem + ".xlsx");
    fs::create_directories(file.parent_path(), error);
    if (fs::exists(file, error)) ++out_.kept;
    else if (write_review_sheet(file, sheet)) ++out_.written;
    else return fail(file, "写不进去");
    const fs::path folder = desk_ / kOnsiteFolder / below;
    if (!asked_.onsite || fs::exists(folder / (stem + ".pdf"), error)) return;
    fs::create_directories(folder, error);
    write_form(sheet, stem, folder);
  }

  void write_form(const ReviewSheet& sheet, const std::string& stem, const fs::path& folder) {
    try {
      if (!faces_) faces_ = Faces::load(data_folder() / "fonts");
      const fs::path stage = folder / ".写入";  // a run that is killed leaves no half form
      fs::create_directories(stage);
      SeparatePdfs pdfs = write_separate({compose_onsite_form(sheet, stem)}, "", "", *faces_, stage);
      append(out_.findings, std::move(pdfs.findings));
      fs::rename(stage / (stem + ".pdf"), folder / (stem + ".pdf"));
      fs::remove_all(stage);
      ++out_.forms;
    } catch (const std::exception& trouble) {
      fail(folder / (stem + ".pdf"), trouble.what());
    }
  }

  void fail(const fs::path& file, const std::string& why) {
    out_.failed = true;
    out_.findings.push_back(
        Finding::error("review-not-written", on_disk(file.string()), why, "请检查磁盘空间和文件夹权限；已经写好的核查表不受影响，重新运行会接着写"));
  }

  const fs::path& desk_;
  const SheetsAsked& asked_;
  BureauStandards rubrics_;
  std::optional<Faces> faces_;
  SheetsWritten out_;
};

}  // namespace

std::string sheet_stem(const ReceivedPackage& package) { return fs::path(package.folder).filename().string(); }

SheetsWritten write_sheets(const fs::path& desk, const Register& received, const SheetsAsked& asked) { return SheetsRun(desk, asked).run(received); }

}  // namespace lvce
