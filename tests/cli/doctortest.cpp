#include "core/io/compression/gzip.h"
#include "tests/cli/programrun.h"
#include "tests/support/keyringbus.h"
#include "tests/support/rawserver.h"
#include "tests/support/waiting.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;
using namespace test;

namespace {

Script json(const QByteArray &status, const QByteArray &body)
{
    return {send("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: "
                 + QByteArray::number(body.size()) + "\r\n\r\n" + body)};
}

Script argoCd(const ReceivedRequest &request)
{
    const auto path = request.line.split(' ').value(1).split('?').front();
    if (path == "/api/version")
        return json("200 OK", R"({"Version":"v3.6.0"})");
    if (path == "/api/v1/session/userinfo")
        return json("200 OK", "{}");
    if (path.startsWith("/api/v1/account/can-i/"))
        return json("200 OK", path.contains("/logs/") ? R"({"value":"no"})" : R"({"value":"yes"})");
    return json("404 Not Found", R"({"error":"not here","code":5})");
}

class DoctorCommand : public ::testing::Test
{
protected:
    void store(const QByteArray &instances)
    {
        QDir().mkpath(m_folder.filePath(u"config/lynceus"_s));
        QFile file(m_folder.filePath(u"config/lynceus/instances.json"_s));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(R"({"version":1,"instances":[)" + instances + "]}");
    }
    [[nodiscard]] static QByteArray stored(const QByteArray &name, const QUrl &url, const QByteArray &signIn)
    {
        return R"({"id":")" + name + R"(","name":")" + name + R"(","url":")" + url.toEncoded()
            + R"(","colour":"#336699","signIn":")" + signIn + R"("})";
    }
    [[nodiscard]] QHash<QString, QString> environment() const
    {
        return {{u"HOME"_s, m_folder.path()},
                {u"XDG_CONFIG_HOME"_s, m_folder.filePath(u"config"_s)},
                {u"XDG_DATA_HOME"_s, m_folder.filePath(u"data"_s)},
                {u"XDG_STATE_HOME"_s, m_folder.filePath(u"state"_s)},
                {u"XDG_CURRENT_DESKTOP"_s, u"GNOME"_s},
                {u"DBUS_SESSION_BUS_ADDRESS"_s, m_bus}};
    }
    [[nodiscard]] ProgramResult doctor(const QStringList &words) const
    {
        return run(QStringList{u"doctor"_s} + words, environment());
    }
    static QString stateOf(const QJsonArray &findings, const QString &check)
    {
        for (const auto &finding : findings) {
            if (finding.toObject().value("check"_L1).toString() == check)
                return finding.toObject().value("state"_L1).toString();
        }
        return u"none"_s;
    }

    QTemporaryDir m_folder;
    QString m_bus = u"unix:path=/nowhere/bus"_s;
};

TEST_F(DoctorCommand, SuggestsTheFirstStepWithoutInstances)
{
    const auto result = doctor({});
    EXPECT_EQ(result.exitCode, 0) << result.error.toStdString();
    EXPECT_TRUE(result.output.startsWith("this computer\n")) << result.output.toStdString();
    EXPECT_TRUE(result.output.contains("no instance is stored"));
    EXPECT_TRUE(result.output.contains("lynceus instances add"));
    EXPECT_TRUE(result.output.contains("no keychain is available"));
}

TEST_F(DoctorCommand, ReportsComputerAndInstancesAsJson)
{
    RawServer server(argoCd);
    store(stored("staging", server.url(), "anonymous") + "," + stored("prod", server.url(), "sso"));
    const auto result = doctor({u"--output"_s, u"json"_s});
    EXPECT_EQ(result.exitCode, 7) << "prod needs sign-in, and there is no keychain";
    const auto report = QJsonDocument::fromJson(result.output).object();
    EXPECT_EQ(report.value("worst"_L1).toString(), u"bad"_s);
    EXPECT_EQ(stateOf(report.value("computer"_L1).toArray(), u"keychain"_s), u"bad"_s);
    const auto instances = report.value("instances"_L1).toArray();
    ASSERT_EQ(instances.size(), 2);
    const auto staging = instances[0].toObject().value("findings"_L1).toArray();
    EXPECT_EQ(instances[0].toObject().value("name"_L1).toString(), u"staging"_s) << "in the order of the settings";
    EXPECT_EQ(stateOf(staging, u"applications"_s), u"ok"_s);
    EXPECT_EQ(stateOf(staging, u"logs"_s), u"warning"_s);
    EXPECT_EQ(stateOf(instances[1].toObject().value("findings"_L1).toArray(), u"sign-in"_s), u"bad"_s);
}

