#include "pack/verify_record.h"

#include <exception>
#include <nlohmann/json.hpp>
#include <set>
#include <system_error>

#include "pack/names.h"
#include "pack/record_json.h"
#include "support/files.h"
#include "support/json/whole.h"

namespace lvce {
namespace {

constexpr std::size_t kRecordFaultsAtMost = 100;

Finding record_fault(const std::string& name, std::string message) {
  return Finding::error("verify-record", in_file(name), std::move(message), "不要使用这套材料，重新取得或重新生成");
}

class RecordCheck {
 public:
  RecordCheck(const Sums& sums, Record& record) : sums_(sums), record_(record) {}

  Findings check(const nlohmann::json& result) {
    for (const auto& file : result.at("files")) check_row(file);
    for (const auto& [name, digest] : sums_) {
      if (name != kResultName && !record_.files.contains(name)) fault(name, "SHA256SUMS 里有，result.json 没有登记");
    }
    for (const auto& indicator : result.at("indicators")) {
      for (const auto& file : indicator.at("evidence")) take_evidence(file);
    }
    if (result.contains("binding")) {
      for (const auto& file : result.at("binding").at("files")) compare_digest(file.at("path"), file.at("sha256"));
    }
    return std::move(findings_);
  }

 private:
  void check_row(const nlohmann::json& row) {
    const std::string name = row.at("path");
    RecordedFile file;
    if (!row.at("pages").is_null()) file.pages = whole_number<long>(row.at("pages"));
    if (row.contains("check_code")) file.check_code = row.at("check_code").is_null() ? "" : row.at("check_code").get<std::string>();
    if (!record_.files.emplace(name, file).second) return fault(name, "result.json 登记了两次");
    const auto sum = sums_.find(name);
    if (sum == sums_.end()) return fault(name, "result.json 登记了它，SHA256SUMS 里没有");
    if (row.at("sha256") != sum->second) fault(name, "result.json 登记的校验值与 SHA256SUMS 不符");
  }

  void take_evidence(const nlohmann::json& file) {
    const std::string path = file.at("path");
    if (file.at("first_label").is_string()) record_.evidence.push_back({path, file.at("first_label")});
    compare_digest(path, file.at("sha256"));
  }

  /// One digest for one file, wherever result.json names it.
  void compare_digest(const std::string& path, const nlohmann::json& digest) {
    if (!digest.is_string() || digest.get<std::string>().empty()) return;
    const auto [known, first] = digests_.try_emplace(path, digest.get<std::string>());
    if (!first && known->second != digest && told_.insert(path).second) fault(kResultName, "对“" + path + "”登记了不同的校验值");
  }

  void fault(const std::string& name, std::string message) {
    if (findings_.size() < kRecordFaultsAtMost) findings_.push_back(record_fault(name, std::move(message)));
  }

  const Sums& sums_;
  Record& record_;
  std::map<std::string, std::string> digests_;
  std::set<std::string> told_;
  Findings findings_;
};

}  // namespace

std::optional<std::set<std::string>> Record::check_codes() const {
  std::set<std::string> codes;
  for (const auto& [name, file] : files) {
    if (!file.check_code) return std::nullopt;
    if (!file.check_code->empty()) codes.insert(*file.check_code);
  }
  return codes;
}

Findings verify_record(const std::filesystem::path& folder, const Sums& sums, Record& record) {
  if (!sums.contains(kResultName)) return {record_fault(kResultName, "SHA256SUMS 里没有 result.json")};
  const std::filesystem::path file = package_file(folder, kResultName);
  std::error_code error;
  if (!file.empty() && std::filesystem::file_size(file, error) > kResultBytesAtMost && !error)
    return {record_fault(kResultName, "超过 " + std::to_string(kResultBytesAtMost >> 20) + " MB，不是 lvce build 写的 result.json")};
  const auto bytes = file.empty() ? std::nullopt : read_file(file, kResultBytesAtMost);
  if (!bytes || sha256_of(*bytes) != sums.at(kResultName)) return {};  // said where the sums are checked
  try {
    return RecordCheck(sums, record).check(nlohmann::json::parse(*bytes));
  } catch (const std::exception&) {
    return {record_fault(kResultName, "不是 lvce build 写的 result.json，读不出文件清单")};
  }
}

}  // namespace lvce
