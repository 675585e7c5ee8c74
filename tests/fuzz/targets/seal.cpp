// The signed value of an electronic seal (DER).
#include "evidence/ofd/seal.h"

#include "fuzz/kit.h"

namespace lvce::fuzz {

void seal(std::string_view input) {
  for (const bool alone : {false, true}) {
    const ofd::Seal read = ofd::read_seal(input, alone);
    const bool inside = read.picture.empty() ||
                        (read.picture.data() >= input.data() && read.picture.data() + read.picture.size() <= input.data() + input.size());
    must(inside, "the picture of a seal lies inside its bytes");
  }
}

}  // namespace lvce::fuzz
