// libqpdf 11.3 declares a vector of a class inside that class, whose destructor clang looks into too early when it compiles C++20. Read before
// everything else by clang (cmake/dependencies.cmake): there the header gets a vector whose destructor is not constexpr. It is laid out alike.
#pragma once

#include <functional>
#include <list>
#include <map>
#include <memory>
#include <qpdf/InputSource.hh>
#include <qpdf/PointerHolder.hh>
#include <set>
#include <string>
#include <vector>

namespace std {
template <class T>
struct lvce_late_vector : vector<T> {
  ~lvce_late_vector() {}
};
}  // namespace std

#define vector lvce_late_vector
#include <qpdf/JSON.hh>
#undef vector
