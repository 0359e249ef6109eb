// Deliberately empty: this module only carries the linker and search flags of the system's ICU.
// A module that sees ICU's headers and Foundation's does not compile, so they stay inside CICU's .c files.
