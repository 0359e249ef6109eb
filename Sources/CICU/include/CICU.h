// The part of ICU that Gazette uses, behind opaque handles and fixed-width integers.
#ifndef CICU_H
#define CICU_H
#include <stdint.h>

#if defined(__cplusplus)
extern "C" {
#endif

typedef struct cicu_breaker cicu_breaker;

enum { CICU_WORD = 0, CICU_SENTENCE = 1 };

/// Opens a break iterator of the given kind for a locale such as "en". NULL where ICU refuses.
cicu_breaker *cicu_breaker_open(int32_t kind, const char *locale);
void cicu_breaker_close(cicu_breaker *breaker);

/// Points the iterator at UTF-16 text, which must outlive the calls of `cicu_breaker_next`. 0 where ICU refuses.
int32_t cicu_breaker_set_text(cicu_breaker *breaker, const uint16_t *units, int32_t count);

/// Writes further boundaries (UTF-16 offsets, ascending, 0 excluded) and, unless NULL, their rule statuses into the elements from `first` to before `limit`.
/// Returns the element behind the last one written; below `limit` the text is at its end.
int32_t cicu_breaker_next(cicu_breaker *breaker, int32_t *ends, int32_t *statuses, int32_t first, int32_t limit);

/// Full case folding of the canonical decomposition, combining marks removed. Writes at most `capacity` code points and returns how many there are.
int32_t cicu_fold(int32_t scalar, int32_t *folded, int32_t capacity);

/// 1 where the code point is an upper-case or title-case letter.
int32_t cicu_is_upper(int32_t scalar);

/// 1 where the code point is alphabetic.
int32_t cicu_is_alphabetic(int32_t scalar);

/// The version of the linked ICU and of its Unicode data, such as "72.1" and "15.0".
const char *cicu_version(void);
const char *cicu_unicode_version(void);

#if defined(__cplusplus)
}
#endif
#endif
