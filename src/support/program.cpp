#include "support/program.h"

#include <sys/auxv.h>

#include <system_error>

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr const char* kLoader = "ld-linux-x86-64.so.2";

/// The kernel keeps for us what it was asked to start; a loader that was given the program puts the program's file there.
fs::path own_file() {
  const unsigned long name = getauxval(AT_EXECFN);
  std::error_code error;
  return name == 0 ? fs::path() : fs::canonical(reinterpret_cast<const char*>(name), error);
}

}  // namespace

fs::path bundle_of(const fs::path& program) {
  std::error_code error;
  if (program.empty() || !fs::exists(program.parent_path() / kLoader, error)) return {};
  const fs::path bundle = program.parent_path().parent_path();
  return fs::exists(bundle / "bin" / program.filename(), error) ? bundle : fs::path();
}

fs::path own_bundle() { return bundle_of(own_file()); }

fs::path own_program() {
  const fs::path file = own_file(), bundle = bundle_of(file);
  return bundle.empty() ? file : bundle / "bin" / file.filename();
}

}  // namespace lvce
