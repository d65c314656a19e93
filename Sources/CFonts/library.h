#ifndef CARTOPOLE_CFONTS_LIBRARY_H
#define CARTOPOLE_CFONTS_LIBRARY_H

#include <stdint.h>

// The types of both libraries, as their headers have them.
typedef struct hb_blob_t hb_blob_t;
typedef struct hb_face_t hb_face_t;
typedef struct hb_font_t hb_font_t;
typedef struct hb_buffer_t hb_buffer_t;
typedef struct hb_draw_funcs_t hb_draw_funcs_t;
typedef const struct hb_language_impl_t *hb_language_t;
typedef struct {
  uint32_t codepoint, mask, cluster, var1, var2;
} hb_glyph_info_t;
typedef struct {
  int32_t x_advance, y_advance, x_offset, y_offset;
  uint32_t var;
} hb_glyph_position_t;
typedef struct {
  uint32_t tag, value;
  unsigned start, end;
} hb_feature_t;
enum { HB_DIRECTION_LTR = 4 };
typedef void (*to_point)(hb_draw_funcs_t *, void *data, void *state, float, float, void *user);
typedef void (*to_cubic)(hb_draw_funcs_t *, void *data, void *state, float, float, float, float, float, float,
                         void *user);
typedef void (*to_close)(hb_draw_funcs_t *, void *data, void *state, void *user);

typedef struct FcPattern FcPattern;
typedef struct FcConfig FcConfig;
typedef struct FcCharSet FcCharSet;
enum { FC_SLANT_ROMAN = 0, FC_SLANT_ITALIC = 100, FC_MATCH_PATTERN = 0 };

struct cartopole_face {
  hb_face_t *face;
  hb_font_t *font;
};

// Both libraries' functions by their names; NULL where one of them is absent.
struct library {
#define F(library, type, name, parameters) type(*name) parameters;
#include "functions.h"
#undef F
};
const struct library *cartopole_fonts_library(void);

#endif
