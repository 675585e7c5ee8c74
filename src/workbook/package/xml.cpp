#include "workbook/package/xml.h"

#include <Poco/Exception.h>
#include <Poco/SAX/Attributes.h>
#include <Poco/SAX/DefaultHandler.h>
#include <Poco/SAX/InputSource.h>
#include <Poco/SAX/LexicalHandler.h>
#include <Poco/SAX/SAXParser.h>

namespace lvce::xlsx {
namespace {

constexpr int kMaxDepth = 64;

/// Poco's events to ours. After a stop every event is ignored: nothing is thrown through the C parser.
class Adapter : public Poco::XML::DefaultHandler, public Poco::XML::LexicalHandler {
 public:
  explicit Adapter(XmlHandler& handler) : handler_(handler) {}
  bool forbidden = false;

  void startElement(const Poco::XML::XMLString&, const Poco::XML::XMLString& local, const Poco::XML::XMLString&, const Poco::XML::Attributes& given) override {
    if (handler_.stopped) return;
    if (++depth_ > kMaxDepth) return forbid();
    Attributes attributes;
    for (int i = 0; i < given.getLength(); ++i) attributes.insert_or_assign(given.getLocalName(i), given.getValue(i));
    handler_.start(local, attributes);
  }
  void endElement(const Poco::XML::XMLString&, const Poco::XML::XMLString& local, const Poco::XML::XMLString&) override {
    if (handler_.stopped) return;
    --depth_;
    handler_.end(local);
  }
  void characters(const Poco::XML::XMLChar text[], int start, int length) override {
    if (!handler_.stopped) handler_.text(std::string_view(text + start, static_cast<std::size_t>(length)));
  }

  void startDTD(const Poco::XML::XMLString&, const Poco::XML::XMLString&, const Poco::XML::XMLString&) override { forbid(); }
  void endDTD() override {}
  void startEntity(const Poco::XML::XMLString&) override {}
  void endEntity(const Poco::XML::XMLString&) override {}
  void startCDATA() override {}
  void endCDATA() override {}
  void comment(const Poco::XML::XMLChar[], int, int) override {}

 private:
  void forbid() {
    forbidden = true;
    handler_.stopped = true;
  }

  XmlHandler& handler_;
  int depth_ = 0;
};

}  // namespace

XmlResult parse_xml(std::istream& in, XmlHandler& handler, bool is_utf8) {
  Adapter adapter(handler);
  try {
    Poco::XML::SAXParser parser;
    if (is_utf8) parser.setEncoding("UTF-8");
    parser.setFeature(Poco::XML::XMLReader::FEATURE_EXTERNAL_GENERAL_ENTITIES, false);
    parser.setFeature(Poco::XML::XMLReader::FEATURE_EXTERNAL_PARAMETER_ENTITIES, false);
    parser.setContentHandler(&adapter);
    parser.setErrorHandler(&adapter);
    parser.setProperty(Poco::XML::XMLReader::PROPERTY_LEXICAL_HANDLER, static_cast<Poco::XML::LexicalHandler*>(&adapter));
    Poco::XML::InputSource source(in);
    parser.parse(&source);
  } catch (const std::exception&) {
    if (!handler.stopped) return XmlResult::malformed;
  }
  return adapter.forbidden ? XmlResult::forbidden : XmlResult::ok;
}

std::string attribute(const Attributes& attributes, const std::string& name) {
  const auto found = attributes.find(name);
  return found == attributes.end() ? std::string() : found->second;
}

}  // namespace lvce::xlsx
