// Deliberately empty: this module only carries the linker and search flags of the system's zlib.
