#include "core/domain/tasks/taskcallpolicy.h"

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

const QUrl kBase(u"https://lynceus.acme.example/ci"_s);

bool isAllowed(const char *method, const QString &url)
{
    return checkTaskCallAllowed(method, QUrl(url), kBase).has_value();
}

} // namespace

TEST(TaskCallPolicy, AllowsItsOwnCalls)
{
    for (const auto call : {TaskCall::Version, TaskCall::Description, TaskCall::Config, TaskCall::Register,
                            TaskCall::Status, TaskCall::Verdict}) {
        const auto url = taskCallUrl(kBase, call, u"6f1f9ac4-7c1e-4a53-9c2f-1d2b3c4d5e6f"_s);
        EXPECT_TRUE(checkTaskCallAllowed(methodOf(call), url, kBase)) << url.toString().toStdString();
    }
    EXPECT_EQ(taskCallUrl(kBase, TaskCall::Verdict, u"a1"_s).toString(),
              u"https://lynceus.acme.example/ci/api/v1/tasks/a1/verdict"_s);
}

TEST(TaskCallPolicy, RefusesEverythingElse)
{
    const auto base = kBase.toString();
    EXPECT_FALSE(isAllowed("DELETE", base + u"/api/v1/tasks"_s));
    EXPECT_FALSE(isAllowed("POST", base + u"/api/v1/deploy-lock"_s));
    EXPECT_FALSE(isAllowed("POST", base + u"/api/v1/tasks/a1"_s));
    EXPECT_FALSE(isAllowed("GET", base + u"/api/v1/tasks/"_s));
    EXPECT_FALSE(isAllowed("GET", base + u"/api/v1/tasks/%2e%2e/x"_s));
    EXPECT_FALSE(isAllowed("GET", base + u"/api/v1/tasks/a%0d1"_s));
    EXPECT_FALSE(isAllowed("GET", base + u"/api/v1/version?x=1"_s));
    EXPECT_FALSE(isAllowed("GET", u"https://lynceus.acme.example/api/v1/version"_s));
    EXPECT_FALSE(isAllowed("GET", u"http://lynceus.acme.example/ci/api/v1/version"_s));
    EXPECT_FALSE(isAllowed("GET", u"https://lynceus.acme.example.evil.example/ci/api/v1/version"_s));
    EXPECT_FALSE(isAllowed("GET", u"https://ada@lynceus.acme.example/ci/api/v1/version"_s));
}

TEST(TaskCallPolicy, IdsAreShortAndAlphanumeric)
{
    EXPECT_TRUE(isTaskId(u"6f1f9ac4-7c1e-4a53-9c2f-1d2b3c4d5e6f"_s));
    for (const auto &id : {u""_s, u"a/b"_s, u".."_s, u"a b"_s, u"a\nb"_s, u"ä"_s, QString(65, u'a')})
        EXPECT_FALSE(isTaskId(id)) << id.toStdString();
}

} // namespace lynceus
