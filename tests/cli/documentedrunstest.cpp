#include "tests/cli/documentedcommands.h"
#include "tests/cli/engineprocessfixture.h"
#include "tests/support/certificatemaker.h"
#include "tests/support/keyringbus.h"
#include "tests/support/parentrecording.h"
#include "tests/support/recordingcase.h"
#include "tests/support/waiting.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSslCertificate>
#include <QSslKey>

#include <csignal>
#include <map>
#include <set>

#include <gtest/gtest.h>

// Runs each call of the program in a page with a shell, in the order of the page, against recordings, a team server and
// a separate keyring. The Pipelines tests run those in docs/pipelines.md.

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr double kStill = 0.02;      // slow enough that a new watch does not change
constexpr double kFastReplay = 20.0; // fast enough that a release succeeds within a second
const QByteArray kToken = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.of-the-test";
const auto kDeployToken = u"deploy-token-of-the-test"_s;
constexpr auto kPipelines = "docs/pipelines.md"_L1;

enum class Ending : quint8 {
    ByItself,
    BySignal, ///< runs until the test interrupts it
    NotRun,
};

/// A call that is not run to its end or whose exit code is not 0.
struct Special
{
    Ending ending;
    int code;           ///< ignored for NotRun
    const char *reason; ///< or the test that runs it instead
};

const std::map<QString, Special> &specials()
{
    using enum Ending;
    static const std::map<QString, Special> calls{
        {u"demo"_s, {BySignal, 0, "shows the window until it is closed"}},
        {u"demo --headless"_s, {NotRun, 0, "Demo.ShowsASuccessAndAFailureWithinAMinute"}},
        {u"login staging"_s, {NotRun, 0, "needs a browser or a password: Login.SignsInStoresRevokesAndExposesNothing"}},
        {u"login staging --no-browser"_s, {NotRun, 0, "needs a password: Login.SignsInStoresRevokesAndExposesNothing"}},
        {u"login staging --username ada"_s, {NotRun, 0, "needs a password: Login.ReadsAPasswordAsOneLineOfInput"}},
        {u"doctor"_s, {ByItself, 5, "the recording's clock is wrong, and it says so"}},
        {u"doctor --bundle report.txt --hide-hosts"_s, {ByItself, 5, "the recording's clock is wrong, and it says so"}},
        {u"wait --app staging:shop-web --chart-version 1.5.2"_s, {BySignal, 130, "no chart is in the recording"}},
        {u"wait --app staging:shop-web --next"_s, {ByItself, 0, "the recording's release is the next one"}},
        {u"daemon"_s, {BySignal, 0, "runs until it is stopped"}},
        {u"serve --server https://argocd.acme.example --auth-token-file argocd-token --database sqlite:tasks.db "
         "--deploy-token-file deploy-token"_s,
         {BySignal, 0, "serves until it is stopped"}},
        {u"tasks --follow"_s, {BySignal, 130, "follows until it is stopped"}},
        {u"tasks --follow --output jsonl"_s, {BySignal, 130, "follows until it is stopped"}},
        {u"record shop-web --output shop-web.jsonl.gz --replace acme=example"_s,
         {BySignal, 0, "records until it is stopped"}},
        {u"replay deploy-ok --port 8080 --speed 4"_s, {BySignal, 0, "serves until it is stopped"}},
        {u"replay deploy-ok --fault html@6s+7s"_s, {BySignal, 0, "serves until it is stopped"}},
        {u"replay deploy-ok.jsonl.gz --port 8080"_s, {BySignal, 0, "serves until it is stopped"}},
    };
    return calls;
}

QString joined(const test::DocumentedCommand &command)
{
    QStringList words;
    for (const auto &word : command.words)
        words.append(QString::fromStdString(word));
    return words.join(u' ');
}

std::vector<test::DocumentedCommand> commandsOf(const QString &file)
{
    std::vector<test::DocumentedCommand> commands;
    for (const auto &block : test::codeBlocks(test::sourceText(file))) {
        for (auto &command : test::documentedCommands(block.lines.join(u'\n'), false))
            commands.push_back(std::move(command));
    }
    return commands;
}

QString firstLine(const QByteArray &text)
{
    return QString::fromUtf8(text.left(text.indexOf('\n')));
}

std::vector<std::string> pagesWithCommands()
{
    std::vector<std::string> pages;
    for (const auto &file : test::documentedFiles()) {
        if (file.endsWith(u".md"_s) && file != kPipelines && !commandsOf(file).empty())
            pages.push_back(file.toStdString());
    }
    return pages;
}

