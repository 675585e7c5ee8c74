// An office's own ledger of any layout, as lvce map understands it. The mapping that it proposes must be one.
#include "fuzz/kit.h"
#include "workbook/layouts.h"
#include "workbook/mapping/mapping.h"

namespace lvce::fuzz {

void ledgers(std::string_view input) {
  if (is_for_worker(input)) return;
  const InputFile file(input, "能耗/用能.csv");
  const LedgerLayout layout = understand_ledgers(scratch());
  if (layout.mapping.empty()) return;
  Findings findings;
  must(formats::parse_mapping(layout.mapping, "映射.yaml", findings).has_value(), "a proposed mapping can be read");
}

}  // namespace lvce::fuzz
