#ifndef STELE_CTIME_SHIM_H
#define STELE_CTIME_SHIM_H

#include <sys/timex.h>

#endif
