#include "app/gui/deployments/changecollector.h"

#include "tests/support/deploymentmaker.h"
#include "tests/support/waiting.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

using namespace test;

namespace {

class ChangeCollectorTest : public ::testing::Test
{
protected:
    void take(const QString &name) { m_collector.take({makeDeployment(name, Instant{})}); }

    std::vector<QStringList> m_updates;
    bool m_isListed = true;
    ChangeCollector m_collector{[this](const std::vector<Deployment> &changes) {
        QStringList names;
        for (const auto &deployment : changes)
            names += deployment.application.name;
        m_updates.push_back(names);
        return m_isListed;
    }};
};

TEST_F(ChangeCollectorTest, PassesOnAFewChangesAtOnceAndCollectsMore)
{
    for (int i = 0; i < 100; ++i)
        take(u"web-%1"_s.arg(i));
    ASSERT_EQ(int(m_updates.size()), ChangeCollector::kAtOnce);
    EXPECT_EQ(m_updates.front(), QStringList{u"web-0"_s});
    ASSERT_TRUE(waitUntil([this] { return int(m_updates.size()) > ChangeCollector::kAtOnce; }));
    EXPECT_EQ(m_updates.back().size(), 100 - ChangeCollector::kAtOnce);
    EXPECT_EQ(m_updates.back().front(), u"web-%1"_s.arg(ChangeCollector::kAtOnce)) << "oldest first";
    EXPECT_EQ(m_updates.back().back(), u"web-99"_s);
}

TEST_F(ChangeCollectorTest, DoesNotCountChangesThatUpdateNothing)
{
    m_isListed = false;
    for (int i = 0; i < 10; ++i)
        take(u"other-%1"_s.arg(i));
    EXPECT_EQ(m_updates.size(), 10U);
    m_isListed = true;
    take(u"web"_s);
    EXPECT_EQ(m_updates.back(), QStringList{u"web"_s});
}

} // namespace

} // namespace lynceus
