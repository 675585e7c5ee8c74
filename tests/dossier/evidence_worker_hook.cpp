// Lets this test program be its own worker: run as `test_dossier --evidence-worker` or `--workbook-worker` it never reaches the tests.
#include <cstdlib>
#include <cstring>

#include "dossier/evidence.h"
#include "dossier/workbook.h"

namespace {

__attribute__((constructor)) void be_a_worker(int argc, char** argv) {
  if (argc == 2 && std::strcmp(argv[1], "--evidence-worker") == 0) std::_Exit(lvce::run_evidence_worker());
  if (argc == 2 && std::strcmp(argv[1], "--workbook-worker") == 0) std::_Exit(lvce::run_workbook_worker());
}

}  // namespace
