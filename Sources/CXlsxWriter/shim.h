#include <fcntl.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

// The texts of a workbook's properties are `char *` before libxlsxwriter 1.2 and `const char *` since: C takes both.
static inline lxw_error cartopole_xlsx_describe(
    lxw_workbook *book, char *title, char *subject, char *author, char *comments, time_t created) {
  lxw_doc_properties properties;
  memset(&properties, 0, sizeof properties);
  properties.title = title;
  properties.subject = subject;
  properties.author = author;
  properties.comments = comments;
  properties.created = created;
  return workbook_set_properties(book, &properties);
}

// The library prints what fails on stderr, beside the error that it returns; nobody else prints while a workbook is closed.
static inline lxw_error cartopole_xlsx_close(lxw_workbook *book) {
  int kept = dup(STDERR_FILENO);
  int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (kept >= 0 && nowhere >= 0) dup2(nowhere, STDERR_FILENO);
  lxw_error error = workbook_close(book);
  if (kept >= 0 && nowhere >= 0) dup2(kept, STDERR_FILENO);
  if (kept >= 0) close(kept);
  if (nowhere >= 0) close(nowhere);
  return error;
}
