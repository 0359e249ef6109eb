// What a processor can and Swift has no word for.
#ifndef CPROCESSOR_H
#define CPROCESSOR_H
#include <stdbool.h>
#include <stdint.h>

/// Asks for memory that will be read soon.
static inline void processor_prefetch(const void *place) { __builtin_prefetch(place); }

typedef uint8_t processor_lane __attribute__((vector_size(16)));
typedef bool processor_marks __attribute__((ext_vector_type(16)));

/// A quarter of 64 bytes.
static inline processor_lane processor_quarter(const uint8_t *bytes, int index) {
  processor_lane lane;
  __builtin_memcpy(&lane, bytes + index * 16, 16);
  return lane;
}

/// A bit for each of a lane's bytes, the first lowest, at the place of a quarter.
static inline uint64_t processor_bits(processor_marks marks, int index) {
  uint16_t bits;
  __builtin_memcpy(&bits, &marks, 2);
  return (uint64_t)bits << index * 16;
}

/// Which of 64 bytes are ASCII letters, a bit a byte, the first lowest.
static inline uint64_t processor_letters(const uint8_t *bytes) {
  uint64_t letters = 0;
  for (int index = 0; index < 4; index++) {
    processor_lane lane = processor_quarter(bytes, index);
    letters |= processor_bits(__builtin_convertvector((lane | 0x20) - 'a' < 26, processor_marks), index);
  }
  return letters;
}

/// Which of 64 bytes are spaces or line feeds, likewise.
static inline uint64_t processor_blanks(const uint8_t *bytes) {
  uint64_t blanks = 0;
  for (int index = 0; index < 4; index++) {
    processor_lane lane = processor_quarter(bytes, index);
    blanks |= processor_bits(__builtin_convertvector((lane == ' ') | (lane == '\n'), processor_marks), index);
  }
  return blanks;
}

/// Which of 64 bytes are `,`, `.`, `:` or `;`, likewise.
static inline uint64_t processor_stops(const uint8_t *bytes) {
  uint64_t stops = 0;
  for (int index = 0; index < 4; index++) {
    processor_lane lane = processor_quarter(bytes, index);
    // Both pairs differ in one bit.
    stops |= processor_bits(__builtin_convertvector(((lane | 2) == '.') | ((lane | 1) == ';'), processor_marks), index);
  }
  return stops;
}

/// Which of 64 bytes are control characters, `.`, `!`, `?` or none of ASCII's, likewise.
static inline uint64_t processor_no_prose(const uint8_t *bytes) {
  uint64_t others = 0;
  for (int index = 0; index < 4; index++) {
    processor_lane lane = processor_quarter(bytes, index);
    others |= processor_bits(__builtin_convertvector((lane - 0x20 > 0x5E) | (lane == '.') | (lane == '!') | (lane == '?'), processor_marks), index);
  }
  return others;
}

/// Which of 64 bytes are none of ASCII's, likewise.
static inline uint64_t processor_no_ascii(const uint8_t *bytes) {
  uint64_t others = 0;
  for (int index = 0; index < 4; index++) {
    others |= processor_bits(__builtin_convertvector(processor_quarter(bytes, index) > 0x7F, processor_marks), index);
  }
  return others;
}

/// Which of a quarter's bytes are no part of a JSON string as they stand: control characters, `"` and `\`; likewise.
static inline uint64_t processor_quarter_no_json(const uint8_t *bytes, int index) {
  processor_lane lane = processor_quarter(bytes, index);
  return processor_bits(__builtin_convertvector((lane < 0x20) | (lane == '"') | (lane == '\\'), processor_marks), index);
}

/// The same of 64 bytes.
static inline uint64_t processor_no_json(const uint8_t *bytes) {
  uint64_t others = 0;
  for (int index = 0; index < 4; index++) others |= processor_quarter_no_json(bytes, index);
  return others;
}

/// Which of 64 bytes have a value, likewise.
static inline uint64_t processor_equal(const uint8_t *bytes, uint8_t value) {
  uint64_t equal = 0;
  for (int index = 0; index < 4; index++) {
    equal |= processor_bits(__builtin_convertvector(processor_quarter(bytes, index) == value, processor_marks), index);
  }
  return equal;
}

#endif
