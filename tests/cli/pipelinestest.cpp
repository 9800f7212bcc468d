#include "tests/cli/documentedcommands.h"
#include "tests/cli/engineprocessfixture.h"
#include "tests/support/waiting.h"

#include <QDir>
#include <QFile>

#include <csignal>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

// Runs the commands of docs/pipelines.md and packaging/pipelines in a shell, against a recording in which shop-cart
// runs 0.9.2: once unchanged, and once with an image that shop-cart does not use.

namespace lynceus {

using namespace Qt::StringLiterals;
using testing::HasSubstr;

namespace {

QString source(const QString &name)
{
    QFile file(QStringLiteral(LYNCEUS_SOURCE_DIR "/") + name);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << name.toStdString();
    return QString::fromUtf8(file.readAll());
}

class Pipelines : public test::EngineProcessFixture
{
protected:
    Pipelines()
    {
        ReplayOptions options;
        options.token = "token-of-the-pipeline";
        play({u"already-deployed"_s}, options);
        EXPECT_TRUE(QDir(m_folder.path()).mkpath(u"bin"_s));
        // Without this option, "does not use the image" is reported only after a minute.
        const auto wrapper =
            test::fileWith(m_folder, u"bin/lynceus"_s, "#!/bin/sh\nexec " LYNCEUS_PROGRAM " \"$@\" $EXTRA_OPTIONS\n");
        EXPECT_TRUE(QFile(wrapper).setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        for (const auto &[name, value] : std::initializer_list<std::pair<QString, QString>>{
                 {u"PATH"_s, m_folder.filePath(u"bin"_s) + u':' + qEnvironmentVariable("PATH")},
                 {u"EXTRA_OPTIONS"_s, u"--image-grace 0s"_s},
                 {u"ARGOCD_SERVER"_s, m_server->baseUrl().toString()},
                 {u"ARGOCD_AUTH_TOKEN"_s, u"token-of-the-pipeline"_s},
                 {u"TAG"_s, u"0.9.2"_s},
                 {u"CI_COMMIT_TAG"_s, u"0.9.2"_s},
                 {u"TAG_NAME"_s, u"0.9.2"_s}})
            m_environment.insert(name, value);
    }

    struct Ended
    {
        int code = -1;
        QString output;
        QString error;
    };
    [[nodiscard]] std::unique_ptr<QProcess> startBash(const QString &script) const
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        for (auto each = m_environment.begin(); each != m_environment.end(); ++each)
            environment.insert(each.key(), each.value());
        environment.insert(u"ASAN_OPTIONS"_s, u"detect_leaks=0"_s);
        auto shell = std::make_unique<QProcess>();
        shell->setProcessEnvironment(environment);
        shell->setWorkingDirectory(m_folder.path());
        shell->start(u"bash"_s, {u"-euo"_s, u"pipefail"_s, u"-c"_s, script});
        EXPECT_TRUE(shell->waitForStarted());
        return shell;
    }
    [[nodiscard]] static Ended ended(QProcess &shell)
    {
        EXPECT_TRUE(test::waitUntil([&shell] { return shell.state() == QProcess::NotRunning; }));
        return {shell.exitCode(), QString::fromUtf8(shell.readAllStandardOutput()),
                QString::fromUtf8(shell.readAllStandardError())};
    }
    [[nodiscard]] Ended bash(const QString &script) const { return ended(*startBash(script)); }
    [[nodiscard]] QString fileText(const QString &name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
};

} // namespace

TEST_F(Pipelines, CommandsOfThePageEndWithBothOutcomes)
{
    struct Call
    {
        QString line;
        int code = 0;
        std::unique_ptr<QProcess> shell;
    };
    std::vector<Call> calls; // run in parallel, because they mostly wait
    for (const auto &command : test::documentedCommands(source(u"docs/pipelines.md"_s), true)) {
        if (command.line.contains(u"--via"_s) || command.line.contains(u"--from-env"_s))
            continue; // these need a team server; tests below run them
        auto line = u"lynceus "_s + command.line;
        line.remove(u" || code=$?"_s); // the page needs this for the lines that follow
        calls.push_back({line, 0, startBash(line)});
        line.replace(u"ghcr.io/acme/shop-cart:"_s, u"ghcr.io/acme/other:"_s);
        calls.push_back({line, 1, startBash(line)});
    }
    EXPECT_GE(calls.size(), 10U);
    for (const auto &call : calls) {
        const auto result = ended(*call.shell);
        EXPECT_EQ(result.code, call.code) << call.line.toStdString() << '\n' << result.error.toStdString();
    }
}

TEST_F(Pipelines, ActionSetsItsOutcomeAndExitsLikeTheCommand)
{
    const auto script = QStringLiteral(LYNCEUS_SOURCE_DIR "/packaging/pipelines/github/wait.sh");
    m_environment.insert(u"GITHUB_OUTPUT"_s, m_folder.filePath(u"outputs"_s));
    m_environment.insert(u"LYNCEUS_APP"_s, u"shop-cart"_s);
    m_environment.insert(u"LYNCEUS_TIMEOUT"_s, u"5m"_s);
    m_environment.insert(u"LYNCEUS_VERDICT"_s, m_folder.filePath(u"verdict.json"_s));
    m_environment.insert(u"LYNCEUS_IMAGE"_s, u"ghcr.io/acme/shop-cart:0.9.2"_s);
    EXPECT_EQ(bash(script).code, 0);
    m_environment.insert(u"LYNCEUS_IMAGE"_s, u"ghcr.io/acme/other:1; touch hacked"_s);
    EXPECT_EQ(bash(script).code, 2) << "no image";
    m_environment.insert(u"LYNCEUS_IMAGE"_s, u"ghcr.io/acme/other:1"_s);
    EXPECT_EQ(bash(script).code, 1);
    EXPECT_EQ(fileText(u"outputs"_s), u"outcome=deployed\noutcome=\noutcome=failed\n"_s);
    EXPECT_THAT(fileText(u"verdict.json"_s).toStdString(), HasSubstr("\"image-not-in-application\""));
    EXPECT_FALSE(QFile::exists(m_folder.filePath(u"hacked"_s)));
    // The action must set each of these variables from an input.
    const auto action = source(u"packaging/pipelines/github/action.yml"_s);
    for (const auto *name : {"LYNCEUS_APP", "LYNCEUS_IMAGE", "LYNCEUS_TIMEOUT", "LYNCEUS_VERDICT", "ARGOCD_SERVER"})
        EXPECT_TRUE(action.contains(QString::fromLatin1(name) + u": ${{ inputs."_s)) << name;
}

TEST_F(Pipelines, ComponentRunsItsCommand)
{
    const auto component = source(u"packaging/pipelines/gitlab/templates/wait.yml"_s);
    const auto commands = test::documentedCommands(component, false);
    ASSERT_EQ(commands.size(), 1U);
    m_environment.insert(u"LYNCEUS_APP"_s, u"shop-cart"_s);
    m_environment.insert(u"LYNCEUS_TIMEOUT"_s, u"5m"_s);
    m_environment.insert(u"LYNCEUS_IMAGE"_s, u"ghcr.io/acme/shop-cart:0.9.2"_s);
    EXPECT_EQ(bash(u"lynceus "_s + commands[0].line).code, 0);
    EXPECT_TRUE(fileText(u"verdict.json"_s).startsWith(u"{\"outcome\":\"deployed\""_s));
    m_environment.insert(u"LYNCEUS_IMAGE"_s, u"ghcr.io/acme/other:1"_s);
    EXPECT_EQ(bash(u"lynceus "_s + commands[0].line).code, 1);
}

TEST_F(Pipelines, ArgoWatcherClientVariablesAreSufficient)
{
    std::ignore = test::fileWith(m_folder, u"token"_s, "token-of-the-pipeline");
    const auto config =
        test::fileWith(m_folder, u"serve.yaml"_s,
                       "listen: 127.0.0.1:0\nopen-registration: true\nimage-grace: 0s\ndatabase: sqlite:"
                           + m_folder.filePath(u"tasks.db"_s).toUtf8()
                           + "\ninstances:\n  - name: staging\n    url: " + m_server->baseUrl().toString().toUtf8()
                           + "\n    token-file: " + m_folder.filePath(u"token"_s).toUtf8() + "\n");
    const auto server = start({u"serve"_s, u"--config"_s, config});
    const auto line = QString::fromUtf8(server->firstLine());
    ASSERT_TRUE(line.startsWith(u"listening on "_s)) << line.toStdString();
    m_environment.insert(u"EXTRA_OPTIONS"_s, {});
    m_environment.insert(u"ARGO_WATCHER_URL"_s, line.mid(13));
    m_environment.insert(u"ARGO_APP"_s, u"shop-cart"_s);
    m_environment.insert(u"IMAGES"_s, u"ghcr.io/acme/shop-cart"_s);
    m_environment.insert(u"IMAGE_TAG"_s, u"0.9.2"_s);
    m_environment.insert(u"COMMIT_AUTHOR"_s, u"ada"_s);
    m_environment.insert(u"PROJECT_NAME"_s, u"shop"_s);
    m_environment.insert(u"RETRY_INTERVAL"_s, u"1s"_s);
    int asked = 0;
    for (const auto &command : test::documentedCommands(source(u"docs/pipelines.md"_s), true)) {
        if (!command.line.contains(u"--via"_s) && !command.line.contains(u"--from-env"_s))
            continue;
        ++asked;
        auto call = u"lynceus "_s + command.line;
        m_environment.insert(u"IMAGES"_s, u"ghcr.io/acme/shop-cart"_s);
        const auto right = bash(call);
        EXPECT_EQ(right.code, 0) << call.toStdString() << '\n' << right.error.toStdString();
        m_environment.insert(u"IMAGES"_s, u"ghcr.io/acme/other"_s);
        const auto wrong = bash(call.replace(u"ghcr.io/acme/shop-cart:"_s, u"ghcr.io/acme/other:"_s));
        EXPECT_EQ(wrong.code, 1) << call.toStdString() << '\n' << wrong.error.toStdString();
    }
    EXPECT_EQ(asked, 2);
    ::kill(pid_t(server->process().processId()), SIGTERM);
    EXPECT_EQ(server->finish().exitCode, 0);
}

} // namespace lynceus
