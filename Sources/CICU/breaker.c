#include "CICU.h"
#include <unicode/ubrk.h>

// An ICU iterator is its own handle: the struct is never defined.
static UBreakIterator *iterator(cicu_breaker *breaker) { return (UBreakIterator *)breaker; }

cicu_breaker *cicu_breaker_open(int32_t kind, const char *locale) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *opened = ubrk_open(kind == CICU_WORD ? UBRK_WORD : UBRK_SENTENCE, locale, NULL, 0, &status);
  return U_FAILURE(status) ? NULL : (cicu_breaker *)opened;
}

void cicu_breaker_close(cicu_breaker *breaker) { ubrk_close(iterator(breaker)); }

int32_t cicu_breaker_set_text(cicu_breaker *breaker, const uint16_t *units, int32_t count) {
  UErrorCode status = U_ZERO_ERROR;
  ubrk_setText(iterator(breaker), (const UChar *)units, count, &status);
  return U_SUCCESS(status);
}

int32_t cicu_breaker_next(cicu_breaker *breaker, int32_t *ends, int32_t *statuses, int32_t first, int32_t limit) {
  int32_t count = first;
  while (count < limit) {
    int32_t end = ubrk_next(iterator(breaker));
    if (end == UBRK_DONE) break;
    ends[count] = end;
    if (statuses) statuses[count] = ubrk_getRuleStatus(iterator(breaker));
    count += 1;
  }
  return count;
}
