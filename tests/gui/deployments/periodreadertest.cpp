#include "app/gui/deployments/periodreader.h"

#include "tests/support/deploymentmaker.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"
#include "tests/support/waiting.h"
#include "tests/support/watchmaker.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lynceus {

using namespace test;

namespace {

class PeriodReaderTest : public ::testing::Test
{
protected:
    PeriodReaderTest()
    {
        QObject::connect(&m_reader, &PeriodReader::contentRead, &m_reader,
                         [this](const PeriodContent &content) { m_read.push_back(content); });
        QObject::connect(&m_reader, &PeriodReader::failed, &m_reader,
                         [this](const Error &error) { m_errors += error.message; });
        m_engine.start();
    }

    [[nodiscard]] static QStringList namesOf(const std::vector<Deployment> &deployments)
    {
        QStringList names;
        for (const auto &deployment : deployments)
            names += deployment.application.name;
        return names;
    }
    void put(const QString &name, Duration before)
    {
        m_engine.putDeployment(makeDeployment(name, m_clock.now() - before));
    }

    FakeClock m_clock;
    FakeEngine m_engine{m_clock};
    PeriodReader m_reader{m_engine};
    std::vector<PeriodContent> m_read;
    QStringList m_errors;
};

TEST_F(PeriodReaderTest, ReadsThePeriodAndThePreviousOne)
{
    put(u"orders"_s, 1h);
    put(u"shop-web"_s, 30h);
    put(u"shop-old"_s, 50h);
    m_reader.read(m_clock.now() - 24h, m_clock.now());
    EXPECT_TRUE(m_reader.isReading());
    ASSERT_TRUE(waitUntil([this] { return !m_read.empty(); }));
    EXPECT_FALSE(m_reader.isReading());
    auto names = namesOf(m_read.front().deployments);
    names.sort();
    EXPECT_EQ(names, QStringList({u"orders"_s, u"shop-web"_s}));
    EXPECT_FALSE(m_read.front().isCut);
    EXPECT_TRUE(m_read.front().changedSince.empty()) << "nothing has changed since the request";
    m_reader.read({}, m_clock.now());
    ASSERT_TRUE(waitUntil([this] { return m_read.size() == 2; }));
    EXPECT_EQ(m_read.back().deployments.size(), 3U) << "without a period: all";
}

TEST_F(PeriodReaderTest, PassesOnOnceWhatChangesWhileItReads)
{
    m_reader.read({}, m_clock.now());
    put(u"orders"_s, 1min);
    m_engine.putWatch(makeWatch(u"w1"_s, u"shop-web"_s));
    m_engine.putWatch(ended(makeWatch(u"w1"_s, u"shop-web"_s), Outcome::Deployed));
    ASSERT_TRUE(waitUntil([this] { return !m_read.empty(); }));
    EXPECT_EQ(namesOf(m_read.front().changedSince), QStringList{u"orders"_s});
    ASSERT_EQ(m_read.front().endedSince.size(), 1U) << "running watches are not part of a period";
    EXPECT_EQ(m_read.front().endedSince.front().id, u"w1"_s);
    put(u"shop-api"_s, 1min); // while nothing is read
    m_reader.read({}, m_clock.now());
    ASSERT_TRUE(waitUntil([this] { return m_read.size() == 2; }));
    EXPECT_TRUE(m_read.back().changedSince.empty());
    EXPECT_TRUE(m_read.back().endedSince.empty());
}

TEST_F(PeriodReaderTest, DropsTheResponseToAnOlderRequestButKeepsItsChanges)
{
    put(u"shop-web"_s, 30h);
    m_reader.read({}, m_clock.now());
    put(u"orders"_s, 1min);
    m_reader.read(m_clock.now() - 1h, m_clock.now());
    ASSERT_TRUE(waitUntil([this] { return !m_read.empty(); }));
    drainEvents();
    ASSERT_EQ(m_read.size(), 1U);
    EXPECT_EQ(namesOf(m_read.front().deployments), QStringList{u"orders"_s});
    EXPECT_EQ(namesOf(m_read.front().changedSince), QStringList{u"orders"_s});
}

TEST_F(PeriodReaderTest, ReportsAnErrorAndCanReadAgain)
{
    m_engine.failNext({Error::Kind::NotFound, {}, u"the store is damaged"_s, false, 0});
    m_reader.read({}, m_clock.now());
    put(u"orders"_s, 1min);
    ASSERT_TRUE(waitUntil([this] { return !m_errors.isEmpty(); }));
    EXPECT_EQ(m_errors, QStringList{u"the store is damaged"_s});
    EXPECT_FALSE(m_reader.isReading());
    m_reader.read({}, m_clock.now());
    ASSERT_TRUE(waitUntil([this] { return !m_read.empty(); }));
    EXPECT_TRUE(m_read.front().changedSince.empty()) << "the new response is newer than this change";
    EXPECT_EQ(m_read.front().deployments.size(), 1U);
}

} // namespace

} // namespace lynceus
