// Every fault that verify is there to find, and a sound package without one.
#include <Poco/DateTime.h>
#include <Poco/Path.h>
#include <Poco/Zip/Compress.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "pack/sample_package.h"
#include "pack/sums.h"
#include "pack/temp_folder.h"
#include "pack/unzip.h"
#include "pack/verify_pages.h"
#include "support/files.h"

using namespace lvce;
using lvce::test::build_sample;
using lvce::test::NumberedPdf;
using lvce::test::TempFolder;
using lvce::test::write_pdf;

namespace {

namespace fs = std::filesystem;

/// Codes of the findings, each followed by where.
std::string codes(const Findings& findings) {
  std::string out;
  for (const Finding& finding : findings) out += finding.code + "@" + finding.place.text() + " ";
  return out;
}

void write_hostile_zip(const fs::path& path, const std::string& name, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary);
  Poco::Zip::Compress compress(out, true);
  std::istringstream in(bytes);
  compress.addFile(in, Poco::DateTime(1980, 1, 1), Poco::Path(name, Poco::Path::PATH_UNIX));
  compress.close();
}

}  // namespace

TEST_CASE("a sound package, as a folder and as its zip") {
  const TempFolder out;
  const fs::path target = build_sample(out.path());
  CHECK(codes(verify_package(target)) == "");
  CHECK(codes(verify_package(target / "申报材料.zip")) == "");
}

TEST_CASE("the same package twice gives the same bytes") {
  const TempFolder one;
  const TempFolder two;
  const fs::path first = build_sample(one.path());
  const fs::path second = build_sample(two.path());
  for (const char* name : {"result.json", "SHA256SUMS", "申报材料.zip", "申报材料.zip.sha256"}) {
    INFO(name);
    CHECK(sha256_of_file(first / name) == sha256_of_file(second / name));
  }
}

TEST_CASE("a changed, a missing and an extra file") {
  const TempFolder out;
  const fs::path target = build_sample(out.path());
  SECTION("changed") {
    write_file(target / "02 自评打分表.xlsx", "other");
    CHECK(codes(verify_package(target)) == "verify-digest@02 自评打分表.xlsx ");
  }
  SECTION("missing") {
    fs::remove(target / "02 自评打分表.xlsx");
    CHECK(codes(verify_package(target)) == "verify-file-missing@02 自评打分表.xlsx ");
  }
  SECTION("extra") {
    write_file(target / "多出.txt", "x");
    CHECK(codes(verify_package(target)) == "verify-file-extra@多出.txt ");
  }
  SECTION("the zip") {
    std::ofstream(target / "申报材料.zip", std::ios::app | std::ios::binary) << "x";
    CHECK(codes(verify_package(target)) == "verify-digest@申报材料.zip ");
  }
  SECTION("the sums") {
    fs::remove(target / "SHA256SUMS");
    CHECK(verify_package(target).at(0).code == "verify-sums-unreadable");
  }
}

TEST_CASE("printed numbers against page labels") {
  const TempFolder out;
  NumberedPdf pdf;
  SECTION("a wrong number") {
    pdf.wrong_on_page = 2;
    CHECK(codes(verify_package(build_sample(out.path(), pdf))) == "verify-page-number@申报材料全本.pdf 第2页 ");
  }
  SECTION("no number") {
    pdf.unnumbered_page = 3;
    CHECK(codes(verify_package(build_sample(out.path(), pdf))) == "verify-page-number@申报材料全本.pdf 第3页 ");
  }
  SECTION("labels that do not begin with 1") {
    pdf.first_label = 2;
    CHECK(codes(verify_package(build_sample(out.path(), pdf))) == "verify-page-number@申报材料全本.pdf 第1页 ");
  }
  SECTION("no labels") {
    pdf.labels = false;
    CHECK(codes(verify_package(build_sample(out.path(), pdf))) == "verify-page-number@申报材料全本.pdf 第1页 ");
  }
  SECTION("a number inside foreign content does not count") {
    pdf.foreign = "/LvceNumber <</N 99>> BDC EMC\n";
    pdf.number_on_first = true;
    CHECK(codes(verify_package(build_sample(out.path(), pdf))) == "");
  }
}

