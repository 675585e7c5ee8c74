// A mapping file, at work on ledgers that are always the same.
#include "fuzz/kit.h"
#include "workbook/csv/csv.h"
#include "workbook/mapping/apply_mapping.h"

namespace lvce::fuzz {
namespace {

const char* const kMonths =
    "某局2020年能源资源消耗统计,,,,\n月份,办公楼用电（度）,自来水（吨）,公车汽油（升）,表号\n1月,41200,310,\"1,250\",A1\n2月,38900,295,980,B2\n合计,80100,605,"
    "\"2,230\",\n";
const char* const kForm = "项目,单位,1月,2月,合计\n电,千瓦时,100,,100\n水,吨,7,8,15\n其中：空调,千瓦时,1,2,3\n";

xlsx::Book book_of_ledgers() {
  xlsx::Book book;
  formats::add_csv_sheet(book, "用能统计", kMonths);
  formats::add_csv_sheet(book, "2020", kForm);
  return book;
}

}  // namespace

void mapping(std::string_view input) {
  Findings findings;
  const auto read = formats::parse_mapping(input, "映射.yaml", findings);
  if (!read) return must(!findings.empty(), "a mapping that is not taken has a finding");
  xlsx::Book book = book_of_ledgers();
  std::vector<formats::FurtherBook> further{{"能耗.csv", book_of_ledgers()}};
  Reporter reporter("台账.xlsx", findings);
  formats::apply_mapping(*read, book, "台账.xlsx", further, reporter);
}

}  // namespace lvce::fuzz
