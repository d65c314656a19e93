#include "include/cfonts.h"
#include "library.h"

#include <stdlib.h>

#define TAG(a, b, c, d) ((uint32_t)(a) << 24 | (uint32_t)(b) << 16 | (uint32_t)(c) << 8 | (uint32_t)(d))

cartopole_face *cartopole_face_open(const char *file, int index) {
  const struct library *with = cartopole_fonts_library();
  if (!with) return NULL;
  hb_blob_t *blob = with->hb_blob_create_from_file(file);
  hb_face_t *face = with->hb_face_create(blob, (unsigned)index & 0xFFFF);
  with->hb_blob_destroy(blob);
  cartopole_face *opened = with->hb_face_get_glyph_count(face) > 0 ? malloc(sizeof *opened) : NULL;
  if (!opened) {
    with->hb_face_destroy(face);
    return NULL;
  }
  opened->face = face;
  opened->font = with->hb_font_create(face);
  // The instances of a variable font are counted from 1.
  if ((unsigned)index >> 16) with->hb_font_set_var_named_instance(opened->font, ((unsigned)index >> 16) - 1);
  with->hb_font_make_immutable(opened->font);
  return opened;
}

unsigned cartopole_face_units(const cartopole_face *face) {
  return cartopole_fonts_library()->hb_face_get_upem(face->face);
}

unsigned cartopole_face_glyphs(const cartopole_face *face) {
  return cartopole_fonts_library()->hb_face_get_glyph_count(face->face);
}

uint32_t cartopole_face_glyph(const cartopole_face *face, uint32_t character) {
  uint32_t glyph = 0;
  return cartopole_fonts_library()->hb_font_get_nominal_glyph(face->font, character, &glyph) ? glyph : 0;
}

int cartopole_face_advance(const cartopole_face *face, uint32_t glyph) {
  return cartopole_fonts_library()->hb_font_get_glyph_h_advance(face->font, glyph);
}

const uint8_t *cartopole_face_table(const cartopole_face *face, const char tag[4], unsigned *length) {
  const struct library *with = cartopole_fonts_library();
  // A view of the file's bytes, which stay: the face does.
  hb_blob_t *blob = with->hb_face_reference_table(face->face, TAG(tag[0], tag[1], tag[2], tag[3]));
  const char *bytes = with->hb_blob_get_data(blob, length);
  with->hb_blob_destroy(blob);
  return *length > 0 ? (const uint8_t *)bytes : NULL;
}

size_t cartopole_face_shape(const cartopole_face *face, const char *text, size_t length, int tabular, int spaced,
                            cartopole_glyph *glyphs, size_t capacity) {
  const struct library *with = cartopole_fonts_library();
  hb_feature_t features[3];
  unsigned count = 0;
  if (tabular) features[count++] = (hb_feature_t){TAG('t', 'n', 'u', 'm'), 1, 0, (unsigned)-1};
  if (spaced) {
    features[count++] = (hb_feature_t){TAG('l', 'i', 'g', 'a'), 0, 0, (unsigned)-1};
    features[count++] = (hb_feature_t){TAG('c', 'l', 'i', 'g'), 0, 0, (unsigned)-1};
  }
  hb_buffer_t *buffer = with->hb_buffer_create();
  with->hb_buffer_add_utf8(buffer, text, (int)length, 0, (int)length);
  with->hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
  // Guessed, it would be the machine's.
  with->hb_buffer_set_language(buffer, with->hb_language_from_string("fr", -1));
  with->hb_buffer_guess_segment_properties(buffer);
  with->hb_shape(face->font, buffer, features, count);
  unsigned placed = 0;
  const hb_glyph_info_t *infos = with->hb_buffer_get_glyph_infos(buffer, &placed);
  const hb_glyph_position_t *positions = with->hb_buffer_get_glyph_positions(buffer, &placed);
  for (unsigned i = 0; i < placed && i < capacity; i++)
    glyphs[i] = (cartopole_glyph){infos[i].codepoint, infos[i].cluster, positions[i].x_advance,
                                  positions[i].x_offset, positions[i].y_offset};
  with->hb_buffer_destroy(buffer);
  return placed;
}