/// An instance "staging" that replays recordings, and a team server for it.
class DocumentedCommandsFixture : public test::EngineProcessFixture
{
protected:
    DocumentedCommandsFixture()
    {
        m_bus.startKeyring();
        playAt(kStill);
        storeInstance();
        writeFiles();
        startTeamServer();
        EXPECT_TRUE(QDir(m_folder.path()).mkpath(u"bin"_s));
        const auto wrapper = test::fileWith(m_folder, u"bin/lynceus"_s, "#!/bin/sh\nexec " LYNCEUS_PROGRAM " \"$@\"\n");
        EXPECT_TRUE(QFile(wrapper).setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        const auto team = m_team->url;
        for (const auto &[name, value] : std::initializer_list<std::pair<QString, QString>>{
                 {u"PATH"_s, m_folder.filePath(u"bin"_s) + u':' + qEnvironmentVariable("PATH")},
                 {u"DBUS_SESSION_BUS_ADDRESS"_s, m_bus.address()},
                 {u"XDG_CURRENT_DESKTOP"_s, u"GNOME"_s}, // QtKeychain then uses the Secret Service
                 {u"ASAN_OPTIONS"_s, u"detect_leaks=0"_s},
                 {u"TAG"_s, u"1.5.0"_s},
                 {u"TOKEN"_s, kDeployToken},
                 {u"ARGO_WATCHER_DEPLOY_TOKEN"_s, kDeployToken},
                 // The variables of Argo Watcher's client, for `wait --from-env`.
                 {u"ARGO_WATCHER_URL"_s, team},
                 {u"ARGO_APP"_s, u"shop-web"_s},
                 {u"IMAGES"_s, u"ghcr.io/acme/shop-web"_s},
                 {u"IMAGE_TAG"_s, u"1.5.0"_s},
                 {u"COMMIT_AUTHOR"_s, u"ada"_s},
                 {u"PROJECT_NAME"_s, u"shop"_s},
                 {u"RETRY_INTERVAL"_s, u"1s"_s}})
            m_environment.insert(name, value);
    }

    ~DocumentedCommandsFixture() override
    {
        ::kill(pid_t(m_team->program->process().processId()), SIGTERM);
        EXPECT_EQ(m_team->program->finish().exitCode, 0);
    }

    void stopOwner()
    {
        if (const auto process = ownerProcess(); process > 1) {
            ::kill(pid_t(process), SIGTERM);
            EXPECT_TRUE(waitForOwner({}));
        }
    }

    /// Restarts the recordings at the same address: shop-web gets 1.5.0, shop-api gets 2.1.0, and "shop" is the parent
    /// of both.
    void playAt(double speed)
    {
        stopOwner(); // an engine must not see a cluster go back in time
        std::vector<Recording> recordings;
        for (const auto &name : {u"deploy-ok.jsonl.gz"_s, u"presync-fails.jsonl.gz"_s})
            recordings.push_back(readRecording(recordingFile(name)).value());
        recordings.push_back(test::parentRecording(
            test::parentLine(Duration{0}, {{"shop-web", "Synced"}, {"shop-api", "Synced"}}, "shop"), "shop"));
        ReplayOptions options;
        options.speed = speed;
        options.port = m_server ? quint16(m_server->baseUrl().port()) : quint16(0);
        playRecordings(std::move(recordings), options);
    }

    void writeFiles()
    {
        const auto identity = test::makeIdentity();
        const auto url = m_server->baseUrl().toString().toUtf8();
        const std::map<QString, QByteArray> files{
            {u"token.txt"_s, kToken},
            {u"token"_s, kDeployToken.toUtf8()},
            {u"FILE"_s, kToken},
            {u"argocd-token"_s, kToken},
            {u"deploy-token"_s, kDeployToken.toUtf8()},
            {u"ca.pem"_s, identity.certificate.toPem()},
            {u"me.pem"_s, identity.certificate.toPem()},
            {u"me.key"_s, identity.key.toPem()},
            {u"config/argocd/config"_s,
             "contexts:\n- name: qa\n  server: " + url.sliced(7)
                 + "\n  user: qa\ncurrent-context: qa\nservers:\n- server: " + url.sliced(7)
                 + "\n  plain-text: true\nusers:\n- name: qa\n  auth-token: " + kToken + "\n"},
        };
        for (const auto &[name, bytes] : files) {
            EXPECT_TRUE(QDir(m_folder.path()).mkpath(QFileInfo(name).path()));
            const QFile file(test::fileWith(m_folder, name, bytes));
            EXPECT_TRUE(QFile::setPermissions(file.fileName(), QFile::ReadOwner | QFile::WriteOwner));
        }
        EXPECT_TRUE(QFile::copy(recordingFile(u"deploy-ok.jsonl.gz"_s), m_folder.filePath(u"deploy-ok.jsonl.gz"_s)));
    }

    void startTeamServer()
    {
        const auto path = [this](const QString &name) { return m_folder.filePath(name).toUtf8(); };
        const auto config = test::fileWith(
            m_folder, u"serve.yaml"_s,
            "listen: 127.0.0.1:0\ndatabase: sqlite:" + path(u"team.db"_s) + "\ndeploy-token-files: ["
                + path(u"deploy-token"_s) + "]\ninstances:\n  - name: staging\n    url: "
                + m_server->baseUrl().toString().toUtf8() + "\n    token-file: " + path(u"argocd-token"_s) + "\n");
        auto program = start({u"serve"_s, u"--config"_s, config});
        const auto line = QString::fromUtf8(program->firstLine());
        EXPECT_TRUE(line.startsWith(u"listening on "_s)) << line.toStdString();
        m_team = TeamServer{std::move(program), line.mid(13)};
    }

    /// @p line with the documented addresses and names replaced by those of the test.
    [[nodiscard]] QString withTestValues(QString line) const
    {
        const std::initializer_list<std::pair<QString, QString>> places{
            {u"https://argocd.acme.example"_s, m_server->baseUrl().toString()},
            {u"http://127.0.0.1:8080"_s, m_server->baseUrl().toString()},
            {u"--port 8080"_s, u"--port 0"_s}, // port 8080 may be in use
            {u"https://lynceus.acme.example"_s, m_team->url},
            {u"https://argo-watcher.acme.example"_s, m_team->url},
            {u"/etc/lynceus/serve.yaml"_s, m_folder.filePath(u"serve.yaml"_s)},
            {u"w7k3f"_s, m_watch},
            {u"3f2a1b0"_s, u"1e978e3"_s}, // the revision in the recording
        };
        for (const auto &[written, here] : places)
            line.replace(written, here);
        if (line.startsWith(u"serve --server"_s))
            line += u" --listen 127.0.0.1:0"_s;
        return line;
    }

    [[nodiscard]] std::unique_ptr<QProcess> startShell(const QString &line) const
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        for (auto each = m_environment.begin(); each != m_environment.end(); ++each)
            environment.insert(each.key(), each.value());
        auto shell = std::make_unique<QProcess>();
        shell->setProcessEnvironment(environment);
        shell->setWorkingDirectory(m_folder.path());
        shell->setProcessChannelMode(QProcess::MergedChannels);
        shell->setStandardInputFile(QProcess::nullDevice());
        shell->start(u"bash"_s, {u"-euo"_s, u"pipefail"_s, u"-c"_s, line});
        EXPECT_TRUE(shell->waitForStarted());
        return shell;
    }

