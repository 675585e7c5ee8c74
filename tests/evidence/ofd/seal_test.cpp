// Electronic seals: their pictures in their places, and whether what they protect is as it was.
#include <catch2/catch.hpp>

#include "evidence/ofd/check_value.h"
#include "evidence/ofd/ofd_builder.h"
#include "evidence/ofd/seal.h"

namespace lvce {
namespace {

using namespace testing;

std::string der(int tag, const std::string& content) {
  std::string out(1, static_cast<char>(tag));
  if (content.size() < 128) return out + static_cast<char>(content.size()) + content;
  return out + '\x82' + static_cast<char>(content.size() >> 8) + static_cast<char>(content.size() & 0xFF) + content;
}
std::string sequence(const std::string& content) { return der(0x30, content); }
std::string integer(int value) { return der(0x02, std::string(1, static_cast<char>(value))); }

/// As GB/T 38540 has it: SEQ{SEQ{version, seal, time, hash, property}, certificate, algorithm, signature}.
std::string signed_value(const std::string& type, const std::string& picture, const std::string& digest = std::string(32, '\0')) {
  const std::string property = sequence(integer(1) + der(0x0C, "某局测试章") + integer(1));
  const std::string image = sequence(der(0x16, type) + der(0x04, picture) + integer(20) + integer(20));
  const std::string seal = sequence(sequence(sequence(der(0x16, "ES")) + der(0x16, "1") + property + image) + der(0x04, "cert"));
  const std::string hash = der(0x03, '\0' + digest);
  return sequence(sequence(integer(4) + seal + der(0x18, "20230305040506Z") + hash + der(0x16, "/Doc_0")) + der(0x04, "c") + der(0x06, "o") + der(0x03, "s"));
}

std::string base64(const std::string& bytes) {
  constexpr char kLetters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    unsigned value = 0;
    for (std::size_t k = 0; k < 3; ++k) value = value << 8 | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
    for (std::size_t k = 0; k < 4; ++k) out += i + k <= bytes.size() ? kLetters[value >> (18 - 6 * k) & 63] : '=';
  }
  return out;
}

const std::string kSigned = "Doc_0/Signs/Sign_0/Signature.xml";
const std::string kPagePart = "Doc_0/Pages/Page_0/Content.xml";

/// On the list of digests as it is now.
void set_seal(OfdBuilder& ofd) {
  const std::string seal = OfdBuilder(square(0, 0, 100, "255 255 0")).bytes();
  ofd.entries["Doc_0/Signs/Sign_0/SignedValue.dat"] = signed_value("ofd", seal, ofd::digest_of(ofd.entries.at(kSigned), ofd::CheckMethod::sm3));
}

/// A green page with a nested, red seal of 20 × 20 mm at (10, 10), which protects the page.
OfdBuilder sealed(const std::string& more = "") {
  OfdBuilder ofd(square(0, 0, 100, "0 255 255"));
  ofd.change("OFD.xml", "</ofd:DocBody>", "<ofd:Signatures>Doc_0/Signs/Signatures.xml</ofd:Signatures></ofd:DocBody>");
  ofd.entries["Doc_0/Signs/Signatures.xml"] =
      R"(<ofd:Signatures xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Signature ID="1" BaseLoc="Sign_0/Signature.xml"/></ofd:Signatures>)";
  ofd.entries["Doc_0/Signs/Sign_0/Signature.xml"] =
      R"(<ofd:Signature xmlns:ofd="http://www.ofdspec.org/2016"><ofd:SignedInfo><ofd:References CheckMethod="SM3"><ofd:Reference FileRef="/)" + kPagePart +
      R"("><ofd:CheckValue>)" + base64(ofd::digest_of(ofd.entries.at(kPagePart), ofd::CheckMethod::sm3)) +
      R"(</ofd:CheckValue></ofd:Reference></ofd:References><ofd:StampAnnot ID="2" PageRef="1" Boundary="10 10 20 20" )" + more +
      R"(/></ofd:SignedInfo><ofd:SignedValue>/Doc_0/Signs/Sign_0/SignedValue.dat</ofd:SignedValue></ofd:Signature>)";
  set_seal(ofd);
  return ofd;
}

}  // namespace

