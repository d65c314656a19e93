#include "include/cshapelib.h"
#include "message.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// shapelib 1.6, which has brought this macro, gives two hooks another parameter and a third a constant.
#ifdef SHAPELIB_AT_LEAST
#define USER_DATA , void *data
#define CONSTANT const
#else
#define USER_DATA
#define CONSTANT
#endif

typedef struct {
  unsigned char *bytes;
  size_t size;
  size_t capacity; // 0 when the bytes are lent
  int present;
} File;

typedef struct {
  File *file;
  size_t position;
} Handle;

static _Thread_local File files[CARTOPOLE_FILES];
static _Thread_local int open_files;

static File *named(const char *name) {
  const char *dot = strrchr(name, '.');
  if (!dot) return NULL;
  if (strcmp(dot, ".shp") == 0) return &files[CARTOPOLE_SHP];
  if (strcmp(dot, ".shx") == 0) return &files[CARTOPOLE_SHX];
  if (strcmp(dot, ".dbf") == 0) return &files[CARTOPOLE_DBF];
  return NULL;
}

static void forget(File *file) {
  if (file->capacity > 0) free(file->bytes);
  memset(file, 0, sizeof *file);
}

static SAFile open_file(const char *name, const char *access USER_DATA) {
  File *file = named(name);
  if (!file) return NULL;
  if (access[0] == 'w') {
    forget(file);
    file->present = 1;
  }
  if (!file->present) return NULL;
  Handle *handle = calloc(1, sizeof *handle);
  if (!handle) return NULL;
  handle->file = file;
  open_files += 1;
  return (SAFile)handle;
}

static SAOffset read_file(void *target, SAOffset size, SAOffset count, SAFile opaque) {
  Handle *handle = (Handle *)opaque;
  size_t left = handle->position < handle->file->size ? handle->file->size - handle->position : 0;
  if (size == 0) return 0;
  size_t items = left / size < count ? left / size : count;
  if (items > 0) memcpy(target, handle->file->bytes + handle->position, items * size);
  handle->position += items * size;
  return items;
}

static int grow(File *file, size_t needed) {
  if (needed <= file->capacity) return 1;
  if (file->capacity == 0 && file->bytes) return 0; // lent bytes are never written
  size_t capacity = file->capacity < 65536 ? 65536 : file->capacity * 2;
  if (capacity < needed) capacity = needed;
  unsigned char *bytes = realloc(file->bytes, capacity);
  if (!bytes) return 0;
  file->bytes = bytes;
  file->capacity = capacity;
  return 1;
}

static SAOffset write_file(CONSTANT void *source, SAOffset size, SAOffset count, SAFile opaque) {
  Handle *handle = (Handle *)opaque;
  File *file = handle->file;
  size_t end = handle->position + size * count;
  if (end == handle->position) return count;
  if (!grow(file, end)) return 0;
  if (handle->position > file->size) memset(file->bytes + file->size, 0, handle->position - file->size);
  memcpy(file->bytes + handle->position, source, size * count);
  handle->position = end;
  if (end > file->size) file->size = end;
  return count;
}

static SAOffset seek_file(SAFile opaque, SAOffset offset, int whence) {
  Handle *handle = (Handle *)opaque;
  size_t base = whence == SEEK_CUR ? handle->position : whence == SEEK_END ? handle->file->size : 0;
  handle->position = base + offset;
  return 0;
}

static SAOffset tell_file(SAFile opaque) { return ((Handle *)opaque)->position; }

static int flush_file(SAFile opaque) {
  (void)opaque;
  return 0;
}

static int close_file(SAFile opaque) {
  free(opaque);
  open_files -= 1;
  return 0;
}

static int remove_file(const char *name USER_DATA) {
  File *file = named(name);
  if (file) forget(file);
  return 0;
}

void cartopole_memory_hooks(SAHooks *hooks) {
  hooks->FOpen = open_file;
  hooks->FRead = read_file;
  hooks->FWrite = write_file;
  hooks->FSeek = seek_file;
  hooks->FTell = tell_file;
  hooks->FFlush = flush_file;
  hooks->FClose = close_file;
  hooks->Remove = remove_file;
  hooks->Error = cartopole_shapelib_keep;
  hooks->Atof = atof;
}

void cartopole_memory_lend(int file, const void *bytes, size_t size) {
  forget(&files[file]);
  files[file].bytes = (unsigned char *)bytes;
  files[file].size = size;
  files[file].present = 1;
}

const void *cartopole_memory_bytes(int file, size_t *size) {
  *size = files[file].size;
  return files[file].bytes;
}

void cartopole_memory_clear(void) {
  for (int file = 0; file < CARTOPOLE_FILES; file++) forget(&files[file]);
}

int cartopole_memory_open_files(void) { return open_files; }