    struct Ended
    {
        int code = -1; ///< -1 if it did not end
        QByteArray output;
    };
    [[nodiscard]] static Ended ended(QProcess &shell)
    {
        const bool isOver =
            test::waitUntil([&] { return shell.state() == QProcess::NotRunning; }, std::chrono::seconds(40));
        const Ended result{isOver ? shell.exitCode() : -1, shell.readAll()};
        if (!isOver) {
            shell.kill();
            shell.waitForFinished();
        }
        return result;
    }

    [[nodiscard]] Ended endedBySignal(QProcess &shell)
    {
        QByteArray output;
        EXPECT_TRUE(test::waitUntil([&] {
            output += shell.readAll();
            return !output.isEmpty() || shell.state() == QProcess::NotRunning
                || (ownerProcess() == shell.processId() && owner() == u"daemon"_s);
        })) << "timeout: the command neither prints nor exits";
        ::kill(pid_t(shell.processId()), SIGINT);
        auto result = ended(shell);
        result.output.prepend(output);
        return result;
    }

    struct TeamServer
    {
        std::unique_ptr<test::Program> program;
        QString url;
    };

    test::KeyringBus m_bus;
    std::optional<TeamServer> m_team;
    QString m_watch;
};

class DocumentedRuns : public DocumentedCommandsFixture, public testing::WithParamInterface<std::string>
{
protected:
    void run(const test::DocumentedCommand &command)
    {
        const auto call = joined(command);
        const auto found = specials().find(call);
        const auto special = found == specials().end() ? Special{Ending::ByItself, 0, ""} : found->second;
        if (special.ending == Ending::NotRun) {
            if (call == u"login staging"_s) // later calls need the token
                EXPECT_EQ(ended(*startShell(u"exec lynceus login staging --auth-token-file token.txt"_s)).code, 0);
            return;
        }
        prepare(command);
        const auto line = u"exec lynceus "_s + withTestValues(command.line);
        const auto shell = startShell(line);
        const auto result = special.ending == Ending::BySignal ? endedBySignal(*shell) : ended(*shell);
        EXPECT_EQ(result.code, special.code) << call.toStdString() << "\n"
                                             << line.toStdString() << '\n'
                                             << result.output.constData();
        if (begins(command, {"watch", "add"}))
            m_watch = firstLine(result.output);
    }

private:
    [[nodiscard]] static bool begins(const test::DocumentedCommand &command, std::initializer_list<std::string> words)
    {
        return command.words.size() >= words.size() && std::equal(words.begin(), words.end(), command.words.begin());
    }

