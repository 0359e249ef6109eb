// Opens standard input, output and error where a program is started without them. Linking this is all it takes.
