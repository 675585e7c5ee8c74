#include <dirent.h>
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <chrono>

#include "evidence/evidence_kit.h"
#include "evidence/evidence_samples.h"
#include "evidence/workers/pool.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;
using namespace testing;

/// A shell script that stands in for a worker.
fs::path put_script(const TempFolder& folder, const std::string& body) {
  const fs::path script = folder.put("worker.sh", "#!/bin/sh\n" + body);
  fs::permissions(script, fs::perms::owner_all);
  return script;
}

std::vector<ProbeJob> jobs_of(int count) { return std::vector<ProbeJob>(static_cast<std::size_t>(count), ProbeJob{"/dev/null", "", 200, true}); }

int open_descriptors() {
  int count = 0;
  DIR* folder = opendir("/proc/self/fd");
  while (readdir(folder) != nullptr) ++count;
  closedir(folder);
  return count;
}

}  // namespace

TEST_CASE("a job and an answer survive the wire", "[evidence][pool]") {
  const ProbeJob job{"/files/\xCD\xA8 \n.pdf", "/files/000001", 300, true};
  const auto back = job_from_line(job_to_line(job));
  REQUIRE(back);
  CHECK(back->file == job.file);
  CHECK(back->prepared_stem == job.prepared_stem);
  CHECK(back->dpi == 300);
  CHECK(back->digest_only);
  CHECK_FALSE(job_from_line("{}"));
  Probed probed;
  probed.pages = {{595, 842}};
  probed.text = "bad \xFF byte";
  probed.warn("a", "b", "c");
  const auto answer = answer_from_line(answer_to_line(probed));
  REQUIRE(answer);
  CHECK(answer->pages.size() == 1);
  CHECK(answer->notices.at(0).reason == "b");
  CHECK_FALSE(answer_from_line("[1]"));
}

TEST_CASE("a program that is no worker rejects every file with one finding", "[evidence][pool]") {
  for (const char* worker : {"/bin/false", "/nowhere/lvce"}) {
    INFO(worker);
    TempFolder folder;
    for (int i = 0; i < 10; ++i) folder.put("2.1.1-" + std::to_string(i) + " a.pdf", "%PDF-");
    Findings findings;
    EvidenceFolder evidence = scan_evidence(folder.path(), small_rubric(), findings);
    ProbeOptions options;
    options.worker = worker;
    probe_evidence(evidence, options, findings);
    for (const EvidenceFile& file : evidence.files) CHECK(file.state == EvidenceState::rejected);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].code == "evidence-worker-not-started");
    CHECK(findings[0].message.find("10个文件") == 0);
  }
}

TEST_CASE("a worker that dies on a job costs that job only", "[evidence][pool]") {
  TempFolder folder;
  PoolOptions options;
  options.workers = 2;
  options.worker = put_script(folder, "echo '{\"ready\":1}'; read line; exit 1\n");
  const auto results = run_jobs(jobs_of(7), options);
  REQUIRE(results.size() == 7);
  for (const JobResult& result : results) CHECK(result.end == JobEnd::worker_died);
}

TEST_CASE("a worker that answers once and then dies is replaced, and its file tried again", "[evidence][pool]") {
  TempFolder folder;
  PoolOptions options;
  const std::string answer = answer_to_line(Probed{});
  options.worker = put_script(folder, "echo '{\"ready\":1}'; read line; echo '" + answer + "'; read line; exit 1\n");
  const auto results = run_jobs(jobs_of(5), options);
  for (const JobResult& result : results) CHECK(result.end == JobEnd::answered);
}

TEST_CASE("a worker that hangs, babbles or floods is given up", "[evidence][pool]") {
  TempFolder folder;
  PoolOptions options;
  options.seconds_per_job = 1;
  options.worker = put_script(folder, "echo '{\"ready\":1}'; read line; exec sleep 100\n");
  auto results = run_jobs(jobs_of(2), options);
  CHECK(results[0].end == JobEnd::timed_out);
  CHECK(results[1].end == JobEnd::timed_out);
  options.seconds_per_job = 30;
  options.worker = put_script(folder, "echo '{\"ready\":1}'; read line; echo nonsense; sleep 100\n");
  CHECK(run_jobs(jobs_of(1), options)[0].end == JobEnd::worker_died);
  options.worker = put_script(folder, "echo '{\"ready\":1}'; read line; exec cat /dev/zero\n");
  CHECK(run_jobs(jobs_of(1), options)[0].end == JobEnd::worker_died);
}

TEST_CASE("no process and no descriptor is left behind", "[evidence][pool]") {
  TempFolder folder;
  PoolOptions options;
  options.workers = 2;
  options.worker = put_script(folder, "echo '{\"ready\":1}'; read line; exit 1\n");
  const int before = open_descriptors();
  run_jobs(jobs_of(6), options);
  CHECK(open_descriptors() == before);
}

