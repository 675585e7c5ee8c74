#include "evidence/ofd/signature.h"

#include <algorithm>
#include <map>

#include "evidence/ofd/check_value.h"
#include "evidence/ofd/seal.h"
#include "support/base64.h"

namespace lvce::ofd {
namespace {

constexpr std::uint64_t kMaxSigned = 64ULL << 20;
constexpr std::size_t kMostSignatures = 500, kMostStamps = 5000;

bool is_day(const std::string& digits) {
  const int month = std::stoi(digits.substr(4, 2)), day = std::stoi(digits.substr(6, 2));
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/// "2021-03-05 12:00:00" of "20210305120000Z", of "210305120000Z" and of what is written so already.
std::string plain_time(const std::string& text) {
  constexpr std::size_t kShortYear = 12;
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9') digits += c;
  }
  if (digits.size() == kShortYear && !is_day(digits)) digits.insert(0, "20");
  if (digits.size() < 8 || !is_day(digits)) return "";
  std::string out = digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6, 2);
  if (digits.size() < 14) return out;
  out += " " + digits.substr(8, 2) + ":" + digits.substr(10, 2) + ":" + digits.substr(12, 2);
  return text.ends_with('Z') ? out + "（世界时）" : out;
}

class SignatureReader {
 public:
  SignatureReader(Package& package, const Document& document) : package_(package), document_(document) {}

  Signatures read() {
    Signatures out;
    out.lost = document_.signatures_lost ? 1 : 0;
    if (document_.signatures.empty()) return out;
    const std::unique_ptr<Xml> list = read_xml(package_, document_.signatures);
    if (!list) {
      ++out.lost;
      return out;
    }
    for (const pugi::xml_node& entry : list->root.children()) {
      if (local_name(entry) != "Signature" || out.all.size() >= kMostSignatures) continue;
      const std::unique_ptr<Xml> xml = read_xml_at(package_, list->name, attribute_of(entry, "BaseLoc"));
      if (xml) out.all.push_back(signature_of(*xml));
      else ++out.lost;
    }
    return out;
  }

 private:
  Signature signature_of(const Xml& xml) {
    Signature out;
    const pugi::xml_node info = child_of(xml.root, "SignedInfo");
    for (const pugi::xml_node& part : info.children()) {
      if (local_name(part) != "StampAnnot" || out.stamps.size() >= kMostStamps) continue;
      const std::optional<Box> box = box_of(part.attribute("Boundary").value());
      if (box) out.stamps.push_back({attribute_of(part, "PageRef"), *box, box_of(part.attribute("Clip").value())});
    }
    const std::optional<Entry> value = entry_at(xml, text_of(xml.root, "SignedValue"));
    const std::optional<Entry> own = entry_at(xml, text_of(child_of(info, "Seal"), "BaseLoc"));
    const Seal seal = value ? read_seal(value->bytes, false) : Seal();
    take_seal(seal, own ? read_seal(own->bytes, true) : Seal(), out);
    if (const std::string said = plain_time(text_of(info, "SignatureDateTime")); !said.empty()) out.time = said;
    out.integrity = integrity_of(child_of(info, "References"), xml);
    if (out.integrity != Integrity::altered && !seal.data_hash.empty() && !is_digest_of(seal.data_hash, xml.name)) out.integrity = Integrity::mismatched;
    return out;
  }

  static void take_seal(const Seal& signed_seal, const Seal& own, Signature& out) {
    out.picture = signed_seal.picture.empty() ? own.picture : signed_seal.picture;
    out.name = signed_seal.name.empty() ? own.name : signed_seal.name;
    out.time = plain_time(signed_seal.time);
  }

  std::optional<Entry> entry_at(const Xml& from, const std::string& location) {
    const std::optional<std::string> name = package_.locate(from.name, location);
    return name ? package_.read(*name, kMaxSigned) : std::nullopt;
  }

  /// The seal says no method: both have digests of this length. What cannot be read is not said to differ.
  bool is_digest_of(std::string_view digest, const std::string& name) {
    const std::optional<Entry> entry = package_.read(name, kMaxSigned);
    if (!entry) return true;
    return digest_of(entry->bytes, CheckMethod::sm3) == digest || digest_of(entry->bytes, CheckMethod::sha256) == digest;
  }

  Integrity integrity_of(const pugi::xml_node& references, const Xml& xml) {
    const std::optional<CheckMethod> method = check_method(attribute_of(references, "CheckMethod"));
    if (!method) return Integrity::unknown;
    bool any = false, all = true;
    for (const pugi::xml_node& reference : references.children()) {
      if (local_name(reference) != "Reference") continue;
      const std::optional<std::string> name = package_.locate(xml.name, attribute_of(reference, "FileRef"));
      if (!name) return Integrity::altered;
      const std::string& digest = check_value(*name, *method);
      if (!digest.empty() && digest != from_base64(text_of(reference, "CheckValue"))) return Integrity::altered;
      any = true;
      all = all && !digest.empty();
    }
    return any && all ? Integrity::whole : Integrity::unknown;
  }

  /// Each entry is digested once, however many seals protect it. Empty for one that is there but locked or too large.
  const std::string& check_value(const std::string& name, CheckMethod method) {
    const auto [known, added] = digests_.emplace(std::pair(name, method), "");
    if (added) {
      const std::optional<Entry> entry = package_.read(name, kMaxSigned);
      if (entry) known->second = digest_of(entry->bytes, method);
    }
    return known->second;
  }

  Package& package_;
  const Document& document_;
  std::map<std::pair<std::string, CheckMethod>, std::string> digests_;
};

}  // namespace

Signatures read_signatures(Package& package, const Document& document) { return SignatureReader(package, document).read(); }

}  // namespace lvce::ofd
