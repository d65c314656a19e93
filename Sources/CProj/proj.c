// Hidden, so that libproj, which calls its own functions by name, does not come back through these.
#define PROJ_DLL __attribute__((visibility("hidden")))
#define GEOD_DLL __attribute__((visibility("hidden")))
#include "include/cproj.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

// The binary interface of each major version; the bare name is the one libproj-dev installs.
#if PROJ_VERSION_MAJOR == 9
#define VERSIONED "libproj.so.25"
#define VERSIONED_DYLIB "libproj.25.dylib"
#else
#define VERSIONED "libproj.so.22"
#define VERSIONED_DYLIB "libproj.22.dylib"
#endif

enum {
#define F(type, name, parameters, arguments) AT_##name,
#include "functions.h"
#undef F
  COUNT
};

static void *functions[COUNT];
static int is_loaded = 0;
static pthread_once_t once = PTHREAD_ONCE_INIT;

// Said in both languages: this is below whatever knows the reader's. What a program that links libproj meets at its
// start comes here at its first use.
static _Noreturn void fail(const char *what) {
  fprintf(stderr,
          "error: libproj %d : %s ; installez-la, puis recommencez (install it, then try again): "
          "apt install libproj-dev\n",
          PROJ_VERSION_MAJOR, what);
  _exit(69);
}

static void load(void) {
  static const char *const names[] = {VERSIONED, "libproj.so", VERSIONED_DYLIB, "libproj.dylib"};
  static const char *const symbols[] = {
#define F(type, name, parameters, arguments) #name,
#include "functions.h"
#undef F
  };
  void *library = NULL;
  for (size_t i = 0; i < sizeof names / sizeof *names && !library; i++)
    library = dlopen(names[i], RTLD_LAZY | RTLD_LOCAL);
  if (!library) fail("introuvable (not found)");
  for (int i = 0; i < COUNT; i++)
    if (!(functions[i] = dlsym(library, symbols[i]))) fail("autre version (another version)");
  PJ_INFO (*version)(void) = functions[AT_proj_info];
  if (version().major != PROJ_VERSION_MAJOR) fail("autre version (another version)");
  __atomic_store_n(&is_loaded, 1, __ATOMIC_RELEASE);
}

static inline void *function(int at) {
  if (!__atomic_load_n(&is_loaded, __ATOMIC_ACQUIRE)) pthread_once(&once, load);
  return functions[at];
}

#define F(type, name, parameters, arguments) \
  type name parameters { return ((type(*) parameters)function(AT_##name)) arguments; }
#include "functions.h"
#undef F

static void *prepare(void *nothing) {
  pthread_once(&once, load);
  return nothing;
}

void cartopole_proj_prepare(void) {
  pthread_t thread;
  if (pthread_create(&thread, NULL, prepare, NULL) == 0) pthread_detach(thread);
}

void cartopole_proj_drop_message(void *data, int level, const char *message) {
  (void)data, (void)level, (void)message;
}
