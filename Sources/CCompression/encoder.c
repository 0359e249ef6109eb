#include "CCompression.h"
#include <limits.h>
#include <zlib.h>
#include <zstd.h>

enum { GZIP_WINDOW = 15 + 16, GZIP_MEMORY = 8, GZIP_HEADER = 18, GZIP_LEVEL = 6, ZSTD_LEVEL = 3 };

size_t ccompression_bound(int32_t format, size_t count) {
  return format == CCOMPRESSION_GZIP ? compressBound(count) + GZIP_HEADER : ZSTD_compressBound(count);
}

/// zlib writes a header without name and time unless it is given some.
static size_t encode_gzip(const uint8_t *input, size_t input_count, uint8_t *output, size_t output_count) {
  z_stream stream = {0};
  if (deflateInit2(&stream, GZIP_LEVEL, Z_DEFLATED, GZIP_WINDOW, GZIP_MEMORY, Z_DEFAULT_STRATEGY) != Z_OK) return 0;
  stream.next_in = (Bytef *)input;
  stream.next_out = output;
  size_t left = input_count;
  int status = Z_OK;
  while (status == Z_OK || status == Z_BUF_ERROR) {
    size_t room = output_count - (size_t)(stream.next_out - output);
    if (room == 0) break;
    size_t portion = left > INT_MAX ? INT_MAX : left;
    stream.avail_in = (uInt)portion;
    stream.avail_out = room > INT_MAX ? INT_MAX : (uInt)room;
    status = deflate(&stream, portion == left ? Z_FINISH : Z_NO_FLUSH);
    left -= portion - stream.avail_in;
  }
  size_t count = (size_t)(stream.next_out - output);
  deflateEnd(&stream);
  return status == Z_STREAM_END ? count : 0;
}

size_t ccompression_encode(int32_t format, const uint8_t *input, size_t input_count, uint8_t *output, size_t output_count) {
  if (format == CCOMPRESSION_GZIP) return encode_gzip(input, input_count, output, output_count);
  size_t count = ZSTD_compress(output, output_count, input, input_count, ZSTD_LEVEL);
  return ZSTD_isError(count) ? 0 : count;
}
