// OFDs made for the tests, and what poppler shows of the PDFs that they become. Pages are 100 × 100 mm.
#pragma once

#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include "evidence/documents/parts.h"
#include "evidence/evidence_run.h"

namespace lvce::testing {

/// One document with one page, which entries may be changed of before bytes().
struct OfdBuilder {
  std::map<std::string, std::string> entries;

  /// `objects`: what stands in the page's layer.
  explicit OfdBuilder(const std::string& objects) {
    entries["OFD.xml"] = R"(<?xml version="1.0" encoding="UTF-8"?><ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016" Version="1.0"><ofd:DocBody>)"
                         R"(<ofd:DocInfo><ofd:CreationDate>2023-03-05</ofd:CreationDate></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>)"
                         R"(</ofd:DocBody></ofd:OFD>)";
    entries["Doc_0/Document.xml"] =
        R"(<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 100 100</ofd:PhysicalBox></ofd:PageArea>)"
        R"(<ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>)";
    resources("");
    entries["Doc_0/Pages/Page_0/Content.xml"] = page(objects);
  }

  static std::string page(const std::string& objects, const std::string& before = "") {
    return R"(<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016">)" + before + R"(<ofd:Content><ofd:Layer ID="2">)" + objects +
           "</ofd:Layer></ofd:Content></ofd:Page>";
  }
  /// Besides font 3, 宋体, which is not embedded.
  void resources(const std::string& more) {
    entries["Doc_0/PublicRes.xml"] =
        R"(<ofd:Res xmlns:ofd="http://www.ofdspec.org/2016" BaseLoc="Res"><ofd:Fonts><ofd:Font ID="3" FontName="宋体"/></ofd:Fonts>)" + more + "</ofd:Res>";
  }
  void change(const std::string& entry, const std::string& from, const std::string& to) {
    const std::size_t at = entries.at(entry).find(from);
    REQUIRE(at != std::string::npos);
    entries[entry].replace(at, from.size(), to);
  }
  std::string bytes() const {
    std::vector<PackagePart> parts{{"OFD.xml", entries.at("OFD.xml")}};
    for (const auto& [name, content] : entries) {
      if (name != "OFD.xml") parts.push_back({name, content});
    }
    return write_parts(parts);
  }
};

inline std::string output_of(const std::string& command) {
  FILE* from = popen(command.c_str(), "r");
  REQUIRE(from != nullptr);
  std::string out;
  std::array<char, 4096> part{};
  for (std::size_t got = 0; (got = fread(part.data(), 1, part.size(), from)) > 0;) out.append(part.data(), got);
  pclose(from);
  return out;
}

/// A page of 100 × 100 mm, a pixel a millimetre.
struct OfdShown {
  std::string pixels;
  std::array<int, 3> at(int x, int y) const {
    const std::size_t i = 15 + (static_cast<std::size_t>(y) * 100 + static_cast<std::size_t>(x)) * 3;
    const auto part = [&](std::size_t k) { return static_cast<int>(static_cast<unsigned char>(pixels.at(i + k))); };
    return {part(0), part(1), part(2)};
  }
};

/// The file as evidence, probed and prepared.
struct OfdRun {
  EvidenceRun run;

  explicit OfdRun(const OfdBuilder& ofd) : OfdRun(ofd.bytes()) {}
  explicit OfdRun(const std::string& bytes) {
    run.evidence.put("2.1.1 a.ofd", bytes);
    run.run();
  }
  const EvidenceFile& file() const { return run.file("2.1.1 a.ofd"); }
  std::string codes() const { return run.codes("2.1.1 a.ofd"); }
  std::string pdf() const {
    REQUIRE_FALSE(file().prepared.empty());
    return file().prepared.string();
  }
  OfdShown show(int page = 1) const {
    const std::string number = std::to_string(page);
    const OfdShown out{output_of("pdftoppm -scale-to-x 100 -scale-to-y 100 -aa no -aaVector no -f " + number + " -l " + number + " '" + pdf() + "'")};
    REQUIRE(out.pixels.starts_with("P6\n100 100\n255\n"));
    return out;
  }
  std::string text() const { return output_of("pdftotext -raw '" + pdf() + "' -"); }
  /// Left edges of the characters' boxes in millimetres, in the order of the file.
  std::vector<double> lefts() const {
    const std::string box = output_of("pdftotext -bbox '" + pdf() + "' -");
    std::vector<double> out;
    for (std::size_t at = box.find("xMin=\""); at != std::string::npos; at = box.find("xMin=\"", at + 1))
      out.push_back(std::stod(box.substr(at + 6)) / 72 * 25.4);
    return out;
  }
};

using OfdColour = std::array<int, 3>;
inline const OfdColour kOfdWhite{255, 255, 255}, kOfdBlack{0, 0, 0}, kOfdRed{255, 0, 0}, kOfdGreen{0, 255, 0}, kOfdBlue{0, 0, 255};

/// A filled square without a line: `more` holds attributes, `inside` stands before the path.
inline std::string square(double x, double y, double side, const std::string& colour, const std::string& more = "", const std::string& inside = "") {
  const std::string s = std::to_string(side);
  return R"(<ofd:PathObject ID="9" Fill="true" Stroke="false" Boundary=")" + std::to_string(x) + " " + std::to_string(y) + " " + s + " " + s + R"(" )" + more +
         R"(><ofd:FillColor Value=")" + colour + R"("/>)" + inside + "<ofd:AbbreviatedData>M 0 0 L " + s + " 0 L " + s + " " + s + " L 0 " + s +
         " C</ofd:AbbreviatedData></ofd:PathObject>";
}

}  // namespace lvce::testing
