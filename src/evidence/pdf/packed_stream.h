// Bytes of ours as a stream of a PDF, deflated, the same each time.
#pragma once

#include <qpdf/QPDF.hh>
#include <string>

namespace lvce {

QPDFObjectHandle packed_stream(QPDF& pdf, const std::string& bytes);

}  // namespace lvce
