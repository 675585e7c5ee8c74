#include "evidence/invoices/pdf_invoice.h"

#include <algorithm>
#include <exception>
#include <new>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <stdexcept>

#include "evidence/invoices/text_invoice.h"
#include "evidence/invoices/xml_invoice.h"
#include "evidence/refused_kinds.h"

namespace lvce {
namespace {

constexpr std::size_t kAttachedAtMost = 50;
constexpr int kTextPagesAtMost = 60;  ///< a file of more pages is no file of invoices

class AttachedBytes : public Pipeline {
 public:
  AttachedBytes() : Pipeline("attached", nullptr) {}
  void write(unsigned char const* data, std::size_t length) override {
    if (bytes.size() + length > kInvoiceXmlAtMost) throw std::length_error("too large");
    bytes.append(reinterpret_cast<char const*>(data), length);
  }
  void finish() override {}
  std::string bytes;
};

struct Attached {
  std::vector<Invoice> invoices;
  bool only_xml = true;
};

void take_attached(const std::string& key, QPDFFileSpecObjectHelper& file, Attached& out) {
  const std::string name = file.getFilename().empty() ? key : file.getFilename();
  if (ending_of(name) != "xml") {
    out.only_xml = false;
    return;
  }
  AttachedBytes sink;
  QPDFObjectHandle stream = file.getEmbeddedFileStream();
  if (stream.isStream()) stream.pipeStreamData(&sink, 0, qpdf_dl_generalized, true, false);
  std::optional<Invoice> invoice = invoice_of_xml(std::move(sink.bytes), "PDF附件" + name);
  if (!invoice) return;
  const auto same = [&](const Invoice& other) { return other.number == invoice->number; };
  const auto known = std::find_if(out.invoices.begin(), out.invoices.end(), same);
  if (known == out.invoices.end()) out.invoices.push_back(std::move(*invoice));
  else complete_from(*known, *invoice);
}

Attached attached_to(const std::filesystem::path& file) {
  Attached out;
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processFile(file.c_str());
    QPDFEmbeddedFileDocumentHelper helper(pdf);
    std::size_t seen = 0;
    if (!helper.hasEmbeddedFiles()) return out;
    for (const auto& [key, spec] : helper.getEmbeddedFiles()) {
      if (++seen <= kAttachedAtMost) take_attached(key, *spec, out);
      else out.only_xml = false;
    }
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {  // libqpdf's: what the page shows has been judged by others
    out.only_xml = false;
  }
  return out;
}

}  // namespace

std::vector<Invoice> invoices_of_pdf(const std::filesystem::path& file) {
  std::vector<Invoice> out = attached_to(file).invoices;
  if (!out.empty()) return out;
  const std::vector<PageWords> pages = words_of_pages(file, kTextPagesAtMost, "发票");
  for (std::size_t i = 0; i < pages.size(); ++i) {
    std::optional<Invoice> invoice = invoice_of_words(pages[i], "PDF第" + std::to_string(i + 1) + "页文字");
    if (invoice) out.push_back(std::move(*invoice));
  }
  return out;
}

std::vector<Invoice> invoices_attached_to(const std::filesystem::path& file) { return attached_to(file).invoices; }

bool carries_only_invoice_data(const std::filesystem::path& file) {
  const Attached attached = attached_to(file);
  return attached.only_xml && !attached.invoices.empty();
}

}  // namespace lvce
