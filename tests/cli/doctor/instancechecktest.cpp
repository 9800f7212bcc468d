#include "app/cli/doctor/instancecheck.h"

#include "tests/support/certificatemaker.h"
#include "tests/support/eventloop.h"
#include "tests/support/fakeclock.h"
#include "tests/support/rawserver.h"
#include "tests/support/waiting.h"

#include <QCryptographicHash>
#include <QMap>

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace test;
using State = Finding::State;

namespace {

/// An Argo CD whose time, user and permissions are set by the test.
class CheckedServer : public ::testing::Test
{
protected:
    void serve(const std::optional<RawServer::Identity> &identity = {})
    {
        m_server =
            std::make_unique<RawServer>([this](const ReceivedRequest &request) { return answer(request); }, identity);
        m_instance.id = u"one"_s;
        m_instance.name = u"staging"_s;
        m_instance.baseUrl = m_server->url();
        m_access.baseUrl = m_server->url();
        m_access.token = Secret("h.p.s");
    }

    Script answer(const ReceivedRequest &request)
    {
        const auto path = request.line.split(' ').value(1).split('?').front();
        m_paths.append(path);
        if (path == m_silentAbout)
            return {};
        if (path == "/api/version")
            return json("200 OK", R"({"Version":"v3.6.0"})");
        if (path == "/api/v1/session/userinfo")
            return m_userStatus.isEmpty() ? json("200 OK", m_user)
                                          : json(m_userStatus, R"({"error":"invalid session","code":16})");
        if (path == "/api/v1/applications")
            return json("200 OK", R"({"metadata":{},"items":)" + m_items + "}");
        const QByteArray begin = "/api/v1/account/can-i/";
        if (path.startsWith(begin) && m_rights.contains(path.mid(begin.size())))
            return json("200 OK", R"({"value":")" + m_rights[path.mid(begin.size())] + R"("})");
        return json("501 Not Implemented", R"({"error":"unknown","code":12})");
    }

    [[nodiscard]] Script json(const QByteArray &status, const QByteArray &body) const
    {
        return {send("HTTP/1.1 " + status
                     + "\r\nContent-Type: application/json\r\nDate: " + formatHttpDate(m_clock.now() + m_skew)
                     + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body)};
    }

    /// Runs the check. If the server does not answer m_silentAbout, the time limit expires right after that request.
    const Findings &check()
    {
        m_paths.clear();
        m_check = std::make_unique<InstanceCheck>(
            m_instance,
            [this](QObject *context, InstanceCheck::Access reached) {
                const auto access = m_accessError ? Result<InstanceAccess>(tl::unexpected(*m_accessError)) : m_access;
                QMetaObject::invokeMethod(
                    context, [reached = std::move(reached), access] { reached(access); }, Qt::QueuedConnection);
            },
            [this] { return m_session; }, m_clock, 2 * kPatience);
        int done = 0;
        QObject::connect(m_check.get(), &InstanceCheck::done, m_check.get(), [&done] { ++done; });
        m_check->start();
        if (!m_silentAbout.isEmpty()) {
            EXPECT_TRUE(waitUntil([this] { return m_paths.contains(m_silentAbout); }));
            m_check->findChild<QTimer *>(u"limit"_s)->start(Duration{1});
        }
        EXPECT_TRUE(waitUntil([&done] { return done == 1; }));
        drainEvents();
        EXPECT_EQ(done, 1);
        return m_check->findings();
    }

    Finding of(const QString &name) const
    {
        const auto found = std::ranges::find(m_check->findings(), name, &Finding::check);
        return found == m_check->findings().end() ? Finding{u"none"_s, State::Unknown, {}, {}, {}} : *found;
    }

