#include "evidence/pdf/pdf.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFSystemError.hh>
#include <qpdf/QPDFWriter.hh>
#include <stdexcept>

#include "evidence/budget.h"
#include "evidence/job/content.h"
#include "evidence/pdf/ink.h"
#include "evidence/pdf/open.h"

namespace lvce {
namespace {

constexpr std::size_t kNamedPages = 10;
constexpr std::size_t kMostObjects = 20'000;
constexpr const char* kAskForCopy = "请重新导出或扫描成PDF后放入";

/// Damage that the library mended; type complaints of single objects do not count.
bool was_repaired(QPDF& pdf) {
  for (const QPDFExc& warning : pdf.getWarnings()) {
    if (warning.getErrorCode() != qpdf_e_object) return true;
  }
  return false;
}

/// Leaves the pages and nothing that acts.
void strip(QPDF& pdf, PdfPages& pages) {
  QPDFObjectHandle root = pdf.getRoot();
  for (const std::string& key : root.getKeys()) {
    if (key != "/Type" && key != "/Pages" && key != "/Version" && key != "/OCProperties") root.removeKey(key);
  }
  for (QPDFPageObjectHelper& page : pages) {
    for (const char* key : {"/AA", "/Annots", "/Metadata", "/PieceInfo", "/Thumb", "/B"}) page.getObjectHandle().removeKey(key);
  }
  QPDFObjectHandle trailer = pdf.getTrailer();
  for (const std::string& key : trailer.getKeys()) {
    if (key != "/Root" && key != "/Size" && key != "/Encrypt") trailer.removeKey(key);  // LibreOffice puts a /DocChecksum there
  }
}

void write_copy(QPDF& pdf, const ProbeJob& job, Probed& probed) {
  std::filesystem::path prepared = job.prepared_stem;
  prepared += ".pdf";
  QPDFWriter writer(pdf, prepared.c_str());
  writer.setStreamDataMode(qpdf_s_preserve);
  writer.setPreserveEncryption(false);
  writer.setDeterministicID(true);
  writer.write();
  probed.prepared = prepared;
}

/// False when the file is rejected.
bool judge_pages(PdfPages& pages, Probed& probed) {
  if (pages.empty()) {
    probed.error("evidence-pdf-no-pages", "PDF没有任何页面", kAskForCopy);
  } else if (pages.size() > kMaxPdfPages) {
    probed.error("evidence-pdf-too-many-pages", "PDF共" + std::to_string(pages.size()) + "页，超过" + std::to_string(kMaxPdfPages) + "页",
                 "请只保留与指标有关的页");
  } else {
    for (QPDFPageObjectHelper& page : pages) probed.pages.push_back(page_size(page));
    return true;
  }
  return false;
}

bool judge_text(const PdfText& text, Probed& probed) {
  if (text.too_large) {
    probed.error("evidence-too-large", "PDF页面内容过大，无法处理", "请打印成PDF或扫描后重新放入");
    return false;
  }
  probed.searchable = text.has_text;
  probed.fonts_embedded = text.fonts_embedded;
  if (!text.fonts_embedded) probed.warn("evidence-pdf-fonts", "字体未嵌入，其他电脑上显示可能不同", "建议重新导出并嵌入字体，或打印成PDF");
  return true;
}

/// Also what was drawn from annotations is ink. Pages that are known to be broken are told of as such.
void tell_blank(PdfPages& pages, const PdfText& text, const std::string& called, Probed& probed) {
  if (!text.has_text && is_scanned(pages)) probed.warn("evidence-pdf-scan", "没有可检索的文字（扫描件）", "如有电子文本，建议改放由文档导出的PDF");
  std::vector<std::size_t> blank = blank_pages(pages);
  std::set_difference(text.without.begin(), text.without.end(), blank.begin(), blank.end(), std::back_inserter(probed.unread));
  std::erase_if(blank, [&](std::size_t page) { return std::find(text.broken.begin(), text.broken.end(), page) != text.broken.end(); });
  if (blank.empty()) return;
  const bool all = blank.size() == pages.size();
  probed.warn("evidence-pdf-blank", all ? called + "全部是空白页，没有任何内容" : name_pages(blank) + "是空白页",
              all ? "请放入有内容的文件" : "请对照原件核对，不需要的空白页可删去");
}

/// Pages that were cut have other numbers now.
void number_unread(const PdfText& text, Probed& probed) {
  probed.unread.clear();
  if (text.has_text) return;
  for (std::size_t page = 1; page <= probed.pages.size(); ++page) probed.unread.push_back(page);
}

bool judge_weight(PdfPages& pages, Probed& probed) {
  probed.weight = weight_of(pages);
  if (probed.weight > kFileWeight) probed.error("evidence-too-large", "PDF的页面或其中的对象过多，无法装订", "请拆分成几份，或扫描成PDF后放入");
  return !probed.rejected();
}

/// Where the end is missing, the file was most likely never copied to its end.
bool is_cut_short(const ProbeJob& job) {
  const std::optional<FileEnds> ends = read_ends(job.file);
  return ends && ends->tail.find("%%EOF") == std::string::npos;
}

void reject_damaged(const ProbeJob& job, Probed& probed) {
  if (is_cut_short(job)) probed.error("evidence-pdf-damaged", "PDF不完整，后部缺失（可能没有下载或复制完），无法读取", "请重新下载、复制或导出后放入");
  else probed.error("evidence-pdf-damaged", "PDF损坏，无法读取", kAskForCopy);
}

void tell_broken(const std::vector<std::size_t>& pages, const std::vector<std::size_t>& pictures, Probed& probed) {
  if (!pages.empty())
    probed.warn("evidence-pdf-page-broken", name_pages(pages) + "的内容缺失或损坏，装订后可能空白或不全", "请对照原件核对，必要时重新导出或扫描");
  if (!pictures.empty())
    probed.warn("evidence-pdf-picture-broken", name_pages(pictures) + "的图片数据缺失或损坏，装订后可能显示不全", "请对照原件核对，必要时重新导出或扫描");
}

/// What was lost besides cannot be known: the count of what was found helps the clerk to see it.
void tell_repair(const OpenedPdf& opened, const ProbeJob& job, Probed& probed) {
  if (!opened.gathered) return probed.warn("evidence-pdf-repaired", "PDF有损坏，已修复", "请核对页数和内容，必要时重新导出");
  const std::string found = "只找回" + std::to_string(probed.pages.size()) + "页";
  probed.warn("evidence-pdf-repaired", is_cut_short(job) ? "PDF不完整，后部缺失（可能没有下载或复制完），" + found : "PDF损坏，页面目录已失效，" + found,
              "请核对页数、顺序和内容，最好重新下载、复制或导出后放入");
}

void probe_open_pdf(OpenedPdf& opened, const ProbeJob& job, Probed& probed) {
  PdfPages pages = pages_of(opened);
  QPDF& pdf = *opened.pdf;
  if (pages.empty() && opened.repaired) return reject_damaged(job, probed);  // it had some
  if (!judge_pages(pages, probed)) return;
  pdf.getAllObjects();  // reads every object once: damage shows in the warnings whether or not a copy is written
  const PdfText text = look_for_text(pages);
  if (opened.gathered && text.broken.size() == pages.size()) return reject_damaged(job, probed);  // pages, but nothing on them
  if (!judge_text(text, probed)) return;
  if (!job.converted) probed.date = pdf_date(pdf);
  if (pdf.isEncrypted()) probed.warn("evidence-pdf-restricted", "PDF设有权限密码（限制打印或复制），已按可见内容装订", "建议换用未加限制的文件");
  judge_active_content(pdf, pages, probed);
  if (probed.rejected()) return;
  if (opened.unlocked) probed.warn("evidence-pdf-attachments", "PDF内含加密的附件，附件不会装订", "请把附件另存为PDF单独放入");
  const bool repaired = opened.repaired || (!job.converted && was_repaired(pdf));  // Cairo names a resource twice where it is used twice
  if (repaired) tell_repair(opened, job, probed);
  tell_broken(text.broken, pages_with_broken_pictures(pages, repaired), probed);
  const bool drawn = flatten_visible(pdf, pages, probed);
  tell_blank(pages, text, job.called, probed);
  if (probed.rejected()) return;
  const bool cut = cut_long_pages(pdf, pages, text.has_text, probed);
  if (cut) number_unread(text, probed);
  if (probed.rejected() || !judge_weight(pages, probed) || job.prepared_stem.empty()) return;
  const bool sparse = pdf.getXRefTable().size() > kMostObjects;  // the main process must not have to look through them
  if (!(drawn || cut || repaired || sparse || opened.unlocked || job.converted)) return;
  strip(pdf, pages);
  try {
    write_copy(pdf, job, probed);
  } catch (const QPDFSystemError&) {
    probed.error("evidence-not-prepared", "无法写入临时文件", "请检查磁盘空间");
  }
}

void reject(const QPDFExc& problem, const ProbeJob& job, Probed& probed) {
  if (problem.getErrorCode() == qpdf_e_password) {
    probed.error("evidence-pdf-locked", "PDF有打开密码", "请解除后重新放入");
  } else if (problem.getErrorCode() == qpdf_e_unsupported) {
    probed.error("evidence-pdf-unsupported", "PDF的加密或压缩方式不支持", "请打印成PDF后重新放入");
  } else {
    reject_damaged(job, probed);
  }
}

}  // namespace

std::string name_pages(const std::vector<std::size_t>& pages) {
  std::string names;
  for (std::size_t i = 0; i < std::min(pages.size(), kNamedPages); ++i) names += (i > 0 ? "、" : "") + std::to_string(pages[i]);
  return "第" + names + "页" + (pages.size() > kNamedPages ? "等共" + std::to_string(pages.size()) + "页" : "");
}

void probe_pdf(const ProbeJob& job, Probed& probed) {
  probed.format = EvidenceFormat::pdf;
  try {
    OpenedPdf opened = open_pdf(job.file);
    probe_open_pdf(opened, job, probed);
  } catch (const QPDFExc& problem) {
    reject(problem, job, probed);
  } catch (const EncryptionLost&) {
    probed.error("evidence-pdf-damaged", "PDF损坏，其中的加密信息已失效，内容无法解密", kAskForCopy);
  } catch (const std::bad_alloc&) {
    throw;  // the worker ends: what else it would say now cannot be trusted
  } catch (const std::exception&) {
    reject_damaged(job, probed);
  }
  if (probed.rejected()) probed.pages.clear();
}

}  // namespace lvce
