// Plants secrets in every field of an application, and searches everything that Lynceus writes for them.
#include "core/replay/server/replayserver.h"
#include "tests/cli/programrun.h"
#include "tests/support/plantedsecrets.h"
#include "tests/support/recordingcase.h"
#include "tests/support/waiting.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;
using test::Program;

namespace {

const QByteArray kPlainVariable = "plain-value-of-a-variable";

QString textOf(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/// Changes a nested member in place; @p path leads to it.
template<typename Change>
void change(QJsonObject &object, const QStringList &path, Change apply)
{
    if (path.isEmpty())
        return apply(object);
    auto below = object[path.front()].toObject();
    change(below, path.sliced(1), apply);
    object[path.front()] = below;
}

QString allTexts()
{
    QStringList texts;
    for (const auto &secret : test::plantedSecrets())
        texts << QString::fromUtf8(secret.text);
    return texts.join(u'\n');
}

/// Plants secrets in `env`, `args` and an annotation of a pod template, and in the annotation that kubectl adds.
void plantInManifest(QJsonObject &manifest)
{
    QJsonArray environment{QJsonObject{{u"name"_s, u"MODE"_s}, {u"value"_s, QString::fromUtf8(kPlainVariable)}}};
    QJsonArray arguments;
    for (const auto &secret : test::plantedSecrets()) {
        environment.append(QJsonObject{{u"name"_s, u"VALUE_%1"_s.arg(environment.size())},
                                       {u"value"_s, QString::fromUtf8(secret.text)}});
        arguments.append(QString::fromUtf8(secret.text));
    }
    change(manifest, {u"spec"_s, u"template"_s, u"spec"_s}, [&](QJsonObject &spec) {
        auto containers = spec[u"containers"_s].toArray();
        for (auto &&each : containers) {
            auto container = each.toObject();
            container[u"env"_s] = environment;
            container[u"args"_s] = arguments;
            each = container;
        }
        spec[u"containers"_s] = containers;
    });
    const auto applied = textOf(manifest);
    change(manifest, {u"metadata"_s, u"annotations"_s}, [&](QJsonObject &annotations) {
        annotations[u"kubectl.kubernetes.io/last-applied-configuration"_s] = applied;
        annotations[u"acme.example/notes"_s] = allTexts();
    });
}

void plantInApplication(QJsonObject &application)
{
    QJsonArray parameters;
    QJsonArray conditions;
    for (const auto &secret : test::plantedSecrets()) {
        const auto text = QString::fromUtf8(secret.text);
        parameters.append(QJsonObject{{u"name"_s, u"p%1"_s.arg(parameters.size())}, {u"value"_s, text}});
        conditions.append(QJsonObject{{u"type"_s, u"SyncError"_s}, {u"message"_s, text}});
    }
    change(application, {u"spec"_s, u"source"_s, u"helm"_s}, [&](QJsonObject &helm) {
        helm[u"values"_s] = allTexts();
        helm[u"parameters"_s] = parameters;
        helm[u"valuesObject"_s] = QJsonObject{{u"notes"_s, allTexts()}};
    });
    change(application, {u"metadata"_s, u"annotations"_s},
           [&](QJsonObject &annotations) { annotations[u"acme.example/notes"_s] = allTexts(); });
    application[u"info"_s] = parameters;
    change(application, {u"status"_s}, [&](QJsonObject &status) { status[u"conditions"_s] = conditions; });
    change(application, {u"status"_s, u"operationState"_s},
           [&](QJsonObject &operation) { operation[u"message"_s] = allTexts(); });
    change(application, {u"status"_s, u"health"_s}, [&](QJsonObject &health) { health[u"message"_s] = allTexts(); });
}

void plantInTree(QJsonObject &tree)
{
    auto nodes = tree[u"nodes"_s].toArray();
    for (auto &&each : nodes) {
        auto node = each.toObject();
        auto health = node[u"health"_s].toObject();
        if (!health.isEmpty())
            health[u"message"_s] = health[u"message"_s].toString() + u' ' + allTexts();
        node[u"health"_s] = health;
        each = node;
    }
    tree[u"nodes"_s] = nodes;
}

void plantInManaged(QJsonObject &managed)
{
    auto items = managed[u"items"_s].toArray();
    for (auto &&each : items) {
        auto item = each.toObject();
        for (const auto &state :
             {u"liveState"_s, u"targetState"_s, u"normalizedLiveState"_s, u"predictedLiveState"_s}) {
            auto manifest = QJsonDocument::fromJson(item[state].toString().toUtf8()).object();
            if (manifest.isEmpty())
                continue;
            plantInManifest(manifest);
            item[state] = textOf(manifest);
        }
        each = item;
    }
    managed[u"items"_s] = items;
}

void plantInEvents(QJsonObject &events)
{
    auto items = events[u"items"_s].toArray();
    for (auto &&each : items) {
        auto item = each.toObject();
        item[u"message"_s] = item[u"message"_s].toString() + u' ' + allTexts();
        each = item;
    }
    events[u"items"_s] = items;
}

void plant(RecordingLine &line)
{
    auto object = QJsonDocument::fromJson(line.body).object();
    if (line.path.contains("resource-tree"_L1)) {
        if (object.contains(u"result"_s))
            change(object, {u"result"_s}, plantInTree);
        else
            plantInTree(object);
    } else if (line.path.contains("managed-resources"_L1)) {
        plantInManaged(object);
    } else if (line.path.contains("/events"_L1)) {
        plantInEvents(object);
    } else if (line.path.startsWith("/api/v1/stream/applications"_L1)) {
        change(object, {u"result"_s, u"application"_s}, plantInApplication);
    } else if (line.path.section(u'?', 0, 0).endsWith("/applications"_L1)) {
        auto items = object[u"items"_s].toArray();
        for (auto &&each : items) {
            auto item = each.toObject();
            plantInApplication(item);
            each = item;
        }
        object[u"items"_s] = items;
    } else if (line.path.startsWith("/api/v1/applications/"_L1)) {
        plantInApplication(object);
    } else {
        return;
    }
    line.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// A recording of a crashing application with all secrets planted in every answer.
Recording plantedRecording()
{
    auto recording = readRecording(recordingFile(u"crashloop.jsonl.gz"_s)).value();
    for (auto &line : recording.lines) {
        if (line.status == 200 && !line.body.isEmpty()
            && (line.kind == RecordingLine::Kind::Get || line.kind == RecordingLine::Kind::Frame))
            plant(line);
    }
    QStringList pods;
    for (const auto &line : recording.lines) {
        const auto at = line.path.indexOf("resourceName=shop-search-"_L1);
        const auto name = at < 0 ? QString() : line.path.sliced(at + 13).section(u'&', 0, 0);
        if (name.count(u'-') == 3 && !pods.contains(name))
            pods << name;
    }
    qsizetype number = 0;
    for (const auto &secret : test::plantedSecrets()) {
        for (const auto &text : secret.text.split('\n')) {
            for (const bool previous : {false, true}) {
                RecordingLine spoken;
                spoken.kind = RecordingLine::Kind::LogLine;
                spoken.path = logPath(pods.at(number % pods.size()), u"main"_s, previous);
                spoken.body = text;
                recording.lines.push_back(spoken);
            }
        }
        ++number; // all lines of one secret go to the same log
    }
    std::ranges::stable_sort(recording.lines, {}, &RecordingLine::at);
    return recording;
}

QByteArray contentOf(const QString &fileName)
{
    QFile file(fileName);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << fileName.toStdString();
    return file.readAll();
}

void expectClean(const char *what, const QByteArray &text)
{
    EXPECT_FALSE(text.isEmpty()) << what;
    for (const auto &secret : test::plantedSecrets())
        EXPECT_FALSE(text.contains(secret.needle))
            << what << " has a secret: " << secret.kind << ": "
            << text.sliced(std::max<qsizetype>(0, text.indexOf(secret.needle) - 300)).left(400).toStdString();
}

#ifdef Q_OS_UNIX
bool isPrivate(const QString &fileName)
{
    struct stat info
    { };
    return ::lstat(QFile::encodeName(fileName).constData(), &info) == 0 && S_ISREG(info.st_mode)
        && (info.st_mode & 07777) == 0600;
}
#endif

class ApplicationCredentials : public testing::Test
{
protected:
    void SetUp() override
    {
        m_server.emplace(std::vector{plantedRecording()}, ReplayOptions{.speed = 5.0}, m_clock);
        ASSERT_TRUE(m_server->listen());
    }

    [[nodiscard]] QStringList at(const QStringList &arguments) const
    {
        return arguments + QStringList{u"--server"_s, m_server->baseUrl().toString()};
    }

    [[nodiscard]] test::ProgramResult call(const QStringList &arguments) const
    {
        return test::run(at(arguments), m_environment);
    }

    QTemporaryDir m_folder;
    QHash<QString, QString> m_environment{{u"XDG_STATE_HOME"_s, m_folder.path() + u"/state"_s},
                                          {u"LYNCEUS_LOG"_s, u"debug"_s}};
    SystemClock m_clock;
    std::optional<ReplayServer> m_server;
};

} // namespace

TEST_F(ApplicationCredentials, AreNotInRecordingsOutputLogsOrBundles)
{
    const auto file = m_folder.filePath(u"r.jsonl"_s);
    Program recording(at({u"record"_s, u"shop-search"_s, u"--output"_s, file}), m_environment);
    Program waiting(at({u"wait"_s, u"--app"_s, u"shop-search=ghcr.io/acme/shop-search:7.1.0-crash"_s, u"--output"_s,
                        u"json"_s, u"--fail-after"_s, u"2s"_s, u"--timeout"_s, u"60s"_s}),
                    m_environment);
    const auto waited = waiting.finish();
    expectClean("verdict", waited.output);
    expectClean("progress", waited.error);
    for (const auto &command : {QStringList{u"explain"_s, u"shop-search"_s},
                                {u"explain"_s, u"shop-search"_s, u"--output"_s, u"json"_s},
                                {u"status"_s, u"shop-search"_s},
                                {u"status"_s, u"shop-search"_s, u"--output"_s, u"json"_s},
                                {u"tree"_s, u"shop-search"_s},
                                {u"tree"_s, u"shop-search"_s, u"--output"_s, u"json"_s},
                                {u"apps"_s, u"--output"_s, u"json"_s}}) {
        const auto result = call(command);
        EXPECT_EQ(result.exitCode, 0) << result.error.toStdString();
        expectClean(qPrintable(command.join(u' ')), result.output);
    }
    recording.interrupt();
    const auto recorded = recording.finish();
    ASSERT_EQ(recorded.exitCode, 0) << recorded.error.toStdString();
    const auto text = contentOf(file);
    expectClean("recording", text);
    EXPECT_FALSE(text.contains(kPlainVariable)) << "values of container variables are not included";
    EXPECT_TRUE(text.contains("ghcr.io/acme/shop-search:7.1.0-crash"));
    for (const auto *kind : {"managed-resources", "/events", "log-line", "resource-tree", "last-applied-configuration"})
        EXPECT_TRUE(text.contains(kind)) << kind << " is missing in the recording, so the test proves nothing about it";

    const auto bundle = m_folder.filePath(u"bundle.json"_s);
    std::ignore = call({u"doctor"_s, u"--bundle"_s, bundle});
    expectClean("bundle", contentOf(bundle));
    const QDir logs(m_folder.filePath(u"state/lynceus"_s));
    for (const auto &log : logs.entryList({u"*.log*"_s}, QDir::Files))
        expectClean("log", contentOf(logs.filePath(log)));
#ifdef Q_OS_UNIX
    EXPECT_TRUE(isPrivate(file));
    EXPECT_TRUE(isPrivate(bundle));
#endif
}

#ifdef Q_OS_UNIX
TEST_F(ApplicationCredentials, RecordingDoesNotFollowSymbolicLinks)
{
    const auto target = m_folder.filePath(u"elsewhere"_s);
    const auto link = m_folder.filePath(u"link.jsonl"_s);
    ASSERT_TRUE(QFile::link(target, link));
    const auto result = call({u"record"_s, u"shop-search"_s, u"--output"_s, link, u"--for"_s, u"1s"_s});
    EXPECT_EQ(result.exitCode, 2) << result.error.toStdString();
    EXPECT_FALSE(QFile::exists(target));
}
#endif

} // namespace lynceus
