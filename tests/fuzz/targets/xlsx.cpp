// A workbook as .xlsx, from its package to the office's figures.
#include "fuzz/kit.h"
#include "workbook/workbook.h"

namespace lvce::fuzz {

void xlsx(std::string_view input) {
  const std::string bytes = package_of(input);
  if (is_for_worker(bytes)) return;
  const InputFile file(bytes, "台账.xlsx");
  read_unit_workbook(scratch(), file.path());
}

}  // namespace lvce::fuzz