    FakeClock m_clock;
    std::unique_ptr<RawServer> m_server;
    Instance m_instance;
    InstanceAccess m_access;
    std::optional<Error> m_accessError;
    SessionState m_session;
    QList<QByteArray> m_paths;
    Duration m_skew{0};
    QByteArray m_user = R"({"loggedIn":true,"username":"ada"})";
    QByteArray m_userStatus;
    QByteArray m_items = "null";
    QByteArray m_silentAbout;
    QMap<QByteArray, QByteArray> m_rights{
        {"applications/get/*/*", "yes"}, {"logs/get/*/*", "yes"}, {"applications/sync/*/*", "no"}};
    std::unique_ptr<InstanceCheck> m_check;
};

TEST_F(CheckedServer, HealthyServerHasNoFindings)
{
    serve();
    for (const auto &finding : check())
        EXPECT_EQ(finding.state, State::Ok) << finding.check.toStdString() << ' ' << finding.sentence.toStdString();
    EXPECT_EQ(of(u"sign-in"_s).sentence, u"signed in as ada"_s);
    EXPECT_TRUE(of(u"version"_s).sentence.contains(u"v3.6.0"_s));
    EXPECT_FALSE(m_paths.contains("/api/v1/applications")) << "one request is sufficient, so the list is not requested";
}

TEST_F(CheckedServer, ReportsASkewedClock)
{
    serve();
    m_skew = 90s;
    check();
    EXPECT_EQ(of(u"clock"_s).state, State::Warning);
    m_skew = -6min;
    check();
    EXPECT_EQ(of(u"clock"_s).state, State::Bad);
    EXPECT_TRUE(of(u"clock"_s).sentence.contains(u"behind"_s));
}

TEST_F(CheckedServer, WrongCertificateIsAnErrorAndAPinnedOneIsNot)
{
    const auto identity = makeIdentity();
    serve(identity);
    m_clock.jump(std::chrono::milliseconds(QDateTime::currentMSecsSinceEpoch()) - m_clock.now().time_since_epoch());
    check();
    EXPECT_EQ(of(u"reach"_s).kind, Error::Kind::Certificate);
    EXPECT_EQ(of(u"certificate"_s).state, State::Bad);
    EXPECT_TRUE(m_paths.isEmpty()) << "nothing was sent";

    m_access.pinnedFingerprint = identity.certificate.digest(QCryptographicHash::Sha256);
    check();
    EXPECT_EQ(of(u"reach"_s).state, State::Ok) << of(u"reach"_s).sentence.toStdString();
    EXPECT_EQ(of(u"certificate"_s).state, State::Warning) << "the certificate expires within the hour";
    EXPECT_TRUE(of(u"certificate"_s).sentence.startsWith(u"pinned"_s));

    m_access.pinnedFingerprint = QByteArray(32, 'x');
    check();
    EXPECT_EQ(of(u"certificate"_s).state, State::Bad) << "the certificate differs from the pinned one";

    m_access.pinnedFingerprint.clear();
    m_access.authorities = {identity.certificate};
    check();
    EXPECT_TRUE(of(u"certificate"_s).sentence.startsWith(u"trusted by your own CA"_s));
}

TEST_F(CheckedServer, RejectedOrMissingSignInIsAnErrorAndRightsAreNotRequested)
{
    serve();
    m_userStatus = "401 Unauthorized";
    check();
    EXPECT_EQ(of(u"sign-in"_s).kind, Error::Kind::SignInNeeded);
    EXPECT_EQ(of(u"sign-in"_s).remedy, u"lynceus login staging"_s);
    EXPECT_EQ(of(u"applications"_s).state, State::Unknown);

    m_userStatus.clear();
    m_user = "{}";
    check();
    EXPECT_EQ(of(u"sign-in"_s).state, State::Bad);
    EXPECT_FALSE(m_paths.contains("/api/v1/account/can-i/applications/get/*/*"));
}

TEST_F(CheckedServer, LimitedAccountsAreCheckedForTheirOwnProjects)
{
    serve();
    m_rights = {{"applications/get/*/*", "no"},
                {"logs/get/*/*", "no"},
                {"applications/sync/*/*", "no"},
                {"logs/get/shop/shop-web", "yes"},
                {"applications/sync/shop/shop-web", "yes"}};
    m_items = R"([{"metadata":{"name":"shop-web","namespace":"argocd"},"spec":{"project":"shop"}},
                  {"metadata":{"name":"shop-api","namespace":"argocd"},"spec":{"project":"shop"}}])";
    check();
    EXPECT_EQ(of(u"applications"_s).state, State::Ok);
    EXPECT_TRUE(of(u"applications"_s).sentence.contains(u"2 applications"_s));
    EXPECT_EQ(of(u"logs"_s).state, State::Ok);
    EXPECT_TRUE(of(u"sync"_s).sentence.contains(u"can sync"_s));

    m_rights["logs/get/shop/shop-web"] = "no";
    check();
    EXPECT_EQ(of(u"logs"_s).state, State::Warning);
    EXPECT_TRUE(of(u"logs"_s).remedy.contains(u"shop/*"_s));

    m_items = "null";
    check();
    EXPECT_EQ(of(u"applications"_s).kind, Error::Kind::Forbidden);
}

