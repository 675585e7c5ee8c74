// Landlock and seccomp.
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>

#include "evidence/documents/shelter_mounts.h"

namespace lvce {
namespace {

using MountKind = ShelterPlan::Kind;

constexpr __u64 kRead = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR | LANDLOCK_ACCESS_FS_EXECUTE;
constexpr __u64 kFirst = (1ULL << 13) - 1;  // all rights of the first version
constexpr __u64 kTruncate = 1ULL << 14;     // of the third, younger than our header
constexpr __u64 kOfFiles = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_EXECUTE | kTruncate;

/// What this kernel can forbid; 0: nothing.
__u64 known_rights() {
  const long version = syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 1) return 0;
  return kFirst | (version >= 2 ? LANDLOCK_ACCESS_FS_REFER : 0) | (version >= 3 ? kTruncate : 0);
}

bool allow(int rules, const char* path, __u64 rights) {
  landlock_path_beneath_attr rule{};
  rule.parent_fd = open(path, O_PATH | O_CLOEXEC);
  if (rule.parent_fd < 0) return false;
  rule.allowed_access = rights;
  const bool done = syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
  close(rule.parent_fd);
  return done;
}

__u64 rights_of(const ShelterPlan::Mount& place, __u64 known) {
  const __u64 rights = place.writable ? known : kRead;
  return known & (place.kind == MountKind::folder ? rights : rights & kOfFiles);
}

constexpr unsigned kArchitecture =
#if defined(__x86_64__)
    AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
    AUDIT_ARCH_AARCH64;
#else
    0;
#endif

/// Doors out of the shelter that no conversion uses.
constexpr long kForbidden[] = {SYS_connect,       SYS_io_uring_setup,  SYS_ptrace,      SYS_process_vm_readv,  SYS_process_vm_writev,
                               SYS_mount,         SYS_umount2,         SYS_pivot_root,  SYS_unshare,           SYS_setns,
                               SYS_bpf,           SYS_perf_event_open, SYS_userfaultfd, SYS_open_by_handle_at, SYS_pidfd_getfd,
                               SYS_keyctl,        SYS_add_key,         SYS_request_key, SYS_move_mount,        SYS_open_tree,
                               SYS_mount_setattr, SYS_kexec_load,      SYS_init_module, SYS_finit_module};

constexpr __u32 kDeny = SECCOMP_RET_ERRNO | EPERM;

}  // namespace

bool enter_landlock(const ShelterPlan& plan) {
  landlock_ruleset_attr handled{};
  handled.handled_access_fs = known_rights();
  if (handled.handled_access_fs == 0) return false;
  const int rules = static_cast<int>(syscall(SYS_landlock_create_ruleset, &handled, sizeof handled, 0));
  if (rules < 0) return false;
  for (const ShelterPlan::Mount& place : plan.places) {
    if (place.kind != MountKind::link && !allow(rules, place.path.c_str(), rights_of(place, handled.handled_access_fs))) return false;
  }
  constexpr __u64 kLock = LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_REMOVE_FILE;  // LibreOffice's lock is a socket in /tmp
  if (!allow(rules, "/tmp", kLock)) return false;
  const bool done = syscall(SYS_landlock_restrict_self, rules, 0) == 0;
  close(rules);
  return done;
}

bool enter_seccomp(const std::vector<sock_filter>& filter) {
  if (filter.empty()) return false;
  sock_fprog program{static_cast<unsigned short>(filter.size()), const_cast<sock_filter*>(filter.data())};
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

std::vector<sock_filter> seccomp_filter() {
  if (kArchitecture == 0) return {};
  const auto load = [](std::size_t at) { return sock_filter(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<__u32>(at))); };
  const auto equals = [](__u32 value, __u8 yes, __u8 no) { return sock_filter(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, yes, no)); };
  const auto give = [](__u32 value) { return sock_filter(BPF_STMT(BPF_RET | BPF_K, value)); };
  const std::size_t number = offsetof(seccomp_data, nr);
  const std::size_t first = offsetof(seccomp_data, args);  // its low half; both processors begin with that
  std::vector<sock_filter> out = {load(offsetof(seccomp_data, arch)), equals(kArchitecture, 1, 0), give(kDeny), load(number)};
  out.insert(out.end(), {sock_filter(BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1)), give(kDeny)});  // the x32 way round
  for (const long call : kForbidden) out.insert(out.end(), {equals(static_cast<__u32>(call), 0, 1), give(kDeny)});
  out.insert(out.end(), {equals(SYS_clone3, 0, 1), give(SECCOMP_RET_ERRNO | ENOSYS)});  // its flags cannot be seen: the C library takes clone
  out.insert(out.end(),
             {equals(SYS_clone, 0, 3), load(first), sock_filter(BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, CLONE_NEWUSER, 0, 1)), give(kDeny), load(number)});
  out.insert(out.end(), {equals(SYS_socket, 0, 6), load(first), equals(AF_UNIX, 0, 3), load(first + 8), sock_filter(BPF_STMT(BPF_ALU | BPF_AND | BPF_K, 0xF)),
                         equals(SOCK_STREAM, 1, 0), give(kDeny)});
  out.push_back(give(SECCOMP_RET_ALLOW));
  return out;
}

}  // namespace lvce
