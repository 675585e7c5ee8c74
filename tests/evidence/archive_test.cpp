#include <catch2/catch.hpp>

#include "evidence/evidence_kit.h"
#include "support/files.h"

namespace lvce {
namespace {

using namespace testing;

/// A file of a ZIP, stored as it is: name, content, and the flag that says its name is UTF-8 (0x800) or that it is encrypted (1).
struct ZipFile {
  std::string name;
  std::string content;
  unsigned flags = 0x800;
};

std::string little(std::uint64_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i));
  return out;
}

std::uint32_t crc_of(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1U ^ (crc & 1U ? 0xEDB88320 : 0);
  }
  return ~crc;
}

std::string zip_of(const std::vector<ZipFile>& files) {
  std::string out;
  std::string list;
  for (const ZipFile& file : files) {
    const std::string rest = little(file.flags, 2) + little(0, 6) + little(crc_of(file.content), 4) + little(file.content.size(), 4) +
                             little(file.content.size(), 4) + little(file.name.size(), 2) + little(0, 2);
    list += "PK\x01\x02" + little(20, 2) + little(20, 2) + rest + little(0, 10) + little(out.size(), 4) + file.name;
    out += "PK\x03\x04" + little(20, 2) + rest + file.name + file.content;
  }
  const std::size_t begin = out.size();
  return out + list + "PK\x05\x06" + little(0, 4) + little(files.size(), 2) + little(files.size(), 2) + little(list.size(), 4) + little(begin, 4) +
         little(0, 2);
}

/// A file of a tar, in the old form; kind 0 a file, '2' a link.
std::string tar_of(const std::string& name, const std::string& content, char kind) {
  std::string head(512, '\0');
  const auto put = [&head](std::size_t at, const std::string& text) { head.replace(at, text.size(), text); };
  char size[12];
  std::snprintf(size, sizeof size, "%011o", static_cast<unsigned>(content.size()));
  put(0, name);
  put(100, "0000644");
  put(124, size);
  head[156] = kind;
  if (kind == '2') put(157, "/etc/passwd");
  put(257, "ustar");
  put(263, "00");
  put(148, std::string(8, ' '));
  unsigned sum = 0;
  for (const char c : head) sum += static_cast<unsigned char>(c);
  char digits[8];
  std::snprintf(digits, sizeof digits, "%06o", sum);
  put(148, std::string(digits, 7));
  std::string out = head + content;
  return out + std::string((512 - out.size() % 512) % 512 + 1024, '\0');
}

struct Desk {
  TempFolder evidence;
  TempFolder work;
  Findings findings;
  EvidenceFolder folder;

  void read() {
    folder = scan_evidence(evidence.path(), small_rubric(), findings, {"/proc/self/exe", work.path()});
    ProbeOptions options;
    options.worker = "/proc/self/exe";
    probe_evidence(folder, options, findings);
  }
  const EvidenceFile& file(const std::string& path) const {
    INFO(path);
    const EvidenceFile* found = find_file(folder, path);
    REQUIRE(found != nullptr);
    return *found;
  }
  bool says(const std::string& code, const std::string& path) const {
    return std::any_of(findings.begin(), findings.end(),
                       [&](const Finding& finding) { return finding.code == code && finding.place.path == in_evidence(path).path; });
  }
};

}  // namespace

TEST_CASE("an archive is a folder of its name", "[evidence][archive]") {
  Desk desk;
  desk.evidence.put("2.1.1 小组.zip", zip_of({{"通知.txt", "成立小组"}, {"会议/2.1.2 职责.txt", "职责"}}));
  desk.evidence.put("旧名.zip", zip_of({{"2.1.3 \xB8\xDA\xCE\xBB.txt", "岗位", 0}}));  // 岗位 in GB18030
  desk.evidence.put("2.1.4 推进.tar", tar_of("a.txt", "推进", '0').substr(0, 1024) + tar_of("b.txt", "", '2'));
  desk.read();
  CHECK(desk.file("2.1.1 小组.zip").state == EvidenceState::auxiliary);
  CHECK(desk.file("2.1.1 小组.zip/通知.txt").indicators == std::vector<std::string>{"2.1.1"});
  CHECK(desk.file("2.1.1 小组.zip/通知.txt").text == "成立小组");
  CHECK(desk.file("2.1.1 小组.zip/会议/2.1.2 职责.txt").indicators == std::vector<std::string>{"2.1.2"});
  CHECK(desk.file("旧名.zip/2.1.3 岗位.txt").state == EvidenceState::bound);
  CHECK(desk.file("2.1.4 推进.tar/a.txt").state == EvidenceState::bound);
  CHECK(desk.file("2.1.4 推进.tar/b.txt").state == EvidenceState::rejected);
  CHECK(desk.folder.files.size() == 8);  // three archives, five entries
}

TEST_CASE("an entry never leads out of its archive", "[evidence][archive]") {
  Desk desk;
  desk.evidence.put("2.1.1.zip", zip_of({{"../../../out.txt", "a"}, {"/abs.txt", "b"}, {"C:\\x\\drive.txt", "c"}, {"好.txt", "d"}}));
  desk.read();
  CHECK(desk.file("2.1.1.zip/好.txt").state == EvidenceState::bound);
  CHECK(desk.says("evidence-archive-climbs", "2.1.1.zip/（上级）/（上级）/（上级）/out.txt"));
  CHECK(desk.says("evidence-archive-climbs", "2.1.1.zip/abs.txt"));
  CHECK(desk.says("evidence-archive-climbs", "2.1.1.zip/C:/x/drive.txt"));
  CHECK_FALSE(std::filesystem::exists(desk.work.path().parent_path() / "out.txt"));
}

