#ifndef STELE_SCHEMA_H
#define STELE_SCHEMA_H

/// One file of `schema/`, embedded in the binary byte for byte.
typedef struct {
    const char *path;            ///< relative to `schema/`, with forward slashes
    const unsigned char *bytes;  ///< `count` bytes, no terminator
    unsigned long count;
} stele_schema_file;

unsigned long stele_schema_count(void);
const stele_schema_file *stele_schema_file_at(unsigned long index);

#endif
