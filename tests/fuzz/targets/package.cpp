// A package from anywhere, as verify takes it.
#include "fuzz/kit.h"
#include "pack/pack.h"

namespace lvce::fuzz {

void package(std::string_view input) {
  const InputFile file(package_of(input), "申报材料.zip");
  verify_package(file.path());
}

}  // namespace lvce::fuzz
