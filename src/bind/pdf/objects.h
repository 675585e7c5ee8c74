// Small helpers over libqpdf, shared by the files of this folder.
#pragma once

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>

#include "bind/sheet/frame.h"

namespace lvce {

using PdfObject = QPDFObjectHandle;

/// Shortest decimal of a coordinate, at most 3 places: "12", "0.5", "-3.125". Never an exponent.
std::string pdf_number(double value);
std::string pdf_matrix(const Matrix& matrix);  ///< "a b c d e f"
PdfObject pdf_rectangle(double x0, double y0, double x1, double y1);

inline constexpr const char* kBrokenPage = "页面数据损坏，无法读取";

/// Marks every stream that has a filter to be written as it is: recompressing what libharu and scanners have compressed costs seconds.
void keep_compressed_streams(QPDF& pdf);

}  // namespace lvce
