// The part of zlib and libzstd that Gazette uses, behind one opaque handle and fixed-width integers.
#ifndef CCOMPRESSION_H
#define CCOMPRESSION_H
#include <stddef.h>
#include <stdint.h>

#if defined(__cplusplus)
extern "C" {
#endif

typedef struct ccompression_decoder ccompression_decoder;

enum { CCOMPRESSION_GZIP = 0, CCOMPRESSION_ZSTD = 1 };

/// What a call of `ccompression_decode` came to: more input is wanted, the bytes end with a whole member or frame, or they are damaged.
enum { CCOMPRESSION_MORE = 0, CCOMPRESSION_WHOLE = 1, CCOMPRESSION_DAMAGED = -1 };

/// Opens a decoder of gzip members (RFC 1952) or Zstandard frames (RFC 8878), one behind the other. NULL where memory is short.
ccompression_decoder *ccompression_decoder_open(int32_t format);
void ccompression_decoder_close(ccompression_decoder *decoder);

/// Decodes what it can of `input` into `output`; the counts of bytes taken and written are stored.
int32_t ccompression_decode(ccompression_decoder *decoder, const uint8_t *input, size_t input_count, size_t *taken,
                            uint8_t *output, size_t output_count, size_t *written);

/// The most bytes that `count` bytes can take when compressed.
size_t ccompression_bound(int32_t format, size_t count);

/// Compresses bytes into one member or frame, always the same for the same bytes. Returns its size; 0 where memory is short.
size_t ccompression_encode(int32_t format, const uint8_t *input, size_t input_count, uint8_t *output, size_t output_count);

#if defined(__cplusplus)
}
#endif
#endif
