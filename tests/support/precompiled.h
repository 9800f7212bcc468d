// What nearly every test includes and what never changes: parsed once.
#include "cmake/precompiled_core.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
