#include "evidence/documents/report.h"

#include "evidence/documents/freeze.h"
#include "support/files.h"

namespace lvce {
namespace {

constexpr std::uintmax_t kMaxDocument = 128U << 20;
const std::string kSaveAsPdf = "请用办公软件打开核对，另存为PDF后放入";

std::string number(int count) { return std::to_string(count); }

void refuse(const Frozen& found, Probed& probed) {
  if (found.unsaved > 0)
    probed.error("evidence-office-unsaved", number(found.unsaved) + "个单元格的公式随日期或随机数变化（TODAY、NOW、RAND等），又没有保存结果，无法如实打印",
                 "请用WPS或Excel打开并保存一次，或另存为PDF后放入");
  if (found.refused > 0)
    probed.error("evidence-office-unsaved", "旧格式文档中有" + number(found.refused) + "处自动更新的日期、文件名或随机数，转换时会变成当天的内容，不能装订",
                 "请用办公软件另存为.docx、.xlsx或PDF后放入");
  if (found.binary) probed.error("evidence-office-unsaved", "二进制工作簿（.xlsb）的公式结果不能固定，不能装订", "请另存为.xlsx或PDF后放入");
  if (found.foreign) probed.error("evidence-office-altchunk", "正文放在外来内容块（altChunk，由网页导出）里，转换出来是空白页", kSaveAsPdf);
  if (!found.scattered.empty())
    probed.error("evidence-office-scattered", "单元格" + found.scattered + "有内容，离其他内容太远，中间有成千上万张空白页",
                 "请删除该单元格的内容，或设置打印区域后另存为PDF放入");
}

void tell(const Frozen& found, Probed& probed) {
  if (found.fields > 0) {
    const std::string lost = found.without_text > 0 ? "，其中" + number(found.without_text) + "处没有保存的文字，未打印" : "";
    probed.warn("evidence-office-frozen", number(found.fields) + "处自动更新的内容（日期、文件名、TODAY、RAND等）按保存时的文字装订" + lost,
                "请核对这些内容是否正确");
  }
  if (found.revisions > 0)
    probed.warn("evidence-office-revised", "有" + number(found.revisions) + "处修订未接受或拒绝，按全部接受装订", "请用办公软件接受或拒绝修订后再放入");
  if (found.hidden > 0)
    probed.warn("evidence-office-hidden", "有" + number(found.hidden) + "处隐藏的文字、工作表或幻灯片没有打印", "如属于证明内容，请取消隐藏");
  if (found.pictures > 0) probed.warn("evidence-office-hidden", "网页存档里的" + number(found.pictures) + "张图片没有打印", kSaveAsPdf);
  if (found.comments > 0) probed.note("evidence-office-comments", "有" + number(found.comments) + "条批注没有打印");
}

}  // namespace

void freeze_office(const ProbeJob& job, const std::string& kind, Probed& probed) {
  const std::optional<std::string> bytes = read_file(job.file, kMaxDocument);
  if (!bytes) return probed.error("evidence-office-unknown", "办公文档超过128 MB", "请另存为PDF后放入");
  const Frozen found = freeze_document(kind, *bytes);
  refuse(found, probed);
  if (probed.rejected()) return;
  tell(found, probed);
  if (job.prepared_stem.empty() || found.bytes.empty()) return;
  std::filesystem::path copy = job.prepared_stem;
  copy += ".frozen";
  if (write_file(copy, found.bytes)) probed.prepared = copy;
  else probed.error("evidence-office-not-converted", "转换用的副本无法写入", "请检查磁盘空间");
}

}  // namespace lvce
