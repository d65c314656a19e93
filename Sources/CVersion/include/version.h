// The commit that the program is built from, as the environment of the build names it; empty where it does not.
const char *cartopole_commit(void);
