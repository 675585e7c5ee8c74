// One folder in the place of another, and what a killed run left. For pack/ and lvce papers.
#pragma once

#include <filesystem>

namespace lvce {

enum class ExchangeWay { exchange, aside };

/// Puts `fresh` where `target` is, in one step: a rename when there is no target, RENAME_EXCHANGE otherwise (the old package is then where
/// `fresh` was). Where the file system refuses, or with ExchangeWay::aside, the old package goes to `aside` first; if the second step then
/// fails it comes back. False: the target is as before, errno says why.
bool put_in_place(const std::filesystem::path& fresh, const std::filesystem::path& target, const std::filesystem::path& aside,
                  ExchangeWay way = ExchangeWay::exchange);

/// After a kill between the two steps: an old package set aside, and no target. Puts it back. False when that fails.
bool recover_aside(const std::filesystem::path& target, const std::filesystem::path& aside);

/// Has the disk begin with what is written of the file, without waiting: when all have begun, waiting for each in turn takes little more than
/// for one.
void begin_writing(const std::filesystem::path& file);

/// fsync of every file and folder below `folder`, itself included.
bool sync_tree(const std::filesystem::path& folder);
bool sync_folder(const std::filesystem::path& folder);

}  // namespace lvce
