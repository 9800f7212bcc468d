#include "core/io/clock.h"

#include <QDateTime>

#include <gtest/gtest.h>

namespace lynceus {

TEST(SystemClock, ReturnsTheSystemTimeInMilliseconds)
{
    const SystemClock clock;
    const auto before = QDateTime::currentMSecsSinceEpoch();
    const auto now = clock.now().time_since_epoch().count();
    EXPECT_GE(now, before);
    EXPECT_LE(now, QDateTime::currentMSecsSinceEpoch());
    const auto first = clock.steady();
    EXPECT_LE(first, clock.steady());
    const auto booted = clock.sinceBoot();
    EXPECT_GE(booted, first) << "the clock includes sleep";
    EXPECT_LE(booted, clock.sinceBoot());
}

} // namespace lynceus
