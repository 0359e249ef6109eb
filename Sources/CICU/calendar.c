#include "CICU.h"
#include <unicode/ucal.h>

enum { CALENDARS = 3 };

// One calendar of each kind a thread, kept until the thread ends: opening one costs far more than asking it.
static UCalendar *calendar(int32_t kind) {
  static const char *const locales[CALENDARS] = {"en@calendar=islamic-umalqura", "en@calendar=hebrew", "en@calendar=chinese"};
  static _Thread_local UCalendar *opened[CALENDARS];
  if (kind < 0 || kind >= CALENDARS) return NULL;
  if (opened[kind] == NULL) {
    const UChar zone[] = {'U', 'T', 'C', 0};
    UErrorCode status = U_ZERO_ERROR;
    UCalendar *made = ucal_open(zone, -1, locales[kind], UCAL_DEFAULT, &status);
    if (U_FAILURE(status)) return NULL;
    opened[kind] = made;
  }
  return opened[kind];
}

int32_t cicu_calendar_day(int32_t kind, int32_t year, int32_t month, int32_t day) {
  UCalendar *asked = calendar(kind);
  if (asked == NULL) return CICU_NO_DAY;
  ucal_clear(asked);
  ucal_set(asked, UCAL_EXTENDED_YEAR, year);
  ucal_set(asked, UCAL_MONTH, month - 1);
  ucal_set(asked, UCAL_DATE, day);
  UErrorCode status = U_ZERO_ERROR;
  double days = ucal_getMillis(asked, &status) / 86400000.0;
  return U_FAILURE(status) || days < -1e9 || days > 1e9 ? CICU_NO_DAY : (int32_t)days - (days < (int32_t)days);
}
