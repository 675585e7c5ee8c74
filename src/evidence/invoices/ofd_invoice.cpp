#include "evidence/invoices/ofd_invoice.h"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "evidence/invoices/xml_invoice.h"
#include "evidence/ofd/xml.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr std::size_t kAttachmentsAtMost = 50;
constexpr std::size_t kTaggedPagesAtMost = 20;
constexpr std::size_t kTaggedTextsAtMost = 50'000;

using Texts = std::map<std::string, std::string>;  ///< of TextObjects, by identifier

void take(std::optional<Invoice>& to, std::optional<Invoice> more) {
  if (!more) return;
  if (to) complete_from(*to, *more);
  else to = std::move(more);
}

/// Every TextObject below: its TextCodes one behind the other.
void gather_texts(const pugi::xml_node& root, Texts& texts) {
  pugi::xml_node node = root;
  while (node && texts.size() < kTaggedTextsAtMost) {
    if (ofd::local_name(node) == "TextObject") {
      std::string& text = texts[ofd::attribute_of(node, "ID")];
      for (const pugi::xml_node& code : node.children()) {
        if (ofd::local_name(code) == "TextCode") text += trim(code.text().get());
      }
    }
    if (node.first_child()) {
      node = node.first_child();
      continue;
    }
    while (node && node != root && !node.next_sibling()) node = node.parent();
    node = node && node != root ? node.next_sibling() : pugi::xml_node();
  }
}

/// Tags, with the texts that they point at.
class Tagged {
 public:
  explicit Tagged(const Texts& texts) : texts_(texts) {}

  RawInvoice read(const pugi::xml_node& root) {
    pugi::xml_document filled;
    copy(root, filled.append_child("tags"));
    RawInvoice out = raw_invoice_in(filled.child("tags"));
    if (out.lines.empty()) out.lines = columns(filled.child("tags"));
    return out;
  }

 private:
  /// What an element points at, one text for each reference.
  std::vector<std::string> texts_of(const pugi::xml_node& tag) const {
    std::vector<std::string> out;
    for (const pugi::xml_node& reference : tag.children()) {
      if (ofd::local_name(reference) != "ObjectRef") continue;
      const auto found = texts_.find(trim(reference.text().get()));
      out.push_back(found == texts_.end() ? "" : found->second);
    }
    return out;
  }

  /// An element for each tag, its text that of the reference; a tag of several rows stands once for each.
  void copy(const pugi::xml_node& root, pugi::xml_node into) {
    std::vector<std::pair<pugi::xml_node, pugi::xml_node>> open = {{root, into}};
    std::size_t made = 0;
    while (!open.empty() && made < kTaggedTextsAtMost) {
      auto [from, to] = open.back();
      open.pop_back();
      for (const pugi::xml_node& child : from.children()) {
        if (child.type() != pugi::node_element || ofd::local_name(child) == "ObjectRef" || ++made > kTaggedTextsAtMost) continue;
        const std::vector<std::string> texts = texts_of(child);
        const std::string name(ofd::local_name(child));
        if (texts.empty()) open.emplace_back(child, to.append_child(name.c_str()));
        for (const std::string& text : texts) to.append_child(name.c_str()).text() = text.c_str();
      }
    }
  }

  /// Rows where each column is a tag with a text for every row; texts of an item that runs over two lines make the numbers differ, and none is guessed.
  static std::vector<RawLine> columns(const pugi::xml_node& root) {
    static constexpr std::array<std::pair<const char*, std::string RawLine::*>, 6> kColumns = {{{"Item", &RawLine::item},
                                                                                                {"MeasurementDimension", &RawLine::unit},
                                                                                                {"Quantity", &RawLine::quantity},
                                                                                                {"Price", &RawLine::price},
                                                                                                {"Amount", &RawLine::amount},
                                                                                                {"TaxAmount", &RawLine::tax}}};
    std::array<std::vector<std::string>, kColumns.size()> found;
    pugi::xml_node goods = root.find_node([](const pugi::xml_node& node) { return std::string_view(node.name()) == "GoodsInfos"; });
    for (const pugi::xml_node& child : goods.children()) {
      for (std::size_t i = 0; i < kColumns.size(); ++i) {
        if (std::string_view(child.name()) == kColumns[i].first) found[i].push_back(trim(child.text().get()));
      }
    }
    const std::size_t rows = found[0].size();
    const bool even = std::all_of(found.begin(), found.end(), [&](const auto& column) { return column.empty() || column.size() == rows; });
    std::vector<RawLine> out(even ? std::min(rows, kLinesAtMost) : 0);
    for (std::size_t row = 0; row < out.size(); ++row) {
      for (std::size_t i = 0; i < kColumns.size(); ++i) {
        if (!found[i].empty()) out[row].*kColumns[i].second = found[i][row];
      }
    }
    return out;
  }

