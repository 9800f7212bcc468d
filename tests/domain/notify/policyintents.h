#pragma once

#include "tests/domain/notify/policyrun.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lynceus::test::policy {

inline const auto kFailing = failing(watchOf(QStringLiteral("a")));

inline NotificationSettings quietAtNight()
{
    NotificationSettings settings;
    settings.quietHours = {true, {20, 0}, {8, 0}};
    return settings;
}

} // namespace lynceus::test::policy
