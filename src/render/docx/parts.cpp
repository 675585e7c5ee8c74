#include "render/docx/parts.h"

#include <Poco/DateTime.h>
#include <Poco/Path.h>
#include <Poco/Zip/Compress.h>

#include <sstream>

#include "render/docx/markup.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr const char* kOfficeRelationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr const char* kPackageRelationship = "http://schemas.openxmlformats.org/package/2006/relationships/";
constexpr const char* kRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";

/// "word/_rels/document.xml.rels" of "word/document.xml"
std::string relationships_name(const std::string& source) {
  const std::size_t at = source.rfind('/') + 1;  // npos + 1 is 0
  return source.substr(0, at) + "_rels/" + source.substr(at) + ".rels";
}

/// The name is given whole as a file's: Poco would add an entry for each folder, which a package of parts has not.
void put_entry(Poco::Zip::Compress& zip, const std::string& name, const std::string& bytes) {
  std::istringstream in(bytes);
  Poco::Path path;
  path.setFileName(name);
  zip.addFile(in, Poco::DateTime(1980, 1, 1), path, Poco::Zip::ZipCommon::CM_DEFLATE, Poco::Zip::ZipCommon::CL_NORMAL);
}

}  // namespace

void OfficeParts::add(const std::string& name, const std::string& type, std::string bytes) { parts_.push_back({name, type, std::move(bytes)}); }

std::string OfficeParts::relate(const std::string& source, const std::string& kind, const std::string& target) {
  std::vector<std::string>& known = relationships_[source];
  const std::string id = "rId" + std::to_string(known.size() + 1);
  const std::string type = (kind.starts_with("metadata/") ? kPackageRelationship : kOfficeRelationship) + kind;
  known.push_back("<Relationship Id=\"" + id + "\" Type=\"" + type + "\" Target=\"/" + target + "\"/>");
  return id;
}

std::string OfficeParts::types() const {
  std::string xml = std::string(kXmlHead) + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">" +
                    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>" +
                    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>";
  for (const Part& part : parts_) xml += "<Override PartName=\"/" + part.name + "\" ContentType=\"" + part.type + "\"/>";
  return xml + "</Types>";
}

std::string OfficeParts::zip() const {
  std::ostringstream out;
  Poco::Zip::Compress zip(out, true);
  put_entry(zip, "[Content_Types].xml", types());
  for (const auto& [source, elements] : relationships_) {
    put_entry(zip, relationships_name(source),
              std::string(kXmlHead) + "<Relationships xmlns=\"" + kRelationships + "\">" + join(elements, "") + "</Relationships>");
  }
  for (const Part& part : parts_) put_entry(zip, part.name, part.bytes);
  zip.close();
  return std::move(out).str();
}

}  // namespace lvce
