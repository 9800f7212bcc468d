#include "core/io/settings/instancesfile.h"

#include "core/io/settings/instancesjson.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

Instance full()
{
    Instance instance;
    instance.id = u"5f0c"_s;
    instance.name = u"staging"_s;
    instance.baseUrl = QUrl(u"https://argocd.acme.example/team"_s);
    instance.colour = u"#a35bc2"_s;
    instance.signIn = SignInMethod::Password;
    instance.userName = u"jana"_s;
    instance.callbackPort = 8086;
    instance.pinnedFingerprint = QByteArray(32, '\x5a');
    instance.clientCertificateFile = u"/etc/me.pem"_s;
    instance.clientKeyFile = u"/etc/me.key"_s;
    instance.headerNames = {u"X-Team"_s, u"CF-Access-Client-Id"_s};
    instance.proxy = ProxyChoice::Explicit;
    instance.proxyUrl = QUrl(u"socks5://proxy.acme.example:1080"_s);
    instance.paused = true;
    instance.projects = {u"shop"_s, u"pay"_s};
    instance.selector = u"team=shop"_s;
    return instance;
}

Instance plain(const QString &name)
{
    Instance instance;
    instance.id = u"id-"_s + name;
    instance.name = name;
    instance.baseUrl = QUrl(u"https://%1.example"_s.arg(name));
    instance.colour = u"#3b7dd8"_s;
    return instance;
}

class InstancesFileTest : public testing::Test
{
protected:
    void writeFile(const QByteArray &bytes)
    {
        QFile out(name());
        ASSERT_TRUE(QDir().mkpath(QFileInfo(name()).path()) && out.open(QIODevice::WriteOnly));
        out.write(bytes);
    }
    [[nodiscard]] static QByteArray bytesOf(const QString &fileName)
    {
        QFile in(fileName);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray("(cannot be read)");
    }
    [[nodiscard]] QString name() const { return m_folder.filePath(u"new/lynceus/instances.json"_s); }
    [[nodiscard]] QStringList files() const { return QDir(QFileInfo(name()).path()).entryList(QDir::Files); }
    [[nodiscard]] InstancesFile file() const { return InstancesFile(name()); }
    [[nodiscard]] Result<StoredInstances> add(const Instance &instance) const
    {
        return file().change([&](std::vector<Instance> &instances) -> Result<void> {
            instances.push_back(instance);
            return {};
        });
    }

    QTemporaryDir m_folder;
};

} // namespace

TEST_F(InstancesFileTest, KeepsEveryField)
{
    ASSERT_TRUE(add(full()).has_value());
    ASSERT_TRUE(add(plain(u"prod"_s)).has_value());
    const auto read = file().read();
    ASSERT_TRUE(read.has_value()) << qPrintable(read.error().message);
    EXPECT_EQ(read->instances, (std::vector{full(), plain(u"prod"_s)}));
    EXPECT_EQ(read->notice, QString());
    EXPECT_EQ(files(), QStringList{u"instances.json"_s}) << "no lock or partial file remains";
    const auto rights = QFile(name()).permissions();
    EXPECT_FALSE(rights & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther));
}

TEST_F(InstancesFileTest, MissingFileIsEmpty)
{
    const auto read = file().read();
    ASSERT_TRUE(read.has_value());
    EXPECT_TRUE(read->instances.empty());
    EXPECT_EQ(read->notice, QString());
    EXPECT_FALSE(QFile::exists(name())) << "reading creates nothing";
}

TEST_F(InstancesFileTest, RejectedChangeKeepsTheFile)
{
    ASSERT_TRUE(add(full()).has_value());
    const auto before = bytesOf(name());
    const auto changed = file().change([](std::vector<Instance> &instances) -> Result<void> {
        instances.clear();
        return badInput(u"no"_s);
    });
    ASSERT_FALSE(changed.has_value());
    EXPECT_EQ(changed.error().message, u"no"_s);
    EXPECT_EQ(bytesOf(name()), before);
}

struct BadFile
{
    const char *name;
    QByteArray bytes;
    const char *says;
};

void PrintTo(const BadFile &bad, std::ostream *out)
{
    *out << bad.name;
}