TEST_CASE("check codes on pages against those recorded") {
  const TempFolder out;
  NumberedPdf bound;
  SECTION("as recorded") {
    bound.check_code = "0a1b2c3d";
    CHECK(codes(verify_package(build_sample(out.path(), bound, "0a1b2c3d", "0a1b2c3d"))) == "");
  }
  SECTION("another report") {
    CHECK(codes(verify_package(build_sample(out.path(), bound, "ffffffff", "0a1b2c3d"))) ==
          "verify-check-code@01 自评报告.pdf 第1页 verify-check-code@01 自评报告.pdf 第2页 verify-check-code@01 自评报告.pdf 第3页 ");
  }
  SECTION("a report without one") {
    CHECK(codes(verify_package(build_sample(out.path(), bound, "", "0a1b2c3d"))) == "verify-check-code@01 自评报告.pdf 第1页 ");
  }
  SECTION("a bound file with pages of another package") {
    bound.check_code = "ffffffff";
    CHECK(codes(verify_package(build_sample(out.path(), bound, "0a1b2c3d", "0a1b2c3d"))) ==
          "verify-check-code@申报材料全本.pdf 第2页 verify-check-code@申报材料全本.pdf 第3页 ");
  }
}

TEST_CASE("evidence begins at a page that is there") {
  const TempFolder out;
  NumberedPdf bound;
  bound.pages = 2;  // the sample's evidence begins at page 3
  const Findings findings = verify_package(build_sample(out.path(), bound));
  CHECK(codes(findings) == "verify-record@申报材料全本.pdf ");
  CHECK(findings.at(0).message == "result.json 登记“2.1.1 通知.pdf”从第 3 页开始，全本没有这一页");
}

TEST_CASE("names in a zip are shown, not obeyed") {
  const TempFolder out;
  write_hostile_zip(out / "e.zip", "a/\x1B[31m\u202Eb", "x");
  const Findings findings = verify_package(out / "e.zip");
  REQUIRE(findings.size() == 1);
  CHECK(findings.at(0).message == "条目名称不合规则：a/〈U+001B〉[31m〈U+202E〉b");
}

TEST_CASE("what is no package is said, not crashed on") {
  const TempFolder out;
  CHECK(verify_package(out / "nowhere").at(0).code == "verify-not-found");
  CHECK(verify_package(out.path()).at(0).code == "verify-sums-unreadable");
  write_file(out / "empty.zip", "");
  CHECK(verify_package(out / "empty.zip").at(0).code == "verify-zip");
  write_file(out / "text.zip", "hello, no zip");
  CHECK(verify_package(out / "text.zip").at(0).code == "verify-zip");
}

TEST_CASE("a truncated zip") {
  const TempFolder out;
  const fs::path zip = build_sample(out.path()) / "申报材料.zip";
  const std::string bytes = *read_file(zip, 1 << 20);
  for (std::size_t size = 0; size < bytes.size(); size += 97) {
    write_file(out / "cut.zip", std::string_view(bytes).substr(0, size));
    INFO(size);
    CHECK_FALSE(verify_package(out / "cut.zip").empty());
  }
}

TEST_CASE("damaged bytes anywhere are survived") {
  const TempFolder out;
  const fs::path target = build_sample(out.path());
  for (const char* name : {"申报材料.zip", "申报材料全本.pdf"}) {
    const std::string sound = *read_file(target / name, 1 << 20);
    std::uint32_t random = 12345;
    for (int round = 0; round < 150; ++round) {
      std::string bytes = sound;
      for (int flips = 0; flips < 1 + round % 8; ++flips) {
        random = random * 1664525U + 1013904223U;
        bytes[(random >> 8) % bytes.size()] = static_cast<char>(random >> 3);
      }
      const fs::path damaged = std::string_view(name).ends_with(".zip") ? out / "damaged.zip" : target / name;
      write_file(damaged, bytes);
      verify_package(std::string_view(name).ends_with(".zip") ? damaged : target);
    }
    write_file(target / name, sound);
  }
  CHECK(codes(verify_package(target)) == "");
}

TEST_CASE("zips that would leave the folder or fill the disk") {
  const TempFolder out;
  fs::create_directory(out / "into");
  SECTION("a path") {
    write_hostile_zip(out / "a.zip", "sub/evil.txt", "x");
    CHECK(unzip(out / "a.zip", out / "into", {}).size() == 1);
    CHECK(fs::is_empty(out / "into"));
  }
  SECTION("a bomb stops at the cap") {
    write_hostile_zip(out / "a.zip", "zeros", std::string(8 << 20, '\0'));
    UnzipCaps caps;
    caps.ratio = 10;
    caps.ratio_free = 1 << 20;
    const Findings findings = unzip(out / "a.zip", out / "into", caps);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].message.find("过大") != std::string::npos);
    CHECK(fs::file_size(out / "into" / "zeros") <= (1 << 20));
  }
}

