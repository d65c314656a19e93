#include "include/cclp.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

struct cartopole_clp;

static void *(*new_model)(void);
static void (*delete_model)(void *);
static void (*load_problem)(void *, int, int, const int *, const int *, const double *, const double *,
                            const double *, const double *, const double *, const double *);
static void (*change_costs)(void *, const double *);
static void (*change_lower)(void *, const double *);
static void (*change_upper)(void *, const double *);
static void (*set_log_level)(void *, int);
static int (*primal)(void *, int);
static int (*dual)(void *, int);
static double *(*solution)(void *);

static pthread_once_t once = PTHREAD_ONCE_INIT;
static int is_available = 0;

static void *symbol(void *library, const char *name) {
  void *found = dlsym(library, name);
  if (!found) is_available = 0;
  return found;
}

static void load(void) {
  static const char *const names[] = {"libClp.so.1", "libClp.so", "libClp.1.dylib", "libClp.dylib"};
  void *library = NULL;
  for (size_t i = 0; i < sizeof names / sizeof *names && !library; i++)
    library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
  is_available = 1;
  *(void **)&new_model = symbol(library, "Clp_newModel");
  *(void **)&delete_model = symbol(library, "Clp_deleteModel");
  *(void **)&load_problem = symbol(library, "Clp_loadProblem");
  *(void **)&change_costs = symbol(library, "Clp_chgObjCoefficients");
  *(void **)&change_lower = symbol(library, "Clp_chgColumnLower");
  *(void **)&change_upper = symbol(library, "Clp_chgColumnUpper");
  *(void **)&set_log_level = symbol(library, "Clp_setLogLevel");
  *(void **)&primal = symbol(library, "Clp_primal");
  *(void **)&dual = symbol(library, "Clp_dual");
  *(void **)&solution = symbol(library, "Clp_primalColumnSolution");
}

int cartopole_clp_is_available(void) {
  pthread_once(&once, load);
  return is_available;
}

cartopole_clp *cartopole_clp_new(int columns, int rows, const int *starts, const int *indices,
                                 const double *values, const double *lower, const double *upper,
                                 const double *row_lower, const double *row_upper) {
  if (!cartopole_clp_is_available()) return NULL;
  void *model = new_model();
  if (!model) return NULL;
  set_log_level(model, 0);
  load_problem(model, columns, rows, starts, indices, values, lower, upper, NULL, row_lower, row_upper);
  return model;
}

void cartopole_clp_free(cartopole_clp *programme) { delete_model(programme); }

void cartopole_clp_costs(cartopole_clp *programme, const double *costs) { change_costs(programme, costs); }

void cartopole_clp_bounds(cartopole_clp *programme, const double *lower, const double *upper) {
  change_lower(programme, lower);
  change_upper(programme, upper);
}

int cartopole_clp_solve(cartopole_clp *programme, int by_dual) {
  return by_dual ? dual(programme, 0) : primal(programme, 0);
}

const double *cartopole_clp_values(cartopole_clp *programme) { return solution(programme); }
