#include "core/engine/instances/instanceregistry.h"

#include "core/io/settings/instancesjson.h"
#include "tests/support/certificatemaker.h"
#include "tests/support/fakeclock.h"
#include "tests/support/rawserver.h"
#include "tests/support/waiting.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <limits>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace test;

class InstanceRegistryTest : public testing::Test
{
protected:
    InstanceRegistryTest() { m_registry.open(); }

    static Instance at(const QUrl &url, const QString &name = u"staging"_s)
    {
        Instance instance;
        instance.name = name;
        instance.baseUrl = url;
        return instance;
    }

    QTemporaryDir m_folder;
    FakeClock m_clock;
    InstanceRegistry m_registry{InstancesFile(m_folder.filePath(u"lynceus/instances.json"_s)), m_clock};
};

} // namespace

TEST_F(InstanceRegistryTest, AddsChangesRenamesAndRemoves)
{
    QStringList changed;
    QStringList removed;
    QObject::connect(&m_registry, &InstanceRegistry::instanceChanged, &m_registry,
                     [&](const Instance &instance) { changed.append(instance.name); });
    QObject::connect(&m_registry, &InstanceRegistry::instanceRemoved, &m_registry,
                     [&](const QString &id) { removed.append(id); });

    const auto id = m_registry.save(at(QUrl(u"https://one.example"_s)));
    ASSERT_TRUE(id.has_value()) << qPrintable(id.error().message);
    const auto other = m_registry.save(at(QUrl(u"https://two.example"_s), u"prod"_s));
    ASSERT_TRUE(other.has_value());
    EXPECT_NE(*id, *other);
    EXPECT_NE(m_registry.named(u"Staging")->colour, m_registry.named(u"prod")->colour);

    auto paused = *m_registry.withId(*id);
    paused.paused = true;
    EXPECT_EQ(*m_registry.save(paused), *id);
    EXPECT_TRUE(m_registry.rename(*id, u"test"_s).has_value());
    EXPECT_EQ(changed, (QStringList{u"staging"_s, u"prod"_s, u"staging"_s, u"test"_s}));
    EXPECT_TRUE(m_registry.withId(*id)->paused);

    EXPECT_EQ(m_registry.remove(*id)->name, u"test"_s);
    EXPECT_EQ(removed, QStringList{*id});
    EXPECT_EQ(m_registry.instances().size(), 1U);

    InstanceRegistry again(InstancesFile(m_folder.filePath(u"lynceus/instances.json"_s)), m_clock);
    again.open();
    EXPECT_EQ(again.instances(), m_registry.instances());
}

TEST_F(InstanceRegistryTest, RejectsInvalidInstancesWithoutChanges)
{
    const auto id = *m_registry.save(at(QUrl(u"https://one.example"_s)));
    const auto before = m_registry.instances();
    int changes = 0;
    QObject::connect(&m_registry, &InstanceRegistry::instanceChanged, &m_registry, [&] { ++changes; });

    EXPECT_EQ(m_registry.save(at(QUrl(u"https://two.example"_s), u"STAGING"_s)).error().asked, u"name"_s);
    EXPECT_EQ(m_registry.rename(id, u"a b"_s).error().asked, u"name"_s);
    EXPECT_EQ(m_registry.rename(u"nobody"_s, u"x"_s).error().kind, Error::Kind::NotFound);
    EXPECT_EQ(m_registry.remove(u"nobody"_s).error().kind, Error::Kind::NotFound);
    auto gone = before.front();
    gone.id = u"nobody"_s;
    gone.name = u"other"_s;
    EXPECT_EQ(m_registry.save(gone).error().kind, Error::Kind::NotFound);
    auto missing = before.front();
    missing.authorityFile = m_folder.filePath(u"none.pem"_s);
    EXPECT_TRUE(m_registry.save(missing).error().message.contains(u"none.pem"_s));

    EXPECT_EQ(m_registry.instances(), before);
    EXPECT_EQ(changes, 0);
}

