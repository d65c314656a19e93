#include "include/cshapelib.h"

#include <stdio.h>

static _Thread_local char message[1024];

static void keep(const char *text) { snprintf(message, sizeof message, "%s", text ? text : ""); }

void cartopole_shapelib_hooks(SAHooks *hooks) {
  SASetupDefaultHooks(hooks);
  hooks->Error = keep;
}

const char *cartopole_shapelib_message(void) { return message; }

void cartopole_shapelib_clear(void) { message[0] = '\0'; }
