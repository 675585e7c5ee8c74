// Runs fuzz targets without libFuzzer: each file of a corpus, then so many changed copies of it, always the same ones.
//   test_fuzz CORPORA [--changed N] [TARGET …]     all targets where none is named; TARGET=FILE runs that file alone
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "support/files.h"

namespace lvce::fuzz {

#define LVCE_TARGET(name) void name(std::string_view input);
#include "fuzz_targets.inc"
#undef LVCE_TARGET

namespace {

namespace fs = std::filesystem;

struct NamedTarget {
  std::string_view name;
  void (*run)(std::string_view);
};

#define LVCE_TARGET(name) NamedTarget{#name, name},
constexpr std::array kTargets = {
#include "fuzz_targets.inc"
};
#undef LVCE_TARGET

constexpr std::uintmax_t kLargestInput = 4U << 20;

const NamedTarget* target_named(std::string_view name) {
  const auto found = std::find_if(kTargets.begin(), kTargets.end(), [&](const NamedTarget& target) { return target.name == name; });
  return found == kTargets.end() ? nullptr : &*found;
}

/// One small change: a byte, a bit, a piece taken out, doubled or taken from elsewhere.
void change(std::string& bytes, std::mt19937& random) {
  if (bytes.empty()) return;
  const std::size_t at = random() % bytes.size(), length = 1 + random() % 16;
  switch (random() % 5) {
    case 0: bytes[at] = static_cast<char>(random()); break;
    case 1: bytes[at] = static_cast<char>(bytes[at] ^ (1 << random() % 8)); break;
    case 2: bytes.erase(at, length); break;
    case 3: bytes.insert(random() % (bytes.size() + 1), bytes.substr(at, length)); break;
    default: bytes.replace(at, length, bytes.substr(random() % bytes.size(), length)); break;
  }
}

int run_file(const NamedTarget& target, const fs::path& file, int changed) {
  const std::optional<std::string> bytes = read_file(file, kLargestInput);
  if (!bytes) {
    std::fprintf(stderr, "%s cannot be read\n", file.c_str());
    return 1;
  }
  std::fprintf(stderr, "%s %s\n", target.name.data(), file.filename().c_str());  // so that it stands above what a sanitizer says
  target.run(*bytes);
  std::mt19937 random(20211012);
  for (int i = 0; i < changed; ++i) {
    std::string other = *bytes;
    for (auto k = random() % 4 + 1; k > 0; --k) change(other, random);
    target.run(other);
  }
  return 0;
}

int run_corpus(const NamedTarget& target, const fs::path& corpora, int changed) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(corpora / target.name, error)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  if (files.empty()) std::fprintf(stderr, "no corpus for %s\n", target.name.data());
  int faults = files.empty() ? 1 : 0;
  for (const fs::path& file : files) faults += run_file(target, file, changed);
  return faults;
}

int run(const std::vector<std::string>& arguments) {
  int changed = 0, faults = 0;
  std::vector<std::string> wanted;
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    if (arguments[i] == "--changed" && i + 1 < arguments.size()) changed = std::atoi(arguments[++i].c_str());
    else wanted.push_back(arguments[i]);
  }
  if (wanted.empty()) {
    for (const NamedTarget& target : kTargets) wanted.emplace_back(target.name);
  }
  for (const std::string& one : wanted) {
    const std::size_t equals = std::min(one.find('='), one.size());
    const NamedTarget* target = target_named(one.substr(0, equals));
    if (target == nullptr) {
      std::fprintf(stderr, "no target %s\n", one.c_str());
      return 2;
    }
    faults += equals < one.size() ? run_file(*target, one.substr(equals + 1), changed) : run_corpus(*target, arguments[0], changed);
  }
  return faults == 0 ? 0 : 1;
}

}  // namespace
}  // namespace lvce::fuzz

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  return lvce::fuzz::run({argv + 1, argv + argc});
}