class BrokenInstancesFile : public InstancesFileTest, public testing::WithParamInterface<BadFile>
{ };

TEST_P(BrokenInstancesFile, IsReportedAndStaysUnchanged)
{
    const auto &bad = GetParam();
    writeFile(bad.bytes);
    const auto read = file().read();
    ASSERT_TRUE(read.has_value()) << qPrintable(read.error().message);
    EXPECT_TRUE(read->instances.empty());
    EXPECT_TRUE(read->notice.contains(QString::fromLatin1(bad.says))) << qPrintable(read->notice);
    EXPECT_TRUE(read->notice.contains(u"mv '%1' '%1.old'"_s.arg(name()))) << qPrintable(read->notice);
    EXPECT_FALSE(read->notice.contains(u'\n'));
    EXPECT_EQ(files(), QStringList{u"instances.json"_s});
    EXPECT_EQ(bytesOf(name()), bad.bytes);
    EXPECT_EQ(file().read()->notice, read->notice) << "reported until it is corrected";

    for (const auto &known : {std::vector<Instance>(), std::vector{full()}}) {
        const auto refused = file().change([](std::vector<Instance> &) { return Result<void>(); }, known);
        ASSERT_FALSE(refused.has_value());
        EXPECT_TRUE(refused.error().message.contains(QString::fromLatin1(bad.says)));
        EXPECT_TRUE(refused.error().message.contains(u"nothing was changed"_s)) << qPrintable(refused.error().message);
        EXPECT_TRUE(refused.error().message.contains(u"mv '"_s)) << qPrintable(refused.error().message);
        EXPECT_EQ(bytesOf(name()), bad.bytes);
    }
    ASSERT_TRUE(file().writeIfMissing({full()}).has_value());
    EXPECT_EQ(bytesOf(name()), bad.bytes) << "not missing";

    ASSERT_TRUE(QFile::rename(name(), name() + u".old"_s));
    ASSERT_TRUE(add(full()).has_value());
    EXPECT_EQ(file().read()->instances, std::vector{full()});
    EXPECT_EQ(file().read()->notice, QString());
}

INSTANTIATE_TEST_SUITE_P(
    All, BrokenInstancesFile,
    testing::Values(BadFile{"Empty", "", "not valid JSON at byte"},
                    BadFile{"Cut", R"({"version":1,"instances":[{"id")", "not valid JSON"},
                    BadFile{"NoJson", "instances:\n- name: x\n", "not valid JSON"},
                    BadFile{"Zeros", QByteArray(512, '\0'), "not valid JSON"}, BadFile{"List", "[]", "no version"},
                    BadFile{"NoVersion", R"({"instances":[]})", "no version"},
                    BadFile{"TextVersion", R"({"version":"1","instances":[]})", "no version"},
                    BadFile{"Newer", R"({"version":2,"instances":[]})", "written by a newer Lynceus"},
                    BadFile{"NoInstances", R"({"version":1})", "no list"},
                    BadFile{"InstancesNoList", R"({"version":1,"instances":{}})", "no list"},
                    BadFile{"Huge", QByteArray(5 * 1024 * 1024, ' '), "larger than 4 MiB"}),
    [](const auto &parameter) { return std::string(parameter.param.name); });

