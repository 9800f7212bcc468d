#include "core/engine/doctor/judgements.h"

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = Finding::State;

namespace {

const Instant kNow{Duration{1'795'000'000'000}};

ShownCertificate validFor(Duration left)
{
    ShownCertificate shown;
    shown.certificate.issuer = u"Acme CA"_s;
    shown.certificate.validUntil = kNow + left;
    return shown;
}

const Finding &of(const Findings &findings, const QString &check)
{
    static const Finding none;
    const auto found = std::ranges::find(findings, check, &Finding::check);
    return found == findings.end() ? none : *found;
}

TEST(JudgedClock, WarnsAboveHalfAMinuteAndFailsAboveTheTolerance)
{
    const std::pair<Duration, State> table[] = {
        {0s, State::Ok},        {29s, State::Ok},       {-30s, State::Ok},       {31s, State::Warning},
        {-31s, State::Warning}, {5min, State::Warning}, {5min + 1s, State::Bad}, {-6min, State::Bad},
    };
    for (const auto &[offset, state] : table) {
        const auto finding = judgedClock(offset);
        EXPECT_EQ(finding.state, state) << offset.count();
        EXPECT_EQ(finding.remedy.isEmpty(), state == State::Ok);
        EXPECT_EQ(finding.kind.has_value(), state == State::Bad);
    }
    EXPECT_TRUE(judgedClock(42s).sentence.contains(u"42 s ahead"_s));
    EXPECT_TRUE(judgedClock(-42s).sentence.contains(u"42 s behind"_s));
    EXPECT_EQ(judgedClock({}).state, State::Unknown);
}

TEST(JudgedCertificate, ReportsIssuerTrustAndExpiry)
{
    const auto good = judgedCertificate(validFor(90 * 24h), kNow);
    EXPECT_EQ(good.state, State::Ok);
    EXPECT_EQ(good.sentence, u"trusted, issued by Acme CA, expires in 90 days"_s);

    EXPECT_EQ(judgedCertificate(validFor(14 * 24h), kNow).state, State::Ok);
    const auto soon = judgedCertificate(validFor(14 * 24h - 1s), kNow);
    EXPECT_EQ(soon.state, State::Warning);
    EXPECT_TRUE(soon.sentence.contains(u"expires in 13 days"_s));

    auto pinned = validFor(-49h);
    pinned.isPinned = true;
    EXPECT_EQ(judgedCertificate(pinned, kNow).state, State::Warning);
    EXPECT_TRUE(judgedCertificate(pinned, kNow).sentence.contains(u"pinned, issued by Acme CA, expired 2 days ago"_s));

    auto own = validFor(90 * 24h);
    own.isOwnAuthority = true;
    EXPECT_TRUE(judgedCertificate(own, kNow).sentence.startsWith(u"trusted by your own CA"_s));
}

TEST(JudgedCertificate, IsAnErrorIfUntrustedUnlessInsecure)
{
    auto wrong = validFor(90 * 24h);
    wrong.certificate.problem = u"the certificate is self-signed"_s;
    const auto bad = judgedCertificate(wrong, kNow);
    EXPECT_EQ(bad.state, State::Bad);
    EXPECT_EQ(bad.kind, Error::Kind::Certificate);
    EXPECT_TRUE(bad.remedy.contains(u"--pin"_s));
    wrong.isPinned = true;
    EXPECT_TRUE(judgedCertificate(wrong, kNow).remedy.contains(u"new certificate"_s));
    wrong.isInsecure = true;
    EXPECT_EQ(judgedCertificate(wrong, kNow).state, State::Warning);
}

TEST(JudgedVersion, ReportsUnsupportedVersions)
{
    EXPECT_EQ(judgedVersion({u"v3.6.0+37ee009"_s, 3, 6}).state, State::Ok);
    EXPECT_EQ(judgedVersion({u"v2.6.0"_s, 2, 6}).state, State::Ok);
    EXPECT_EQ(judgedVersion({u"v2.5.9"_s, 2, 5}).state, State::Warning);
    EXPECT_EQ(judgedVersion({u"v1.8.0"_s, 1, 8}).state, State::Warning);
    EXPECT_EQ(judgedVersion({u"latest"_s, 0, 0}).state, State::Unknown);
}

TEST(JudgedSignIn, ReportsAccountExpiryAndSignInMethod)
{
    const UserInfo ada{true, u"ada"_s, u"argocd"_s};
    SessionState session;
    const auto judged = [&](const Result<UserInfo> &user, SignInMethod method = SignInMethod::Sso) {
        return judgedSignIn(u"staging"_s, method, user, session, kNow);
    };
    EXPECT_EQ(judged(ada).sentence, u"signed in as ada"_s);
    session.signedInUntil = kNow + 2h;
    EXPECT_EQ(judged(ada).state, State::Ok);
    EXPECT_TRUE(judged(ada).sentence.contains(u"2 h"_s));
    session.signedInUntil = kNow + 59min;
    EXPECT_EQ(judged(ada).state, State::Warning);
    EXPECT_EQ(judged(ada).remedy, u"lynceus login staging"_s);
    session.renewable = true;
    EXPECT_EQ(judged(ada).state, State::Ok);

    EXPECT_EQ(judged(UserInfo()).state, State::Bad);
    EXPECT_EQ(judged(UserInfo()).kind, Error::Kind::SignInNeeded);
    EXPECT_EQ(judged(UserInfo(), SignInMethod::Anonymous).state, State::Ok);
    const auto refused = judged(tl::unexpected(Error{Error::Kind::SignInNeeded, {}, u"the token is refused"_s}));
    EXPECT_EQ(refused.sentence, u"the token is refused"_s);
    EXPECT_EQ(refused.remedy, u"lynceus login staging"_s);
}

TEST(JudgedRights, ReportMissingRightsWithThePolicyRule)
{
    const auto all = judgedRights({true, 0, true, true, u"*"_s});
    for (const auto &finding : all)
        EXPECT_EQ(finding.state, State::Ok) << finding.sentence.toStdString();

    const auto some = judgedRights({false, 7, false, false, u"shop"_s});
    EXPECT_EQ(of(some, u"applications"_s).state, State::Ok);
    EXPECT_TRUE(of(some, u"applications"_s).sentence.contains(u"7 applications"_s));
    EXPECT_EQ(of(some, u"logs"_s).state, State::Warning);
    EXPECT_TRUE(of(some, u"logs"_s).remedy.contains(u"logs, get, shop/*, allow"_s));
    EXPECT_EQ(of(some, u"sync"_s).state, State::Ok) << "the right is not needed";

    const auto none = judgedRights({false, 0, false, false, u"*"_s});
    EXPECT_EQ(of(none, u"applications"_s).state, State::Bad);
    EXPECT_EQ(of(none, u"applications"_s).kind, Error::Kind::Forbidden);

    const auto silent = judgedRights({{}, 0, {}, {}, u"*"_s});
    EXPECT_EQ(of(silent, u"applications"_s).state, State::Unknown);
    EXPECT_EQ(of(silent, u"logs"_s).state, State::Unknown);
    EXPECT_EQ(of(judgedRights({{}, 3, {}, {}, u"shop"_s}), u"applications"_s).sentence,
              u"this account can read 3 applications"_s);
}

} // namespace

} // namespace lynceus
