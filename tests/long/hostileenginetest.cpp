// The engine follows good servers and servers that never stop sending, send very slowly or send nothing. Tests the
// background service and the window.
#include "core/io/ipc/ownerclient.h"
#include "core/io/store/encoding/codec.h"
#include "tests/cli/engineprocessfixture.h"
#include "tests/support/fakeargocd.h"
#include "tests/support/floodserver.h"
#include "tests/support/keyringbus.h"
#include "tests/support/testbrowser.h"
#include "tests/support/waiting.h"

#include <QCborArray>
#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <csignal>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace test;

constexpr int kMostMemory = 200'000'000 / 1024;    // KiB of the complete process
constexpr Duration kLongestAnswer{250};            // promised limit, also during an attack
constexpr Duration kAsked{3'000};                  // duration of the questions during the attack
constexpr int kFewestQuestions = 10;               // answered in this time
constexpr std::chrono::seconds kShutdownLimit{10}; // from SIGTERM to the exit

enum class Target { List, Application, Tree, Stream };

bool isAttacked(Target target, const QByteArray &line)
{
    const bool isStream = line.startsWith("GET /api/v1/stream/");
    const bool isTree = line.contains("/resource-tree");
    switch (target) {
    case Target::List:
        return line.startsWith("GET /api/v1/applications?");
    case Target::Application:
        return line.startsWith("GET /api/v1/applications/shop-cart?");
    case Target::Tree:
        return isTree;
    case Target::Stream:
        return isStream && !isTree;
    }
    return false;
}

/// All hostile answers to @p target. Endless streams and events are also sent as answers to requests.
std::vector<Flood> allFloods(Target target)
{
    auto all = floods(target == Target::Stream ? FloodKind::Stream : FloodKind::Request);
    for (auto more : {endlessStreams(), applicationEvents()})
        std::ranges::move(more, std::back_inserter(all));
    return all;
}

struct Attack
{
    const char *name;
    const char *role;
    std::vector<Target> targets;
};

void PrintTo(const Attack &attack, std::ostream *stream)
{
    *stream << attack.name;
}

std::vector<Attack> attacks()
{
    return {
        {"ServiceList", "daemon", {Target::List}},
        {"ServiceApplication", "daemon", {Target::Application}},
        {"ServiceTree", "daemon", {Target::Tree}},
        {"ServiceStream", "daemon", {Target::Stream}},
        {"WindowRequests", "window", {Target::List, Target::Application}},
        {"WindowStreams", "window", {Target::Tree, Target::Stream}},
    };
}

/// An engine in its own process, good servers, and hostile servers, which behave well until attack().
class HostileScene : public EngineProcessFixture
{
protected:
    /// Writes the instances "good", "other" and @p hostile.
    void writeInstances(const QJsonArray &hostile)
    {
        if (!m_server)
            play({u"already-deployed"_s}, {.speed = 1.0});
        QJsonArray instances{instance(u"good"_s, m_server->baseUrl()), instance(u"other"_s, m_server->baseUrl())};
        for (const auto &each : hostile)
            instances.append(each);
        ASSERT_TRUE(QDir(m_folder.path()).mkpath(u"config/lynceus"_s));
        std::ignore = fileWith(m_folder, u"config/lynceus/instances.json"_s,
                               QJsonDocument(QJsonObject{{u"version"_s, 1}, {u"instances"_s, instances}}).toJson());
    }

    [[nodiscard]] static QJsonObject instance(const QString &id, const QUrl &url)
    {
        return {{u"id"_s, id}, {u"name"_s, id}, {u"url"_s, url.toString()}, {u"signIn"_s, u"anonymous"_s}};
    }

    void startEngine(const QString &role)
    {
        m_engine = start(role == u"daemon"_s ? QStringList{u"daemon"_s} : QStringList());
        ASSERT_TRUE(waitForOwner(role));
        m_client = std::make_unique<OwnerClient>(m_place);
    }

    [[nodiscard]] static WatchRequest request(const QString &instance, const QString &image, Duration timeout)
    {
        WatchRequest request;
        request.application = {instance, u"argocd"_s, u"shop-cart"_s};
        request.images = {*parseImageReference(image)};
        request.timeout = timeout;
        return request;
    }

    /// @return the IDs, empty if the engine refused the watches.
    [[nodiscard]] QStringList watch(const std::vector<WatchRequest> &requests)
    {
        QCborArray list;
        for (const auto &request : requests)
            list.append(toCbor(request));
        QStringList ids;
        bool isOver = false;
        m_client->ask(u"watch-add"_s, {{u"requests"_s, list}}, m_client.get(), [&](const Result<QCborMap> &answer) {
            isOver = true;
            EXPECT_TRUE(answer) << (answer ? "" : answer.error().message.toStdString());
            for (const auto &id : answer ? answer->value(u"ids"_s).toArray() : QCborArray())
                ids += id.toString();
        });
        EXPECT_TRUE(waitUntil([&] { return isOver; }));
        return ids;
    }

    /// Reads all watches over the engine's socket. @return the time that it took.
    Duration requestBoard()
    {
        QElapsedTimer timer;
        timer.start();
        std::vector<WatchRecord> board;
        bool isOver = false;
        m_client->ask(
            u"watch-board"_s, {}, m_client.get(),
            [&](const QCborMap &part) {
                for (const auto &watch : part.value(u"watches"_s).toArray())
                    board.push_back(watchRecordFrom(watch.toMap()).value());
            },
            [&](const Result<QCborMap> &answer) {
                isOver = true;
                EXPECT_TRUE(answer) << (answer ? "" : answer.error().message.toStdString());
            });
        EXPECT_TRUE(waitUntil([&] { return isOver; }));
        m_board = std::move(board);
        return Duration(timer.elapsed());
    }

    [[nodiscard]] Outcome outcomeOf(const QString &id) const
    {
        const auto found = std::ranges::find(m_board, id, &WatchRecord::id);
        return found == m_board.end() ? Outcome::Waiting : found->verdict.outcome;
    }

    /// Starts the attack. During the attack, the engine must answer in time, use little memory, judge the good
    /// instances correctly and exit on SIGTERM.
    void attackAndExpectResponses()
    {
        const auto process = m_engine->process().processId();
        const int before = peakKiB(process);
        ASSERT_GT(before, 0);
        for (const auto &server : m_hostile)
            server->attack();
        ASSERT_TRUE(waitUntil(
            [&] { return std::ranges::all_of(m_hostile, [](const auto &server) { return server->attacks() > 0; }); },
            std::chrono::seconds(40)))
            << "the engine sends no more requests";
        const auto good = watch({request(u"good"_s, u"ghcr.io/acme/shop-cart:0.9.2"_s, std::chrono::minutes(5)),
                                 request(u"other"_s, u"ghcr.io/acme/shop-cart:9.9.9"_s, kAsked)});
        ASSERT_EQ(good.size(), 2);

        std::vector<Duration> answers;
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < kAsked.count())
            answers.push_back(requestBoard());
        const auto slow = std::ranges::count_if(answers, [](Duration took) { return took > kLongestAnswer; });
        EXPECT_EQ(slow, 0) << "of " << answers.size() << ", the slowest took " << std::ranges::max(answers).count()
                           << " ms";
        EXPECT_GE(answers.size(), std::size_t(kFewestQuestions));

        EXPECT_TRUE(waitUntil(
            [&] {
                requestBoard();
                return outcomeOf(good[0]) != Outcome::Waiting && outcomeOf(good[1]) != Outcome::Waiting;
            },
            std::chrono::seconds(60)));
        EXPECT_EQ(outcomeOf(good[0]), Outcome::Deployed);
        EXPECT_EQ(outcomeOf(good[1]), Outcome::TimedOut);
        for (const auto &watch : m_board)
            EXPECT_TRUE(good.contains(watch.id) || watch.verdict.outcome == Outcome::Waiting) << watch.id.toStdString();

        const int peak = peakKiB(process);
        RecordProperty("before", before);
        RecordProperty("peak", peak);
        RecordProperty("slowest", int(std::ranges::max(answers).count()));
        EXPECT_GT(peak, 0);
        EXPECT_LE(peak, kMostMemory) << before << " KiB before the attack";

        ::kill(pid_t(process), SIGTERM);
        EXPECT_EQ(m_engine->finish(kShutdownLimit).exitCode, 0);
    }

    std::vector<std::unique_ptr<FloodServer>> m_hostile;
    std::unique_ptr<Program> m_engine;
    std::unique_ptr<OwnerClient> m_client;
    std::vector<WatchRecord> m_board;
};

