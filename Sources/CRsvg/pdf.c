#include <cairo-pdf.h>
#include <qpdf/qpdf-c.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "shared.h"

struct cartopole_pdf {
  cartopole_bytes bytes;
  size_t capacity;
  cairo_surface_t *surface;
  cairo_t *cairo;
  double width, height;
};

static cairo_status_t append(void *closure, const unsigned char *bytes, unsigned int count) {
  cartopole_pdf *pdf = closure;
  return cartopole_bytes_append(&pdf->bytes, &pdf->capacity, bytes, count) == 0 ? CAIRO_STATUS_SUCCESS
                                                                               : CAIRO_STATUS_NO_MEMORY;
}

void cartopole_pdf_abandon(cartopole_pdf *pdf) {
  if (!pdf) return;
  if (pdf->cairo) cairo_destroy(pdf->cairo);
  if (pdf->surface) cairo_surface_destroy(pdf->surface);
  cartopole_bytes_free(&pdf->bytes);
  free(pdf);
}

cartopole_pdf *cartopole_pdf_begin(double width, double height, cartopole_message *message) {
  message->text[0] = 0;
  cartopole_pdf *pdf = calloc(1, sizeof(cartopole_pdf));
  if (!pdf) {
    cartopole_fail(message, "out of memory");
    return NULL;
  }
  pdf->width = width;
  pdf->height = height;
  pdf->surface = cairo_pdf_surface_create_for_stream(append, pdf, width, height);
  pdf->cairo = cairo_create(pdf->surface);
  // The date is fixed: the same pages give the same bytes.
  cairo_pdf_surface_set_metadata(pdf->surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
  if (cairo_status(pdf->cairo) != CAIRO_STATUS_SUCCESS) {
    cartopole_fail(message, cairo_status_to_string(cairo_status(pdf->cairo)));
    cartopole_pdf_abandon(pdf);
    return NULL;
  }
  return pdf;
}

void cartopole_pdf_describe(
    cartopole_pdf *pdf, const char *title, const char *subject, const char *author, const char *creator) {
  cairo_pdf_surface_set_metadata(pdf->surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata(pdf->surface, CAIRO_PDF_METADATA_SUBJECT, subject);
  cairo_pdf_surface_set_metadata(pdf->surface, CAIRO_PDF_METADATA_AUTHOR, author);
  cairo_pdf_surface_set_metadata(pdf->surface, CAIRO_PDF_METADATA_CREATOR, creator);
}

int cartopole_pdf_page(
    cartopole_pdf *pdf, cartopole_svg svg, const char *label, double unit, const cartopole_link *links, int link_count,
    cartopole_message *message) {
  cairo_pdf_surface_set_page_label(pdf->surface, label);
  RsvgHandle *handle = cartopole_read(svg, message);
  if (!handle) return -1;
  cairo_save(pdf->cairo);
  int result = cartopole_draw(pdf->cairo, handle, pdf->width, pdf->height, message);
  cairo_restore(pdf->cairo);
  g_object_unref(handle);
  if (result != 0) return result;
  for (int i = 0; i < link_count; i++) {
    char attributes[160];
    snprintf(
        attributes, sizeof attributes, "page=%d pos=[0 0] rect=[%.2f %.2f %.2f %.2f]", links[i].to, links[i].x * unit,
        links[i].y * unit, links[i].width * unit, links[i].height * unit);
    cairo_tag_begin(pdf->cairo, CAIRO_TAG_LINK, attributes);
    cairo_tag_end(pdf->cairo, CAIRO_TAG_LINK);
  }
  cairo_show_page(pdf->cairo);
  if (cairo_status(pdf->cairo) != CAIRO_STATUS_SUCCESS)
    return cartopole_fail(message, cairo_status_to_string(cairo_status(pdf->cairo)));
  return 0;
}

// cairo cannot say which language the document is in, nor that a window should show its title.
static int finish(const cartopole_bytes *drawn, const char *language, cartopole_bytes *out, cartopole_message *message) {
  qpdf_data pdf = qpdf_init();
  qpdf_silence_errors(pdf);
  qpdf_set_suppress_warnings(pdf, QPDF_TRUE);
  QPDF_ERROR_CODE failed = qpdf_read_memory(pdf, "atlas", (const char *)drawn->bytes, drawn->count, NULL);
  if (!(failed & QPDF_ERRORS)) {
    qpdf_oh root = qpdf_get_root(pdf);
    qpdf_oh_replace_key(pdf, root, "/Lang", qpdf_oh_new_unicode_string(pdf, language));
    qpdf_oh preferences = qpdf_oh_new_dictionary(pdf);
    qpdf_oh_replace_key(pdf, preferences, "/DisplayDocTitle", qpdf_oh_new_bool(pdf, QPDF_TRUE));
    qpdf_oh_replace_key(pdf, root, "/ViewerPreferences", preferences);
    failed = qpdf_init_write_memory(pdf);
  }
  if (!(failed & QPDF_ERRORS)) {
    qpdf_set_deterministic_ID(pdf, QPDF_TRUE);
    qpdf_set_object_stream_mode(pdf, qpdf_o_preserve);
    failed = qpdf_write(pdf);
  }
  int result = 0;
  if (failed & QPDF_ERRORS) {
    qpdf_error error = qpdf_get_error(pdf);
    result = cartopole_fail(message, error ? qpdf_get_error_message_detail(pdf, error) : "libqpdf");
  } else {
    size_t capacity = 0;
    if (cartopole_bytes_append(out, &capacity, qpdf_get_buffer(pdf), qpdf_get_buffer_length(pdf)) != 0)
      result = cartopole_fail(message, "out of memory");
  }
  qpdf_cleanup(&pdf);
  return result;
}

int cartopole_pdf_end(
    cartopole_pdf *pdf, const cartopole_bookmark *bookmarks, int count, const char *language, cartopole_bytes *out,
    cartopole_message *message) {
  *out = (cartopole_bytes){NULL, 0};
  int *ids = calloc((size_t)count + 1, sizeof(int));
  int result = ids ? 0 : cartopole_fail(message, "out of memory");
  for (int i = 0; i < count && result == 0; i++) {
    char attributes[64];
    snprintf(attributes, sizeof attributes, "page=%d pos=[0 0]", bookmarks[i].page);
    int parent = bookmarks[i].parent < 0 ? CAIRO_PDF_OUTLINE_ROOT : ids[bookmarks[i].parent];
    ids[i] = cairo_pdf_surface_add_outline(
        pdf->surface, parent, bookmarks[i].title, attributes, CAIRO_PDF_OUTLINE_FLAG_OPEN);
  }
  free(ids);
  cairo_destroy(pdf->cairo);
  pdf->cairo = NULL;
  cairo_surface_finish(pdf->surface);
  cairo_status_t status = cairo_surface_status(pdf->surface);
  if (result == 0 && status != CAIRO_STATUS_SUCCESS) result = cartopole_fail(message, cairo_status_to_string(status));
  if (result == 0) result = finish(&pdf->bytes, language, out, message);
  cartopole_pdf_abandon(pdf);
  return result;
}
