/*
 * Preloaded into the program by scripts/faults/io.js: counts the calls that change files under one folder, and lets the
 * n-th of them fail.
 *
 *   FAULT_FOLDER  only files under this folder count
 *   FAULT_AT      number of the call that fails, from 1; 0 only counts
 *   FAULT_ERROR   errno of the failure; 0: a write takes half of what it was given, every other call succeeds
 *   FAULT_STAYS   1: all later calls fail as well, after a short write with ENOSPC
 *   FAULT_SIGNAL  number of a signal that comes in the moment of the call, which then succeeds
 *   FAULT_LOG     each counted call is a line of this file: number, what, and ! when it failed
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static const char *folder;
static size_t folder_length;
static long at;
static int failure;
static int stays;
static int sent;
static int record = -1;
static atomic_long calls;

__attribute__((constructor)) static void begin(void) {
  const char *said;
  folder = getenv("FAULT_FOLDER");
  folder_length = folder ? strlen(folder) : 0;
  at = (said = getenv("FAULT_AT")) ? atol(said) : 0;
  failure = (said = getenv("FAULT_ERROR")) ? atoi(said) : EIO;
  sent = (said = getenv("FAULT_SIGNAL")) ? atoi(said) : 0;
  stays = (said = getenv("FAULT_STAYS")) && said[0] == '1';
  if (folder && (said = getenv("FAULT_LOG")))
    record = (int)syscall(SYS_openat, AT_FDCWD, said, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static int inside(const char *path) {
  return folder && path && strncmp(path, folder, folder_length) == 0;
}

static int name_of(int handle, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", handle);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return 1;
}

enum verdict { PASS, FAIL, HALF };

/* What becomes of this call. */
static enum verdict judge(const char *what, const char *path, int writes) {
  if (!inside(path)) return PASS;
  long number = atomic_fetch_add(&calls, 1) + 1;
  enum verdict verdict = PASS;
  int error = failure;
  if (at > 0 && (number == at || (stays && number > at))) {
    verdict = sent ? PASS : FAIL;
    if (!sent && failure == 0) {
      if (number == at) verdict = writes ? HALF : PASS;
      else error = ENOSPC;
    }
  }
  if (record >= 0) {
    char line[PATH_MAX + 96];
    int length = snprintf(line, sizeof line, "%ld%s %s %s\n", number, verdict == PASS && !(sent && number == at) ? "" : "!", what, path);
    syscall(SYS_write, record, line, (size_t)length);
  }
  if (sent && number == at) kill(getpid(), sent);
  if (verdict == FAIL) errno = error;
  return verdict;
}

static enum verdict judge_open_file(const char *what, int handle, int writes) {
  char path[PATH_MAX];
  if (!folder || handle == record || !name_of(handle, path)) return PASS;
  return judge(what, path, writes);
}

/* A path may be relative; the program is started inside the folder then. */
static enum verdict judge_path(const char *what, const char *path) {
  char whole[PATH_MAX];
  if (!folder || !path) return PASS;
  if (path[0] == '/') return judge(what, path, 0);
  size_t length = getcwd(whole, sizeof whole) ? strlen(whole) : 0;
  if (length == 0 || length + strlen(path) + 2 > sizeof whole) return PASS;
  whole[length] = '/';
  strcpy(whole + length + 1, path);
  return judge(what, whole, 0);
}

