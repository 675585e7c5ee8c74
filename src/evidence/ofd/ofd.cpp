#include "evidence/ofd/ofd.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>

#include "evidence/folder/names.h"
#include "evidence/ofd/to_pdf.h"
#include "evidence/pdf/pdf.h"
#include "evidence/picture/picture.h"
#include "support/files.h"
#include "support/nameless_file.h"

namespace lvce {
namespace {

constexpr std::uintmax_t kMaxOfd = 256U << 20;
constexpr std::size_t kNamedSeals = 5;
constexpr const char* kTakeOfdAgain = "请重新下载或复制；OFD阅读器能打开的，可打印或另存为PDF后放入";
constexpr const char* kCompareOfd = "请用OFD阅读器对照核对，必要时打印或另存为PDF后放入";

std::string pages_in(const std::set<std::size_t>& pages) { return name_pages({pages.begin(), pages.end()}); }

void tell_trouble(const ofd::Trouble& trouble, Probed& probed) {
  if (trouble.lost_documents > 0)
    probed.warn("evidence-ofd-document-missing", "OFD中有" + std::to_string(trouble.lost_documents) + "份文档缺失，未装订", kCompareOfd);
  if (!trouble.lost_pages.empty()) probed.warn("evidence-ofd-page-missing", pages_in(trouble.lost_pages) + "在OFD中缺失或损坏，以说明页代替", kCompareOfd);
  std::set<std::size_t> broken = trouble.broken_pages;
  for (const std::size_t page : trouble.lost_pages) broken.erase(page);
  if (!broken.empty()) probed.warn("evidence-ofd-page-broken", pages_in(broken) + "的内容不完整或过于复杂，只显示能读出的部分", kCompareOfd);
  if (!trouble.picture_pages.empty()) probed.warn("evidence-ofd-picture-missing", pages_in(trouble.picture_pages) + "有图片缺失或无法读取", kCompareOfd);
  if (trouble.lost_annotations || !trouble.annotation_pages.empty())
    probed.note("evidence-ofd-annotation-missing",
                (trouble.lost_annotations ? "OFD" : pages_in(trouble.annotation_pages)) + "注明有批注（也可能是印章、水印），但文件里没有，未能显示");
  if (!trouble.font_pages.empty()) probed.warn("evidence-ofd-font", pages_in(trouble.font_pages) + "内嵌的字体损坏或不能使用，已用相近的字体代替", kCompareOfd);
  if (!trouble.character_pages.empty()) probed.warn("evidence-ofd-characters", pages_in(trouble.character_pages) + "有字库中没有的字，显示为〓", kCompareOfd);
}

std::string seal_words(const ofd::Signature& signature) {
  std::string out = signature.name.empty() ? "（未写名称）" : signature.name;
  if (!signature.time.empty()) out += "，签章时间" + signature.time;
  switch (signature.integrity) {
    case ofd::Integrity::whole: return out + "，文件自签章后未改动";
    case ofd::Integrity::altered: return out + "，文件自签章后已改动";
    case ofd::Integrity::mismatched: return out + "，签章数据与签名文件不符，签章后可能已改动";
    case ofd::Integrity::unknown: break;
  }
  return out + "，签章后是否改动未能核对";
}

/// Each seal once, however many pages it stands on.
void tell_seals(const ofd::DrawnOfd& drawn, Probed& probed) {
  std::vector<std::string> said;
  for (const ofd::Signature& signature : drawn.signatures) {
    std::string words = seal_words(signature);
    if (std::find(said.begin(), said.end(), words) == said.end()) said.push_back(std::move(words));
  }
  std::string all;
  for (std::size_t i = 0; i < std::min(said.size(), kNamedSeals); ++i) all += (i > 0 ? "；" : "") + said[i];
  if (said.size() > kNamedSeals) all += "；等共" + std::to_string(said.size()) + "枚";
  if (!said.empty()) probed.note("evidence-ofd-seal", "电子印章：" + all + "；未验证证书");
  if (drawn.lost_signatures > 0)
    probed.warn("evidence-ofd-seal-missing", "有" + std::to_string(drawn.lost_signatures) + "处电子签章的数据缺失或损坏，未能显示", kCompareOfd);
}

EvidenceDate ofd_date(const std::string& created) {
  int year = 0, month = 0, day = 0;
  if (std::sscanf(created.c_str(), "%4d-%2d-%2d", &year, &month, &day) != 3) return {};
  const auto date = date_text(year, month, day);
  return date ? EvidenceDate{*date, DateOrigin::document} : EvidenceDate{};
}

void bind_drawn(const ProbeJob& job, const ofd::DrawnOfd& drawn, Probed& probed) {
  const NamelessFile file;  // libqpdf opens files
  if (file.path().empty() || !write_file(file.path(), drawn.pdf)) return probed.error("evidence-not-prepared", "无法写入临时文件", "请检查磁盘空间");
  ProbeJob again = job;
  again.file = file.path();
  again.converted = true;  // its dates are the clock's
  again.called = "OFD";
  probe_pdf(again, probed);
  probed.date = ofd_date(drawn.created);
  if (!drawn.signatures.empty()) probed.seal = SealState::present;
}

}  // namespace

std::string first_page_of_ofd(std::string_view bytes) { return ofd::draw_ofd(bytes, kMaxPdfPages, 1).pdf; }

void probe_ofd(const ProbeJob& job, Probed& probed) {
  probed.format = EvidenceFormat::pdf;
  const std::optional<std::string> bytes = read_file(job.file, kMaxOfd);
  if (!bytes) return probed.error("evidence-too-large", "OFD文件超过256 MB", "请只保留与指标有关的页，或打印成PDF");
  start_pictures();
  const ofd::DrawnOfd drawn = ofd::draw_ofd(*bytes, kMaxPdfPages);
  switch (drawn.end) {
    case ofd::DrawnEnd::drawn: break;
    case ofd::DrawnEnd::damaged: return probed.error("evidence-ofd-damaged", "OFD文件损坏或不完整，无法读取", kTakeOfdAgain);
    case ofd::DrawnEnd::locked: return probed.error("evidence-ofd-locked", "OFD文件已加密", "请解密，或在OFD阅读器中打印成PDF后放入");
    case ofd::DrawnEnd::too_many_pages:
      return probed.error("evidence-ofd-too-many-pages", "OFD超过" + std::to_string(kMaxPdfPages) + "页", "请只保留与指标有关的页");
  }
  tell_trouble(drawn.trouble, probed);
  tell_seals(drawn, probed);
  bind_drawn(job, drawn, probed);
}

}  // namespace lvce
