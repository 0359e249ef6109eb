/* Preloaded into a program, kills it at one of its calls that change files: at the $KILL_AT-th of those below, a write after half of its
   bytes. Without $KILL_AT it tells on standard error, at the end, how many there were. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_int calls;

static int is_last(void) {
  const char *at = getenv("KILL_AT");
  return atomic_fetch_add(&calls, 1) + 1 == (at ? atoi(at) : 0);
}

__attribute__((destructor)) static void tell(void) {
  if (!getenv("KILL_AT")) dprintf(2, "%d calls\n", atomic_load(&calls));
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define STOP_HERE() if (is_last()) kill(getpid(), SIGKILL)

ssize_t write(int descriptor, const void *bytes, size_t count) {
  if (descriptor > 2 && is_last()) {
    REAL(write)(descriptor, bytes, count / 2);
    kill(getpid(), SIGKILL);
  }
  return REAL(write)(descriptor, bytes, count);
}

int fsync(int descriptor) { STOP_HERE(); return REAL(fsync)(descriptor); }
int ftruncate(int descriptor, off_t length) { STOP_HERE(); return REAL(ftruncate)(descriptor, length); }
int rename(const char *from, const char *to) { STOP_HERE(); return REAL(rename)(from, to); }
int unlink(const char *path) { STOP_HERE(); return REAL(unlink)(path); }
int mkdir(const char *path, mode_t mode) { STOP_HERE(); return REAL(mkdir)(path, mode); }
