// One unit's package, without a word: what build does once and batch does for each unit.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "cli/options.h"
#include "cli/pipeline.h"
#include "compose/compose.h"
#include "faces/faces.h"
#include "pack/pack.h"

namespace lvce {

/// What all units share; read once, never changed.
struct Loaded {
  Templates templates;
  Faces faces;
};
/// Throws std::exception when the program's own data cannot be read.
Loaded load_data();

struct BuiltUnit {
  int code = kNotWritten;          ///< ExitCode
  std::unique_ptr<Judged> judged;  ///< nothing: no package was written, and `failures` say why
  Findings failures;
  std::filesystem::path target;    ///< the package
  std::vector<PackageFile> files;  ///< in it
  bool renumbered = false;         ///< a package with supplements was replaced by one without
};

/// From the opened unit to the package in `options.out`, which is outside of all that is read. `inputs`: see inputs.h. `loaded` is asked only where
/// something will be written.
BuiltUnit build_unit(BuildOptions options, OpenedUnit opened, const std::string& inputs, const std::function<const Loaded&()>& loaded);

}  // namespace lvce
