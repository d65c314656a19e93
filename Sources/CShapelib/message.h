#ifndef CARTOPOLE_CSHAPELIB_MESSAGE_H
#define CARTOPOLE_CSHAPELIB_MESSAGE_H

// The Error hook.
void cartopole_shapelib_keep(const char *text);

#endif
