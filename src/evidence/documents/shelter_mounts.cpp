#include "evidence/documents/shelter_mounts.h"

#include <fcntl.h>
#include <linux/capability.h>
#include <linux/mount.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>

namespace lvce {
namespace {

using Mount = ShelterPlan::Mount;
using MountKind = ShelterPlan::Kind;

bool write_once(const char* file, const std::string& text) {
  const int descriptor = open(file, O_WRONLY | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool whole = write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  close(descriptor);
  return whole;
}

bool map_users(const ShelterPlan& plan) {
  static const std::string kDeny = "deny";
  write_once("/proc/self/setgroups", kDeny);  // absent before Linux 3.19, where it is not needed
  return write_once("/proc/self/uid_map", plan.users) && write_once("/proc/self/gid_map", plan.groups);
}

/// Read-only with all that is mounted below; before Linux 5.12 without.
bool lock(const Mount& place) {
  mount_attr wanted{};
  wanted.attr_set = MOUNT_ATTR_NOSUID | (place.device ? 0 : MOUNT_ATTR_NODEV) | (place.writable ? 0 : MOUNT_ATTR_RDONLY);
  if (syscall(SYS_mount_setattr, AT_FDCWD, place.inside.c_str(), AT_RECURSIVE, &wanted, sizeof wanted) == 0) return true;
  struct statvfs now {};
  if (statvfs(place.inside.c_str(), &now) != 0) return false;
  unsigned long flags = MS_BIND | MS_REMOUNT | MS_NOSUID | (place.device ? 0 : MS_NODEV) | (place.writable ? 0 : MS_RDONLY);
  flags |= now.f_flag & (ST_RDONLY | ST_NOSUID | ST_NOEXEC | ST_NOATIME | ST_NODIRATIME);
  if ((now.f_flag & ST_RELATIME) != 0) flags |= MS_RELATIME;
  return mount(nullptr, place.inside.c_str(), nullptr, flags, nullptr) == 0;
}

bool put(const Mount& place) {
  for (const std::string& folder : place.parents) mkdir(folder.c_str(), 0755);
  if (place.kind == MountKind::link) return symlink(place.target.c_str(), place.inside.c_str()) == 0 || errno == EEXIST;
  if (place.kind == MountKind::folder) {
    mkdir(place.inside.c_str(), 0755);
  } else if (const int made = open(place.inside.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644); made >= 0) {
    close(made);  // else it lies in a folder that is mounted already
  }
  return mount(place.path.c_str(), place.inside.c_str(), nullptr, MS_BIND | MS_REC, nullptr) == 0 && lock(place);
}

/// `name` of a file system below `at`; both stand below the root that is being built.
bool mount_new(const char* kind, const std::string& at, const char* options) {
  return mount(kind, at.c_str(), kind, MS_NOSUID | MS_NODEV | MS_NOEXEC, options) == 0;
}

/// LibreOffice puts its lock into /tmp, and asks /proc for little that it could not do without.
bool put_own(const std::string& tmp, const std::string& proc) {
  mkdir(tmp.c_str(), 0777);
  mkdir(proc.c_str(), 0555);
  mount_new("proc", proc, nullptr);  // refused inside most containers
  return mount_new("tmpfs", tmp, "mode=1777,size=64m");
}

}  // namespace

bool enter_mounts(const ShelterPlan& plan, bool own_users) {
  if (own_users && !map_users(plan)) return false;
  if (mount(nullptr, "/", nullptr, MS_REC | MS_SLAVE, nullptr) != 0) return false;
  if (!mount_new("tmpfs", plan.root, "mode=755,size=16m")) return false;
  if (chdir(plan.root.c_str()) != 0 || !put_own("tmp", "proc")) return false;
  for (const Mount& place : plan.places) {
    if (!put(place)) return false;
  }
  if (syscall(SYS_pivot_root, ".", ".") != 0 || umount2(".", MNT_DETACH) != 0 || chdir("/") != 0) return false;
  return mount(nullptr, "/", nullptr, MS_BIND | MS_REMOUNT | MS_RDONLY | MS_NOSUID | MS_NODEV | MS_NOEXEC, nullptr) == 0;
}

void drop_capabilities() {
  for (int capability = 0; capability < 64; ++capability) prctl(PR_CAPBSET_DROP, capability, 0, 0, 0);
  __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
  __user_cap_data_struct none[2]{};
  syscall(SYS_capset, &header, none);
}

}  // namespace lvce