TEST_F(InstanceRegistryTest, DetectsChangesByAnotherProcess)
{
    ASSERT_TRUE(m_registry.save(at(QUrl(u"https://one.example"_s))).has_value());
    InstanceRegistry other(InstancesFile(m_folder.filePath(u"lynceus/instances.json"_s)), m_clock);
    other.open();
    int removals = 0;
    QObject::connect(&m_registry, &InstanceRegistry::instanceRemoved, &m_registry, [&] { ++removals; });

    ASSERT_TRUE(other.save(at(QUrl(u"https://two.example"_s), u"prod"_s)).has_value());
    EXPECT_TRUE(waitUntil([&] { return m_registry.named(u"prod") != nullptr; }));
    ASSERT_TRUE(other.remove(other.named(u"staging")->id).has_value());
    EXPECT_TRUE(waitUntil([&] { return removals == 1; }));
    EXPECT_EQ(m_registry.instances(), other.instances());
}

TEST_F(InstanceRegistryTest, ChangesOfTwoProcessesAreBothKept)
{
    InstanceRegistry other(InstancesFile(m_folder.filePath(u"lynceus/instances.json"_s)), m_clock);
    other.open();
    // Each process makes its change before it learns of the other's.
    ASSERT_TRUE(m_registry.save(at(QUrl(u"https://one.example"_s), u"one"_s)).has_value());
    ASSERT_TRUE(other.save(at(QUrl(u"https://two.example"_s), u"two"_s)).has_value());
    EXPECT_TRUE(other.named(u"one"));
    EXPECT_EQ(m_registry.save(at(QUrl(u"https://three.example"_s), u"TWO"_s)).error().asked, u"name"_s)
        << "a name that another process has used since";
}

TEST_F(InstanceRegistryTest, KeepsInstancesWhileTheFileIsMissingOrInvalid)
{
    const auto name = m_folder.filePath(u"lynceus/instances.json"_s);
    const auto write = [&](const QByteArray &text) {
        QFile file(name);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text);
    };
    const auto read = [&] {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const auto id = *m_registry.save(at(QUrl(u"https://one.example"_s)));
    ASSERT_TRUE(m_registry.save(at(QUrl(u"https://two.example"_s), u"prod"_s)).has_value());
    int removals = 0;
    QStringList notices;
    QObject::connect(&m_registry, &InstanceRegistry::instanceRemoved, &m_registry, [&] { ++removals; });
    QObject::connect(&m_registry, &InstanceRegistry::noticeRaised, &m_registry,
                     [&](const QString &text) { notices.append(text); });
    const auto valid = read();
    auto partlyValid = valid;
    partlyValid.replace("https://two.example", "nonsense://two.example");
    int round = 0;
    for (const auto &text :
         {QByteArray(), QByteArray("{"), QByteArray(R"({"version":99,"instances":[]})"), partlyValid}) {
        const auto known = m_registry.instances();
        notices.clear();
        if (text.isEmpty())
            ASSERT_TRUE(QFile::remove(name));
        else
            write(text);
        ASSERT_TRUE(waitUntil([&] { return !notices.isEmpty(); })) << text.constData();
        EXPECT_TRUE(notices[0].contains(u"instances.json"_s)) << qPrintable(notices[0]);
        EXPECT_EQ(m_registry.instances(), known);
        if (!text.isEmpty()) {
            const auto refused = m_registry.rename(id, u"other"_s);
            ASSERT_FALSE(refused.has_value()) << text.constData();
            EXPECT_TRUE(refused.error().message.contains(u"nothing was changed"_s))
                << qPrintable(refused.error().message);
            EXPECT_EQ(read(), text);
        }
        EXPECT_FALSE(QFile::exists(name + u".aside-1"_s));

        const QByteArray next = "round-" + QByteArray::number(++round);
        write(QByteArray(valid).replace("staging", next));
        ASSERT_TRUE(waitUntil([&] { return m_registry.named(QString::fromLatin1(next)) != nullptr; }));
        EXPECT_EQ(notices.size(), 1) << notices.join(u'\n').toStdString();
    }
    EXPECT_EQ(removals, 0);
    EXPECT_EQ(m_registry.instances().size(), 2U);
}