TEST_CASE("digests of the standards' own examples", "[evidence][ofd]") {
  const auto hexadecimal = [](const std::string& bytes) {
    std::string out;
    for (const char c : bytes) {
      char digits[3];
      std::snprintf(digits, sizeof digits, "%02x", static_cast<unsigned>(static_cast<unsigned char>(c)));
      out += digits;
    }
    return out;
  };
  CHECK(hexadecimal(ofd::digest_of("abc", ofd::CheckMethod::sm3)) == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
  CHECK(hexadecimal(ofd::digest_of("abc", ofd::CheckMethod::sha1)) == "a9993e364706816aba3e25717850c26c9cd0d89d");
  CHECK(ofd::check_method("1.2.156.10197.1.401") == ofd::CheckMethod::sm3);
  CHECK_FALSE(ofd::check_method("MD5"));
}

TEST_CASE("what a signed value holds", "[evidence][ofd]") {
  const std::string picture = "\x89PNG\r\n\x1A\n rest";
  const std::string bytes = signed_value("png", picture);
  const ofd::Seal seal = ofd::read_seal(bytes, false);
  CHECK(seal.picture == picture);
  CHECK(seal.name == "某局测试章");
  CHECK(seal.time == "20230305040506Z");
  for (std::size_t length = 0; length < bytes.size(); ++length) ofd::read_seal(bytes.substr(0, length), false);  // none of them harms
  CHECK(ofd::read_seal("\x06\x03"
                       "abc",
                       false)
            .picture.empty());
  CHECK(ofd::read_seal("", true).picture.empty());
}

TEST_CASE("a seal stands in its place over the text, and it is said whether the file was altered", "[evidence][ofd]") {
  const OfdRun run(sealed());
  CHECK(run.codes() == "evidence-ofd-seal");
  CHECK(run.file().reason == "电子印章：某局测试章，签章时间2023-03-05 04:05:06（世界时），文件自签章后未改动；未验证证书");
  const OfdShown page = run.show();
  CHECK(page.at(20, 20) == kOfdGreen);  // yellow times cyan
  CHECK(page.at(28, 28) == kOfdGreen);
  CHECK(page.at(32, 20) == OfdColour{0, 255, 255});

  OfdBuilder altered = sealed();
  altered.change(kPagePart, "</ofd:Layer>", square(60, 60, 10, "0 0 0") + "</ofd:Layer>");
  CHECK(OfdRun(altered).file().reason.find("文件自签章后已改动；未验证证书") != std::string::npos);

  OfdBuilder other = sealed();
  other.change(kSigned, "SM3", "MD5");
  set_seal(other);
  CHECK(OfdRun(other).file().reason.find("未能核对") != std::string::npos);
}

TEST_CASE("digests that were written anew after the seal was set are told of", "[evidence][ofd]") {
  OfdBuilder ofd = sealed();
  ofd.change(kSigned, R"(ID="2")", R"(ID="3")");
  CHECK(OfdRun(ofd).file().reason.find("签章数据与签名文件不符") != std::string::npos);
  // without a digest in the seal there is nothing to compare: a bare signature, two numbers
  ofd.entries["Doc_0/Signs/Sign_0/SignedValue.dat"] = sequence(integer(1) + integer(2));
  CHECK(OfdRun(ofd).file().reason.find("文件自签章后未改动") != std::string::npos);
}

TEST_CASE("a protected entry that is too large to be read is not said to be altered, one that is gone is", "[evidence][ofd]") {
  OfdBuilder ofd = sealed();
  ofd.change(kSigned, "</ofd:References>",
             R"(<ofd:Reference FileRef="/Doc_0/large.bin"><ofd:CheckValue>AAAA</ofd:CheckValue></ofd:Reference></ofd:References>)");
  set_seal(ofd);
  CHECK(OfdRun(ofd).file().reason.find("文件自签章后已改动") != std::string::npos);
  ofd.entries["Doc_0/large.bin"] = std::string((64U << 20) + 1, '\0');
  CHECK(OfdRun(ofd).file().reason.find("签章后是否改动未能核对") != std::string::npos);
}

TEST_CASE("of a riding seal only its part is seen", "[evidence][ofd]") {
  const OfdShown page = OfdRun(sealed(R"(Clip="10 0 10 20")")).show();
  CHECK(page.at(15, 20) == OfdColour{0, 255, 255});
  CHECK(page.at(25, 20) == kOfdGreen);
}

TEST_CASE("a signature whose data are missing is told of", "[evidence][ofd]") {
  OfdBuilder ofd = sealed();
  ofd.entries.erase("Doc_0/Signs/Sign_0/Signature.xml");
  CHECK(OfdRun(ofd).codes() == "evidence-ofd-seal-missing");
}

TEST_CASE("a stamp without a picture is told of, unless it may be an annotation", "[evidence][ofd]") {
  OfdBuilder ofd = sealed();
  ofd.entries["Doc_0/Signs/Sign_0/SignedValue.dat"] = sequence(integer(1) + integer(2));
  CHECK(OfdRun(ofd).codes() == "evidence-ofd-picture-missing evidence-ofd-seal");
  ofd.change("Doc_0/Document.xml", "</ofd:Document>", "<ofd:Annotations>Annots.xml</ofd:Annotations></ofd:Document>");
  ofd.entries["Doc_0/Annots.xml"] = R"(<Annotations><Page PageID="1"><FileLoc>Annot.xml</FileLoc></Page></Annotations>)";
  ofd.entries["Doc_0/Annot.xml"] = R"(<PageAnnot><Annot Type="Stamp"><Appearance Boundary="0 0 100 100">)" + square(10, 10, 20, "255 255 0") +
                                   "</Appearance></Annot></PageAnnot>";
  const OfdRun run(ofd);
  CHECK(run.codes() == "evidence-ofd-seal");
  CHECK(run.show().at(20, 20) == kOfdGreen);
}

TEST_CASE("times with a year of two figures, names filled up with zeros", "[evidence][ofd]") {
  const auto said = [](const std::string& time) {
    OfdBuilder ofd = sealed();
    ofd.change(kSigned, "<ofd:SignedInfo>", "<ofd:SignedInfo><ofd:SignatureDateTime>" + time + "</ofd:SignatureDateTime>");
    set_seal(ofd);
    return OfdRun(ofd).file().reason;
  };
  CHECK(said("220725214639Z").find("签章时间2022-07-25 21:46:39（世界时）") != std::string::npos);
  CHECK(said("20220725214639").find("签章时间2022-07-25 21:46:39，") != std::string::npos);
  CHECK(said("2022-07-25").find("签章时间2022-07-25，") != std::string::npos);
  CHECK(said("99999999").find("签章时间2023-03-05 04:05:06") != std::string::npos);  // no day: the seal's own time

  std::string filled = signed_value("png", "\x89PNG\r\n\x1A\n rest");
  const std::string name = "某局测试章";
  filled.replace(filled.find(name) + name.size() - 3, 3, std::string(3, '\0'));
  CHECK(ofd::read_seal(filled, false).name == "某局测试");
}

}  // namespace lvce