#define REAL(type, name, ...)                                  \
  static type (*real)(__VA_ARGS__);                            \
  if (!real) real = (type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

#define HALVED(size) ((size) > 1 ? (size) / 2 : (size))

ssize_t write(int handle, const void *data, size_t size) {
  REAL(ssize_t, "write", int, const void *, size_t);
  enum verdict verdict = judge_open_file("write", handle, 1);
  return verdict == FAIL ? -1 : real(handle, data, verdict == HALF ? HALVED(size) : size);
}

ssize_t pwrite(int handle, const void *data, size_t size, off_t where) {
  REAL(ssize_t, "pwrite", int, const void *, size_t, off_t);
  enum verdict verdict = judge_open_file("pwrite", handle, 1);
  return verdict == FAIL ? -1 : real(handle, data, verdict == HALF ? HALVED(size) : size, where);
}

ssize_t pwrite64(int handle, const void *data, size_t size, off64_t where) {
  REAL(ssize_t, "pwrite64", int, const void *, size_t, off64_t);
  enum verdict verdict = judge_open_file("pwrite", handle, 1);
  return verdict == FAIL ? -1 : real(handle, data, verdict == HALF ? HALVED(size) : size, where);
}

/* Of several pieces a short write takes the first alone. */
ssize_t writev(int handle, const struct iovec *pieces, int count) {
  REAL(ssize_t, "writev", int, const struct iovec *, int);
  enum verdict verdict = judge_open_file("writev", handle, 1);
  if (verdict == HALF) return write(handle, pieces[0].iov_base, HALVED(pieces[0].iov_len));
  return verdict == FAIL ? -1 : real(handle, pieces, count);
}

ssize_t pwritev(int handle, const struct iovec *pieces, int count, off_t where) {
  REAL(ssize_t, "pwritev", int, const struct iovec *, int, off_t);
  enum verdict verdict = judge_open_file("pwritev", handle, 1);
  return verdict == FAIL ? -1 : real(handle, pieces, verdict == HALF ? 1 : count, where);
}

ssize_t pwritev64(int handle, const struct iovec *pieces, int count, off64_t where) {
  REAL(ssize_t, "pwritev64", int, const struct iovec *, int, off64_t);
  enum verdict verdict = judge_open_file("pwritev", handle, 1);
  return verdict == FAIL ? -1 : real(handle, pieces, verdict == HALF ? 1 : count, where);
}

int fsync(int handle) {
  REAL(int, "fsync", int);
  return judge_open_file("fsync", handle, 0) == FAIL ? -1 : real(handle);
}

int fdatasync(int handle) {
  REAL(int, "fdatasync", int);
  return judge_open_file("fdatasync", handle, 0) == FAIL ? -1 : real(handle);
}

int ftruncate(int handle, off_t size) {
  REAL(int, "ftruncate", int, off_t);
  return judge_open_file("ftruncate", handle, 0) == FAIL ? -1 : real(handle, size);
}

int ftruncate64(int handle, off64_t size) {
  REAL(int, "ftruncate64", int, off64_t);
  return judge_open_file("ftruncate", handle, 0) == FAIL ? -1 : real(handle, size);
}

int fchmod(int handle, mode_t mode) {
  REAL(int, "fchmod", int, mode_t);
  return judge_open_file("fchmod", handle, 0) == FAIL ? -1 : real(handle, mode);
}

int chmod(const char *path, mode_t mode) {
  REAL(int, "chmod", const char *, mode_t);
  return judge_path("chmod", path) == FAIL ? -1 : real(path, mode);
}

int mkdir(const char *path, mode_t mode) {
  REAL(int, "mkdir", const char *, mode_t);
  return judge_path("mkdir", path) == FAIL ? -1 : real(path, mode);
}

int rename(const char *from, const char *to) {
  REAL(int, "rename", const char *, const char *);
  return judge_path("rename", to) == FAIL ? -1 : real(from, to);
}

int link(const char *from, const char *to) {
  REAL(int, "link", const char *, const char *);
  return judge_path("link", to) == FAIL ? -1 : real(from, to);
}

int unlink(const char *path) {
  REAL(int, "unlink", const char *);
  return judge_path("unlink", path) == FAIL ? -1 : real(path);
}

int rmdir(const char *path) {
  REAL(int, "rmdir", const char *);
  return judge_path("rmdir", path) == FAIL ? -1 : real(path);
}

static mode_t mode_after(int flags, va_list more) {
  return (flags & (O_CREAT | O_TMPFILE)) ? va_arg(more, mode_t) : 0;
}

#define OPENING(name)                                                              \
  int name(const char *path, int flags, ...) {                                     \
    REAL(int, #name, const char *, int, ...);                                      \
    va_list more;                                                                  \
    va_start(more, flags);                                                         \
    mode_t mode = mode_after(flags, more);                                         \
    va_end(more);                                                                  \
    if ((flags & O_CREAT) && judge_path("open", path) == FAIL) return -1;          \
    return real(path, flags, mode);                                                \
  }

OPENING(open)
OPENING(open64)

#define OPENING_AT(name)                                                           \
  int name(int base, const char *path, int flags, ...) {                           \
    REAL(int, #name, int, const char *, int, ...);                                 \
    va_list more;                                                                  \
    va_start(more, flags);                                                         \
    mode_t mode = mode_after(flags, more);                                         \
    va_end(more);                                                                  \
    if ((flags & O_CREAT) && judge_path("open", path) == FAIL) return -1;          \
    return real(base, path, flags, mode);                                          \
  }

OPENING_AT(openat)
OPENING_AT(openat64)
