// lvce review draw: units drawn by a rule that anyone can repeat.
#include <algorithm>
#include <cerrno>
#include <iostream>
#include <set>

#include "cli/options.h"
#include "cli/pipeline.h"
#include "cli/print.h"
#include "cli/review_commands.h"
#include "review/draw/draw_record.h"
#include "review/draw/minimum.h"
#include "review/draw/roster_source.h"
#include "review/draw/share.h"
#include "review/paper/write_paper.h"
#include "review/register/standards.h"
#include "support/files.h"
#include "support/system_words.h"
#include "support/text.h"
#include "support/write_in_place.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPublishedRoster = "抽查名册.txt";
constexpr std::uintmax_t kRosterAtMost = 64U << 20;

/// What cannot be meant; empty: nothing.
std::string wrong_draw(const ReviewDrawOptions& options) {
  if (options.folder.empty() == options.roster.empty()) return "请写评审文件夹，或用 --roster 给一份名单，两者选一";
  if (options.publish && !options.seed.empty()) return "公布名册时还不能有种子：先 --publish，种子以后再定";
  if (options.publish) return "";
  if (options.seed.empty()) return "缺少 --seed 种子";
  if (options.share.empty() && options.count == 0) return "请写 --share 比例 或 --count 家数";
  if (!is_valid_utf8(options.seed)) return "种子不是 UTF-8 文字";
  if (std::any_of(options.seed.begin(), options.seed.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }))
    return "种子里有换行或控制字符，别人无法照着抄写";
  return "";
}

std::optional<std::vector<DrawCandidate>> roster_of(const ReviewDrawOptions& options, const std::string& by, Findings& findings) {
  if (!options.roster.empty()) return read_draw_roster(options.roster, by, findings);
  const auto desk = read_register(options.folder, findings);
  return desk ? draw_roster_of(*desk, by, findings) : std::nullopt;
}

fs::path record_folder(const ReviewDrawOptions& options) {
  if (!options.out.empty()) return options.out;
  if (!options.folder.empty()) return options.folder / "抽查";
  return options.roster.has_parent_path() ? options.roster.parent_path() : fs::path(".");
}

bool make_folder(const fs::path& folder, Findings& findings) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (fs::is_directory(folder, error)) return true;
  findings.push_back(Finding::error("review-not-written", on_disk(folder.string()), "这个文件夹建不了", "请检查路径和权限"));
  return false;
}

/// Whether the roster is the one that was published, if one was.
bool is_as_published(const fs::path& file, const PublishedRoster& roster, Findings& findings) {
  std::error_code error;
  if (!fs::exists(file, error) || read_file(file, kRosterAtMost) == roster_lines(roster.units)) return true;
  findings.push_back(Finding::error("draw-roster-changed", on_disk(file.string()), "现在的名册和已经公布的这一份不一样",
                                    "请恢复原名册；确需重新公布的，先把这份旧名册移走，再运行 lvce review draw --publish"));
  return false;
}

int publish(const PublishedRoster& roster, const fs::path& folder, bool json) {
  Findings findings;
  const fs::path file = folder / kPublishedRoster;
  if (!is_as_published(file, roster, findings)) return refuse(findings, kUsage);
  if (!make_folder(folder, findings)) return refuse(findings, kNotWritten);
  if (!write_in_place(file, roster_lines(roster.units))) {
    return refuse({Finding::error("review-not-written", on_disk(file.string()), "写不进去" + because(errno), "请检查磁盘空间和文件夹权限")}, kNotWritten);
  }
  if (json) {
    std::cout << draw_to_json({"", roster, {}});
    return kDone;
  }
  std::cout << "名册 SHA-256：" << roster.sha256 << "\n规则：" << rule_words(roster.order) << "\n名册（" << roster.units.size() << " 家）：\n";
  for (const Stratum& stratum : roster.strata) {
    if (!stratum.name.empty()) std::cout << "【" << stratum.name << "】" << stratum.units.size() << " 家，本层 SHA-256：" << stratum.sha256 << "\n";
    for (std::size_t i = 0; i < stratum.units.size(); ++i) std::cout << i + 1 << "\t" << stratum.units[i] << "\n";
  }
  std::cout << "排好序的名册已写入：" << file.string() << "（sha256sum 可核对）\n";
  return kDone;
}

/// What the standards of the packages received print about a draw's share.
void compare_with_minimum(const ReviewDrawOptions& options, const Draw& draw, Findings& findings) {
  Findings unread;  // said by roster_of
  const auto desk = options.roster.empty() ? read_register(options.folder, unread) : std::nullopt;
  if (!desk) return;
  std::set<std::string> ids;
  for (const ReceivedPackage* package : packages_to_review(*desk)) ids.insert(package->rubric);
  BureauStandards standards(data_folder(), own_standards(options.folder));
  for (const std::string& id : ids)
    if (const Rubric* rubric = standards.find(id)) append(findings, below_minimum(draw, *rubric));
}

void tell_drawn(std::ostream& out, const Draw& draw, const fs::path& record) {
  for (const StratumDraw& part : draw.strata) {
    if (!part.stratum.name.empty()) out << "【" << part.stratum.name << "】";
    out << "共 " << part.stratum.units.size() << " 家，抽中 " << part.stratum.wanted << " 家：\n";
    for (const Pick& pick : part.picks)
      if (!pick.repeat) out << "  第 " << pick.place << " 号　" << part.stratum.units[pick.place - 1] << "（k=" << pick.k << "）\n";
  }
  out << "名册 SHA-256：" << draw.roster.sha256 << "\n抽查记录已写入：" << record.string() << "\n";
}

}  // namespace

int run_review_draw(const ReviewDrawOptions& options) {
  if (const std::string wrong = wrong_draw(options); !wrong.empty()) {
    std::cerr << wrong << "\n查看用法：lvce review draw --help\n";
    return kUsage;
  }
  DrawOrder order;
  order.by = stratum_column(options.by);
  if (options.count > 0) order.count = static_cast<std::size_t>(options.count);
  if (!options.share.empty()) {
    order.share = parse_share(options.share);
    if (!order.share) {
      std::cerr << "比例“" << options.share << "”不对：要大于 0、不超过 100%，写成 30% 或 0.3 的样子\n";
      return kUsage;
    }
  }
  Findings findings;
  auto units = roster_of(options, order.by, findings);
  auto roster = units ? publish_roster(std::move(*units), order, findings) : std::nullopt;
  if (!roster) return refuse(findings, kUsage);
  const fs::path folder = record_folder(options);
  if (options.publish) return publish(*roster, folder, options.json);
  if (!is_as_published(folder / kPublishedRoster, *roster, findings)) return refuse(findings, kUsage);
  const Draw draw = draw_units(std::move(*roster), options.seed);
  compare_with_minimum(options, draw, findings);
  const std::string record = make_folder(folder, findings) ? write_record(compose_draw_record(draw), folder, findings) : "";
  print_findings(std::cerr, findings);
  if (record.empty()) return kNotWritten;
  if (options.json) std::cout << draw_to_json(draw);
  tell_drawn(options.json ? std::cerr : std::cout, draw, folder / record);
  return kDone;
}

}  // namespace lvce
