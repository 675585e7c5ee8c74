// An old workbook: a compound file, or the stream in it. What the reader says must come through the pipe as it was.
#include "workbook/xls/biff.h"
#include "fuzz/kit.h"
#include "workbook/xls/dump.h"
#include "workbook/xls/xls_reader.h"

namespace lvce::fuzz {

void biff(std::string_view input) {
  const xlsx::ReadBook read = input.starts_with("\xD0\xCF\x11\xE0") ? formats::read_xls_unguarded(input) : formats::read_biff(input);
  if (!read.book) return;
  const std::string dump = formats::dump_book(*read.book);
  const auto again = formats::parse_dump(dump);
  must(again.has_value() && again->book.has_value(), "a dump of a book can be read");
  must(formats::dump_book(*again->book) == dump, "a book stays the same on its way");
}

}  // namespace lvce::fuzz
