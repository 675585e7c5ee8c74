#include "evidence/reader.h"

#include <unistd.h>
#include <system_error>
#include <vector>

#include "support/files.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr const char* kInstall = "请安装 tesseract-ocr-chi-sim（Debian：apt install tesseract-ocr-chi-sim）后再加 --ocr";

fs::path folder_of_language(const std::string& data_prefix) {
  std::vector<fs::path> folders;
  if (!data_prefix.empty()) folders.insert(folders.end(), {data_prefix, fs::path(data_prefix) / "tessdata"});
  folders.insert(folders.end(), {data_folder() / "tessdata", "/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tessdata"});
  for (const fs::path& folder : folders) {
    std::error_code error;
    if (fs::is_regular_file(folder / (std::string(kLanguage) + ".traineddata"), error)) return folder;
  }
  return {};
}

}  // namespace

ScanReader find_scan_reader(const fs::path& lvce, const std::string& data_prefix) {
  ScanReader reader;
  reader.program = lvce.parent_path() / kReaderProgram;
  if (::access(reader.program.c_str(), X_OK) != 0) {
    reader.fault = std::string("没有文字识别程序 ") + kReaderProgram + "，扫描件没有识别";
    reader.remedy = std::string("请把 ") + kReaderProgram + " 放在 lvce 同一文件夹（重新安装本软件），或去掉 --ocr";
    return reader;
  }
  reader.language = folder_of_language(data_prefix);
  const auto digest = reader.language.empty() ? std::nullopt : sha256_of_file(reader.language / (std::string(kLanguage) + ".traineddata"));
  if (digest) {
    reader.fingerprint = *digest;
  } else {
    reader.fault = std::string("没有简体中文的识别数据（") + kLanguage + ".traineddata），扫描件没有识别";
    reader.remedy = kInstall;
  }
  return reader;
}

}  // namespace lvce
