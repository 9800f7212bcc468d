#include "core/domain/argocd/decoders/decoders.h"

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

TEST(OperationDecoder, DetectsDryRunsAndSelectiveSyncs)
{
    const auto application = Decoder().application(R"({"metadata": {"name": "web"}, "status": {"operationState": {
        "phase": "Failed", "operation": {"sync": {"revision": "abc", "dryRun": true, "resources": [
            {"group": "apps", "kind": "Deployment", "name": "web"},
            {"kind": "ConfigMap", "name": "web", "namespace": "shop"}]}},
        "syncResult": {"revision": "abc", "resources": [{"kind": "ConfigMap", "name": "web", "status": "Synced"}]}}}})");
    ASSERT_TRUE(application) << qPrintable(application.error().message);
    const auto &operation = application->operationState.value();
    EXPECT_TRUE(operation.dryRun);
    EXPECT_EQ(operation.selected,
              (std::vector<ResourceKey>{{u"apps"_s, u"Deployment"_s, {}, u"web"_s},
                                        {{}, u"ConfigMap"_s, u"shop"_s, u"web"_s}}));
    EXPECT_EQ(operation.resources.size(), 1);
}

TEST(OperationDecoder, ResultUnderTheRequestsNameHasNoSelection)
{
    // Lists that are requested with `fields` look like this.
    const auto application = Decoder().application(R"({"metadata": {"name": "web"}, "status": {"operationState": {
        "operation": {"sync": {"revision": "abc", "resources": [
            {"kind": "ConfigMap", "name": "web", "status": "Synced", "hookPhase": "Running"}]}}}}})");
    ASSERT_TRUE(application);
    EXPECT_TRUE(application->operationState.value().selected.empty());
    EXPECT_EQ(application->operationState.value().resources.size(), 1);
}

} // namespace lynceus
