#include "evidence/pdf/packed_stream.h"

#include <qpdf/Pl_Buffer.hh>
#include <qpdf/Pl_Flate.hh>

namespace lvce {

QPDFObjectHandle packed_stream(QPDF& pdf, const std::string& bytes) {
  Pl_Buffer buffer("packed");
  Pl_Flate deflate("deflate", &buffer, Pl_Flate::a_deflate);
  deflate.writeString(bytes);
  deflate.finish();
  QPDFObjectHandle stream = QPDFObjectHandle::newStream(&pdf);
  stream.replaceStreamData(buffer.getBufferSharedPointer(), QPDFObjectHandle::newName("/FlateDecode"), QPDFObjectHandle::newNull());
  return stream;
}

}  // namespace lvce
