#ifndef CARTOPOLE_CFONTS_H
#define CARTOPOLE_CFONTS_H

#include <stddef.h>
#include <stdint.h>

// HarfBuzz and fontconfig, loaded on first use: they come with librsvg, and only pictures need them. What is called
// of them has been stable since HarfBuzz 4 and fontconfig 2.12; their headers are not needed to build.

// Whether both libraries are there; 0 stays 0 for the life of the process.
int cartopole_fonts_available(void);

// `6.0.0` and `2.14.1`, into `text`; for a machine where they are available.
void cartopole_fonts_versions(char *harfbuzz, char *fontconfig, size_t capacity);

// The file of the font that comes nearest to what is asked, and its number there with the variable font's instance in
// its upper half; 0 when there is none, or when it would have to be thickened or slanted. `families` in order of
// preference, `weight` as in CSS. With a `character` that is not 0 it is a font that has it, where there is one.
int cartopole_fonts_find(const char *const *families, int count, int weight, int italic, uint32_t character,
                         char *file, size_t capacity, int *index);

// One face of a font file; lives as long as the process. What is below may be called by several threads at once.
typedef struct cartopole_face cartopole_face;

// NULL when the file cannot be read or holds no glyphs.
cartopole_face *cartopole_face_open(const char *file, int index);
unsigned cartopole_face_units(const cartopole_face *face);
unsigned cartopole_face_glyphs(const cartopole_face *face);
// 0 when the face has none.
uint32_t cartopole_face_glyph(const cartopole_face *face, uint32_t character);
// In font units.
int cartopole_face_advance(const cartopole_face *face, uint32_t glyph);
// Bytes of a table, lent for good; NULL when there is none.
const uint8_t *cartopole_face_table(const cartopole_face *face, const char tag[4], unsigned *length);

// A glyph where it was placed: font units, y up, from the pen.
typedef struct {
  uint32_t glyph;
  // Offset in the text of the first byte of what it says.
  uint32_t cluster;
  int advance, dx, dy;
} cartopole_glyph;

// Shapes one line of UTF-8, left to right, into at most `capacity` glyphs; the number it has, which may be more.
// `tabular`: figures of one width. `spaced`: no ligatures, which spacing would tear apart.
size_t cartopole_face_shape(const cartopole_face *face, const char *text, size_t length, int tabular, int spaced,
                            cartopole_glyph *glyphs, size_t capacity);

// The outline of a glyph in font units, y up: moves and lines take one point, cubics three, closings none.
enum { CARTOPOLE_MOVE, CARTOPOLE_LINE, CARTOPOLE_CUBIC, CARTOPOLE_CLOSE };
typedef struct {
  uint8_t *verbs;
  double *points;
  size_t verb_count, verb_capacity, point_count, point_capacity;
} cartopole_outline;

// Release with cartopole_outline_free.
cartopole_outline cartopole_face_outline(const cartopole_face *face, uint32_t glyph);
void cartopole_outline_free(cartopole_outline *outline);

#endif
