#include "version.h"

// Package.swift defines COMMIT without quotes, which no shell can then lose.
#define TEXT(word) #word
#define TEXT_OF(macro) TEXT(macro)

const char *cartopole_commit(void) { return TEXT_OF(COMMIT); }
