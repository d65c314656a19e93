#include <string.h>
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
