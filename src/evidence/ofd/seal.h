// What an electronic seal holds (GB/T 38540-2020, GM/T 0031-2014): its picture, its name, when it was set.
#pragma once

#include <string>
#include <string_view>

namespace lvce::ofd {

struct Seal {
  std::string_view picture;    ///< PNG, JPEG, GIF, BMP or a whole OFD, inside the bytes given; empty: none
  std::string name;            ///< UTF-8; empty: not said
  std::string time;            ///< of signing: "20210305120000Z"; empty: not said
  std::string_view data_hash;  ///< of Signature.xml; empty: not said
};

/// From a SignedValue.dat or, with `alone`, from a Seal.esl. What is not there stays empty: a bare signature holds no seal.
Seal read_seal(std::string_view der, bool alone);

}  // namespace lvce::ofd
