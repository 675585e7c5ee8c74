#include "workbook/xls/records.h"

#include "workbook/package/compound_file.h"

namespace lvce::formats {

std::optional<Piece> next_record(std::string_view stream, std::size_t& at) {
  if (at > stream.size() || stream.size() - at < 4) return std::nullopt;
  const Piece piece{read_u16(stream, at), stream.substr(at + 4, read_u16(stream, at + 2))};
  if (piece.body.size() < read_u16(stream, at + 2)) return std::nullopt;
  at += 4 + piece.body.size();
  return piece;
}

std::vector<std::string_view> continued(std::string_view stream, std::size_t& at) {
  std::vector<std::string_view> bodies;
  std::size_t next = at;
  while (const auto record = next_record(stream, next)) {
    if (record->type != kContinue) break;
    bodies.push_back(record->body);
    at = next;
  }
  return bodies;
}

}  // namespace lvce::formats
