#include "tests/cli/servefleet.h"

#include "tests/support/rawclient.h"
#include "tests/support/waiting.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <map>

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

constexpr Duration kSampling{600}; // accuracy of the times in a recording's index
const QByteArray kToken = "a-deploy-token-for-tests";

/// The settings in serve.yaml that correspond to the recording's options.
QString settingsOf(const RecordingCase &recording)
{
    QString yaml;
    for (const auto &option : {u"--fail-after"_s, u"--image-grace"_s, u"--bake"_s}) {
        if (recording.has(option))
            yaml += u"%1: %2\n"_s.arg(option.mid(2), recording.option(option));
    }
    if (recording.has(u"--accept-suspended"_s))
        yaml += u"accept-suspended: true\n"_s;
    return yaml;
}

QJsonObject submissionOf(const RecordingCase &recording, const QString &instance)
{
    QJsonArray images;
    for (const auto &image : recording.images)
        images.append(QJsonObject{{u"image"_s, image.section(u':', 0, -2)}, {u"tag"_s, image.section(u':', -1)}});
    QJsonObject object{{u"app"_s, QString(recording.application.nameSpace + u'/' + recording.application.name)},
                       {u"author"_s, u"ada"_s},
                       {u"project"_s, u"p"_s},
                       {u"instance"_s, instance},
                       {u"images"_s, images},
                       {u"refresh"_s, !recording.has(u"--no-refresh"_s)}};
    if (const auto timeout = recording.option(u"--timeout"_s); !timeout.isEmpty())
        object.insert(u"timeout"_s, qint64{std::chrono::floor<std::chrono::seconds>(*parseDuration(timeout)).count()});
    return object;
}

} // namespace

std::vector<std::vector<RecordingCase>> casesBySettings()
{
    std::map<QString, std::vector<RecordingCase>> groups;
    for (const auto &recording : recordingCases()) {
        if (!isKnownFailure(recording) && recording.outcomes.size() == 1)
            groups[settingsOf(recording)].push_back(recording);
    }
    std::vector<std::vector<RecordingCase>> all;
    for (auto &[settings, cases] : groups)
        all.push_back(std::move(cases));
    return all;
}

ServeFleet::ServeFleet(QString database, int replicas, std::vector<RecordingCase> cases, double speed, unsigned seed)
    : m_database(std::move(database))
    , m_replicas(static_cast<std::size_t>(replicas))
    , m_random(seed)
{
    for (auto &recording : cases) {
        ReplayOptions options;
        options.speed = speed;
        std::vector<Recording> recordings;
        recordings.push_back(readRecording(recordingFile(recording.recording)).value());
        auto argocd = std::make_unique<ReplayServer>(std::move(recordings), std::move(options), m_clock);
        EXPECT_TRUE(argocd->listen());
        m_tasks.push_back({std::move(recording), std::move(argocd), {}});
    }
}

ServeFleet::~ServeFleet() = default;

QString ServeFleet::writeConfig() const
{
    auto yaml = u"listen: 127.0.0.1:0\ndatabase: %1\ndeploy-token-files: [%2]\nrate-per-token: 10000\n"_s.arg(
        m_database, fileWith(m_folder, u"token"_s, kToken));
    yaml += settingsOf(m_tasks.front().recording) + u"instances:\n"_s;
    for (std::size_t i = 0; i < m_tasks.size(); ++i)
        yaml += u"  - name: i%1\n    url: %2\n"_s.arg(i).arg(m_tasks[i].argocd->baseUrl().toString());
    return fileWith(m_folder, u"serve.yaml"_s, yaml.toUtf8());
}

void ServeFleet::startReplica(std::size_t index)
{
    auto &replica = m_replicas[index];
    replica.program =
        std::make_unique<Program>(QStringList{u"serve"_s, u"--config"_s, m_folder.filePath(u"serve.yaml"_s)});
    const auto line = replica.program->firstLine();
    ASSERT_TRUE(line.startsWith("listening on ")) << replica.program->finish().error.toStdString();
    replica.url = QUrl(QString::fromLatin1(line.sliced(13)));
}

