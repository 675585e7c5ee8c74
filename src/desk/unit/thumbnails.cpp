#include "desk/unit/thumbnails.h"

#include "evidence/job/snapshot.h"
#include "evidence/thumbnail.h"

namespace lvce {
namespace {

constexpr std::size_t kKeptBytes = 48U << 20;
constexpr std::size_t kOfEach = 200;  ///< what an entry costs beside its bytes

}  // namespace

std::shared_ptr<const std::string> Thumbnails::of(const std::filesystem::path& file) {
  const std::string key = file.native() + '\0' + disk_stamp(file);
  {
    const std::lock_guard lock(mutex_);
    if (const auto known = known_.find(key); known != known_.end()) return known->second;
  }
  makers_.acquire();
  std::shared_ptr<const std::string> made;
  if (auto jpeg = std::move(make_thumbnails({file}, options_).front())) made = std::make_shared<const std::string>(std::move(*jpeg));
  makers_.release();
  keep(key, made);
  return made;
}

void Thumbnails::keep(const std::string& key, std::shared_ptr<const std::string> jpeg) {
  const std::lock_guard lock(mutex_);
  bytes_ += kOfEach + (jpeg ? jpeg->size() : 0);
  if (!known_.emplace(key, std::move(jpeg)).second) return;
  order_.push_back(key);
  while (bytes_ > kKeptBytes && !order_.empty()) {
    const auto oldest = known_.find(order_.front());
    bytes_ -= std::min(bytes_, kOfEach + (oldest->second ? oldest->second->size() : 0));
    known_.erase(oldest);
    order_.pop_front();
  }
}

}  // namespace lvce
