// The yardstick: what ICU's word and sentence iterators cost when nothing else is done.
//
// Reads documents from standard input, each a 4-byte little-endian length and that many bytes of UTF-8. For each it does what any program on ICU
// must do: convert to UTF-16, find every word with its rule status and every sentence. Prints the bytes, the words, the sums of their ends and
// statuses, the sentences and the sum of their ends, and the processor time in seconds, reading not counted.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

static UErrorCode status = U_ZERO_ERROR;

static void check(const char *action) {
  if (U_SUCCESS(status)) return;
  fprintf(stderr, "bare_icu: %s: %s\n", action, u_errorName(status));
  exit(1);
}

static double processor_time(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

typedef struct { uint64_t bytes, words, word_ends, statuses, sentences, sentence_ends; } answer;

static void segment(UBreakIterator *words, UBreakIterator *sentences, const UChar *units, int32_t length, answer *found) {
  ubrk_setText(words, units, length, &status);
  check("set text");
  for (int32_t end; (end = ubrk_next(words)) != UBRK_DONE;) {
    found->words += 1;
    found->word_ends += (uint64_t)end;
    found->statuses += (uint64_t)ubrk_getRuleStatus(words);
  }
  ubrk_setText(sentences, units, length, &status);
  check("set text");
  for (int32_t end; (end = ubrk_next(sentences)) != UBRK_DONE;) {
    found->sentences += 1;
    found->sentence_ends += (uint64_t)end;
  }
}

int main(int count, char **arguments) {
  const char *locale = count > 1 ? arguments[1] : "en";
  UBreakIterator *words = ubrk_open(UBRK_WORD, locale, NULL, 0, &status), *sentences = ubrk_open(UBRK_SENTENCE, locale, NULL, 0, &status);
  check("open");
  answer found = {0};
  double seconds = 0;
  int32_t room = 0, length = 0;
  char *bytes = NULL;
  UChar *units = NULL;
  uint8_t size[4];
  while (fread(size, 1, 4, stdin) == 4) {
    uint32_t expected = size[0] | (uint32_t)size[1] << 8 | (uint32_t)size[2] << 16 | (uint32_t)size[3] << 24;
    if (expected > INT32_MAX / 2) return 1;
    if ((int32_t)expected > room) {
      room = (int32_t)expected;
      bytes = realloc(bytes, (size_t)room);
      units = realloc(units, (size_t)room * sizeof(UChar));
      if (!bytes || !units) return 1;
    }
    if (fread(bytes, 1, expected, stdin) != expected) return 1;
    double start = processor_time();
    u_strFromUTF8(units, room, &length, bytes, (int32_t)expected, &status);
    check("convert");
    segment(words, sentences, units, length, &found);
    seconds += processor_time() - start;
    found.bytes += expected;
  }
  printf("{\"bytes\": %lu, \"words\": %lu, \"word_ends\": %lu, \"statuses\": %lu, \"sentences\": %lu, \"sentence_ends\": %lu, \"seconds\": %.6f}\n",
         (unsigned long)found.bytes, (unsigned long)found.words, (unsigned long)found.word_ends, (unsigned long)found.statuses,
         (unsigned long)found.sentences, (unsigned long)found.sentence_ends, seconds);
  return 0;
}
