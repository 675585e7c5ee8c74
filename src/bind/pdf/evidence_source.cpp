#include "bind/pdf/evidence_source.h"

#include <algorithm>
#include <exception>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <utility>

#include "evidence/pdf/shape.h"

namespace lvce {
namespace {

constexpr std::size_t kAhead = 2;  ///< each with all the objects that its worker let pass

ForeignPage shape_of(QPDFPageObjectHelper& page) {
  const PageShape shape = page_shape(page);
  return {shape.x0, shape.y0, shape.x1, shape.y1, shape.rotate, shape.user_unit};
}

std::vector<PdfObject> streams_of(PdfObject contents) {
  if (contents.isStream()) return {contents};
  std::vector<PdfObject> streams;
  if (!contents.isArray()) return streams;
  for (int i = 0; i < contents.getArrayNItems(); ++i) {
    if (contents.getArrayItem(i).isStream()) streams.push_back(contents.getArrayItem(i));
  }
  return streams;
}

PdfObject holder_of(QPDF& source, QPDFPageObjectHelper& helper) {
  PdfObject page = helper.getObjectHandle();
  PdfObject holder = PdfObject::newDictionary();
  PdfObject resources = helper.getAttribute("/Resources", false);
  holder.replaceKey("/Resources", resources.isDictionary() ? resources : PdfObject::newDictionary());
  holder.replaceKey("/Contents", PdfObject::newArray(streams_of(page.getKey("/Contents"))));
  if (page.getKey("/Group").isDictionary()) holder.replaceKey("/Group", page.getKey("/Group"));
  return source.makeIndirectObject(holder);
}

SourcePage read_page(QPDF& source, Cleaner& cleaner, const PdfObject& page) {
  SourcePage read;
  try {
    QPDFPageObjectHelper helper(page);
    read.shape = shape_of(helper);
    const PdfObject holder = holder_of(source, helper);
    read.fault = cleaner.clean(holder);
    if (read.fault.empty()) read.holder = holder;
  } catch (const std::exception&) {
    read.fault = kBrokenPage;
  }
  return read;
}

}  // namespace

EvidenceSource open_source(const WantedPages& wanted, std::shared_ptr<OpenFiles> files) {
  EvidenceSource source;
  source.input = std::make_shared<FileInput>(wanted.file, std::move(files));
  source.pdf = std::make_unique<QPDF>();
  source.pdf->setSuppressWarnings(true);
  try {
    source.pdf->processInputSource(source.input);
    source.cleaner = std::make_unique<Cleaner>(*source.pdf);
    const auto& found = source.pdf->getAllPages();
    const std::size_t count = std::min(found.size(), static_cast<std::size_t>(std::max(wanted.pages, 0)));
    for (std::size_t i = 0; i < count; ++i) source.pages.push_back(read_page(*source.pdf, *source.cleaner, found[i]));
  } catch (const std::exception&) {
    source.fault = source.pages.empty() ? "文件损坏，无法读取" : "文件后部损坏，无法读取";
  }
  source.input->close();
  return source;
}

SourcesAhead::SourcesAhead(std::vector<WantedPages> wanted) : wanted_(std::move(wanted)), thread_(kAhead) { begin_some(); }

EvidenceSource SourcesAhead::next() {
  EvidenceSource source = ahead_.front()->get_future().get();
  ahead_.pop_front();
  begin_some();
  return source;
}

void SourcesAhead::begin_some() {
  while (begun_ < wanted_.size() && ahead_.size() < kAhead) {
    const auto& promise = ahead_.emplace_back(std::make_shared<std::promise<EvidenceSource>>());
    thread_.add([this, promise, wanted = wanted_[begun_]] { promise->set_value(open_source(wanted, files_)); });
    ++begun_;
  }
}

}  // namespace lvce
