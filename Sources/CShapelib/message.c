#include "include/cshapelib.h"
#include "message.h"

#include <stdio.h>

static _Thread_local char message[1024];

void cartopole_shapelib_keep(const char *text) {
  snprintf(message, sizeof message, "%s", text ? text : "");
}

const char *cartopole_shapelib_message(void) { return message; }

void cartopole_shapelib_clear(void) { message[0] = '\0'; }
