// Bytes of ours as a stream of a PDF, deflated by a library two or three times faster than zlib, the same each time.
#pragma once

#include <qpdf/QPDF.hh>
#include <string>

namespace lvce {

QPDFObjectHandle packed_stream(QPDF& pdf, const std::string& bytes);

}  // namespace lvce
