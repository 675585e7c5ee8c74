// Where this program lies, the one place that knows. A bundle carries a loader and libraries of its own (docs/packages.md): there /proc/self/exe names
// the loader, and the program is started again by the launcher that lies beside.
#pragma once

#include <filesystem>

namespace lvce {

/// The file that starts this program again, as a worker or as a command: itself, in a bundle its launcher. Empty where it cannot be found (its file was
/// moved away). Neither /proc nor the environment is asked.
std::filesystem::path own_program();

/// The bundle that this program runs from; empty: none, it is installed or lies where it was built.
std::filesystem::path own_bundle();

/// The same for a program whose file is `program`, which has its links resolved.
std::filesystem::path bundle_of(const std::filesystem::path& program);

}  // namespace lvce