TEST_F(CheckedServer, ChecksRightsForTheInstancesProjects)
{
    serve();
    m_instance.projects = {u"shop"_s};
    m_rights = {{"applications/get/shop/*", "yes"}, {"logs/get/shop/*", "no"}, {"applications/sync/shop/*", "no"}};
    check();
    EXPECT_EQ(of(u"applications"_s).state, State::Ok);
    EXPECT_EQ(of(u"logs"_s).state, State::Warning);
}

TEST_F(CheckedServer, ServerWithoutRightsApiIsNotAnError)
{
    serve();
    m_rights.clear();
    m_items = R"([{"metadata":{"name":"shop-web","namespace":"argocd"},"spec":{"project":"shop"}}])";
    check();
    EXPECT_EQ(of(u"applications"_s).state, State::Ok);
    EXPECT_EQ(of(u"logs"_s).state, State::Unknown);
}

TEST_F(CheckedServer, ReportsUnansweredRequestsAtTheTimeout)
{
    serve();
    for (const auto &[path, name] : {std::pair<QByteArray, QString>{"/api/version", u"reach"_s},
                                     {"/api/v1/session/userinfo", u"sign-in"_s},
                                     {"/api/v1/account/can-i/logs/get/*/*", u"applications"_s}}) {
        m_silentAbout = path;
        check();
        EXPECT_EQ(of(name).state, name == "reach"_L1 ? State::Bad : State::Unknown) << path.constData();
        EXPECT_TRUE(of(name).sentence.contains(u"no response within"_s)) << of(name).sentence.toStdString();
    }
}

TEST_F(CheckedServer, BlockedConnectionIsReportedWithoutFurtherRequests)
{
    serve();
    m_accessError = Error{Error::Kind::SignInNeeded, u"staging"_s, u"the keychain is locked"_s, false, 0};
    check();
    EXPECT_EQ(of(u"reach"_s).sentence, u"the keychain is locked"_s);
    EXPECT_EQ(of(u"reach"_s).kind, Error::Kind::SignInNeeded);
    EXPECT_TRUE(m_paths.isEmpty());
}

TEST_F(CheckedServer, PausedInstanceIsNotContacted)
{
    serve();
    m_instance.paused = true;
    check();
    EXPECT_TRUE(of(u"reach"_s).sentence.contains(u"paused"_s));
    EXPECT_TRUE(m_paths.isEmpty());
}

TEST_F(CheckedServer, CanBeDestroyedAtAnyTime)
{
    serve();
    for (int turns = 0; turns < 40; turns += 3) {
        InstanceCheck check(
            m_instance, [this](QObject *, InstanceCheck::Access reached) { reached(m_access); },
            [] { return SessionState(); }, m_clock);
        check.start();
        runEventLoop(turns);
    }
    m_paths.clear();
    check();
    EXPECT_EQ(of(u"reach"_s).state, State::Ok) << "earlier requests have no effect";
    EXPECT_FALSE(m_paths.isEmpty());
}

} // namespace

} // namespace lynceus
