#include "evidence/invoices/xml_invoice.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "evidence/ofd/xml.h"
#include "support/text.h"

namespace lvce {
namespace {

/// A field and the names that it has in the layouts, the best first, in small letters: Fphm and FPHM are one. A name is one element's.
template <typename Raw>
struct NamedField {
  std::string Raw::*field;
  std::string_view names;  ///< each between blanks
};

constexpr std::array<NamedField<RawInvoice>, 9> kHeadFields = {{
    {&RawInvoice::code, " invoicecode fpdm 发票代码 "},
    {&RawInvoice::number, " invoicenumber invoiceno eiid einvoicenumber numberofinvoice fphm invoicenum 发票号码 "},
    {&RawInvoice::date, " requesttime issuetime issuedate dateofissue kprq 开票日期 "},
    {&RawInvoice::seller, " sellername nameofseller xsfmc xhfmc xsf_mc xfmc 销售方名称 "},
    {&RawInvoice::amount, " totalamwithouttax taxexclusivetotalamount totalamountexcludingtax amountwithouttax hjje 合计金额 "},
    {&RawInvoice::tax, " totaltaxam taxtotalamount totaltaxamount hjse 合计税额 taxamount "},
    {&RawInvoice::total, " totaltax-includedamount taxinclusivetotalamount totalamountincludingtax amounttaxtotal jshj totalamount 价税合计 价税合计小写 "},
    {&RawInvoice::remark, " remark note bz 备注 "},
    {&RawInvoice::cancels, " originalinvoicecode originalinvoicenumber numberoforiginalinvoice yfphm "},
}};

constexpr std::array<NamedField<RawLine>, 7> kLineFields = {{
    {&RawLine::item, " itemname item goodsname nameofgoods xmmc spmc 项目名称 货物名称 "},
    {&RawLine::spec, " specmod specification ggxh 规格型号 "},
    {&RawLine::unit, " meaunits measurementdimension unitofmeasurement dw 单位 "},
    {&RawLine::quantity, " quantity xmsl spsl 数量 "},
    {&RawLine::price, " unprice unitprice price xmdj dj 单价 "},
    {&RawLine::amount, " amount xmje je 金额 "},
    {&RawLine::tax, " comtaxam taxamount se 税额 "},
}};

/// Where in the list of names it stands; npos: not there.
std::size_t rank_in(std::string_view names, std::string_view name) {
  if (name.empty()) return std::string_view::npos;
  std::string wanted = " " + std::string(name) + " ";
  for (char& c : wanted) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  return names.find(wanted);
}

template <typename Raw, std::size_t N>
void take_field(const std::array<NamedField<Raw>, N>& fields, std::array<std::size_t, N>& ranks, std::string_view name, const std::string& text, Raw& raw) {
  for (std::size_t i = 0; i < N; ++i) {
    const std::size_t rank = rank_in(fields[i].names, name);
    if (rank >= ranks[i]) continue;  // npos, a worse name, or the same name once more
    ranks[i] = rank;
    raw.*fields[i].field = text;
  }
}

template <std::size_t N>
std::array<std::size_t, N> no_ranks() {
  std::array<std::size_t, N> out;
  out.fill(std::string_view::npos);
  return out;
}

bool is_leaf(const pugi::xml_node& node) {
  for (const pugi::xml_node& child : node.children()) {
    if (child.type() == pugi::node_element) return false;
  }
  return true;
}

std::string text_in(const pugi::xml_node& node) { return trim(node.text().get()); }

/// A row: an element that names an item and says something of it.
std::optional<RawLine> line_in(const pugi::xml_node& node) {
  RawLine out;
  auto ranks = no_ranks<kLineFields.size()>();
  int items = 0;
  for (const pugi::xml_node& child : node.children()) {
    if (child.type() != pugi::node_element || !is_leaf(child)) continue;
    take_field(kLineFields, ranks, ofd::local_name(child), text_in(child), out);
    items += rank_in(kLineFields[0].names, ofd::local_name(child)) != std::string_view::npos ? 1 : 0;
  }
  const bool is_row = items == 1 && !out.item.empty() && (!out.quantity.empty() || !out.amount.empty());
  return is_row ? std::optional(std::move(out)) : std::nullopt;
}

bool is_signature(const pugi::xml_node& node) {
  const std::string_view name = ofd::local_name(node);
  return name == "Signature" || name == "Signatures" || name == "XMLSignature";
}

/// The next node in the document's order below `root`; children of `node` are left out where `skip`.
pugi::xml_node next_of(pugi::xml_node node, const pugi::xml_node& root, bool skip) {
  if (!skip && node.first_child()) return node.first_child();
  while (node && node != root) {
    if (node.next_sibling()) return node.next_sibling();
    node = node.parent();
  }
  return {};
}

}  // namespace

RawInvoice raw_invoice_in(const pugi::xml_node& root) {
  RawInvoice out;
  auto ranks = no_ranks<kHeadFields.size()>();
  bool skip = false;
  for (pugi::xml_node node = root.first_child(); node; node = next_of(node, root, skip)) {
    skip = node.type() != pugi::node_element || is_signature(node);
    if (skip) continue;
    if (std::optional<RawLine> line = is_leaf(node) ? std::nullopt : line_in(node)) {
      if (out.lines.size() < kLinesAtMost) out.lines.push_back(std::move(*line));
      skip = true;
    } else if (is_leaf(node)) {
      take_field(kHeadFields, ranks, ofd::local_name(node), text_in(node), out);
    }
  }
  return out;
}

std::optional<Invoice> invoice_of_xml(std::string bytes, const std::string& source) {
  if (bytes.size() > kInvoiceXmlAtMost) return std::nullopt;
  const std::unique_ptr<ofd::Xml> xml = ofd::xml_of(std::move(bytes));
  return xml && xml->whole ? invoice_of(raw_invoice_in(xml->root), source) : std::nullopt;
}

}  // namespace lvce
