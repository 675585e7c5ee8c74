#include "evidence/pdf/packed_stream.h"

#include <memory>
#include <new>

#include <libdeflate.h>

namespace lvce {
namespace {

constexpr int kLevel = 6;

struct FreeCompressor {
  void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

std::string deflated(const std::string& bytes) {
  const std::unique_ptr<libdeflate_compressor, FreeCompressor> compressor(libdeflate_alloc_compressor(kLevel));
  if (!compressor) throw std::bad_alloc();
  std::string out(libdeflate_zlib_compress_bound(compressor.get(), bytes.size()), '\0');
  out.resize(libdeflate_zlib_compress(compressor.get(), bytes.data(), bytes.size(), out.data(), out.size()));
  return out;
}

}  // namespace

QPDFObjectHandle packed_stream(QPDF& pdf, const std::string& bytes) {
  QPDFObjectHandle stream = pdf.newStream();
  stream.replaceStreamData(deflated(bytes), QPDFObjectHandle::newName("/FlateDecode"), QPDFObjectHandle::newNull());
  return stream;
}

}  // namespace lvce
