#include "CICU.h"
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>
#include <unicode/uversion.h>

enum { MOST_UNITS = 64 };

int32_t cicu_fold(int32_t scalar, int32_t *folded, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *decomposition = unorm2_getNFDInstance(&status);
  UChar source[2], parts[MOST_UNITS], cased[MOST_UNITS];
  int32_t length = 0, count = 0;
  UBool failed = 0;
  U16_APPEND(source, length, 2, scalar, failed);
  int32_t decomposed = unorm2_normalize(decomposition, source, length, parts, MOST_UNITS, &status);
  int32_t units = u_strFoldCase(cased, MOST_UNITS, parts, decomposed, U_FOLD_CASE_DEFAULT, &status);
  if (failed || U_FAILURE(status)) {
    if (capacity > 0) folded[0] = scalar;
    return 1;
  }
  for (int32_t i = 0; i < units;) {
    UChar32 c;
    U16_NEXT(cased, i, units, c);
    if (u_charType(c) == U_NON_SPACING_MARK) continue;
    if (count < capacity) folded[count] = c;
    count += 1;
  }
  return count;
}

int32_t cicu_is_upper(int32_t scalar) { return u_isUUppercase(scalar) || u_istitle(scalar); }

int32_t cicu_is_alphabetic(int32_t scalar) { return u_isUAlphabetic(scalar); }

const char *cicu_version(void) { return U_ICU_VERSION; }

const char *cicu_unicode_version(void) { return U_UNICODE_VERSION; }