TEST_F(InstanceRegistryTest, ChangeWritesAMissingFileAgain)
{
    const auto id = *m_registry.save(at(QUrl(u"https://one.example"_s)));
    ASSERT_TRUE(m_registry.save(at(QUrl(u"https://two.example"_s), u"prod"_s)).has_value());
    ASSERT_TRUE(QFile::remove(m_folder.filePath(u"lynceus/instances.json"_s)));
    ASSERT_TRUE(m_registry.rename(id, u"other"_s).has_value());
    InstanceRegistry again(InstancesFile(m_folder.filePath(u"lynceus/instances.json"_s)), m_clock);
    again.open();
    EXPECT_EQ(again.instances(), m_registry.instances());
    EXPECT_EQ(again.instances().size(), 2U);
}

TEST_F(InstanceRegistryTest, ReportsABrokenFileAndLeavesIt)
{
    const auto name = m_folder.filePath(u"broken.json"_s);
    QFile file(name);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("{");
    file.close();
    InstanceRegistry registry(InstancesFile(name), m_clock);
    QStringList notices;
    QObject::connect(&registry, &InstanceRegistry::noticeRaised, &registry,
                     [&](const QString &text) { notices.append(text); });
    registry.open();
    drainEvents();
    ASSERT_EQ(notices.size(), 1);
    EXPECT_TRUE(notices[0].contains(u"broken.json"_s)) << qPrintable(notices[0]);
    EXPECT_FALSE(registry.save(at(QUrl(u"https://one.example"_s))).has_value());
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), "{");
}

// The second process starts while the file is missing, and would otherwise write only its own instance.
TEST_F(InstanceRegistryTest, WritesAMissingFileAgain)
{
    const auto name = m_folder.filePath(u"lynceus/instances.json"_s);
    ASSERT_TRUE(m_registry.save(at(QUrl(u"https://one.example"_s), u"one"_s)).has_value());
    InstanceRegistry other(InstancesFile(name), m_clock);
    ASSERT_TRUE(QFile::remove(name));
    other.open();
    ASSERT_TRUE(waitUntil([&] { return QFile::exists(name); }));
    ASSERT_TRUE(other.save(at(QUrl(u"https://two.example"_s), u"two"_s)).has_value());
    ASSERT_TRUE(waitUntil([&] { return m_registry.named(u"two") != nullptr; }));
    EXPECT_TRUE(m_registry.named(u"one"));
}

// At most 1,000 instances are added, but a file that was written by hand may have more. No step may compare all pairs.
TEST(InstanceRegistryOfMany, ScalesLinearly)
{
    const QTemporaryDir folder;
    const SystemClock clock;
    const auto fastest = [&](int count) {
        std::vector<Instance> instances;
        for (int number = 0; number < count; ++number) {
            Instance instance;
            instance.id = QString::number(number);
            instance.name = u"context-%1"_s.arg(number);
            instance.baseUrl = QUrl(u"https://argocd-%1.acme.example"_s.arg(number));
            instance.colour = u"#3b7dd8"_s;
            instances.push_back(std::move(instance));
        }
        const auto name = folder.filePath(u"%1.json"_s.arg(count));
        QFile file(name);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(instancesToJson(instances));
        file.close();
        qint64 best = std::numeric_limits<qint64>::max();
        for (int round = 0; round < 3; ++round) {
            InstanceRegistry registry(InstancesFile(name), clock);
            int reported = 0;
            QObject::connect(&registry, &InstanceRegistry::instanceChanged, &registry, [&reported] { ++reported; });
            QElapsedTimer timer;
            timer.start();
            registry.open();
            best = std::min(best, timer.nsecsElapsed());
            EXPECT_EQ(reported, count);
        }
        return best;
    };
    const auto few = fastest(1'000);
    const auto many = fastest(10'000);
    EXPECT_LT(double(many) / double(few), 30.0) << "quadratic behaviour would take a hundred times as long";
}

} // namespace lynceus
