#include "core/domain/model/status.h"

#include <gtest/gtest.h>

using namespace lynceus;

namespace {

TEST(Status, ValuesRoundTrip)
{
    for (const auto status :
         {HealthStatus::None, HealthStatus::Healthy, HealthStatus::Suspended, HealthStatus::Progressing,
          HealthStatus::Missing, HealthStatus::Degraded, HealthStatus::Unknown})
        EXPECT_EQ(healthStatusFrom(nameOf(status)), status);
    for (const auto status : {SyncStatus::Unknown, SyncStatus::Synced, SyncStatus::OutOfSync})
        EXPECT_EQ(syncStatusFrom(nameOf(status)), status);
    for (const auto phase : {OperationPhase::None, OperationPhase::Running, OperationPhase::Terminating,
                             OperationPhase::Failed, OperationPhase::Error, OperationPhase::Succeeded})
        EXPECT_EQ(operationPhaseFrom(nameOf(phase)), phase);
    EXPECT_EQ(nameOf(HealthStatus::Degraded).toStdString(), "Degraded");
    EXPECT_EQ(nameOf(SyncStatus::OutOfSync).toStdString(), "OutOfSync");
    EXPECT_EQ(nameOf(OperationPhase::Terminating).toStdString(), "Terminating");
}

TEST(Status, UnknownServerValuesProveNothing)
{
    EXPECT_EQ(healthStatusFrom(u"Splendid"), HealthStatus::Unknown);
    EXPECT_EQ(healthStatusFrom(u"healthy"), HealthStatus::Unknown);
    EXPECT_EQ(syncStatusFrom(u"Almost"), SyncStatus::Unknown);
    EXPECT_EQ(operationPhaseFrom(u"Thinking"), OperationPhase::Running);
}

} // namespace
