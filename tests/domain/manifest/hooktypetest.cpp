#include "core/domain/manifest/hooktype.h"

#include <array>

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

TEST(HookType, IsReadFromTheManifestsAnnotation)
{
    const std::array<std::pair<QString, QString>, 8> manifests{{
        {uR"({"kind":"Job","metadata":{"annotations":{"argocd.argoproj.io/hook":"PreSync"}}})"_s, u"PreSync"_s},
        {uR"({"metadata":{"annotations":{"a":"b","helm.sh/hook":"pre-install,pre-upgrade"}}})"_s,
         u"pre-install,pre-upgrade"_s},
        {uR"({"metadata":{"annotations":{"helm.sh/hook":"pre-install","argocd.argoproj.io/hook":"Sync"}}})"_s,
         u"Sync"_s},
        {uR"({"metadata":{"annotations":{"argocd.argoproj.io/hook-delete-policy":"HookSucceeded"}}})"_s, {}},
        {uR"({"metadata":{"annotations":{"argocd.argoproj.io/hook":7}}})"_s, {}},
        {uR"({"metadata":{"annotations":null}})"_s, {}},
        {u"[]"_s, {}},
        {u"no JSON"_s, {}},
    }};
    for (const auto &[json, type] : manifests)
        EXPECT_EQ(hookTypeOf(json), type) << json.toStdString();
}

} // namespace lynceus
