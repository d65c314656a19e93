#include "include/cfonts.h"
