#include "CCompression.h"
#include <limits.h>
#include <stdlib.h>
#include <zlib.h>
#include <zstd.h>

enum { GZIP_WINDOW = 15 + 16 };

struct ccompression_decoder {
  int32_t format;
  /// Whether the last member or frame has ended and no other has begun.
  int32_t is_whole;
  z_stream gzip;
  ZSTD_DCtx *zstd;
};

ccompression_decoder *ccompression_decoder_open(int32_t format) {
  ccompression_decoder *decoder = calloc(1, sizeof *decoder);
  if (decoder == NULL) return NULL;
  decoder->format = format;
  int failed;
  if (format == CCOMPRESSION_GZIP) {
    failed = inflateInit2(&decoder->gzip, GZIP_WINDOW) != Z_OK;
  } else {
    decoder->zstd = ZSTD_createDCtx();
    failed = decoder->zstd == NULL;
  }
  if (!failed) return decoder;
  free(decoder);
  return NULL;
}

void ccompression_decoder_close(ccompression_decoder *decoder) {
  if (decoder->format == CCOMPRESSION_GZIP) inflateEnd(&decoder->gzip);
  ZSTD_freeDCtx(decoder->zstd);
  free(decoder);
}

static uInt bounded(size_t count) { return count > UINT_MAX ? UINT_MAX : (uInt)count; }

static int32_t decode_gzip(ccompression_decoder *decoder, const uint8_t *input, size_t input_count, size_t *taken,
                           uint8_t *output, size_t output_count, size_t *written) {
  z_stream *stream = &decoder->gzip;
  if (decoder->is_whole && input_count > 0) {
    // Some writers pad the last member with zero bytes; gzip itself passes over them.
    if (input[0] == 0) {
      while (*taken < input_count && input[*taken] == 0) *taken += 1;
      return CCOMPRESSION_WHOLE;
    }
    if (inflateReset(stream) != Z_OK) return CCOMPRESSION_DAMAGED;
    decoder->is_whole = 0;
  }
  stream->next_in = (Bytef *)input;
  stream->avail_in = bounded(input_count);
  stream->next_out = output;
  stream->avail_out = bounded(output_count);
  int status = inflate(stream, Z_NO_FLUSH);
  *taken = (size_t)(stream->next_in - input);
  *written = (size_t)(stream->next_out - output);
  if (status == Z_STREAM_END) decoder->is_whole = 1;
  if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR) return CCOMPRESSION_DAMAGED;
  return decoder->is_whole ? CCOMPRESSION_WHOLE : CCOMPRESSION_MORE;
}

static int32_t decode_zstd(ccompression_decoder *decoder, const uint8_t *input, size_t input_count, size_t *taken,
                           uint8_t *output, size_t output_count, size_t *written) {
  ZSTD_inBuffer source = {input, input_count, 0};
  ZSTD_outBuffer target = {output, output_count, 0};
  size_t status = ZSTD_decompressStream(decoder->zstd, &target, &source);
  *taken = source.pos;
  *written = target.pos;
  if (ZSTD_isError(status)) return CCOMPRESSION_DAMAGED;
  if (source.pos > 0 || target.pos > 0) decoder->is_whole = status == 0;
  return decoder->is_whole ? CCOMPRESSION_WHOLE : CCOMPRESSION_MORE;
}

int32_t ccompression_decode(ccompression_decoder *decoder, const uint8_t *input, size_t input_count, size_t *taken,
                            uint8_t *output, size_t output_count, size_t *written) {
  *taken = *written = 0;
  if (decoder->format == CCOMPRESSION_GZIP) return decode_gzip(decoder, input, input_count, taken, output, output_count, written);
  return decode_zstd(decoder, input, input_count, taken, output, output_count, written);
}
