// Entering a shelter, between fork and exec: system calls only, nothing is allocated. Each tells whether it has come about.
#pragma once

#include <linux/filter.h>

#include <vector>

#include "evidence/documents/shelter.h"

namespace lvce {

/// In fresh namespaces of mounts (and users, when `own_users`): the plan's places become all that there is.
bool enter_mounts(const ShelterPlan& plan, bool own_users);
/// Gives up every capability, also those that root would get back with a new program.
void drop_capabilities();
/// Landlock: nothing of the disk but the plan's places.
bool enter_landlock(const ShelterPlan& plan);
/// Seccomp: no network, no connection, no new namespaces, no look into other processes.
bool enter_seccomp(const std::vector<sock_filter>& filter);

/// The program for enter_seccomp, made before the fork. Empty: not known for this processor.
std::vector<sock_filter> seccomp_filter();

}  // namespace lvce
