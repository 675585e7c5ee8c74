#include "workbook/xlsx/xlsx.h"

#include "support/text.h"
#include "workbook/package/package.h"
#include "workbook/xlsx/parts.h"
#include "workbook/xlsx/worksheet.h"

namespace lvce::xlsx {
namespace {

const std::string kSaveAgain = "请用 WPS 或 Excel 打开，另存为 .xlsx 工作簿后再试";

Failure not_a_workbook(ContainerKind kind) {
  switch (kind) {
    case ContainerKind::empty: return {"workbook-empty", "文件是空的（0 字节）", "请换成填好的工作簿"};
    case ContainerKind::ole_encrypted: return {"workbook-locked", "工作簿设有打开密码", "请取消密码后另存为 .xlsx"};
    // workbook/files/ reads these; here they are no .xlsx.
    case ContainerKind::ole_legacy:
      return {"workbook-old-format", "这是旧格式（.xls/.et）的内容，不是 .xlsx", "请用 WPS 或 Excel 打开，另存为 .xlsx 工作簿（只改扩展名不行）"};
    default: return {"workbook-not-xlsx", "文件内容不是 .xlsx 工作簿", kSaveAgain};
  }
}

Failure failure_of(PartResult result) {
  if (result == PartResult::too_large) return {"workbook-too-large", "工作簿展开后的内容超过上限", "请删去与填报无关的工作表、图片和格式后再试"};
  if (result == PartResult::encrypted) return {"workbook-locked", "工作簿设有密码", "请取消密码后另存为 .xlsx"};
  return {"workbook-damaged", "工作簿已损坏，内容读不完整", kSaveAgain};
}

/// Reads one book part after part; the first failure ends it.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : package_(bytes) {}

  ReadBook read(const std::function<bool(const std::string&)>& wanted) {
    if (package_.too_large()) return fail(failure_of(PartResult::too_large));
    if (!package_.readable()) return fail(failure_of(PartResult::damaged));
    if (!find_workbook_part() || !read_workbook_part() || !read_styles() || !read_shared_strings()) return fail(failure_);
    WorksheetContext context{book_, styles_.looks, blank_texts(), workbook_.system_1904, WorksheetContext::kMaxText, false, {}};
    for (const WorkbookHandler::Entry& entry : workbook_.sheets) {
      if (!read_sheet(entry, wanted(entry.name), context)) return fail(failure_);
    }
    const bool waiting = workbook_.calculate_on_load && !relations_.by_type.contains("calcChain");
    if (waiting && !context.computed) forget_zero_formulas(context);
    return {std::move(book_), {}};
  }

 private:
  static ReadBook fail(Failure failure) { return {std::nullopt, std::move(failure)}; }
  bool refuse(PartResult result) {
    failure_ = failure_of(result);
    return false;
  }

  bool find_workbook_part() {
    RelationshipsHandler root;
    if (package_.parse("_rels/.rels", root) == PartResult::ok && root.by_type.contains("officeDocument")) {
      workbook_part_ = resolve_target("", root.by_type["officeDocument"]);
    }
    if (package_.has(workbook_part_) && !workbook_part_.ends_with(".bin")) return true;
    failure_ = not_a_workbook(ContainerKind::other);
    return false;
  }

  bool read_workbook_part() {
    PartResult result = package_.parse(workbook_part_, workbook_);
    if (result == PartResult::ok && workbook_.too_many) result = PartResult::too_large;
    if (result != PartResult::ok) return refuse(result);
    const std::size_t slash = workbook_part_.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : workbook_part_.substr(0, slash + 1);
    const std::string name = workbook_part_.substr(slash + 1);
    result = package_.parse(folder + "_rels/" + name + ".rels", relations_);
    return result == PartResult::ok || refuse(result);
  }

  bool read_styles() {
    const auto found = relations_.by_type.find("styles");
    if (found == relations_.by_type.end()) return true;
    const PartResult result = package_.parse(resolve_target(workbook_part_, found->second), styles_);
    return result == PartResult::ok || result == PartResult::absent || refuse(result);
  }

  bool read_shared_strings() {
    const auto found = relations_.by_type.find("sharedStrings");
    if (found == relations_.by_type.end()) return true;
    SharedStringsHandler handler(book_.texts);
    PartResult result = package_.parse(resolve_target(workbook_part_, found->second), handler);
    if (result == PartResult::ok && handler.too_many) result = PartResult::too_large;
    return result == PartResult::ok || result == PartResult::absent || refuse(result);
  }

  std::vector<bool> blank_texts() const {
    std::vector<bool> blank;
    for (const std::string& text : book_.texts) blank.push_back(trim(text).empty());
    return blank;
  }

  bool read_sheet(const WorkbookHandler::Entry& entry, bool wanted, WorksheetContext& context) {
    Sheet& sheet = book_.sheets.emplace_back();
    sheet.name = entry.name;
    sheet.hidden = entry.hidden;
    if (!wanted) return true;
    const auto target = relations_.by_id.find(entry.relation);
    if (target == relations_.by_id.end()) return refuse(PartResult::damaged);
    WorksheetHandler handler(context, sheet);
    const PartResult result = package_.parse(resolve_target(workbook_part_, target->second), handler);
    if (result != PartResult::ok) return refuse(result);
    handler.finish();
    sheet.loaded = true;
    return true;
  }

  Package package_;
  std::string workbook_part_ = "xl/workbook.xml";
  WorkbookHandler workbook_;
  RelationshipsHandler relations_;
  StylesHandler styles_;
  Book book_;
  Failure failure_;
};

}  // namespace

ReadBook read_xlsx(std::string_view bytes, const std::function<bool(const std::string&)>& wanted) {
  const ContainerKind kind = container_kind(bytes);
  if (kind != ContainerKind::zip) return {std::nullopt, not_a_workbook(kind)};
  return Reader(bytes).read(wanted);
}

}  // namespace lvce::xlsx
