// The reference parser of CommonMark, as the system has it.
#include <cmark.h>
#include <string.h>

/// How many bytes a string has before its NUL.
static inline size_t cmark_shim_length(const char *text) { return strlen(text); }
