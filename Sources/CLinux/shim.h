// System calls that Swift's Glibc module does not carry.
#ifndef DOSSIER_CLINUX_H
#define DOSSIER_CLINUX_H

#include <fcntl.h>
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

#endif
