#include "paths.h"

const char* const kSourceFolder = LVCE_SOURCE;
const char* const kTestData = LVCE_TEST_DATA;
const char* const kBinary = LVCE_BINARY;
