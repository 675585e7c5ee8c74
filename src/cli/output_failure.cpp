#include "cli/output_failure.h"

#include <system_error>

#include "support/system_words.h"

namespace lvce {

Finding describe_output_failure(const std::filesystem::path& target, const std::string& doing, const std::exception& error) {
  if (const auto* refused = dynamic_cast<const std::system_error*>(&error))
    return Finding::error("output-not-written", on_disk(target.string()), doing + "：" + system_words(refused->code()),
                          "原有文件未动；请检查磁盘空间和文件夹权限后重试");
  return Finding::error("output-failed", on_disk(target.string()), doing + "：" + error.what(), "原有文件未动；这是程序的错，请把这一行反馈给开发者");
}

}  // namespace lvce
