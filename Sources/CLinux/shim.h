// System calls that Swift's Glibc module does not carry.
#ifndef DOSSIER_CLINUX_H
#define DOSSIER_CLINUX_H

#include <fcntl.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <unistd.h>

// renameat2(2) with RENAME_EXCHANGE: lets two paths change places in one step.
static inline int clinux_exchange(const char *first, const char *second) {
  const unsigned int rename_exchange = 2;
  return (int)syscall(SYS_renameat2, AT_FDCWD, first, AT_FDCWD, second, rename_exchange);
}

// syncfs(2): waits until what was written to the file system of `descriptor` is on the disk.
static inline int clinux_settle(int descriptor) {
  return (int)syscall(SYS_syncfs, descriptor);
}

// posix_spawn_file_actions_addclosefrom_np(3), which glibc hides without _GNU_SOURCE.
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int first);

// Lets a process that is started close the descriptors from `first` on.
static inline int clinux_close_from(posix_spawn_file_actions_t *actions, int first) {
  return posix_spawn_file_actions_addclosefrom_np(actions, first);
}

#endif
