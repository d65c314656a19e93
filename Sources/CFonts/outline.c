#include "include/cfonts.h"
#include "library.h"

#include <pthread.h>
#include <stdlib.h>

// Without room the outline ends early: a glyph lacks a piece, nothing worse.
static void add(cartopole_outline *outline, uint8_t verb, const float *numbers, size_t count) {
  if (outline->verb_count == outline->verb_capacity) {
    size_t capacity = 2 * outline->verb_capacity + 64;
    uint8_t *verbs = realloc(outline->verbs, capacity);
    if (!verbs) return;
    outline->verbs = verbs;
    outline->verb_capacity = capacity;
  }
  if (outline->point_count + count > outline->point_capacity) {
    size_t capacity = 2 * outline->point_capacity + 256;
    double *points = realloc(outline->points, capacity * sizeof *points);
    if (!points) return;
    outline->points = points;
    outline->point_capacity = capacity;
  }
  outline->verbs[outline->verb_count++] = verb;
  for (size_t i = 0; i < count; i++) outline->points[outline->point_count++] = (double)numbers[i];
}

static void move_to(hb_draw_funcs_t *functions, void *data, void *state, float x, float y, void *user) {
  (void)functions, (void)state, (void)user;
  add(data, CARTOPOLE_MOVE, (float[]){x, y}, 2);
}

static void line_to(hb_draw_funcs_t *functions, void *data, void *state, float x, float y, void *user) {
  (void)functions, (void)state, (void)user;
  add(data, CARTOPOLE_LINE, (float[]){x, y}, 2);
}

static void cubic_to(hb_draw_funcs_t *functions, void *data, void *state, float x1, float y1, float x2, float y2,
                     float x, float y, void *user) {
  (void)functions, (void)state, (void)user;
  add(data, CARTOPOLE_CUBIC, (float[]){x1, y1, x2, y2, x, y}, 6);
}

static void close_path(hb_draw_funcs_t *functions, void *data, void *state, void *user) {
  (void)functions, (void)state, (void)user;
  add(data, CARTOPOLE_CLOSE, NULL, 0);
}

static hb_draw_funcs_t *drawing;
static pthread_once_t once = PTHREAD_ONCE_INIT;

// Quadratic curves come as cubic ones where their own function is left out.
static void prepare(void) {
  const struct library *with = cartopole_fonts_library();
  drawing = with->hb_draw_funcs_create();
  with->hb_draw_funcs_set_move_to_func(drawing, move_to, NULL, NULL);
  with->hb_draw_funcs_set_line_to_func(drawing, line_to, NULL, NULL);
  with->hb_draw_funcs_set_cubic_to_func(drawing, cubic_to, NULL, NULL);
  with->hb_draw_funcs_set_close_path_func(drawing, close_path, NULL, NULL);
  with->hb_draw_funcs_make_immutable(drawing);
}

cartopole_outline cartopole_face_outline(const cartopole_face *face, uint32_t glyph) {
  cartopole_outline outline = {0};
  pthread_once(&once, prepare);
  cartopole_fonts_library()->hb_font_get_glyph_shape(face->font, glyph, drawing, &outline);
  return outline;
}

void cartopole_outline_free(cartopole_outline *outline) {
  free(outline->verbs);
  free(outline->points);
}
