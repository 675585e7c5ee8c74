#include "pack/verify_record.h"

#include <exception>
#include <nlohmann/json.hpp>
#include <set>

#include "pack/names.h"
#include "support/files.h"

namespace lvce {
namespace {

constexpr std::uintmax_t kRecordAtMost = 64U << 20;

Finding record_fault(const std::string& name, std::string message) {
  return Finding::error("verify-record", in_file(name), std::move(message), "不要使用这套材料，重新取得或重新生成");
}

class RecordCheck {
 public:
  RecordCheck(const Sums& sums, RecordedPages& pages) : sums_(sums), pages_(pages) {}

  Findings check(const nlohmann::json& record) {
    for (const auto& file : record.at("files")) check_row(file);
    for (const auto& [name, digest] : sums_) {
      if (name != kResultName && !named_.contains(name)) fault(name, "SHA256SUMS 里有，result.json 没有登记");
    }
    return std::move(findings_);
  }

 private:
  void check_row(const nlohmann::json& row) {
    const std::string name = row.at("path");
    if (!named_.insert(name).second) return fault(name, "result.json 登记了两次");
    const auto sum = sums_.find(name);
    if (sum == sums_.end()) return fault(name, "result.json 登记了它，SHA256SUMS 里没有");
    if (row.at("sha256") != sum->second) fault(name, "result.json 登记的校验值与 SHA256SUMS 不符");
    if (!row.at("pages").is_null()) pages_[name] = row.at("pages").get<long>();
  }

  void fault(const std::string& name, std::string message) { findings_.push_back(record_fault(name, std::move(message))); }

  const Sums& sums_;
  RecordedPages& pages_;
  std::set<std::string> named_;
  Findings findings_;
};

}  // namespace

Findings verify_record(const std::filesystem::path& folder, const Sums& sums, RecordedPages& pages) {
  if (!sums.contains(kResultName)) return {record_fault(kResultName, "SHA256SUMS 里没有 result.json")};
  const std::filesystem::path file = package_file(folder, kResultName);
  const auto bytes = file.empty() ? std::nullopt : read_file(file, kRecordAtMost);
  if (!bytes || sha256_of(*bytes) != sums.at(kResultName)) return {};  // said where the sums are checked
  try {
    return RecordCheck(sums, pages).check(nlohmann::json::parse(*bytes));
  } catch (const std::exception&) {
    return {record_fault(kResultName, "不是 lvce build 写的 result.json，读不出文件清单")};
  }
}

}  // namespace lvce