    /// Establishes what the page assumes before @p command.
    void prepare(const test::DocumentedCommand &command)
    {
        m_environment.remove(u"ARGOCD_SERVER"_s);
        if (begins(command, {"instances", "add"})) // the pages add the same instance in several ways
            std::ignore =
                EngineProcessFixture::run({u"instances"_s, u"remove"_s, QString::fromStdString(command.words.at(2))});
        if (begins(command, {"watch", "add"}))
            playAt(kStill);
        if (begins(command, {"login", "prod"}))
            addInstance(u"prod"_s);
        if (begins(command, {"watch", "share"})) {
            playAt(kStill); // a finished watch is not shared
            const auto added =
                ended(*startShell(u"exec lynceus watch add --app staging:shop-web=ghcr.io/acme/shop-web:1.5.0"_s));
            m_watch = firstLine(added.output);
        }
        if (begins(command, {"daemon"}))
            stopOwner();
        if (begins(command, {"tasks"}))
            registerTask();
        if (begins(command, {"wait"})) {
            playAt(kFastReplay);
            if (command.line.contains(u"--app shop-web"_s) || command.line.contains(u"--app \"shop-web"_s))
                // As if it had been exported before.
                m_environment.insert(u"ARGOCD_SERVER"_s, m_server->baseUrl().toString());
        }
    }

    void addInstance(const QString &name) const
    {
        const auto added = EngineProcessFixture::run(
            {u"instances"_s, u"add"_s, name, m_server->baseUrl().toString(), u"--anonymous"_s});
        EXPECT_EQ(added.exitCode, 0) << added.error.constData();
    }

    void registerTask()
    {
        playAt(kFastReplay);
        const auto registered = ended(*startShell(
            u"exec lynceus wait --via %1 --app shop-web=ghcr.io/acme/shop-web:1.5.0 --author ada"_s.arg(m_team->url)));
        EXPECT_EQ(registered.code, 0) << registered.output.constData();
    }
};

using DocumentedRequests = DocumentedCommandsFixture;

} // namespace

TEST_P(DocumentedRuns, EachCommandBehavesAsDocumented)
{
    for (const auto &command : commandsOf(QString::fromStdString(GetParam())))
        run(command);
}

INSTANTIATE_TEST_SUITE_P(Pages, DocumentedRuns, testing::ValuesIn(pagesWithCommands()), [](const auto &page) {
    std::string name;
    std::ranges::copy_if(page.param, std::back_inserter(name), [](char each) { return std::isalnum(each) != 0; });
    return name;
});

TEST(DocumentedSpecials, AreInAPage)
{
    std::set<QString> calls;
    for (const auto &page : pagesWithCommands()) {
        for (const auto &command : commandsOf(QString::fromStdString(page)))
            calls.insert(joined(command));
    }
    for (const auto &[call, special] : specials()) {
        EXPECT_TRUE(calls.contains(call)) << call.toStdString() << " (" << special.reason << ')';
        EXPECT_EQ(test::missingTests(QString::fromUtf8(special.reason)), QStringList());
    }
}

TEST_F(DocumentedRequests, CurlRequestsAreAcceptedByTheTeamServer)
{
    QStringList lines;
    for (const auto &file : test::documentedFiles()) {
        for (const auto &block : test::codeBlocks(file.endsWith(u".md"_s) ? test::sourceText(file) : QString())) {
            for (const auto &[program, line] : test::shellCommands(block)) {
                if (program == u"curl"_s)
                    lines.append(withTestValues(line).replace(u"curl "_s, u"exec curl -sS --fail-with-body "_s));
            }
        }
    }
    ASSERT_GE(lines.size(), 4);
    ASSERT_TRUE(lines.front().contains(u" -d "_s)) << "the first command registers a task";
    for (auto line : lines) {
        // Each call gets its own task, because a cancelled task cannot be extended.
        const auto registered = ended(*startShell(lines.front()));
        ASSERT_EQ(registered.code, 0) << lines.front().toStdString() << '\n' << registered.output.constData();
        const auto id = QJsonDocument::fromJson(registered.output).object()["id"_L1].toString();
        const auto result = ended(*startShell(line.replace(u"/ID"_s, u'/' + id)));
        EXPECT_EQ(result.code, 0) << line.toStdString() << '\n' << result.output.constData();
        EXPECT_TRUE(QJsonDocument::fromJson(result.output).isObject()) << result.output.constData();
    }
}

} // namespace lynceus
