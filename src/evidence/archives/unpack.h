// What an archive holds, taken out (libarchive). Runs in the worker.
#pragma once

#include "evidence/job/protocol.h"

namespace lvce {

inline constexpr std::uintmax_t kUnpackedAtMost = 2ULL << 30;  ///< bytes out of all archives of a run
inline constexpr std::size_t kEntriesAtMost = 5000;            ///< of one archive

/// Takes the files out of job.file into the folder job.unpack_into, under numbers; fills `entries`, and `is_archive` when it is one. A name never
/// leads anywhere: entries that would leave the archive, links and locked entries are listed with why they stay inside. What is wrong with the
/// archive as a whole is a notice; what was read before stands.
void unpack_archive(const ProbeJob& job, Probed& probed);
/// The same for a file that is said to be an archive, whatever its entries look like from outside: one that holds Word files unpacked is no Word file.
void unpack_as_archive(const ProbeJob& job, Probed& probed);

/// Whether the file begins as archives do. Files of office programs do, too.
bool begins_as_archive(const std::filesystem::path& file);

}  // namespace lvce