class HostileEngine : public HostileScene, public testing::WithParamInterface<Attack>
{
protected:
    /// Adds one hostile instance for each flood and target.
    void setUpInstances()
    {
        play({u"already-deployed"_s}, {.speed = 1.0});
        QJsonArray instances;
        for (const auto target : GetParam().targets) {
            for (const auto &flood : allFloods(target)) {
                auto attacks = [target](const QByteArray &line) { return isAttacked(target, line); };
                m_hostile.push_back(std::make_unique<FloodServer>(
                    flood, Upstream{quint16(m_server->baseUrl().port()), std::move(attacks)}));
                instances.append(instance(u"hostile-%1"_s.arg(m_hostile.size()), m_hostile.back()->url()));
            }
        }
        writeInstances(instances);
    }

    [[nodiscard]] bool allWereSeen() const
    {
        return m_board.size() == m_hostile.size() && std::ranges::all_of(m_board, [](const WatchRecord &watch) {
                   return watch.verdict.evidence.observedAt != Instant{};
               });
    }
};

} // namespace

TEST_P(HostileEngine, RespondsStaysSmallAndJudgesOthersCorrectly)
{
    setUpInstances();
    startEngine(QString::fromLatin1(GetParam().role));
    std::vector<WatchRequest> requests;
    for (std::size_t i = 1; i <= m_hostile.size(); ++i)
        requests.push_back(request(u"hostile-%1"_s.arg(i), u"ghcr.io/acme/shop-cart:9.9.9"_s, std::chrono::hours(1)));
    ASSERT_EQ(watch(requests).size(), qsizetype(m_hostile.size()));
    ASSERT_TRUE(waitUntil(
        [&] {
            requestBoard();
            return allWereSeen();
        },
        std::chrono::seconds(40)));
    attackAndExpectResponses();
}