TEST_F(InstancesFileTest, InvalidEntriesAreSkippedAndTheFileStaysUnchanged)
{
    QByteArray text = R"({"version":1,"instances":[
        {"id":"1","name":"one","url":"https://one.example"},
        {"id":"2","name":"ONE","url":"https://two.example"},
        {"id":"1","name":"three","url":"https://three.example"},
        {"id":"4","name":"four","url":"nonsense://four"},
        {"id":"5","name":"five","url":"https://five.example","signIn":"telepathy"},
        {"id":"6","name":"six","url":"https://six.example","paused":"yes"},
        {"id":"7","name":"seven","url":"https://seven.example","pinnedFingerprint":"xyz"},
        {"id":"8","name":"eight","url":"https://eight.example","callbackPort":70000},
        {"id":"9","name":"nine","url":"https://nine.example","headers":[1]},
        {"name":"ten","url":"https://ten.example"},
        42,
        {"id":"12","name":"twelve","url":"https://twelve.example","newField":{"of":"another version"}}]})";
    writeFile(text);
    const auto read = file().read();
    ASSERT_TRUE(read.has_value()) << qPrintable(read.error().message);
    ASSERT_EQ(read->instances.size(), 2U);
    EXPECT_EQ(read->instances[0].name, u"one"_s);
    EXPECT_EQ(read->instances[1].name, u"twelve"_s);
    for (const auto *expectedText :
         {"instances[1]: name: ", "instances[2]: id is already used by another instance", "instances[3]: address",
          "instances[4]: signIn", "instances[5]: paused", "instances[6]: pinnedFingerprint",
          "instances[7]: callbackPort", "instances[8]: headers", "instances[9]: id is missing",
          "instances[10]: is not an object"})
        EXPECT_TRUE(read->notice.contains(QString::fromLatin1(expectedText))) << expectedText << '\n'
                                                                              << qPrintable(read->notice);
    EXPECT_TRUE(read->notice.contains(u"use one of sso password token anonymous"_s)) << qPrintable(read->notice);
    EXPECT_EQ(bytesOf(name()), text);
    const auto refused = add(full());
    ASSERT_FALSE(refused.has_value()) << "it would drop the invalid entries";
    EXPECT_TRUE(refused.error().message.contains(u"instances[4]: signIn"_s)) << qPrintable(refused.error().message);
    EXPECT_EQ(bytesOf(name()), text);
    EXPECT_EQ(files(), QStringList{u"instances.json"_s});
}

TEST_F(InstancesFileTest, UnreadableFileIsNotOverwritten)
{
    ASSERT_TRUE(QDir().mkpath(name())); // a folder in place of the file
    const auto changed = add(full());
    ASSERT_FALSE(changed.has_value());
    EXPECT_TRUE(changed.error().message.contains(u"instances.json"_s)) << qPrintable(changed.error().message);
    EXPECT_TRUE(QFileInfo(name()).isDir());
}

TEST_F(InstancesFileTest, ReportsAFileInPlaceOfTheFolder)
{
    QFile blocker(m_folder.filePath(u"new"_s));
    ASSERT_TRUE(blocker.open(QIODevice::WriteOnly));
    const auto changed = add(full());
    ASSERT_FALSE(changed.has_value());
    EXPECT_TRUE(changed.error().message.contains(u"nothing was changed"_s)) << qPrintable(changed.error().message);
}

TEST(InstancesMigration, AppliesEveryIntermediateVersion)
{
    // Simulates migrations of later versions. Each step knows only two versions.
    const std::vector<InstancesMigration> steps{
        [](QJsonObject &object) { object.insert(u"instances"_s, object.take(u"servers"_s)); },
        [](QJsonObject &object) {
            auto list = object.value(u"instances"_s).toArray();
            for (auto &&value : list) {
                auto instance = value.toObject();
                instance.insert(u"name"_s, instance.take(u"title"_s));
                value = instance;
            }
            object.insert(u"instances"_s, list);
        },
    };
    const auto from = [&](const QByteArray &text) { return instancesFromJson(text, steps, 3); };
    const auto oldest = from(R"({"version":1,"servers":[{"id":"1","title":"one","url":"https://one.example"}]})");
    ASSERT_TRUE(oldest.has_value()) << qPrintable(oldest.error().message);
    ASSERT_EQ(oldest->instances.size(), 1U) << qPrintable(oldest->faults.join(u' '));
    EXPECT_EQ(oldest->instances[0].name, u"one"_s);
    const auto middle = from(R"({"version":2,"instances":[{"id":"1","title":"one","url":"https://one.example"}]})");
    EXPECT_EQ(middle->instances, oldest->instances);
    const auto current = from(R"({"version":3,"instances":[{"id":"1","name":"one","url":"https://one.example"}]})");
    EXPECT_EQ(current->instances, oldest->instances);
    EXPECT_FALSE(from(R"({"version":4,"instances":[]})").has_value());
}

TEST(InstancesFileName, IsBelowTheConfigurationFolder)
{
    EXPECT_TRUE(InstancesFile::usualName().endsWith(u"/lynceus/instances.json"_s));
    EXPECT_TRUE(InstancesFile::usualName().startsWith(u'/'));
}

} // namespace lynceus
