#ifndef CARTOPOLE_CCLP_H
#define CARTOPOLE_CCLP_H

// Linear programmes by COIN-OR Clp (https://github.com/coin-or/Clp, EPL-2.0), loaded on first use: linking it
// would cost every start of the program 2 to 3 ms. The prototypes are those of Clp_C_Interface.h, Clp 1.17.

typedef struct cartopole_clp cartopole_clp;

// Whether the library is there; loads it. Safe from any thread.
int cartopole_clp_is_available(void);

// lower ≤ x ≤ upper, row_lower ≤ A x ≤ row_upper, A by columns; NULL without memory. Not for two threads at once.
cartopole_clp *cartopole_clp_new(int columns, int rows, const int *starts, const int *indices,
                                 const double *values, const double *lower, const double *upper,
                                 const double *row_lower, const double *row_upper);

void cartopole_clp_free(cartopole_clp *programme);

// Costs of every column, to be made as small as possible.
void cartopole_clp_costs(cartopole_clp *programme, const double *costs);

// Bounds of every column.
void cartopole_clp_bounds(cartopole_clp *programme, const double *lower, const double *upper);

// Solves from the last basis, by the primal method after new costs and the dual one after new bounds.
// 0 optimal, 1 nothing feasible, 2 unbounded, anything else: given up.
int cartopole_clp_solve(cartopole_clp *programme, int by_dual);

// Values of the columns after solving, valid until the next call.
const double *cartopole_clp_values(cartopole_clp *programme);

#endif