INSTANTIATE_TEST_SUITE_P(All, HostileEngine, testing::ValuesIn(attacks()),
                         [](const auto &parameter) { return std::string(parameter.param.name); });

namespace {

/// Instances with a sign-in whose providers become hostile before the sign-in is renewed.
class HostileTokenEndpoint : public HostileScene
{
protected:
    void SetUp() override
    {
        m_bus.startKeyring();
        m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, m_bus.address());
        m_environment.insert(u"XDG_CURRENT_DESKTOP"_s, u"GNOME"_s);
        QJsonArray instances;
        for (const auto &flood : allFloods(Target::List)) {
            if (!m_kinds.contains(QLatin1StringView(flood.name)))
                continue;
            auto &server = m_argoCds.emplace_back(std::make_unique<FakeArgoCd>());
            server->now = QDateTime::currentSecsSinceEpoch();
            const auto attacks = [](const QByteArray &line) { return line.startsWith("POST /api/dex/token "); };
            m_hostile.push_back(std::make_unique<FloodServer>(flood, Upstream{server->port(), attacks}));
            server->publicUrl = m_hostile.back()->url();
            QTcpServer probe;
            EXPECT_TRUE(probe.listen(QHostAddress(QHostAddress::LocalHost)));
            instances.append(QJsonObject{{u"id"_s, name(m_hostile.size())},
                                         {u"name"_s, name(m_hostile.size())},
                                         {u"url"_s, server->publicUrl.toString()},
                                         {u"signIn"_s, u"sso"_s},
                                         {u"callbackPort"_s, probe.serverPort()}});
        }
        ASSERT_EQ(qsizetype(m_hostile.size()), m_kinds.size());
        writeInstances(instances);
    }

    [[nodiscard]] static QString name(std::size_t number) { return u"hostile-%1"_s.arg(number); }

    /// Runs `login NAME --no-browser` with a browser that opens the printed address.
    void signIn(std::size_t number)
    {
        Program program({u"login"_s, name(number), u"--no-browser"_s}, environment());
        const auto page = m_argoCds[number - 1]->issuer().toUtf8() + "/auth?";
        TestBrowser browser;
        QByteArray standardError;
        ASSERT_TRUE(waitUntil([&] {
            standardError += program.process().readAllStandardError();
            return standardError.contains(page) || program.process().state() == QProcess::NotRunning;
        }));
        ASSERT_TRUE(standardError.contains(page)) << standardError.toStdString();
        browser.go(QUrl::fromEncoded(standardError.sliced(standardError.indexOf(page)).split('\n').front().trimmed()));
        const auto result = program.finish();
        EXPECT_EQ(result.exitCode, 0) << result.error.toStdString();
        EXPECT_TRUE(waitUntil([&browser] { return browser.status != 0; })) << "the browser got no page";
    }

    const QStringList m_kinds{u"Silent"_s,      u"DrippingHead"_s, u"DrippingBody"_s, u"EndlessHead"_s,
                              u"EndlessBody"_s, u"Keepalives"_s,   u"Changes"_s};
    KeyringBus m_bus;
    std::vector<std::unique_ptr<FakeArgoCd>> m_argoCds;
};

} // namespace

TEST_F(HostileTokenEndpoint, AffectsNeitherTheServiceNorOtherSignIns)
{
    for (std::size_t number = 1; number <= m_argoCds.size(); ++number)
        ASSERT_NO_FATAL_FAILURE(signIn(number));
    startEngine(u"daemon"_s);
    ASSERT_TRUE(waitUntil([&] {
        return std::ranges::all_of(m_argoCds,
                                   [](const auto &server) { return server->count("GET /api/v1/applications") > 0; });
    }));
    for (const auto &server : m_argoCds)
        server->revokeAll();
    attackAndExpectResponses();
}

} // namespace lynceus
