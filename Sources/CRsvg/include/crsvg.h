#ifndef CARTOPOLE_CRSVG_H
#define CARTOPOLE_CRSVG_H

#include <stddef.h>
#include <stdint.h>

// SVG texts become PNG and PDF files in memory: librsvg reads and draws them on cairo's surfaces, libpng and cairo
// write the files, libqpdf adds what cairo cannot say. The functions may be called from several threads at once.

// Bytes that a function made; free them with cartopole_bytes_free.
typedef struct {
  uint8_t *bytes;
  size_t count;
} cartopole_bytes;

void cartopole_bytes_free(cartopole_bytes *bytes);

// An SVG text.
typedef struct {
  const uint8_t *bytes;
  size_t count;
} cartopole_svg;

// A text that a picture carries: an iTXt chunk of a PNG.
typedef struct {
  const char *key;
  const char *text;
} cartopole_text;

// What went wrong, in the words of the library that said so.
enum { CARTOPOLE_MESSAGE_SIZE = 256 };
typedef struct {
  char text[CARTOPOLE_MESSAGE_SIZE];
} cartopole_message;

// Draws an SVG over white, width × height pixels, and writes a PNG. `metres` is the width of the sheet that the picture
// shows; `language` is the BCP 47 tag of its texts. Returns 0, or -1 with a message.
int cartopole_png(
    cartopole_svg svg, int width, int height, double metres, const char *language, const cartopole_text *texts,
    int text_count, cartopole_bytes *out, cartopole_message *message);

// A bookmark of a PDF.
typedef struct {
  const char *title;
  // 1-based.
  int page;
  // Position of the bookmark it stands under, in the same list; -1 for none.
  int parent;
} cartopole_bookmark;

// A rectangle of a page that leads to another page; in the units of the SVG, from the top left corner.
typedef struct {
  // 1-based.
  int from, to;
  double x, y, width, height;
} cartopole_link;

// A PDF being made.
typedef struct cartopole_pdf cartopole_pdf;

// Begins a PDF whose pages are as many points large (72 points are an inch). NULL with a message when that fails.
cartopole_pdf *cartopole_pdf_begin(double width, double height, cartopole_message *message);

void cartopole_pdf_describe(
    cartopole_pdf *pdf, const char *title, const char *subject, const char *author, const char *creator);

// Draws an SVG over the next page, with the links that start there; `unit` is the length of one unit of the links, in
// points. Returns 0, or -1 with a message.
int cartopole_pdf_page(
    cartopole_pdf *pdf, cartopole_svg svg, const char *label, double unit, const cartopole_link *links, int link_count,
    cartopole_message *message);

// Writes the file and frees `pdf`, also when it fails. The language is a BCP 47 tag.
int cartopole_pdf_end(
    cartopole_pdf *pdf, const cartopole_bookmark *bookmarks, int count, const char *language, cartopole_bytes *out,
    cartopole_message *message);

// Frees a PDF that is not finished.
void cartopole_pdf_abandon(cartopole_pdf *pdf);

// Names and versions of the libraries that draw; at most `size` bytes with the closing 0.
void cartopole_pictures_version(char *text, size_t size);

#endif
