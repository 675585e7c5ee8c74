// Streams of compound files: which one is the document's own where objects are embedded in it.
#include "workbook/package/compound_file.h"

#include <catch2/catch.hpp>

using namespace lvce::formats;

namespace {

constexpr unsigned kNone = 0xFFFFFFFF, kEnd = 0xFFFFFFFE, kTable = 0xFFFFFFFD;

void put(std::string& bytes, std::size_t at, unsigned value, int size) {
  for (int i = 0; i < size; ++i) bytes[at + static_cast<std::size_t>(i)] = static_cast<char>(value >> (8 * i));
}

struct DirectoryEntry {
  std::string name;
  unsigned type, left, right, child, start, size;
};

/// Sector 0 is the table of sectors, 1 and 2 the directory; a stream's content of one sector is its letter, from sector 3 on.
std::string compound_file(const std::vector<DirectoryEntry>& entries, const std::string& letters) {
  std::string file(512 * (4 + letters.size()), '\0');
  file.replace(0, 8, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
  put(file, 28, 0xFFFE, 2);
  put(file, 30, 9, 2);
  put(file, 32, 6, 2);
  put(file, 48, 1, 4);
  put(file, 56, 0, 4);  // no stream is small enough for the mini stream
  put(file, 60, kEnd, 4);
  put(file, 68, kEnd, 4);
  for (std::size_t i = 0; i < 109; ++i) put(file, 76 + 4 * i, i == 0 ? 0 : kNone, 4);
  for (std::size_t i = 0; i < 128; ++i) put(file, 512 + 4 * i, i == 0 ? kTable : i == 1 ? 2 : kEnd, 4);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::size_t at = 1024 + 128 * i;
    const DirectoryEntry& entry = entries[i];
    for (std::size_t c = 0; c < entry.name.size(); ++c) file[at + 2 * c] = entry.name[c];
    put(file, at + 64, static_cast<unsigned>(2 * entry.name.size() + 2), 2);
    file[at + 66] = static_cast<char>(entry.type);
    put(file, at + 68, entry.left, 4);
    put(file, at + 72, entry.right, 4);
    put(file, at + 76, entry.child, 4);
    put(file, at + 116, entry.start, 4);
    put(file, at + 120, entry.size, 4);
  }
  for (std::size_t i = 0; i < letters.size(); ++i) file.replace(512 * (4 + i), 512, std::string(512, letters[i]));
  return file;
}

char letter_of(const std::string& file) {
  const auto stream = read_stream(file, {"Workbook", "Book"});
  return stream && !stream->empty() ? stream->front() : '?';
}

}  // namespace

TEST_CASE("the book of an embedded object is not the document's", "[xls]") {
  CHECK(letter_of(compound_file({{"Root Entry", 5, kNone, kNone, 1, kEnd, 0},
                                 {"Book", 2, kNone, 2, kNone, 3, 512},
                                 {"MBD0001", 1, kNone, kNone, 3, 0, 0},
                                 {"Workbook", 2, kNone, kNone, kNone, 4, 512}},
                                "oe")) == 'o');
}

TEST_CASE("of two books of the document the newer one counts", "[xls]") {
  CHECK(letter_of(compound_file(
            {{"Root Entry", 5, kNone, kNone, 1, kEnd, 0}, {"Book", 2, kNone, 2, kNone, 3, 512}, {"Workbook", 2, kNone, kNone, kNone, 4, 512}}, "on")) == 'n');
}

TEST_CASE("a directory whose names are tied to each other wrongly still gives its book", "[xls]") {
  CHECK(letter_of(compound_file({{"Root Entry", 5, kNone, kNone, 99, kEnd, 0}, {"Workbook", 2, 1, 1, 1, 3, 512}}, "w")) == 'w');
  CHECK(letter_of(compound_file({{"Root Entry", 5, kNone, kNone, 1, kEnd, 0}, {"Workbook", 2, 1, 1, 1, 3, 512}}, "w")) == 'w');
}
