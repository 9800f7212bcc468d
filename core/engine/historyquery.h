#pragma once

// The store in core/io answers with these values: they live in core/domain.
#include "core/domain/watch/historyquery.h"
#include "core/domain/watch/timelineentry.h"
