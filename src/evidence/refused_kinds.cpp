#include "evidence/refused_kinds.h"

#include <algorithm>
#include <array>
#include <utility>

namespace lvce {
namespace {

constexpr std::size_t kEndingAtMost = 16;  // crdownload, downloading

struct RefusedKind {
  std::string_view code;
  std::string_view reason;
  std::string_view hint;
  std::string_view endings;  ///< each between blanks
};

constexpr RefusedKind kShortcut = {"evidence-shortcut", "快捷方式，不是文件本身", "请打开它，把里面的文件本身放进来；网页请打印成PDF",
                                   " url lnk webloc desktop website "};
constexpr RefusedKind kMail = {"evidence-mail", "邮件，不能直接装订", "请打开邮件，把附件另存为文件放入；正文要用的，打印成PDF", " eml msg emlx "};
constexpr RefusedKind kUnfinished = {"evidence-unfinished", "没有下载完的文件", "请重新下载，下载完再放入",
                                     " crdownload part partial download downloading opdownload td xltd aria2 !ut bc! "};
constexpr RefusedKind kTemporary = {"evidence-backup", "临时文件，不是正式文件", "请删去，放入正式文件", " tmp temp asd wbk swp dmp cache "};
constexpr RefusedKind kBackup = {"evidence-backup", "备份文件，不是正式文件", "请放入正式文件；就是要用这一份的，请去掉备份的扩展名，改回原来的（如 .doc）",
                                 " bak old orig backup sav "};
constexpr RefusedKind kSettings = {"evidence-not-material", "程序的设置或运行记录，不是材料", "请删去，放入正式文件",
                                   " ini inf cfg conf log reg sys dll exe msi bat cmd com vbs js css py jar apk iso lock torrent "};
constexpr RefusedKind kWebPage = {"evidence-web-page", "网页文件", "请用浏览器打开，打印成PDF后放入", " html htm xhtml shtml mht mhtml php asp aspx jsp "};
constexpr RefusedKind kData = {"evidence-not-material", "程序之间交换的数据，不能装订", "请用原来的软件打开，打印或导出成PDF后放入",
                               " json xml yaml yml sql geojson "};
constexpr RefusedKind kDrawing = {"evidence-not-material", "图纸或打印文件，不能直接装订", "请用原来的软件打开，打印成PDF后放入", " dxf dwg ps eps prn plt "};

constexpr RefusedKind kBrokenArchive = {"evidence-archive-broken", "压缩包损坏或不完整，读不出里面的文件", "请重新下载或复制后放入", " zip rar 7z tar gz tgz "};

/// Whatever these hold.
constexpr std::array kAlways = {kShortcut, kMail, kUnfinished, kTemporary, kBackup, kSettings};
/// These may be a picture or a PDF by another name; as text they are refused.
constexpr std::array kText = {kWebPage, kData, kDrawing, kBrokenArchive};

bool names(const RefusedKind& kind, std::string_view ending) {
  return !ending.empty() && kind.endings.find(" " + std::string(ending) + " ") != std::string_view::npos;
}

Notice notice_of_kind(const RefusedKind& kind) { return {std::string(kind.code), Severity::error, std::string(kind.reason), std::string(kind.hint)}; }

template <typename Kinds>
std::optional<Notice> named_in(const Kinds& kinds, std::string_view ending) {
  const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const RefusedKind& kind) { return names(kind, ending); });
  return found == kinds.end() ? std::nullopt : std::optional(notice_of_kind(*found));
}

std::string folded_head(std::string_view head) {
  std::string out;
  for (char c : head) {
    if (c == '\0' || (out.empty() && (c == ' ' || c == '\t' || c == '\r' || c == '\n'))) continue;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out.starts_with("\xEF\xBB\xBF") ? out.substr(3) : out;
}

/// Two lines, "0" and "SECTION", begin a drawing.
bool is_dxf(const std::string& head) { return head.starts_with("0") && head.find("section") < 16; }

bool is_mail(const std::string& head) {
  constexpr std::array<std::string_view, 7> kFields = {"received:", "return-path:", "delivered-to:", "message-id:", "from:", "subject:", "x-mailer:"};
  return std::any_of(kFields.begin(), kFields.end(), [&](std::string_view field) { return head.starts_with(field); });
}

/// What text is, by how it begins; empty: just text.
std::string_view content_by_head(const std::string& head) {
  if (head.starts_with("[internetshortcut]") || head.starts_with("[desktop entry]")) return "快捷方式";
  if (head.starts_with("%!ps")) return "PostScript打印文件";
  if (is_dxf(head)) return "DXF图纸";
  if (head.starts_with("{") || head.starts_with("[")) return "网站传回的数据（常见于登录过期时下载的文件）";
  if (head.starts_with("<")) return "网页（常见于登录过期时下载的文件）";
  return is_mail(head) ? "邮件" : "";
}

}  // namespace

std::string ending_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || name.size() - dot - 1 > kEndingAtMost) return "";
  std::string out;
  bool letters = false;
  for (char c : name.substr(dot + 1)) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '!' || c == '_';
    if (!plain) return "";
    letters = letters || c > '9';
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return letters ? out : "";
}

std::optional<Notice> refused_by_ending(std::string_view ending) { return named_in(kAlways, ending); }

std::optional<Notice> refused_as_text(std::string_view ending, std::string_view head) {
  const bool text = ending == "txt" || ending == "md" || ending == "csv";
  if (text) return std::nullopt;
  const std::string_view content = content_by_head(folded_head(head));
  if (auto named = named_in(kText, ending)) return named;
  const std::string what = content.empty() ? "文字" : std::string(content);
  if (ending.empty()) return Notice{"evidence-format-unknown", Severity::error, "文件名没有扩展名，内容是" + what, "请改名，补上扩展名（文字材料用 .txt）"};
  return Notice{"evidence-name-content", Severity::error, "扩展名是“." + std::string(ending) + "”，内容却是" + what,
                content.empty() ? "请放入正确的文件；确是文字材料的，另存为 .txt 或打印成PDF" : "请重新取得正确的文件后放入"};
}

}  // namespace lvce
