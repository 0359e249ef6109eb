#include "CStandardDescriptors.h"
#include <errno.h>
#include <fcntl.h>

// No other file may take the place of a standard descriptor, so this runs before anything else opens one. /dev/null reads as nothing; as it is
// open for reading only, what is written to it fails.
__attribute__((constructor)) static void reserve_standard_descriptors(void) {
  for (int descriptor = 0; descriptor <= 2; descriptor++) {
    if (fcntl(descriptor, F_GETFD) < 0 && errno == EBADF) open("/dev/null", O_RDONLY);
  }
}
