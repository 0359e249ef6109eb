// The part of ICU that Gazette uses, behind opaque handles and fixed-width integers.
#ifndef CICU_H
#define CICU_H
#include <stdint.h>

#if defined(__cplusplus)
extern "C" {
#endif

typedef struct cicu_breaker cicu_breaker;

enum { CICU_WORD = 0, CICU_SENTENCE = 1, CICU_SCALARS = 0x110000 };

/// Opens a break iterator of the given kind for a locale such as "en". NULL where ICU refuses.
cicu_breaker *cicu_breaker_open(int32_t kind, const char *locale);
void cicu_breaker_close(cicu_breaker *breaker);

/// Points the iterator at UTF-16 text, which must outlive the calls of `cicu_breaker_next`. 0 where ICU refuses.
int32_t cicu_breaker_set_text(cicu_breaker *breaker, const uint16_t *units, int32_t count);

/// Writes further boundaries (UTF-16 offsets, ascending, 0 excluded) and, unless NULL, their rule statuses into the elements from `first` to before `limit`.
/// Returns the element behind the last one written; below `limit` the text is at its end.
int32_t cicu_breaker_next(cicu_breaker *breaker, int32_t *ends, int32_t *statuses, int32_t first, int32_t limit);

/// The rules of a break iterator: a state machine over categories of code points.
typedef struct cicu_rules cicu_rules;

/// Takes the compiled rules out of an iterator. NULL where their format is unknown or they need more than plain transitions.
cicu_rules *cicu_rules_open(cicu_breaker *breaker);
void cicu_rules_close(cicu_rules *rules);

/// How many states there are; 0 is the end of every match.
int32_t cicu_rules_states(const cicu_rules *rules);
/// The state in which a match begins.
int32_t cicu_rules_start(const cicu_rules *rules);
/// How many categories there are; 1 is the text's end.
int32_t cicu_rules_categories(const cicu_rules *rules);
/// Categories from this one on are scripts whose words only a dictionary can tell.
int32_t cicu_rules_first_dictionary(const cicu_rules *rules);
int32_t cicu_rules_category(const cicu_rules *rules, int32_t scalar);
/// A byte for every code point, zero at first, for the owner to remember categories in.
uint8_t *cicu_rules_memory(cicu_rules *rules);
int32_t cicu_rules_next(const cicu_rules *rules, int32_t state, int32_t category);
/// The rule status of a match that ends in a state; -1 where none does.
int32_t cicu_rules_status(const cicu_rules *rules, int32_t state);

/// Full case folding of the canonical decomposition, combining marks removed. Writes at most `capacity` code points and returns how many there are.
int32_t cicu_fold(int32_t scalar, int32_t *folded, int32_t capacity);

/// 1 where the code point is an upper-case or title-case letter.
int32_t cicu_is_upper(int32_t scalar);

/// 1 where the code point is alphabetic.
int32_t cicu_is_alphabetic(int32_t scalar);

enum { CICU_ISLAMIC = 0, CICU_HEBREW = 1, CICU_CHINESE = 2 };
enum { CICU_NO_DAY = INT32_MIN };

/// The days since 1970-01-01 of a day in another calendar, by its year in that calendar's own count, and its month counted from 1 (of the Hebrew year
/// from Tishri, with Adar I as the sixth, which common years lack). CICU_NO_DAY where ICU refuses.
int32_t cicu_calendar_day(int32_t kind, int32_t year, int32_t month, int32_t day);

/// The version of the linked ICU and of its Unicode data, such as "72.1" and "15.0".
const char *cicu_version(void);
const char *cicu_unicode_version(void);

#if defined(__cplusplus)
}
#endif
#endif