  const Texts& texts_;
};

class OfdInvoice {
 public:
  explicit OfdInvoice(std::string_view bytes) : package_(bytes) {}

  std::optional<Invoice> read() {
    const std::unique_ptr<ofd::Xml> root = package_.readable() ? ofd::read_xml(package_, package_.root()) : nullptr;
    if (!root) return std::nullopt;
    std::optional<Invoice> out;
    for (const pugi::xml_node& body : root->root.children()) {
      if (ofd::local_name(body) != "DocBody") continue;
      if (const auto document = ofd::read_xml_at(package_, root->name, ofd::text_of(body, "DocRoot"))) {
        take_attachments(*document, out);
        take_tags(*document, out);
      }
      take_facts(ofd::child_of(body, "DocInfo"), out);
    }
    return out;
  }

 private:
  void take_attachments(const ofd::Xml& document, std::optional<Invoice>& out) {
    std::size_t seen = 0;
    const auto list = ofd::read_xml_at(package_, document.name, ofd::text_of(document.root, "Attachments"));
    for (const pugi::xml_node& each : list ? list->root.children() : pugi::xml_node().children()) {
      if (ofd::local_name(each) == "Attachment" && ++seen <= kAttachmentsAtMost) take_xml(list->name, ofd::text_of(each, "FileLoc"), out);
    }
    if (!out) take_xml(document.name, "Attachs/original_invoice.xml", out);  // some leave it out of their list
  }

  void take_xml(const std::string& from, const std::string& location, std::optional<Invoice>& out) {
    const std::optional<std::string> name = location.empty() ? std::nullopt : package_.locate(from, location);
    std::optional<ofd::Entry> entry = name ? package_.read(*name, kInvoiceXmlAtMost) : std::nullopt;
    if (entry)
      take(out, invoice_of_xml(std::move(entry->bytes), "OFD附件" + location.substr(location.rfind('/') == location.npos ? 0 : location.rfind('/') + 1)));
  }

  void take_tags(const ofd::Xml& document, std::optional<Invoice>& out) {
    const auto list = ofd::read_xml_at(package_, document.name, ofd::text_of(document.root, "CustomTags"));
    if (!list) return;
    Texts texts;
    for (const pugi::xml_node& each : list->root.children()) {
      const std::string location = ofd::text_of(each, "FileLoc");
      const auto tags = location.empty() ? nullptr : ofd::read_xml_at(package_, list->name, location);
      if (!tags) continue;
      if (texts.empty()) read_texts(document, texts);
      take(out, invoice_of(Tagged(texts).read(tags->root), "OFD标引"));
    }
  }

  void read_texts(const ofd::Xml& document, Texts& texts) {
    std::size_t read = 0;
    const pugi::xml_node common = ofd::child_of(document.root, "CommonData");
    for (const pugi::xml_node& parent : {common, ofd::child_of(document.root, "Pages")}) {
      for (const pugi::xml_node& page : parent.children()) {
        const std::string location = ofd::attribute_of(page, "BaseLoc");
        if (location.empty() || ++read > kTaggedPagesAtMost) continue;
        if (const auto content = ofd::read_xml_at(package_, document.name, location)) gather_texts(content->root, texts);
      }
    }
  }

  static void take_facts(const pugi::xml_node& info, std::optional<Invoice>& out) {
    static const std::map<std::string, std::string RawInvoice::*> kFacts = {
        {"发票代码", &RawInvoice::code},   {"发票号码", &RawInvoice::number}, {"开票日期", &RawInvoice::date},  {"销售方名称", &RawInvoice::seller},
        {"合计金额", &RawInvoice::amount}, {"合计税额", &RawInvoice::tax},    {"价税合计", &RawInvoice::total}, {"备注", &RawInvoice::remark}};
    RawInvoice raw;
    for (const pugi::xml_node& parent : {info, ofd::child_of(info, "CustomDatas")}) {
      for (const pugi::xml_node& fact : parent.children()) {
        const auto known = kFacts.find(ofd::attribute_of(fact, "Name"));
        if (ofd::local_name(fact) == "CustomData" && known != kFacts.end()) raw.*known->second = trim(fact.text().get());
      }
    }
    take(out, invoice_of(raw, "OFD文档信息"));
  }

  ofd::Package package_;
};

}  // namespace

std::optional<Invoice> invoice_of_ofd(std::string_view bytes) { return OfdInvoice(bytes).read(); }

}  // namespace lvce
