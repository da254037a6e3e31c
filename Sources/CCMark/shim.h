// The reference parser of CommonMark, as the system has it.
#include <cmark.h>