TEST_CASE("what is locked, cut, empty or too deep in archives is named, the rest goes on", "[evidence][archive]") {
  Desk desk;
  const std::string deep = zip_of({{"c.zip", zip_of({{"d.zip", zip_of({{"e.txt", "e"}})}})}});
  desk.evidence.put("2.1.1.zip", zip_of({{"锁.txt", "xxxxxxxxxxxxxxxx", 0x801}, {"开.txt", "开"}, {"b.zip", deep}}));
  const std::string whole = zip_of({{"里.zip", zip_of({{"a.txt", "a"}})}, {"后.txt", "后"}});
  desk.evidence.put("2.1.2.zip", whole.substr(0, whole.find("PK\x03\x04", whole.find("PK\x05\x06"))));
  desk.evidence.put("2.1.3.zip", zip_of({}));
  desk.evidence.put("2.1.4.zip", "not an archive");
  std::string spoilt = tar_of("a.txt", "甲", '0');
  spoilt[0] = 'b';  // its checksum is wrong: libarchive finds no format for it
  desk.evidence.put("2.2.2.tar", spoilt);
  desk.read();
  CHECK(desk.says("evidence-archive-locked", "2.1.1.zip/锁.txt"));
  CHECK(desk.file("2.1.1.zip/开.txt").state == EvidenceState::bound);
  CHECK(desk.says("evidence-archive-nested", "2.1.1.zip/b.zip/c.zip/d.zip"));
  CHECK(desk.says("evidence-archive-broken", "2.1.2.zip"));
  CHECK(desk.says("evidence-archive-empty", "2.1.3.zip"));
  CHECK(desk.says("evidence-archive-broken", "2.1.4.zip"));
  CHECK(desk.says("evidence-archive-broken", "2.2.2.tar"));
}

TEST_CASE("an archive that begins with a PDF as it is is still an archive", "[evidence][archive]") {
  Desk desk;
  const std::string pdf = "%PDF-1.4\n1 0 obj <</Type/Catalog>> endobj\nstartxref\n9\n%%EOF\n";
  desk.evidence.put("2.1.1.zip", zip_of({{"a.pdf", pdf}, {"b.txt", "乙"}}));
  desk.evidence.put("2.1.2.tar", tar_of("a.pdf", pdf, '0'));
  desk.read();
  CHECK(desk.file("2.1.1.zip").state == EvidenceState::auxiliary);
  CHECK(desk.file("2.1.1.zip/b.txt").state == EvidenceState::bound);
  CHECK(desk.file("2.1.2.tar").state == EvidenceState::auxiliary);
  CHECK(find_file(desk.folder, "2.1.2.tar/a.pdf") != nullptr);
}

TEST_CASE("an archive of thousands of files takes no place from what lies beside it, nor from smaller archives", "[evidence][archive]") {
  Desk desk;
  std::vector<ZipFile> many;
  for (int i = 0; i < 5000; ++i) many.push_back({std::to_string(i) + ".txt", "x"});
  desk.evidence.put("2.1.1 a.zip", zip_of(many));
  desk.evidence.put("2.1.2 b.zip", zip_of({{"小.txt", "小"}}));
  desk.evidence.put("2.1.3 c.txt", "旁");
  const EvidenceFolder listed = scan_evidence(desk.evidence.path(), small_rubric(), desk.findings, {"/proc/self/exe", desk.work.path()});
  CHECK(listed.files.size() == 5000);
  CHECK(find_file(listed, "2.1.3 c.txt") != nullptr);
  CHECK(find_file(listed, "2.1.2 b.zip/小.txt") != nullptr);
  CHECK(count_code(desk.findings, "evidence-too-many-files") == 1);
}

TEST_CASE("text is txt, md and csv; the rest is refused with what to do", "[evidence][archive]") {
  Desk desk;
  const std::vector<std::pair<std::string, std::string>> refused = {
      {"a.url", "evidence-shortcut"},      {"b.eml", "evidence-mail"},         {"c.pdf.crdownload", "evidence-unfinished"}, {"d.doc.bak", "evidence-backup"},
      {"e.tmp", "evidence-backup"},        {"f.ini", "evidence-not-material"}, {"g.json", "evidence-not-material"},         {"h.html", "evidence-web-page"},
      {"i.mht", "evidence-web-page"},      {"j.xml", "evidence-not-material"}, {"k.pdf", "evidence-name-content"},          {"l", "evidence-format-unknown"},
      {"m.xls", "evidence-office-unknown"}};
  for (const auto& [name, code] : refused) desk.evidence.put("2.1.1 " + name, "{\"code\": 401}");
  for (const char* name : {"n.txt", "o.MD", "p.csv"}) desk.evidence.put(std::string("2.1.2 ") + name, "制度," + std::string(name));
  desk.evidence.put("2.1.3 q.jpg", "  0\r\nSECTION\r\n");
  desk.read();
  for (const auto& [name, code] : refused) {
    INFO(name);
    CHECK(desk.says(code, "2.1.1 " + name));
  }
  for (const char* name : {"n.txt", "o.MD", "p.csv"}) CHECK(desk.file(std::string("2.1.2 ") + name).state == EvidenceState::bound);
  CHECK(desk.file("2.1.3 q.jpg").reason.find("DXF") != std::string::npos);
}

}  // namespace lvce
