// page_as_file: the page's modules and its data in one HTML file. Text of strangers stands in a block of JSON only, where nothing is markup.
#include <algorithm>
#include <set>
#include <sstream>

#include <Poco/Base64Encoder.h>
#include <nlohmann/json.hpp>

#include "desk/desk.h"
#include "desk/view/view.h"
#include "evidence/thumbnail.h"
#include "prepare/propose.h"
#include "support/files.h"
#include "support/text.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;
using FileJson = nlohmann::ordered_json;

constexpr std::uintmax_t kPartAtMost = 1U << 20;
constexpr std::size_t kThumbnailsAtMost = 600;

/// The modules in one: each stands behind what it imports, without the lines that import. Their names are unique over all modules, and each import is a
/// line of its own; the browser tests load the result.
class OneModule {
 public:
  explicit OneModule(fs::path folder) : folder_(std::move(folder)) {}

  bool add(const std::string& name) {
    if (!done_.insert(name).second) return true;
    const auto text = read_file(folder_ / name, kPartAtMost);
    if (!text) return false;
    std::string body;
    for (const std::string& line : split(*text, '\n')) {
      if (!line.starts_with("import ")) {
        body += (line.starts_with("export ") ? line.substr(7) : line) + "\n";
        continue;
      }
      const std::size_t begin = line.find("\"./"), end = line.rfind('"');
      if (begin == std::string::npos || end <= begin || !add(line.substr(begin + 3, end - begin - 3))) return false;
    }
    text_ += body;
    return true;
  }

  const std::string& text() const { return text_; }

 private:
  const fs::path folder_;
  std::set<std::string> done_;
  std::string text_;
};

std::string base64_of(const std::string& bytes) {
  std::ostringstream out;
  Poco::Base64Encoder encoder(out);
  encoder.rdbuf()->setLineLength(0);
  encoder << bytes;
  encoder.close();
  return out.str();
}

std::string policy_digest(const std::string& text) {
  const std::string hex = sha256_of(text);
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  return "'sha256-" + base64_of(bytes) + "'";
}

/// First pages and pictures of the files that are shown, by their place in the list; the first ones where there are very many.
FileJson thumbnails_of(const FileJson& files, const Judgement& judgement, const ProbeOptions& probe) {
  std::vector<fs::path> asked;
  std::vector<std::size_t> places;
  const std::vector<EvidenceFile>& all = judgement.assessment->dossier->evidence.files;
  for (std::size_t i = 0; i < all.size() && asked.size() < kThumbnailsAtMost; ++i) {
    if (files[i].is_null() || all[i].state == EvidenceState::auxiliary) continue;
    asked.push_back(all[i].disk);
    places.push_back(i);
  }
  FileJson out = FileJson::object();
  const auto made = make_thumbnails(asked, probe);
  for (std::size_t i = 0; i < made.size(); ++i) {
    if (made[i]) out[std::to_string(places[i])] = "data:image/jpeg;base64," + base64_of(*made[i]);
  }
  return out;
}

std::string escaped(const std::string& text) { return replace_all(replace_all(replace_all(text, "&", "&amp;"), "<", "&lt;"), ">", "&gt;"); }

/// What is said to this office alone, and how much of it there is.
void keep_findings(FileJson& view, Assessment assessment, const PageFileOptions& options) {
  std::erase_if(assessment.findings, [&](const Finding& finding) { return finding.owner != options.owner; });
  FileJson own = FileJson::parse(view_to_json({assessment, {}, {}, options.folder}));
  for (const char* part : {"findings", "told"}) view[part] = std::move(own[part]);
  view["verdict"]["counts"] = std::move(own["verdict"]["counts"]);
}

/// Only this office's indicators, and the files that they name.
void keep_owner(FileJson& view, const std::string& owner) {
  std::set<std::size_t> wanted;
  for (FileJson& unit : view["units"]) {
    for (FileJson& item : unit["items"]) {
      FileJson kept = FileJson::array();
      for (FileJson& indicator : item["indicators"]) {
        if (indicator.value("owner", "") != owner) continue;
        for (const FileJson& file : indicator["files"]) wanted.insert(file.get<std::size_t>());
        kept.push_back(std::move(indicator));
      }
      item["indicators"] = std::move(kept);
    }
  }
  for (std::size_t i = 0; i < view["files"].size(); ++i) {
    if (!wanted.contains(i)) view["files"][i] = nullptr;
  }
  for (const char* part : {"tray", "declined"}) view[part] = FileJson::array();
  view["ledger"] = nullptr;
}

std::string data_block(const Judgement& judgement, const PageFileOptions& options) {
  const Assessment& assessment = *judgement.assessment;
  FileJson view = FileJson::parse(view_to_json({assessment, {}, judgement.unpacked, options.folder}));
  if (!options.owner.empty()) {
    keep_owner(view, options.owner);
    keep_findings(view, assessment, options);
  }
  FileJson thumbnails = thumbnails_of(view["files"], judgement, options.probe);
  const FileJson given = {{"version", 0},           {"single", true}, {"undo", ""}, {"owner", options.owner}, {"thumbnails", std::move(thumbnails)},
                          {"view", std::move(view)}};
  return replace_all(given.dump(-1, ' ', false, FileJson::error_handler_t::replace), "<", "\\u003c");
}

}  // namespace

std::optional<std::string> page_as_file(const Judgement& judgement, const PageFileOptions& options) {
  const fs::path folder = data_folder() / "templates" / "page";
  const auto style = read_file(folder / "page.css", kPartAtMost);
  OneModule module(folder);
  if (!style || !judgement.assessment || !module.add("main.js")) return std::nullopt;
  const std::string policy = "default-src 'none'; script-src " + policy_digest(module.text()) + "; style-src " + policy_digest(*style) +
                             "; img-src data:; base-uri 'none'; form-action 'none'";
  const std::string name = judgement.assessment->dossier->workbook.unit.text("单位名称");
  return "<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy +
         "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + escaped(name) + " 绿册</title>\n<style>" + *style +
         "</style>\n</head>\n<body>\n<div id=\"page\"></div>\n<noscript>这个文件要在浏览器里打开，并允许运行脚本。</noscript>\n"
         "<script type=\"application/json\" id=\"given\">" +
         data_block(judgement, options) + "</script>\n<script type=\"module\">" + module.text() + "</script>\n</body>\n</html>\n";
}

}  // namespace lvce
