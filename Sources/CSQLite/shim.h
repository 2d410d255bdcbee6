#ifndef STELE_CSQLITE_SHIM_H
#define STELE_CSQLITE_SHIM_H

#include <sqlite3.h>

#endif