TEST_CASE("a file that eats all memory or time costs itself only", "[evidence][pool]") {
  TempFolder folder;
  // content that inflates without end is stopped by the cap on decoded bytes
  QPDF bomb;
  bomb.emptyPDF();
  QPDFObjectHandle page = add_page(bomb);
  QPDFObjectHandle blanks = bomb.makeIndirectObject(QPDFObjectHandle::newStream(&bomb, std::string(20U << 20, ' ')));
  page.replaceKey("/Contents", QPDFObjectHandle::newArray(std::vector<QPDFObjectHandle>(15, blanks)));
  save(bomb, folder.path() / "2.1.1 弹.pdf");
  put_pdf(folder.path() / "2.1.2 好.pdf");
  Findings findings;
  EvidenceFolder evidence = scan_evidence(folder.path(), small_rubric(), findings);
  ProbeOptions options;
  options.worker = fs::read_symlink("/proc/self/exe");
  options.seconds_per_file = 600;  // the cap on bytes is what is looked at; sanitizers need most of a minute to reach it
  probe_evidence(evidence, options, findings);
  CHECK(evidence.files[0].state == EvidenceState::rejected);
  CHECK(evidence.files[1].state == EvidenceState::bound);
  CHECK(count_code(findings, "evidence-too-large") == 1);
}

TEST_CASE("a worker that its memory limit kills costs that file only", "[evidence][pool][address-space]") {
  TempFolder folder;
  TempFolder tools;
  // 7,000 × 7,000 pixels of 24 bits, all of them holes in the file: 147 MB to read and as many to decode
  std::string header("BM\0\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x58\x1B\0\0\x58\x1B\0\0\x01\0\x18\0", 30);
  header.resize(54);
  const fs::path large = folder.put("2.1.1 大.bmp", header);
  fs::resize_file(large, 54 + 21'000ULL * 7'000);
  put_pdf(folder.path() / "2.1.2 好.pdf");
  Findings findings;
  EvidenceFolder evidence = scan_evidence(folder.path(), small_rubric(), findings);
  ProbeOptions options;
  options.workers = 1;
  options.worker = put_script(tools, "ulimit -v 300000; exec " + fs::read_symlink("/proc/self/exe").native() + " --evidence-worker\n");
  probe_evidence(evidence, options, findings);
  CHECK(evidence.files[0].state == EvidenceState::rejected);
  CHECK(count_code(findings, "evidence-worker-died") == 1);
  CHECK(evidence.files[1].state == EvidenceState::bound);
  options.worker = fs::read_symlink("/proc/self/exe");  // our own limit is wide enough for it
  evidence = scan_evidence(folder.path(), small_rubric(), findings);
  findings.clear();
  probe_evidence(evidence, options, findings);
  CHECK(evidence.files[0].state == EvidenceState::bound_with_warning);
  CHECK(count_code(findings, "evidence-picture-blank") == 1);  // holes read as black: one colour
}

TEST_CASE("a file that takes too long is rejected by name", "[evidence][pool]") {
  TempFolder folder;
  TempFolder tools;
  put_pdf(folder.path() / "2.1.1 慢.pdf");
  Findings findings;
  EvidenceFolder evidence = scan_evidence(folder.path(), small_rubric(), findings);
  ProbeOptions options;
  options.worker = put_script(tools, "echo '{\"ready\":1}'; read line; exec sleep 100\n");
  options.seconds_per_file = 1;
  probe_evidence(evidence, options, findings);
  CHECK(evidence.files[0].state == EvidenceState::rejected);
  CHECK(count_code(findings, "evidence-worker-timeout") == 1);
}

TEST_CASE("a work folder that cannot be written rejects everything: nothing can be kept as it was judged", "[evidence][pool]") {
  TempFolder folder;
  put_pdf(folder.path() / "2.1.1 好.pdf");
  folder.put("2.1.1 图.bmp", std::string("BM\0\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x01\0\0\0\x01\0\0\0\x01\0\x18\0", 30) + std::string(28, '\0'));
  QPDF pdf;
  pdf.emptyPDF();
  QPDFObjectHandle page = add_page(pdf);
  QPDFObjectHandle stamp = parsed("<< /Type /Annot /Subtype /Stamp /Rect [1 1 51 51] /AP << >> >>");
  stamp.getKey("/AP").replaceKey("/N", red_square(pdf));
  page.replaceKey("/Annots", QPDFObjectHandle::newArray({pdf.makeIndirectObject(stamp)}));
  save(pdf, folder.path() / "2.1.1 章.pdf");
  Findings findings;
  EvidenceFolder evidence = scan_evidence(folder.path(), small_rubric(), findings);
  ProbeOptions options;
  options.worker = fs::read_symlink("/proc/self/exe");
  options.work_folder = folder.put("不是文件夹.txt");
  probe_evidence(evidence, options, findings);
  CHECK(count_code(findings, "evidence-not-prepared") == 3);
  for (const EvidenceFile& file : evidence.files) CHECK(file.state == EvidenceState::rejected);
}

}  // namespace lvce
