// Headers that most tests include and that never change: parsed once.
#include "cmake/precompiled_core.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
