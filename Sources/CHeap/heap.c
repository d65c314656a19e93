#define _GNU_SOURCE
#include "include/cheap.h"

#ifdef __GLIBC__
#include <limits.h>
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

void cartopole_heap(int step, int large) {
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_TOP_PAD, step);
  mallopt(M_MMAP_THRESHOLD, large);
  mallopt(M_TRIM_THRESHOLD, INT_MAX);
  // Makes the heap grow now, and asks for large pages under what it grew by. The system may decline.
  uintptr_t before = (uintptr_t)sbrk(0);
  free(malloc((size_t)step / 4));
  uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE), after = (uintptr_t)sbrk(0);
  before = (before + page - 1) & ~(page - 1);
  if (after > before) madvise((void *)before, after - before, MADV_HUGEPAGE);
}
#else
void cartopole_heap(int step, int large) { (void)step, (void)large; }
#endif
