// Mails among the evidence: attachments as files of a folder of the mail's name.
#include <catch2/catch.hpp>

#include "evidence/evidence_kit.h"
#include "support/files.h"

namespace lvce {
namespace {

using namespace testing;

const std::string kHead = "From: a@example.com\r\nTo: b@example.com\r\nSubject: =?GB18030?B?suLK1A==?=\r\nMIME-Version: 1.0\r\n";

std::string mixed(const std::string& parts, const std::string& boundary = "b1") {
  return kHead + "Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\r\n\r\n" + parts + "--" + boundary + "--\r\n";
}

std::string part(const std::string& head, const std::string& body, const std::string& boundary = "b1") {
  return "--" + boundary + "\r\n" + head + "\r\n\r\n" + body + "\r\n";
}

struct MailDesk {
  TempFolder evidence, work;
  EvidenceFolder folder;
  Findings findings;

  void read() {
    folder = scan_evidence(evidence.path(), small_rubric(), findings, {"/proc/self/exe", work.path()});
    ProbeOptions options;
    options.worker = std::filesystem::read_symlink("/proc/self/exe");
    probe_evidence(folder, options, findings);
  }
  std::string text(const std::string& path) const {
    const EvidenceFile* file = find_file(folder, path);
    return file != nullptr ? read_file(file->disk, 1 << 20).value_or("") : "（没有）";
  }
};

}  // namespace

TEST_CASE("attachments of a mail, with names of every kind", "[evidence][mail]") {
  MailDesk desk;
  desk.evidence.put(
      "2.1.1 通知.eml",
      mixed(part("Content-Type: text/plain; charset=utf-8", "见附件") +
            part("Content-Type: text/plain; name=\"=?UTF-8?B?5Yi25bqmLnR4dA==?=\"\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64",
                 "5Yi25bqm5YaF5a65") +
            part("Content-Type: text/plain\r\nContent-Disposition: attachment; filename*=UTF-8''%E6%96%B9%E6%A1%88.txt\r\n"
                 "Content-Transfer-Encoding: quoted-printable",
                 "=E6=96=B9=E6=A1=88=E5=86=85=E5=AE=B9") +
            part("Content-Type: text/plain\r\nContent-Disposition: attachment; filename=\"\xCD\xA8\xD6\xAA.txt\"", "第三") +
            part("Content-Type: text/plain\r\nContent-Disposition: attachment; filename=\"../../etc/d.txt\"", "第四")));
  desk.read();
  CHECK(find_file(desk.folder, "2.1.1 通知.eml")->state == EvidenceState::auxiliary);
  CHECK(desk.text("2.1.1 通知.eml/制度.txt") == "制度内容");
  CHECK(desk.text("2.1.1 通知.eml/方案.txt") == "方案内容");
  CHECK(desk.text("2.1.1 通知.eml/通知.txt") == "第三");
  CHECK(desk.text("2.1.1 通知.eml/d.txt") == "第四");
  CHECK(desk.folder.files.size() == 5);
  for (const EvidenceFile& file : desk.folder.files) {
    if (file.path != "2.1.1 通知.eml") CHECK(file.indicators == std::vector<std::string>{"2.1.1"});
  }
}

TEST_CASE("a mail in a mail, and one in an archive's depth", "[evidence][mail]") {
  MailDesk desk;
  const std::string inner = kHead + "Content-Type: multipart/mixed; boundary=\"b2\"\r\n\r\n" +
                            part("Content-Type: text/plain\r\nContent-Disposition: attachment; filename=\"a.txt\"", "内", "b2") + "--b2--\r\n";
  desk.evidence.put("2.1.1 a.eml", mixed(part("Content-Type: message/rfc822", inner)));
  desk.read();
  CHECK(desk.text("2.1.1 a.eml/附件邮件1/a.txt") == "内");
  std::string deep = inner;
  for (int i = 0; i < 8; ++i) {
    const std::string boundary = "c" + std::to_string(i);
    deep = kHead + "Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\r\n\r\n--" + boundary + "\r\nContent-Type: message/rfc822\r\n\r\n" + deep +
           "\r\n--" + boundary + "--\r\n";
  }
  MailDesk other;
  other.evidence.put("2.1.1 b.eml", deep);
  other.read();
  CHECK(count_code(other.findings, "evidence-archive-nested") == 1);
}

TEST_CASE("mails without attachments are refused with what to do; .msg stays refused", "[evidence][mail]") {
  MailDesk desk;
  desk.evidence.put("2.1.1 a.eml", kHead + "Content-Type: text/plain\r\n\r\n正文\r\n");
  desk.evidence.put("2.1.2 b.eml",
                    kHead +
                        "Content-Type: multipart/related; boundary=\"r\"\r\n\r\n--r\r\nContent-Type: text/html\r\n\r\n<img>\r\n--r\r\nContent-Type: image/png; "
                        "name=\"logo.png\"\r\nContent-ID: <1>\r\nContent-Disposition: inline; filename=\"logo.png\"\r\n\r\nx\r\n--r--\r\n");
  desk.evidence.put("2.1.3 c.msg", "\xD0\xCF\x11\xE0");
  desk.evidence.put("2.1.4 d.eml", std::string(3000, 'x'));
  std::string nested = kHead;
  for (int i = 0; i < 500; ++i) nested += "Content-Type: multipart/mixed; boundary=\"n" + std::to_string(i) + "\"\r\n\r\n--n" + std::to_string(i) + "\r\n";
  desk.evidence.put("2.2.2 e.eml", nested);
  desk.read();
  CHECK(count_code(desk.findings, "evidence-mail-empty") == 2);
  CHECK(count_code(desk.findings, "evidence-mail") == 2);
  CHECK(count_code(desk.findings, "evidence-mail-broken") == 1);
  for (const EvidenceFile& file : desk.folder.files) {
    INFO(file.path);
    CHECK(file.state == EvidenceState::rejected);
  }
}

}  // namespace lvce
