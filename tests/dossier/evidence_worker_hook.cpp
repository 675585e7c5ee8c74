// Lets this test program be its own evidence worker: run as `test_dossier --evidence-worker` it never reaches the tests.
#include <cstdlib>
#include <cstring>

#include "dossier/evidence.h"

namespace {

__attribute__((constructor)) void be_a_worker(int argc, char** argv) {
  if (argc == 2 && std::strcmp(argv[1], "--evidence-worker") == 0) std::_Exit(lvce::run_evidence_worker());
}

}  // namespace
