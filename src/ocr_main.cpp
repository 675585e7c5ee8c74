#include "ocr/ocr.h"

int main() { return lvce::run_ocr_worker(); }
