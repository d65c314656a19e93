#include "library.h"
#include "include/cfonts.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>

static struct library functions;
static const struct library *loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void *open_first(const char *const *names) {
  for (; *names; names++) {
    void *library = dlopen(*names, RTLD_LAZY | RTLD_LOCAL);
    if (library) return library;
  }
  return NULL;
}

static void load(void) {
  static const char *const harfbuzz[] = {"libharfbuzz.so.0", "libharfbuzz.0.dylib", NULL};
  static const char *const fontconfig[] = {"libfontconfig.so.1", "libfontconfig.1.dylib", NULL};
  void *libraries[] = {open_first(harfbuzz), open_first(fontconfig)};
  if (!libraries[0] || !libraries[1]) return;
#define F(library, type, name, parameters) \
  if (!(*(void **)&functions.name = dlsym(libraries[library], #name))) return;
#include "functions.h"
#undef F
  loaded = &functions;
}

const struct library *cartopole_fonts_library(void) {
  pthread_once(&once, load);
  return loaded;
}

int cartopole_fonts_available(void) { return cartopole_fonts_library() != NULL; }

void cartopole_fonts_versions(char *harfbuzz, char *fontconfig, size_t capacity) {
  const struct library *with = cartopole_fonts_library();
  int version = with->FcGetVersion();
  snprintf(harfbuzz, capacity, "%s", with->hb_version_string());
  snprintf(fontconfig, capacity, "%d.%d.%d", version / 10000, version / 100 % 100, version % 100);
}
