// A workbook as .xlsx, from its package to the office's figures.
#include "fuzz/kit.h"
#include "workbook/workbook.h"

namespace lvce::fuzz {

void xlsx(std::string_view input) {
  const InputFile file(package_of(input), "台账.xlsx");
  read_unit_workbook(scratch(), file.path());
}

}  // namespace lvce::fuzz
