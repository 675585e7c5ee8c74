// The program lvce-ocr: pages of strangers' scans → words and their places, in a process under limits. Tesseract is known here alone.
#pragma once

namespace lvce {

/// Jobs of the evidence protocol (job.read_page, job.language) on standard input, answers on standard output. Returns the exit code.
int run_ocr_worker();

}  // namespace lvce
