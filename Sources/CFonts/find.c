#include "include/cfonts.h"
#include "library.h"

#include <stdio.h>

// fontconfig's weights of CSS's 100, 200 … 900 (FcWeightFromOpenType).
static int fontconfig_weight(int css) {
  static const int weights[] = {0, 40, 50, 80, 100, 180, 200, 205, 210};
  int step = (css + 50) / 100 - 1;
  return weights[step < 0 ? 0 : step > 8 ? 8 : step];
}

int cartopole_fonts_find(const char *const *families, int count, int weight, int italic, uint32_t character,
                         char *file, size_t capacity, int *index) {
  const struct library *with = cartopole_fonts_library();
  FcPattern *wanted = with ? with->FcPatternCreate() : NULL;
  if (!wanted) return 0;
  for (int i = 0; i < count; i++)
    with->FcPatternAddString(wanted, "family", (const unsigned char *)families[i]);
  with->FcPatternAddInteger(wanted, "weight", fontconfig_weight(weight));
  with->FcPatternAddInteger(wanted, "slant", italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
  with->FcPatternAddBool(wanted, "scalable", 1);
  // Without it the language of the machine would have its say.
  with->FcPatternAddString(wanted, "lang", (const unsigned char *)"fr");
  if (character) {
    FcCharSet *characters = with->FcCharSetCreate();
    with->FcCharSetAddChar(characters, character);
    with->FcPatternAddCharSet(wanted, "charset", characters);
    with->FcCharSetDestroy(characters);
  }
  with->FcConfigSubstitute(NULL, wanted, FC_MATCH_PATTERN);
  with->FcDefaultSubstitute(wanted);
  int result = 0;
  FcPattern *found = with->FcFontMatch(NULL, wanted, &result);
  with->FcPatternDestroy(wanted);
  if (!found) return 0;
  unsigned char *name = NULL;
  int is_found = with->FcPatternGetString(found, "file", 0, &name) == 0;
  // Bold that must be thickened, italics that must be slanted: glyphs would not look like the font's own.
  int is_thickened = 0;
  void *slanted = NULL;
  if (with->FcPatternGetBool(found, "embolden", 0, &is_thickened) == 0 && is_thickened) is_found = 0;
  if (with->FcPatternGetMatrix(found, "matrix", 0, &slanted) == 0) is_found = 0;
  if (is_found) {
    is_found = (size_t)snprintf(file, capacity, "%s", (const char *)name) < capacity;
    if (with->FcPatternGetInteger(found, "index", 0, index) != 0) *index = 0;
  }
  with->FcPatternDestroy(found);
  return is_found;
}
