/*
 * What one would write in plain C for the same work, to measure against: read a shapefile with shapelib, project
 * it to Lambert-93 with PROJ, join a CSV by code, cut the values into five quantile classes and write an SVG
 * 1000 px wide. One thread, no shortcut: every vertex is read by shapelib and projected by proj_trans_generic.
 *
 *   cc -O2 choropleth.c -o choropleth $(pkg-config --cflags --libs shapelib proj)
 *   ./choropleth LAYER.shp KEY DATA.csv MAP.svg [WIDTH [PIPELINE]]      (the CSV: key,value, a header line)
 *
 * A WIDTH of ten million px makes the vertices as good as exact, to compare drawings with. PROJ is asked for the
 * operation by its EPSG codes, 10 ms, unless it is given a PIPELINE written out.
 */
#include <limits.h>
#include <math.h>
#include <proj.h>
#include <shapefil.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  char key[12];
  double value;
} Row;

static int by_key(const void *a, const void *b) { return strcmp(((const Row *)a)->key, ((const Row *)b)->key); }

static int by_number(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static void fail(const char *what) {
  fprintf(stderr, "error: %s\n", what);
  exit(65);
}

static Row *read_rows(const char *path, int *count) {
  FILE *file = fopen(path, "r");
  if (!file) fail("cannot open the CSV");
  char line[256];
  int capacity = 1 << 12, n = 0;
  Row *rows = malloc(sizeof(Row) * capacity);
  if (!fgets(line, sizeof line, file)) fail("empty CSV");
  while (fgets(line, sizeof line, file)) {
    char *comma = strchr(line, ',');
    if (!comma) continue;
    *comma = 0;
    if (n == capacity) rows = realloc(rows, sizeof(Row) * (capacity *= 2));
    snprintf(rows[n].key, sizeof rows[n].key, "%s", line);
    rows[n++].value = strtod(comma + 1, NULL);
  }
  fclose(file);
  qsort(rows, n, sizeof(Row), by_key);
  *count = n;
  return rows;
}

/* Tenths of a px as text: digits by hand, printf costs ten times as much. */
static char *tenths(char *out, long value) {
  if (value < 0) {
    *out++ = '-';
    value = -value;
  }
  char digits[24];
  int n = 0;
  long whole = value / 10;
  do digits[n++] = '0' + whole % 10;
  while (whole /= 10);
  while (n) *out++ = digits[--n];
  if (value % 10) {
    *out++ = '.';
    *out++ = '0' + value % 10;
  }
  return out;
}

int main(int argc, char **argv) {
  if (argc < 5 || argc > 7) fail("usage: choropleth LAYER.shp KEY DATA.csv MAP.svg [WIDTH [PIPELINE]]");
  double width = argc > 5 ? atof(argv[5]) : 1000;
  int row_count;
  Row *rows = read_rows(argv[3], &row_count);

  SHPHandle shp = SHPOpen(argv[1], "rb");
  DBFHandle dbf = DBFOpen(argv[1], "rb");
  if (!shp || !dbf) fail("cannot open the layer");
  int field = DBFGetFieldIndex(dbf, argv[2]), features, type;
  double low[4], high[4];
  SHPGetInfo(shp, &features, &type, low, high);

  PJ_CONTEXT *context = proj_context_create();
  PJ *pj = argc == 7 ? proj_create(context, argv[6])
                     : proj_normalize_for_visualization(
                           context, proj_create_crs_to_crs(context, "EPSG:4326", "EPSG:2154", NULL));
  if (!pj) fail("cannot make the projection");

  SHPObject **shapes = malloc(sizeof(SHPObject *) * features);
  double *values = malloc(sizeof(double) * features), *sorted = malloc(sizeof(double) * features);
  double min_x = INFINITY, min_y = INFINITY, max_x = -INFINITY, max_y = -INFINITY;
  int known = 0;
  for (int i = 0; i < features; i++) {
    SHPObject *shape = shapes[i] = SHPReadObject(shp, i);
    int n = shape->nVertices;
    proj_trans_generic(pj, PJ_FWD, shape->padfX, sizeof(double), n, shape->padfY, sizeof(double), n, NULL, 0, 0,
                       NULL, 0, 0);
    for (int v = 0; v < n; v++) {
      if (shape->padfX[v] < min_x) min_x = shape->padfX[v];
      if (shape->padfX[v] > max_x) max_x = shape->padfX[v];
      if (shape->padfY[v] < min_y) min_y = shape->padfY[v];
      if (shape->padfY[v] > max_y) max_y = shape->padfY[v];
    }
    Row wanted;
    snprintf(wanted.key, sizeof wanted.key, "%s", DBFReadStringAttribute(dbf, i, field));
    Row *found = bsearch(&wanted, rows, row_count, sizeof(Row), by_key);
    values[i] = found ? found->value : NAN;
    if (found) sorted[known++] = found->value;
  }
  qsort(sorted, known, sizeof(double), by_number);
  double bounds[5];
  for (int k = 1; k <= 5; k++) {
    double at = (known - 1) * k / 5.0;
    int below = (int)at;
    double next = below + 1 < known ? sorted[below + 1] : sorted[below];
    bounds[k - 1] = sorted[below] + (at - below) * (next - sorted[below]);
  }

  FILE *svg = fopen(argv[4], "w");
  if (!svg) fail("cannot create the SVG");
  double scale = width / (max_x - min_x);
  fprintf(svg, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\">\n", width,
          (max_y - min_y) * scale);
  size_t room = 1 << 20;
  char *line = malloc(room);
  for (int i = 0; i < features; i++) {
    SHPObject *shape = shapes[i];
    size_t needed = 256 + 32 * (size_t)shape->nVertices;
    if (needed > room) line = realloc(line, room = needed);
    int class = 0;
    while (class < 4 && values[i] > bounds[class]) class++;
    char *out = line + sprintf(line, "<path class=\"k%d\" d=\"", isnan(values[i]) ? 0 : class + 1);
    for (int part = 0; part < shape->nParts; part++) {
      int end = part + 1 < shape->nParts ? shape->panPartStart[part + 1] : shape->nVertices;
      long last_x = LONG_MIN, last_y = LONG_MIN;
      char command = 'M';
      for (int v = shape->panPartStart[part]; v < end; v++) {
        long x = lround((shape->padfX[v] - min_x) * scale * 10), y = lround((max_y - shape->padfY[v]) * scale * 10);
        if (x == last_x && y == last_y) continue;
        *out++ = command;
        out = tenths(out, last_x = x);
        *out++ = ',';
        out = tenths(out, last_y = y);
        command = 'L';
      }
      *out++ = 'Z';
    }
    memcpy(out, "\"/>\n", 4);
    fwrite(line, 1, out + 4 - line, svg);
    SHPDestroyObject(shape);
  }
  fputs("</svg>\n", svg);
  if (fclose(svg)) fail("cannot write the SVG");
  SHPClose(shp);
  DBFClose(dbf);
  proj_destroy(pj);
  proj_context_destroy(context);
  return 0;
}
