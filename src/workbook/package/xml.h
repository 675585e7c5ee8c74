// Streaming XML with caps, over Poco's SAX parser. Handlers never throw: they set `stopped`, and the input ends.
#pragma once

#include <istream>
#include <map>
#include <string>
#include <string_view>

namespace lvce::xlsx {

/// Attributes by local name ("r:id" is "id"). The few of a spreadsheet element: a map is enough.
using Attributes = std::map<std::string, std::string>;

/// Receives elements by local name; namespaces are not told apart (transitional and strict files differ only there).
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void start(const std::string& name, const Attributes& attributes) = 0;
  virtual void end(const std::string& name) = 0;
  virtual void text(std::string_view) {}

  bool stopped = false;  ///< set by the handler when it has seen enough or too much
};

enum class XmlResult { ok, malformed, forbidden };  ///< forbidden: a document type, or nested too deep

/// Parses to the end, or until the handler has stopped (then `ok`). `is_utf8`: whatever encoding the text itself names.
XmlResult parse_xml(std::istream& in, XmlHandler& handler, bool is_utf8 = false);

/// Value of an attribute; empty when absent.
std::string attribute(const Attributes& attributes, const std::string& name);

}  // namespace lvce::xlsx
