// Tests questions that the program asks only on a terminal.
#include "tests/cli/programrun.h"
#include "tests/cli/pseudoterminal.h"
#include "tests/support/certificatemaker.h"
#include "tests/support/rawserver.h"
#include "tests/support/waiting.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace lynceus {

using namespace Qt::StringLiterals;
using namespace test;

namespace {

Script argoCd(const ReceivedRequest &request)
{
    const auto json = [](const QByteArray &status, const QByteArray &body) -> Script {
        return {send("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: "
                     + QByteArray::number(body.size()) + "\r\n\r\n" + body)};
    };
    const auto path = request.line.split(' ').value(1);
    if (path == "/api/version")
        return json("200 OK", R"({"Version":"v3.6.0"})");
    if (path.startsWith("/api/v1/settings"))
        return json("200 OK", "{}");
    return json("200 OK", R"({"items":null})");
}

class Questions : public ::testing::Test
{
protected:
    /// The program's exit code and screen after @p keys were typed as the answer.
    ProgramResult answer(const QStringList &arguments, const QByteArray &keys)
    {
        PseudoTerminal terminal;
        const auto program = Program::onTerminal(arguments, environment(), terminal.slave());
        EXPECT_TRUE(waitUntil(
            [&] { return terminal.screen().contains("[y/N]") || program->process().state() == QProcess::NotRunning; }));
        EXPECT_TRUE(terminal.screen().contains("[y/N]")) << terminal.screen().toStdString();
        terminal.type(keys);
        auto result = program->finish();
        result.error = terminal.screen();
        return result;
    }

    [[nodiscard]] QHash<QString, QString> environment() const
    {
        return {{u"HOME"_s, m_folder.path()},
                {u"XDG_CONFIG_HOME"_s, m_folder.path()},
                {u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere/bus"_s}};
    }
    [[nodiscard]] qsizetype stored() const
    {
        const auto listed = run({u"instances"_s, u"list"_s, u"--output"_s, u"json"_s}, environment());
        return QJsonDocument::fromJson(listed.output).array().size();
    }

    QTemporaryDir m_folder;
};

TEST_F(Questions, CertificateNeedsAnExplicitYes)
{
    RawServer server(argoCd, makeIdentity());
    const QStringList add{u"instances"_s, u"add"_s, u"staging"_s, server.url().toString(), u"--anonymous"_s};
    for (const auto *no : {"n\n", "\n", "yeah\n", "\x04"}) { // "\x04" is Ctrl+D
        const auto refused = answer(add, no);
        EXPECT_EQ(refused.exitCode, 5) << no;
        EXPECT_TRUE(refused.error.contains("SHA-256")) << refused.error.toStdString();
        EXPECT_TRUE(refused.error.contains("nothing was added"));
        EXPECT_EQ(stored(), 0);
    }
    EXPECT_TRUE(server.requests().empty()) << "nothing was sent to the untrusted server";

    const auto accepted = answer(add, "Yes\n");
    EXPECT_EQ(accepted.exitCode, 0) << accepted.error.toStdString();
    EXPECT_EQ(stored(), 1);
    EXPECT_FALSE(server.requests().empty());
}

TEST_F(Questions, ImportedTokensNeedConfirmation)
{
    const auto file = fileWith(m_folder, u"config"_s,
                               "contexts:\n- name: a.example\n  server: a.example\n  user: a.example\n"
                               "servers:\n- server: a.example\nusers:\n- name: a.example\n"
                               "  auth-token: h.planted.s\n");
    const auto no = answer({u"instances"_s, u"import"_s, u"--file"_s, file}, "n\n");
    EXPECT_EQ(no.exitCode, 0) << no.error.toStdString();
    EXPECT_EQ(stored(), 1);
    EXPECT_FALSE(no.error.contains("h.planted.s"));
    QFile left(file);
    ASSERT_TRUE(left.open(QIODevice::ReadOnly));
    EXPECT_TRUE(left.readAll().contains("h.planted.s")) << "the file is unchanged";
}

TEST_F(Questions, WithoutATerminalTheAnswerIsNo)
{
    RawServer server(argoCd, makeIdentity());
    const auto result =
        run({u"instances"_s, u"add"_s, u"staging"_s, server.url().toString(), u"--anonymous"_s}, environment());
    EXPECT_EQ(result.exitCode, 5);
    EXPECT_FALSE(result.error.contains("[y/N]"));
    EXPECT_EQ(stored(), 0);
}

} // namespace

} // namespace lynceus
