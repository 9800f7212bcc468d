#include "core/engine/text/shortcause.h"

#include "tests/support/watchmaker.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

using namespace test;

namespace {

Cause causeOf(Cause::Kind kind, const QString &resourceKind, const QString &name, const QString &message = {})
{
    Cause cause{.kind = kind, .resource = {}, .message = message, .image = {}, .candidates = {}};
    cause.resource.kind = resourceKind;
    cause.resource.name = name;
    return cause;
}

std::string text(const Cause &cause)
{
    return shortCause(cause, makeWatch(u"w"_s).expectation).joined().toStdString();
}

} // namespace

TEST(ShortCause, PodCauseStartsWithTheProblem)
{
    auto pull = causeOf(Cause::Kind::ImagePull, u"Pod"_s, u"shop-web-5659f8bbdb-x2dnw"_s,
                        u"failed to resolve reference: ghcr.io/acme/shop-web:1.6.0-typo: not found"_s);
    pull.image = u"ghcr.io/acme/shop-web:1.6.0-typo"_s;
    EXPECT_EQ(text(pull), "Image not found: shop-web:1.6.0-typo · pod …x2dnw");
    pull.message = u"pull access denied"_s;
    EXPECT_EQ(text(pull), "Image cannot be pulled (access denied): shop-web:1.6.0-typo · pod …x2dnw");
    pull.message = u"ImagePullBackOff"_s;
    EXPECT_EQ(text(pull), "Image cannot be pulled: shop-web:1.6.0-typo · pod …x2dnw");

    auto crash =
        causeOf(Cause::Kind::CrashLoop, u"Pod"_s, u"shop-web-5659f8bbdb-x2dnw"_s, u"panic: DATABASE_URL is not set"_s);
    crash.restarts = 4;
    EXPECT_EQ(text(crash), "Keeps crashing, 4 restarts · panic: DATABASE_URL is not set, pod …x2dnw");
    crash.message = u"CrashLoopBackOff"_s;
    EXPECT_EQ(text(crash), "Keeps crashing, 4 restarts · pod …x2dnw") << "uninformative parts are omitted";
}

TEST(ShortCause, NamedObjectCauseStartsWithItsName)
{
    EXPECT_EQ(text(causeOf(Cause::Kind::HookFailed, u"Job"_s, u"shop-api-migrate"_s, u"column already exists"_s)),
              "hook Job shop-api-migrate failed · column already exists");
    EXPECT_EQ(text(causeOf(Cause::Kind::Quota, u"ReplicaSet"_s, u"shop-web-1"_s, u"exceeded quota: cpu"_s)),
              "Quota exceeded · exceeded quota: cpu, ReplicaSet shop-web-1");
}

TEST(ShortCause, MarksSelfExplanatoryWatches)
{
    const auto watch = makeWatch(u"w"_s);
    EXPECT_FALSE(explains(watch));
    EXPECT_FALSE(explains(rolling(watch, 2, 3)));
    EXPECT_FALSE(explains(ended(watch, Outcome::Deployed)));
    EXPECT_TRUE(explains(failing(watch)));
    EXPECT_TRUE(explains(held(watch)));
    EXPECT_TRUE(explains(ended(failing(watch), Outcome::Failed)));
    auto noted = ended(watch, Outcome::Deployed);
    noted.verdict.notes.push_back({});
    EXPECT_TRUE(explains(noted)) << "a weaker proof is reported";
}

} // namespace lynceus
