// The worksheets that whole documents become: written, then recalculated by LibreOffice.
#include <cstdlib>
#include <filesystem>

#include <catch2/catch.hpp>

#include "compose/sample.h"
#include "render/render.h"
#include "support/files.h"

namespace lvce {

TEST_CASE("Scratch: write all workbooks", "[.scratch]") {
  sample::Office office;
  sample::fill(office);
  const Composed made = compose_documents(office.assessment, sample::templates());
  const std::filesystem::path folder = std::getenv("OUT") == nullptr ? "/tmp" : std::getenv("OUT");
  for (const Document* document : {&made.scores, &made.energy, &made.form.at(0), &made.missing}) {
    const std::string bytes = render_xlsx(*document, "2021-10-12");
    REQUIRE(!bytes.empty());
    CHECK(write_file(folder / (document->kind + ".xlsx"), bytes));
    CHECK(render_xlsx(*document, "2021-10-12") == bytes);
  }
}

}  // namespace lvce
