// The bytes of a damaged PDF made ready to be read once more.
#pragma once

#include <qpdf/QPDF.hh>
#include <string>
#include <string_view>

namespace lvce {

/// "/Filter /Standard" of an encryption dictionary; streams have other filters, signatures other names in other places.
bool is_encrypted(std::string_view bytes);

/// With the file's own trailers out of sight, and one behind it that names the last catalog, or object 0 where there is none to be found.
std::string with_new_trailer(std::string bytes);

/// What the object streams hold, written as objects of their own; empty: there are none.
std::string unpacked_objects(QPDF& pdf);

}  // namespace lvce
