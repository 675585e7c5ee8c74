#include "review/opinion/write_opinion.h"

#include <exception>
#include <system_error>

#include "bind/separate.h"
#include "pack/pack.h"
#include "render/render.h"
#include "support/files.h"
#include "support/scratch_folder.h"
#include "support/write_in_place.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

class OpinionWriter {
 public:
  OpinionWriter(fs::path folder, const Faces& faces, Findings& findings) : folder_(std::move(folder)), faces_(faces), findings_(findings) {}

  bool write(const std::string& name, std::string_view bytes) {
    const fs::path file = folder_ / name;
    std::error_code error;
    const auto there = sha256_of_file(file);
    if (there == sha256_of(bytes)) return true;
    if (there) fs::rename(file, folder_ / old_name(name), error);
    if (!error && write_in_place(file, bytes)) return true;
    findings_.push_back(Finding::error("review-not-written", on_disk(file.string()), "写不进去", "请关闭正在打开它的程序，检查磁盘空间和文件夹权限"));
    return false;
  }

  bool write_both(const Document& document, const std::string& unit, const std::string& date) {
    const ScratchFolder scratch("opinion");
    SeparatePdfs pdf = write_separate({document}, "", "", faces_, scratch.path());
    append(findings_, std::move(pdf.findings));
    const auto bytes = read_file(scratch.path() / (document.stem + ".pdf"), SIZE_MAX);
    if (!bytes || !write(document.stem + ".pdf", *bytes)) return false;
    return write(document.stem + ".docx", render_docx(document, faces_, {date, unit, "", false}));
  }

 private:
  std::string old_name(const fs::path& name) const {
    std::error_code error;
    for (int number = 1;; ++number) {
      const std::string old = name.stem().string() + "（旧" + std::to_string(number) + "）" + name.extension().string();
      if (!fs::exists(fs::symlink_status(folder_ / old, error))) return old;
    }
  }

  const fs::path folder_;
  const Faces& faces_;
  Findings& findings_;
};

}  // namespace

fs::path opinion_file(const fs::path& desk, const std::string& unit, int round) {
  const std::string later = round > 1 ? "（第" + std::to_string(round) + "轮）" : "";
  return desk / kOpinionFolder / (folder_name_of(unit) + later) / kReviewOpinionName;
}

bool write_opinion(const ReviewOpinion& opinion, const Rubric& rubric, const OpinionFacts& facts, const Faces& faces, const fs::path& desk,
                   Findings& findings) {
  const fs::path folder = opinion_file(desk, opinion.unit, opinion.round).parent_path();
  std::error_code error;
  fs::create_directories(folder, error);
  OpinionWriter writer(folder, faces, findings);
  try {
    if (!writer.write(kReviewOpinionName, review_opinion_to_json(opinion))) return false;
    if (!writer.write_both(compose_opinion_letter(opinion, rubric, facts), "", facts.date)) return false;
    return !asks_to_rectify(opinion, rubric) || writer.write_both(compose_rectify_notice(opinion, rubric, facts), "", facts.date);
  } catch (const std::exception& fault) {
    findings.push_back(
        Finding::error("review-not-written", on_disk(folder.string()), std::string("生成时出错：") + fault.what(), "请检查磁盘空间和文件夹权限"));
    return false;
  }
}

}  // namespace lvce