TEST_CASE("sums are read strictly") {
  const std::string digest(64, 'a');
  CHECK(parse_sums(digest + "  a b.pdf\n")->at("a b.pdf") == digest);
  CHECK(parse_sums(digest + " *a\r\n")->size() == 1);
  CHECK_FALSE(parse_sums("abc  a\n"));
  CHECK_FALSE(parse_sums(digest + "  a\n" + digest + "  a\n"));
  CHECK_FALSE(parse_sums(std::string(64, 'g') + "  a\n"));
}

namespace {

/// Writes other bytes and their digest into the sums, as somebody would who covers it up.
void replace_with_sums(const fs::path& package, const std::string& name, const std::string& bytes) {
  write_file(package / name, bytes);
  Sums sums = *read_sums(package, "SHA256SUMS");
  sums[name] = sha256_of(bytes);
  write_file(package / "SHA256SUMS", sums_to_text(sums));
}

std::string with(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("an edited result.json is named though the sums were made again") {
  const TempFolder out;
  const fs::path target = build_sample(out.path());
  const std::string record = *read_file(target / "result.json", 1 << 20);
  SECTION("a score") {
    replace_with_sums(target, "result.json", with(record, "\"claimed\": 1.5", "\"claimed\": 9.5"));
    CHECK(codes(verify_package(target)) == "verify-zip-differs@SHA256SUMS verify-zip-differs@result.json ");
  }
  SECTION("a number of pages") {
    fs::remove(target / "申报材料.zip");
    fs::remove(target / "申报材料.zip.sha256");
    replace_with_sums(target, "result.json", with(record, "\"pages\": 3", "\"pages\": 4"));
    CHECK(codes(verify_package(target)).starts_with("verify-record@"));
  }
  SECTION("a digest") {
    fs::remove(target / "申报材料.zip");
    fs::remove(target / "申报材料.zip.sha256");
    replace_with_sums(target, "02 自评打分表.xlsx", "other figures");
    CHECK(codes(verify_package(target)) == "verify-record@02 自评打分表.xlsx ");
  }
}

TEST_CASE("a result.json larger than any of ours is named, not read") {
  const TempFolder out;
  const fs::path target = build_sample(out.path());
  fs::remove(target / "申报材料.zip");
  fs::remove(target / "申报材料.zip.sha256");
  replace_with_sums(target, "result.json", std::string(65U << 20, ' '));
  const Findings findings = verify_package(target);
  CHECK(codes(findings).starts_with("verify-record@result.json "));
  CHECK(findings.at(0).message.find("超过 64 MB") != std::string::npos);
}

TEST_CASE("a file added or taken away is named though the sums were made again") {
  const TempFolder out;
  const fs::path target = build_sample(out.path());
  fs::remove(target / "申报材料.zip");
  CHECK(codes(verify_package(target)) == "verify-file-missing@申报材料.zip ");
  fs::remove(target / "申报材料.zip.sha256");
  CHECK(codes(verify_package(target)) == "");
  SECTION("added") {
    replace_with_sums(target, "09 附件.xlsx", "x");
    CHECK(codes(verify_package(target)) == "verify-record@09 附件.xlsx ");
  }
  SECTION("taken away") {
    fs::remove(target / "02 自评打分表.xlsx");
    Sums sums = *read_sums(target, "SHA256SUMS");
    sums.erase("02 自评打分表.xlsx");
    write_file(target / "SHA256SUMS", sums_to_text(sums));
    CHECK(codes(verify_package(target)) == "verify-record@02 自评打分表.xlsx ");
  }
}

TEST_CASE("pages whose contents are enormous are not read to their end") {
  const TempFolder out;
  NumberedPdf pdf;
  pdf.pages = 12;
  pdf.unnumbered_page = 0;
  pdf.foreign = std::string(31 << 20, ' ');
  pdf.number_on_first = false;
  const fs::path file = out / "a.pdf";
  write_pdf(file, pdf);
  std::uintmax_t left = 1 << 20;
  const Findings findings = verify_pages(file, "a.pdf", {PageOrder::whole, 12}, left);
  CHECK(codes(findings).find("verify-too-large@a.pdf") != std::string::npos);
  CHECK(left == 0);
}
