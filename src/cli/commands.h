// One function per command, each in a file of its own; all return an exit code.
#pragma once

#include <filesystem>
#include <string>

#include "cli/options.h"

namespace lvce {

int run_init(const InitOptions& options);
int run_check(const CheckOptions& options);
int run_build(const BuildOptions& options);
int run_batch(const BatchOptions& options);
int run_batch_gather(const GatherOptions& options);
int run_captions(const UnitOptions& options);
int run_sort(const SortOptions& options);
int run_open(const OpenOptions& options);
int run_papers(const PapersOptions& options);
int run_print(const PrintOptions& options);
int run_map(const MapOptions& options);
int run_rubric_list(bool json);
int run_rubric_show(const std::string& id, bool json);
int run_rubric_lint(const std::string& id_or_file);
int run_verify(const std::filesystem::path& target);
/// The commands of a first package in their order, a line each.
std::string first_way();
/// `lvce` alone: says what to do next in this folder.
int run_next_step(const std::filesystem::path& folder);

}  // namespace lvce
