// What real files get wrong, and what no file may do.
#include <catch2/catch.hpp>

#include "evidence/ofd/ofd_builder.h"

namespace lvce {
namespace {

using namespace testing;

const std::string kRedPage = "Doc_0/Pages/Page_0/Content.xml";

OfdBuilder red_page() { return OfdBuilder(square(10, 10, 40, "255 0 0")); }

bool is_red(const OfdRun& run) { return run.codes().empty() && run.show().at(30, 30) == kOfdRed; }

void rename_entry(OfdBuilder& ofd, const std::string& from, const std::string& to) {
  ofd.entries[to] = ofd.entries.at(from);
  ofd.entries.erase(from);
}

}  // namespace

TEST_CASE("namespaces, cases and slashes of an OFD do not matter", "[evidence][ofd]") {
  CHECK(is_red(OfdRun(red_page())));
  SECTION("another namespace, another prefix, none") {
    for (const char* name : {"http://www.ofdspec.org", "urn:other"}) {
      OfdBuilder ofd = red_page();
      for (auto& [entry, content] : ofd.entries) {
        const std::size_t at = content.find("http://www.ofdspec.org/2016");
        if (at != std::string::npos) content.replace(at, 27, name);
      }
      CHECK(is_red(OfdRun(ofd)));
    }
    OfdBuilder bare = red_page();
    for (auto& [entry, content] : bare.entries) {
      while (content.find("ofd:") != std::string::npos) content.erase(content.find("ofd:"), 4);
    }
    CHECK(is_red(OfdRun(bare)));
  }
  SECTION("case, leading and backward slashes, a path from the root") {
    OfdBuilder ofd = red_page();
    rename_entry(ofd, kRedPage, "doc_0/pages/PAGE_0/content.xml");
    CHECK(is_red(OfdRun(ofd)));
    ofd.change("Doc_0/Document.xml", "Pages/Page_0/Content.xml", "/Doc_0/Pages/Page_0/Content.xml");
    CHECK(is_red(OfdRun(ofd)));
    ofd.change("Doc_0/Document.xml", "/Doc_0/Pages/Page_0/Content.xml", "Doc_0\\Pages\\Page_0\\Content.xml");
    CHECK(is_red(OfdRun(ofd)));
  }
  SECTION("the first entry in small letters") {
    OfdBuilder ofd = red_page();
    std::vector<PackagePart> parts{{"ofd.xml", ofd.entries.at("OFD.xml")}};
    ofd.entries.erase("OFD.xml");
    for (const auto& [name, content] : ofd.entries) parts.push_back({name, content});
    CHECK(is_red(OfdRun(write_parts(parts))));
  }
  SECTION("everything in a folder of a Chinese name") {
    OfdBuilder ofd = red_page(), moved = ofd;
    moved.entries.clear();
    for (const auto& [name, content] : ofd.entries) moved.entries["文件/" + name] = content;
    std::vector<PackagePart> parts;
    for (const auto& [name, content] : moved.entries) parts.push_back({name, content});
    CHECK(is_red(OfdRun(write_parts(parts))));
  }
  SECTION("CustomTag.xml that is no XML, an empty entry, a page without a layer") {
    OfdBuilder ofd = red_page();
    ofd.entries["Doc_0/Tags/CustomTag.xml"] = "<a><b></a>";
    ofd.entries["Doc_0/empty.xml"] = "";
    ofd.entries[kRedPage] = "<Page><Content>" + square(10, 10, 40, "255 0 0") + "</Content></Page>";
    CHECK(is_red(OfdRun(ofd)));
  }
}

TEST_CASE("a page that cannot be drawn is named and stood in for", "[evidence][ofd]") {
  OfdBuilder ofd = red_page();
  ofd.change("Doc_0/Document.xml", "</ofd:Pages>", R"(<ofd:Page ID="70" BaseLoc="Pages/Page_1/Content.xml"/></ofd:Pages>)");
  const OfdRun run(ofd);
  CHECK(run.codes() == "evidence-ofd-page-missing");
  CHECK(run.file().pages.size() == 2);
  CHECK(run.file().reason.find("第2页") != std::string::npos);
  CHECK(run.text().find("缺失或损坏") != std::string::npos);
  CHECK(run.show(1).at(30, 30) == kOfdRed);
}

TEST_CASE("an OFD with nothing on it is called an OFD", "[evidence][ofd]") {
  const OfdRun run(OfdBuilder(""));
  CHECK(run.codes().find("evidence-pdf-blank") != std::string::npos);
  CHECK(run.file().reason.find("OFD全部是空白页") != std::string::npos);
  CHECK(run.file().reason.find("PDF") == std::string::npos);
}

TEST_CASE("of a page that breaks off, what is there is drawn", "[evidence][ofd]") {
  OfdBuilder ofd = red_page();
  ofd.entries[kRedPage] = OfdBuilder::page(square(10, 10, 40, "255 0 0") + "<ofd:PathObject");
  const OfdRun run(ofd);
  CHECK(run.codes() == "evidence-ofd-page-broken");
  CHECK(run.show().at(30, 30) == kOfdRed);
}

TEST_CASE("an OFD without pages, cut short, or no zip at all is refused with what to do", "[evidence][ofd]") {
  OfdBuilder empty = red_page();
  empty.entries["Doc_0/Document.xml"] = "<Document/>";
  const std::string whole = red_page().bytes();
  for (const std::string& bytes : {empty.bytes(), whole.substr(0, whole.size() / 2), std::string("PK\x03\x04 OFD.xml")}) {
    const OfdRun run(bytes);
    CHECK(run.codes() == "evidence-ofd-damaged");
    CHECK(run.file().state == EvidenceState::rejected);
    CHECK(run.file().remedy.find("PDF") != std::string::npos);
  }
}

TEST_CASE("matrices, dashes and sizes that Cairo would stop at do no harm", "[evidence][ofd]") {
  OfdBuilder ofd(
      R"(<ofd:PathObject ID="9" CTM="0 0 0 0 0 0" Boundary="0 0 9 9"><ofd:AbbreviatedData>M 0 0 L 9 9</ofd:AbbreviatedData></ofd:PathObject>)"
      R"(<ofd:PathObject ID="9" DashPattern="0 0" LineWidth="-1" Boundary="x"><ofd:AbbreviatedData>L 9 A 1 2 Q B M C Z 1 L nan 4</ofd:AbbreviatedData></ofd:PathObject>)"
      R"(<ofd:TextObject ID="9" Font="3" Size="0" Boundary="0 0 9 9"><ofd:TextCode X="0" Y="0">一</ofd:TextCode></ofd:TextObject>)" +
      square(10, 10, 40, "255 0 0"));
  CHECK(is_red(OfdRun(ofd)));
}

TEST_CASE("composites in circles and patterns of themselves end", "[evidence][ofd]") {
  OfdBuilder ofd(R"(<ofd:CompositeObject ID="20" ResourceID="21" Boundary="0 0 80 80"/>)" + square(10, 10, 40, "255 0 0"));
  ofd.resources(
      R"(<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="21"><ofd:Content><ofd:CompositeObject ID="22" ResourceID="21" Boundary="0 0 80 80"/>)"
      R"(</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>)");
  CHECK(is_red(OfdRun(ofd)));
}

TEST_CASE("of a revised document the version in force is drawn, its annotations too", "[evidence][ofd]") {
  OfdBuilder ofd(square(10, 10, 40, "0 0 255"));
  ofd.change("OFD.xml", "</ofd:DocBody>",
             R"(<ofd:Versions><ofd:Version ID="1" Index="0" Current="false" BaseLoc="Doc_0/V/1.xml"/>)"
             R"(<ofd:Version ID="2" Index="1" Current="true" BaseLoc="Doc_0/V/2.xml"/></ofd:Versions></ofd:DocBody>)");
  ofd.entries["Doc_0/V/1.xml"] = "<DocVersion><DocRoot>/Doc_0/Document.xml</DocRoot></DocVersion>";
  ofd.entries["Doc_0/V/2.xml"] = "<DocVersion><DocRoot>/Doc_0/Document_2.xml</DocRoot></DocVersion>";
  ofd.entries["Doc_0/Document_2.xml"] = ofd.entries.at("Doc_0/Document.xml");
  ofd.change("Doc_0/Document_2.xml", "</ofd:Document>", "<ofd:Annotations>Annots.xml</ofd:Annotations></ofd:Document>");
  ofd.entries["Doc_0/Annots.xml"] = R"(<Annotations><Page PageID="1"><FileLoc>Annot_1.xml</FileLoc></Page></Annotations>)";
  ofd.entries["Doc_0/Annot_1.xml"] = R"(<PageAnnot><Annot Type="Link"><Appearance Boundary="0 0 100 100">)" + square(10, 10, 40, "255 0 0") +
                                     "</Appearance></Annot></PageAnnot>";
  CHECK(is_red(OfdRun(ofd)));
  // a version that is not there leaves what the file says beside it
  ofd.entries.erase("Doc_0/V/2.xml");
  const OfdRun first(ofd);
  CHECK(first.show().at(30, 30) == kOfdBlue);
}

TEST_CASE("the document's place may be an attribute", "[evidence][ofd]") {
  OfdBuilder ofd = red_page();
  ofd.change("OFD.xml", "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>", "");
  ofd.change("OFD.xml", "<ofd:DocBody>", R"(<ofd:DocBody DocRoot="Doc_0/Document.xml">)");
  CHECK(is_red(OfdRun(ofd)));
}

TEST_CASE("annotations, composites and signatures that a file only speaks of are told of", "[evidence][ofd]") {
  OfdBuilder ofd = red_page();
  SECTION("a list of annotations") {
    ofd.change("Doc_0/Document.xml", "</ofd:Document>", "<ofd:Annotations>Annots.xml</ofd:Annotations></ofd:Document>");
    const OfdRun run(ofd);
    CHECK(run.codes() == "evidence-ofd-annotation-missing");
    CHECK(run.show().at(30, 30) == kOfdRed);
    // an empty element speaks of none
    ofd.change("Doc_0/Document.xml", "Annots.xml", " ");
    CHECK(OfdRun(ofd).codes().empty());
  }
  SECTION("those of a page") {
    ofd.change("Doc_0/Document.xml", "</ofd:Document>", "<ofd:Annotations>Annots.xml</ofd:Annotations></ofd:Document>");
    ofd.entries["Doc_0/Annots.xml"] = R"(<Annotations><Page PageID="1"><FileLoc>Page_0/Annot.xml</FileLoc></Page></Annotations>)";
    const OfdRun run(ofd);
    CHECK(run.codes() == "evidence-ofd-annotation-missing");
    CHECK(run.file().reason.find("第1页") != std::string::npos);
    ofd.change("Doc_0/Annots.xml", R"(PageID="1")", R"(PageID="8")");  // of no page that is there
    CHECK(OfdRun(ofd).codes().empty());
  }
  SECTION("a composite") {
    ofd.entries[kRedPage] = OfdBuilder::page(square(10, 10, 40, "255 0 0") + R"(<ofd:CompositeObject ID="20" ResourceID="21" Boundary="0 0 80 80"/>)");
    const OfdRun run(ofd);
    CHECK(run.codes() == "evidence-ofd-page-broken");
    CHECK(run.show().at(30, 30) == kOfdRed);
  }
  SECTION("a list of signatures") {
    ofd.change("OFD.xml", "</ofd:DocBody>", "<ofd:Signatures>Doc_0/Signs/Signatures.xml</ofd:Signatures></ofd:DocBody>");
    CHECK(OfdRun(ofd).codes() == "evidence-ofd-seal-missing");
  }
}

TEST_CASE("an OFD encrypted as a whole is said to be locked", "[evidence][ofd]") {
  OfdBuilder ofd = red_page();
  ofd.entries.erase("Doc_0/Document.xml");
  CHECK(OfdRun(ofd).codes() == "evidence-ofd-damaged");
  ofd.entries["Encryptions.xml"] = "<Encryptions/>";
  CHECK(OfdRun(ofd).codes() == "evidence-ofd-locked");
}

}  // namespace lvce
