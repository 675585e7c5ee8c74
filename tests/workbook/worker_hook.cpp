// Lets this test program be its own worker: run as `test_workbook --workbook-worker` it never reaches the tests.
#include <cstdlib>
#include <cstring>

#include "workbook/workbook.h"

namespace {

__attribute__((constructor)) void be_a_worker(int argc, char** argv) {
  if (argc == 2 && std::strcmp(argv[1], "--workbook-worker") == 0) std::_Exit(lvce::run_workbook_worker());
}

}  // namespace
