#include "CICU.h"
#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/ucptrie.h>

// The compiled rules of a break iterator as ICU 69 and later keep them (format 6, rbbidata.h).
typedef struct {
  uint32_t magic;
  uint8_t version[4];
  uint32_t length, categories;
  uint32_t forward, forward_length, reverse, reverse_length, trie, trie_length, source, source_length, statuses, statuses_length;
} rules_header;

typedef struct { uint32_t states, row_length, first_dictionary, lookaheads, flags; } table_header;

enum { MAGIC = 0xB1A0, FORMAT = 6, NEEDS_START = 2, BYTE_ROWS = 4, MOST_CATEGORIES = 254, MOST_STATES = 16384 };
// The state in which matches begin, and the category that stands before the first character where the rules ask for it.
enum { START = 1, START_OF_TEXT = 2 };
// The columns of a row before its transitions.
enum { ACCEPTING = 0, LOOKAHEAD = 1, STATUS = 2, TRANSITIONS = 3 };

struct cicu_rules {
  uint8_t *bytes;
  const rules_header *header;
  const table_header *table;
  UCPTrie *trie;
  uint8_t *memory;
};

static int32_t cell(const cicu_rules *rules, int32_t state, int32_t column) {
  const uint8_t *row = (const uint8_t *)(rules->table + 1) + (size_t)rules->table->row_length * (size_t)state;
  return rules->table->flags & BYTE_ROWS ? row[column] : ((const uint16_t *)row)[column];
}

// Whether every part lies within the bytes.
static int is_whole(const rules_header *header, uint32_t size) {
  if (size < sizeof *header || header->magic != MAGIC || header->version[0] != FORMAT || header->length > size) return 0;
  if (header->forward_length < sizeof(table_header) || header->forward + header->forward_length > size) return 0;
  return header->trie + header->trie_length <= size && header->statuses + header->statuses_length <= size;
}

// Whether the table needs nothing but transitions: no look-ahead rules.
static int is_plain(const cicu_rules *rules) {
  const table_header *table = rules->table;
  uint32_t width = table->flags & BYTE_ROWS ? 1 : 2;
  if (rules->header->categories > MOST_CATEGORIES || table->states < 2 || table->states > MOST_STATES || table->row_length < width * (TRANSITIONS + rules->header->categories)) return 0;
  if (sizeof *table + (uint64_t)table->states * table->row_length > rules->header->forward_length) return 0;
  for (int32_t state = 0; state < (int32_t)table->states; state++) {
    if (cell(rules, state, ACCEPTING) > 1 || cell(rules, state, LOOKAHEAD) != 0) return 0;
    for (int32_t category = 0; category < (int32_t)rules->header->categories; category++) {
      if (cell(rules, state, TRANSITIONS + category) >= (int32_t)table->states) return 0;
    }
  }
  return cell(rules, 0, ACCEPTING) == 0 && cicu_rules_start(rules) != 0;
}

cicu_rules *cicu_rules_open(cicu_breaker *breaker) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = (UBreakIterator *)breaker;
  int32_t size = (int32_t)ubrk_getBinaryRules(iterator, NULL, 0, &status);
  if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR) return NULL;
  cicu_rules *rules = calloc(1, sizeof *rules);
  if (rules == NULL || size <= 0) return cicu_rules_close(rules), NULL;
  // Zeroed pages cost nothing before they are touched.
  rules->memory = calloc(CICU_SCALARS, 1);
  rules->bytes = malloc((size_t)size);
  if (rules->bytes == NULL || rules->memory == NULL) return cicu_rules_close(rules), NULL;
  status = U_ZERO_ERROR;
  ubrk_getBinaryRules(iterator, rules->bytes, size, &status);
  rules->header = (const rules_header *)rules->bytes;
  if (U_FAILURE(status) || !is_whole(rules->header, (uint32_t)size)) return cicu_rules_close(rules), NULL;
  rules->table = (const table_header *)(rules->bytes + rules->header->forward);
  rules->trie = ucptrie_openFromBinary(UCPTRIE_TYPE_ANY, UCPTRIE_VALUE_BITS_ANY, rules->bytes + rules->header->trie,
                                       (int32_t)rules->header->trie_length, NULL, &status);
  if (U_FAILURE(status) || !is_plain(rules)) return cicu_rules_close(rules), NULL;
  return rules;
}

void cicu_rules_close(cicu_rules *rules) {
  if (rules == NULL) return;
  if (rules->trie) ucptrie_close(rules->trie);
  free(rules->memory);
  free(rules->bytes);
  free(rules);
}

int32_t cicu_rules_states(const cicu_rules *rules) { return (int32_t)rules->table->states; }

int32_t cicu_rules_start(const cicu_rules *rules) {
  return rules->table->flags & NEEDS_START ? cell(rules, START, TRANSITIONS + START_OF_TEXT) : START;
}

int32_t cicu_rules_categories(const cicu_rules *rules) { return (int32_t)rules->header->categories; }

int32_t cicu_rules_first_dictionary(const cicu_rules *rules) { return (int32_t)rules->table->first_dictionary; }

int32_t cicu_rules_category(const cicu_rules *rules, int32_t scalar) { return (int32_t)ucptrie_get(rules->trie, scalar); }

uint8_t *cicu_rules_memory(cicu_rules *rules) { return rules->memory; }

int32_t cicu_rules_next(const cicu_rules *rules, int32_t state, int32_t category) { return cell(rules, state, TRANSITIONS + category); }

int32_t cicu_rules_status(const cicu_rules *rules, int32_t state) {
  if (cell(rules, state, ACCEPTING) == 0) return -1;
  const int32_t *statuses = (const int32_t *)(rules->bytes + rules->header->statuses);
  int32_t group = cell(rules, state, STATUS), most = (int32_t)(rules->header->statuses_length / sizeof(int32_t));
  if (group >= most || group + statuses[group] >= most) return 0;
  return statuses[group + statuses[group]];
}