TEST_F(DoctorCommand, HangingInstanceDelaysNoOther)
{
    RawServer silent([](const ReceivedRequest &) { return Script{}; });
    RawServer server(argoCd);
    store(stored("silent", silent.url(), "anonymous") + "," + stored("staging", server.url(), "anonymous"));
    Program program({u"doctor"_s}, environment());
    QByteArray output;
    EXPECT_TRUE(waitUntil([&] {
        output += program.process().readAllStandardOutput();
        return output.contains("this computer\n") && output.contains("staging  http")
            && output.contains("this account cannot read logs");
    })) << output.toStdString();
    EXPECT_FALSE(output.contains("silent  http"));
    EXPECT_EQ(program.process().state(), QProcess::Running);
    program.interrupt();
    EXPECT_EQ(program.finish().exitCode, 130);
}

TEST_F(DoctorCommand, ChecksOneServerWithoutStoredInstances)
{
    RawServer server(argoCd);
    const auto result = doctor({u"--server"_s, server.url().toString(), u"--output"_s, u"json"_s});
    EXPECT_EQ(result.exitCode, 0) << result.output.toStdString();
    const auto instances = QJsonDocument::fromJson(result.output).object().value("instances"_L1).toArray();
    ASSERT_EQ(instances.size(), 1);
    EXPECT_EQ(stateOf(instances[0].toObject().value("findings"_L1).toArray(), u"reach"_s), u"ok"_s);
}

TEST_F(DoctorCommand, ReportsABrokenSettingsFile)
{
    QDir().mkpath(m_folder.filePath(u"config/lynceus"_s));
    const auto name = fileWith(m_folder, u"config/lynceus/instances.json"_s, "{broken");
    const auto result = doctor({u"--output"_s, u"json"_s});
    EXPECT_EQ(result.exitCode, 0);
    EXPECT_EQ(stateOf(QJsonDocument::fromJson(result.output).object().value("computer"_L1).toArray(), u"instances"_s),
              u"warning"_s);
}

TEST_F(DoctorCommand, BadInputIsReportedInOneLine)
{
    RawServer server(argoCd);
    store(stored("staging", server.url(), "anonymous"));
    const std::pair<QStringList, QByteArray> table[] = {
        {{u"stagin"_s}, "did you mean staging"},
        {{u"staging"_s, u"--server"_s, u"argocd.acme.example"_s}, "remove the names"},
        {{u"--insecure"_s}, "--server"},
        {{u"--output"_s, u"csv"_s}, "json"},
    };
    for (const auto &[words, part] : table) {
        const auto result = doctor(words);
        EXPECT_EQ(result.exitCode, 2) << words.join(u' ').toStdString();
        EXPECT_EQ(linesOf(result.error).size(), 1) << result.error.toStdString();
        EXPECT_TRUE(result.error.contains(part)) << result.error.toStdString();
    }
}

TEST_F(DoctorCommand, UnlockedKeychainIsOk)
{
    KeyringBus bus;
    bus.startKeyring();
    m_bus = bus.address();
    const auto result = doctor({u"--output"_s, u"json"_s});
    const auto computer = QJsonDocument::fromJson(result.output).object().value("computer"_L1).toArray();
    EXPECT_EQ(stateOf(computer, u"keychain"_s), u"ok"_s) << result.output.toStdString();
    EXPECT_EQ(stateOf(computer, u"tray"_s), u"warning"_s) << "this bus has no services";
}