ServeFleet::Answer ServeFleet::call(std::size_t replica, const QByteArray &method, const QByteArray &target,
                                    const QByteArray &body)
{
    RawClient client(m_replicas[replica].url);
    client.send(method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                + kToken + "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size())
                + "\r\n\r\n" + body);
    if (!client.readAnswer())
        return {};
    return {client.status(), QJsonDocument::fromJson(client.body()).object()};
}

void ServeFleet::start()
{
    std::ignore = writeConfig();
    for (std::size_t i = 0; i < m_replicas.size(); ++i)
        startReplica(i);
    for (auto &task : m_tasks)
        add(task);
}

void ServeFleet::add(Followed &task)
{
    const auto index = &task - m_tasks.data();
    const auto body = submissionOf(task.recording, u"i%1"_s.arg(index));
    const auto answer = call(static_cast<std::size_t>(index) % m_replicas.size(), "POST", "/api/v1/tasks",
                             QJsonDocument(body).toJson(QJsonDocument::Compact));
    EXPECT_EQ(answer.status, 202) << QJsonDocument(answer.body).toJson().toStdString();
    task.id = answer.body["id"_L1].toString();
}

void ServeFleet::killOne()
{
    const auto index = std::uniform_int_distribution<std::size_t>(0, m_replicas.size() - 1)(m_random);
    m_replicas[index].program->process().kill();
    std::ignore = m_replicas[index].program->finish();
    startReplica(index);
}

Duration ServeFleet::randomTime(Duration least, Duration most)
{
    return Duration(std::uniform_int_distribution<Duration::rep>(least.count(), most.count())(m_random));
}

/// Also asks for tasks that have ended: the verdict must not change.
void ServeFleet::ask(Followed &task)
{
    const auto replica = m_next++ % m_replicas.size();
    const auto position = task.argocd->position();
    const auto answer = call(replica, "GET", "/api/v1/tasks/" + task.id.toLatin1() + "/verdict");
    if (answer.status == 503 || answer.status == 0)
        return; // the database is not available
    ASSERT_EQ(answer.status, 200) << task.recording.name().toStdString();
    if (!task.verdict.isEmpty()) {
        EXPECT_EQ(answer.body, task.verdict) << "another verdict of " << task.recording.name().toStdString();
        return;
    }
    if (answer.body["outcome"_L1] == u"waiting"_s)
        return;
    task.verdict = answer.body;
    task.endedAt = position;
}

bool ServeFleet::haveAllEnded() const
{
    return std::ranges::none_of(m_tasks, [](const Followed &task) { return task.verdict.isEmpty(); });
}

void ServeFleet::follow(Duration duration)
{
    const auto until = m_clock.steady() + duration;
    while (m_clock.steady() < until) {
        for (auto &task : m_tasks)
            ask(task);
        std::ignore = waitUntil([] { return false; }, Duration{200});
    }
}

bool ServeFleet::followToEnd(Duration most)
{
    const auto until = m_clock.steady() + most;
    while (!haveAllEnded() && m_clock.steady() < until)
        follow(Duration{500});
    return haveAllEnded();
}

void ServeFleet::checkVerdicts() const
{
    for (const auto &[recording, argocd, id, verdict, endedAt] : m_tasks) {
        const auto text = recording.name().toStdString() + ": " + QJsonDocument(verdict).toJson().toStdString();
        const auto outcome = verdict["outcome"_L1].toString();
        EXPECT_EQ(outcome, recording.outcomes.front()) << text;
        const auto cause = verdict["cause"_L1]["kind"_L1].toString();
        if (outcome == u"failed"_s && !recording.causes.isEmpty()) {
            EXPECT_TRUE(recording.causes.contains(cause)) << text;
        }
        if (outcome == u"deployed"_s && recording.running && !recording.has(u"--accept-suspended"_s)) {
            EXPECT_GE(endedAt, *recording.running - kSampling) << text;
        }
    }
}

} // namespace lynceus::test
