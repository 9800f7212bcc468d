#include "app/gui/shell/newwatchopener.h"

#include "app/gui/environments/environments.h"
#include "app/gui/newwatch/newwatchdialog.h"
#include "app/gui/newwatch/watchtargets.h"
#include "core/io/settings/windowmemory.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"
#include "tests/support/waiting.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QWidget>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace test;

class NewWatchOpenerTest : public testing::Test
{
protected:
    NewWatchOpenerTest() { m_engine.start(); }
    ~NewWatchOpenerTest() override { drainEvents(); }

    [[nodiscard]] QList<NewWatchDialog *> dialogs() const { return m_window.findChildren<NewWatchDialog *>(); }

    FakeClock m_clock;
    FakeEngine m_engine{m_clock};
    QTemporaryDir m_folder;
    WindowMemory m_memory{m_folder.filePath(u"window.json"_s)};
    WatchTargets m_targets{m_engine, [](const auto &) {}, m_memory};
    Environments m_environments{m_engine, [](const ApplicationKey &) -> const Application * { return nullptr; }};
    QWidget m_window;
    NewWatchOpener &m_opener = *new NewWatchOpener(m_engine, m_targets, m_environments, m_clock, m_window);
};

} // namespace

TEST_F(NewWatchOpenerTest, OpensWithPastedText)
{
    QSignalSpy opened(&m_opener, &NewWatchOpener::opened);
    m_opener.open(u"ghcr.io/acme/shop-web:1.5.0"_s);
    ASSERT_EQ(dialogs().size(), 1);
    EXPECT_EQ(opened.size(), 1);
    EXPECT_TRUE(dialogs().front()->isVisible());
    EXPECT_EQ(dialogs().front()->field().text(), u"ghcr.io/acme/shop-web:1.5.0"_s);
}

TEST_F(NewWatchOpenerTest, InvalidLinkOpensNothing)
{
    QSignalSpy failed(&m_opener, &NewWatchOpener::failed);
    m_opener.open(u"lynceus://watch?timeout=never"_s);
    EXPECT_TRUE(dialogs().isEmpty());
    ASSERT_EQ(failed.size(), 1);
    EXPECT_FALSE(failed.front().front().toString().isEmpty());
}

TEST_F(NewWatchOpenerTest, DialogLinksToInstancesIfThereAreNone)
{
    QSignalSpy asked(&m_opener, &NewWatchOpener::instancesAsked);
    m_opener.open(QString());
    ASSERT_EQ(dialogs().size(), 1);
    Q_EMIT dialogs().front()->instancesAsked();
    EXPECT_EQ(asked.size(), 1);
}

} // namespace lynceus
