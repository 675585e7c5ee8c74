// Pixels of a picture as strictly as it goes; what is lost is told.
#pragma once

#include "evidence/job/protocol.h"
#include "evidence/picture/pixels.h"

namespace lvce {

inline const std::string kTakeAgain = "请重新拍摄、扫描或另存为JPG后放入";

/// As decode_small(). An error when no pixel can be had.
Image decode(PixelSource source, PixelBox box, bool grey, Probed& probed);

/// An error: cut off after a few bytes, or otherwise not to be read.
void reject_unreadable(Probed& probed);

}  // namespace lvce
