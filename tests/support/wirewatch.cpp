#include "tests/support/wirewatch.h"

#include "tests/support/waiting.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <map>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

ReplayOptions optionsOf(const WireCase &wire)
{
    ReplayOptions options;
    options.speed = wire.speed;
    options.token = wire.serverToken;
    for (const auto &text : wire.faults) {
        const auto fault = parseFault(text);
        EXPECT_TRUE(fault) << text.toStdString();
        if (fault)
            options.faults.push_back(*fault);
    }
    return options;
}

/// @p list without the application @p name.
QByteArray listWithout(const QByteArray &list, const QString &name)
{
    auto json = QJsonDocument::fromJson(list).object();
    QJsonArray items;
    for (const auto item : json["items"_L1].toArray()) {
        if (item["metadata"_L1]["name"_L1].toString() != name)
            items.append(item);
    }
    json["items"_L1] = items;
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

/// Changes the recording to one of an application that is created at @p at in its state at that time.
void hideUntil(Recording &recording, Duration at)
{
    using Kind = RecordingLine::Kind;
    const auto &name = recording.head.application;
    const auto application = u"/api/v1/applications/"_s + name;
    RecordingLine created;
    created.kind = Kind::Frame;
    created.at = at;
    created.path = u"/api/v1/stream/applications"_s;
    std::map<QString, RecordingLine> last; // the previous responses
    std::vector<RecordingLine> lines;
    for (auto &line : recording.lines) {
        const auto path = line.path.section(u'?', 0, 0);
        const bool isGet = line.kind == Kind::Get;
        const bool isOurs = isGet ? path.startsWith(application)
                                  : line.kind == Kind::Frame && line.body.contains('"' + name.toUtf8() + '"');
        if (line.at < at && isGet && path == "/api/v1/applications"_L1)
            line.body = listWithout(line.body, name);
        if (line.at >= at || !isOurs) {
            lines.push_back(line);
            continue;
        }
        if (isGet)
            last[line.path] = line;
        if (isGet && path == application)
            created.body = R"({"result":{"type":"ADDED","application":)" + line.body + "}}";
    }
    EXPECT_FALSE(created.body.isEmpty());
    lines.push_back(created);
    for (auto &[path, line] : last) {
        line.at = at;
        lines.push_back(line);
    }
    std::ranges::stable_sort(lines, {}, &RecordingLine::at);
    recording.lines = std::move(lines);
}

Recording recordingOf(const WireCase &wire)
{
    auto recording = recordingNamed(wire.recording);
    for (auto &line : recording.lines) {
        if (!wire.podImageBefore.isEmpty() && line.path.contains("resource-tree"_L1))
            line.body.replace(wire.podImageBefore, wire.podImage);
    }
    recording.lines.insert(recording.lines.begin(), wire.extraLines.begin(), wire.extraLines.end());
    if (wire.createdAt)
        hideUntil(recording, *wire.createdAt);
    return recording;
}

Expectation expectationOf(const WireCase &wire, const RecordingHead &head, const QString &instance)
{
    Expectation expectation;
    const bool own = wire.name.isEmpty();
    expectation.application = {instance, own ? head.applicationNamespace : QString(),
                               own ? head.application : wire.name};
    expectation.version = wire.version;
    for (const auto &image : wire.images.isEmpty() ? head.images : wire.images) {
        if (wire.version.isImages())
            expectation.images.push_back(*parseImageReference(image));
    }
    expectation.failAfter = wire.failAfter;
    expectation.imageGrace = wire.imageGrace;
    expectation.bake = wire.bake;
    expectation.acceptSuspended = wire.acceptSuspended;
    expectation.waitForApp = wire.waitForApp;
    expectation.oneOff = !wire.isStored;
    return expectation;
}

} // namespace

Recording recordingNamed(const QString &name)
{
    const auto recording = readRecording(QStringLiteral(LYNCEUS_TEST_DATA "/recordings/%1.jsonl.gz").arg(name));
    EXPECT_TRUE(recording) << name.toStdString();
    return recording ? *recording : Recording{};
}

WireWatch::WireWatch(const WireCase &wire, QObject *parent)
    : QObject(parent)
    , m_wire(wire)
    , m_madeAt(m_clock.sinceBoot())
    , m_server({recordingOf(wire)}, optionsOf(wire), m_clock)
{
    m_expectation = expectationOf(wire, recordingNamed(wire.recording).head, u"tape"_s);
    EXPECT_TRUE(m_server.listen());
    connect(&m_server, &ReplayServer::requestArrived, this, [this] {
        m_requests.push_back(m_clock.steady());
        m_mostStreams = std::max(m_mostStreams, m_server.openStreams());
    });
    InstanceAccess access;
    access.baseUrl = m_server.baseUrl();
    access.token = Secret(QByteArray(wire.token));
    m_client = std::make_unique<ArgoCdClient>(u"tape"_s, access, m_clock);
    makeRunner();
}

void WireWatch::makeRunner()
{
    WatchOptions options;
    options.project = m_wire.project;
    options.refresh = m_wire.refresh;
    options.startLimit = m_wire.startLimit;
    m_runner = std::make_unique<WatchRunner>(*m_client, m_clock, m_expectation, m_wire.timeout, options);
    connect(m_runner.get(), &WatchRunner::verdictChanged, this, [this](const Verdict &verdict) {
        m_reported.push_back({m_server.position(), verdict});
        m_mostStreams = std::max(m_mostStreams, m_server.openStreams());
    });
    connect(m_runner.get(), &WatchRunner::finished, this, [this] {
        ++m_finishedCount;
        m_overAt = m_server.position();
        Q_EMIT over();
    });
}

void WireWatch::restart()
{
    auto judge = m_runner->judge();
    makeRunner();
    m_runner->resume(std::move(judge), m_clock.sinceBoot() - m_madeAt);
}

bool WireWatch::wait(Duration limit)
{
    return test::waitUntil([this] { return isOver(); }, limit);
}

int WireWatch::mostRequestsInAMinute() const
{
    int most = 0;
    for (auto first = m_requests.begin(); first != m_requests.end(); ++first) {
        const auto last = std::ranges::lower_bound(m_requests, *first + Duration{60'000});
        most = std::max(most, static_cast<int>(last - first));
    }
    return most;
}

std::optional<Duration> WireWatch::causeAt(Cause::Kind kind) const
{
    const auto first = std::ranges::find_if(m_reported, [&](const ReportedVerdict &report) {
        return report.verdict.cause && report.verdict.cause->kind == kind;
    });
    return first == m_reported.end() ? std::nullopt : std::optional(first->at);
}

Duration WireWatch::warnedAt() const
{
    const auto first = std::ranges::find_if(
        m_reported, [](const ReportedVerdict &report) { return report.verdict.cause.has_value(); });
    return first == m_reported.end() ? Duration{0} : first->at;
}

bool WireWatch::hadBlocker(Blocker::Kind kind) const
{
    return std::ranges::any_of(m_reported, [&](const ReportedVerdict &report) {
        return report.verdict.blocker && report.verdict.blocker->kind == kind;
    });
}

} // namespace lynceus
