// A workbook as .ods, from its package to the office's figures.
#include "fuzz/kit.h"
#include "workbook/workbook.h"

namespace lvce::fuzz {

void ods(std::string_view input) {
  const std::string bytes = package_of(input);
  if (is_for_worker(bytes)) return;
  const InputFile file(bytes, "台账.ods");
  read_unit_workbook(scratch(), file.path());
}

}  // namespace lvce::fuzz