TEST_F(DoctorCommand, BundleContainsNoSecretsEvenIfTheServerReturnsThem)
{
    const QByteArray token = "eyJhbGciOiJub25lIn0.cGxhbnRlZC10b2tlbi00Mg.c2lnbmF0dXJlLXBsYW50ZWQ";
    const QByteArray header = "planted-gateway=value/42+x";
    RawServer echo([&](const ReceivedRequest &request) -> Script {
        if (request.line.contains("/api/version"))
            return argoCd(request);
        const auto credentials = request.headers.value("authorization") + ' ' + request.headers.value("x-gateway-key")
            + ' ' + header.toBase64() + ' ' + header.toPercentEncoding() + ' ' + token.toBase64() + ' ' + token
            + " argocd.token=" + token + " ada@acme.example";
        return json("400 Bad Request",
                    R"({"error":"invalid )" + credentials + R"(","code":3,"message":"invalid )" + credentials
                        + R"("})");
    });
    const auto tokenFile = fileWith(m_folder, u"token"_s, token + '\n');
    auto loud = environment();
    loud.insert(u"LYNCEUS_LOG"_s, u"debug"_s);
    const auto plain = m_folder.filePath(u"bundle.json"_s);
    const QStringList call{u"doctor"_s,
                           u"--server"_s,
                           echo.url().toString(),
                           u"--auth-token-file"_s,
                           tokenFile,
                           u"--header"_s,
                           u"X-Gateway-Key: "_s + QString::fromLatin1(header),
                           u"--hide-hosts"_s,
                           u"--replace"_s,
                           u"invalid=unfit"_s,
                           u"--bundle"_s};
    const auto result = run(call + QStringList{plain}, loud);
    ASSERT_TRUE(QFile::exists(plain)) << result.error.toStdString();

    QFile bundle(plain);
    ASSERT_TRUE(bundle.open(QIODevice::ReadOnly));
    EXPECT_FALSE(bundle.permissions() & (QFile::ReadGroup | QFile::ReadOther));
    const auto text = bundle.readAll();
    const auto object = QJsonDocument::fromJson(text).object();
    EXPECT_EQ(object.value("doctor"_L1).toObject().value("worst"_L1).toString(), u"bad"_s);
    EXPECT_FALSE(object.value("versions"_L1).toObject().value("qt"_L1).toString().isEmpty());
    EXPECT_FALSE(object.value("log"_L1).toArray().isEmpty()) << "everything was logged";
    EXPECT_TRUE(text.contains("unfit")) << "the server's message is included";
    EXPECT_FALSE(text.contains("127.0.0.1"));
    EXPECT_TRUE(text.contains("host-1.example"));
    EXPECT_FALSE(text.contains(m_folder.path().toUtf8())) << "the home folder is not included";
    EXPECT_FALSE(text.contains("ada@acme"));

    QFile log(m_folder.filePath(u"state/lynceus/lynceus.log"_s));
    ASSERT_TRUE(log.open(QIODevice::ReadOnly));
    const auto logged = log.readAll();
    EXPECT_TRUE(logged.contains("lynceus.http"));
    for (const auto &secret : {token, header}) {
        for (const auto &form :
             {secret, secret.toBase64(QByteArray::OmitTrailingEquals), secret.toPercentEncoding(), secret.toHex()}) {
            EXPECT_FALSE(text.contains(form)) << form.constData();
            EXPECT_FALSE(logged.contains(form)) << form.constData();
        }
    }
    EXPECT_FALSE(text.contains("cGxhbnRlZC10b2tlbi00Mg")) << "no part of the token is included";

    const auto again = run(call + QStringList{plain}, loud);
    EXPECT_EQ(again.exitCode, 2) << "an existing file is not overwritten";
    const auto packed = m_folder.filePath(u"bundle.json.gz"_s);
    std::ignore = run(call + QStringList{packed}, loud);
    QFile gz(packed);
    ASSERT_TRUE(gz.open(QIODevice::ReadOnly));
    const auto unpacked = gunzipped(gz.readAll(), 10'000'000);
    ASSERT_TRUE(unpacked);
    EXPECT_TRUE(unpacked->startsWith('{'));
}

TEST_F(DoctorCommand, WritesNoLogUnlessRequested)
{
    RawServer server(argoCd);
    store(stored("staging", server.url(), "anonymous"));
    std::ignore = doctor({});
    EXPECT_FALSE(QFile::exists(m_folder.filePath(u"state"_s)));
    auto odd = environment();
    odd.insert(u"LYNCEUS_LOG"_s, u"loud"_s);
    const auto result = run({u"doctor"_s}, odd);
    EXPECT_EQ(result.exitCode, 0);
    EXPECT_TRUE(result.error.contains("LYNCEUS_LOG")) << result.error.toStdString();
}

} // namespace

} // namespace lynceus
