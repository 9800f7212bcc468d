#include "app/gui/follow/followdialog.h"

#include "app/gui/widgets/controls/chips.h"
#include "app/gui/widgets/pages/banner.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"
#include "tests/support/waiting.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

using namespace test;

namespace {

class FollowDialogTest : public ::testing::Test
{
protected:
    FollowDialogTest()
    {
        FollowRule rule;
        rule.name = u"shop"_s;
        rule.filter = u"project:shop instance:old"_s;
        m_engine.putRules({rule});
        m_engine.start();
    }

    ~FollowDialogTest() override { delete m_dialog; }

    void open(const std::vector<FollowOffer> &offers)
    {
        m_dialog =
            new FollowDialog(m_engine, offers, [](const FilterWords &filter) { return int(filter.tokens.size()) * 6; });
        m_dialog->open();
        m_dialog->activateWindow();
        ASSERT_TRUE(waitUntil([this] { return m_dialog->isActiveWindow(); }));
    }

    [[nodiscard]] QLineEdit *filter() const { return m_dialog->findChildren<QLineEdit *>().at(0); }
    [[nodiscard]] QLineEdit *name() const { return m_dialog->findChildren<QLineEdit *>().at(1); }
    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        for (auto *each : m_dialog->findChildren<QPushButton *>()) {
            if (each->text() == text)
                return each;
        }
        return nullptr;
    }
    [[nodiscard]] bool says(const QString &part) const
    {
        const auto labels = m_dialog->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&part](const QLabel *label) { return label->isVisible() && label->text().contains(part); });
    }

    FakeClock m_clock;
    FakeEngine m_engine{m_clock};
    QPointer<FollowDialog> m_dialog;
};

TEST_F(FollowDialogTest, EnterFollowsTheFirstOffer)
{
    open({{u"Project shop"_s, u"project:shop"_s}, {u"on prod only"_s, u"project:shop instance:prod"_s}});
    EXPECT_TRUE(filter()->hasFocus());
    EXPECT_EQ(filter()->text(), u"project:shop"_s);
    EXPECT_EQ(name()->text(), u"shop-2"_s) << "there is a rule of that name";
    EXPECT_TRUE(says(u"6 applications match now"_s));
    QSignalSpy said(m_dialog, &FollowDialog::said);
    QTest::keyClick(filter(), Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return said.size() == 1; }));
    const auto &rules = m_engine.state().rules();
    ASSERT_EQ(rules.size(), 2U);
    EXPECT_EQ(rules[1].filter, u"project:shop"_s);
    EXPECT_EQ(rules[1].notify, FollowRule::Notify::Problems);
    EXPECT_EQ(rules[1].deadline, std::chrono::minutes(15));
    EXPECT_TRUE(waitUntil([this] { return !m_dialog; }));
}

TEST_F(FollowDialogTest, KeysSelectAnotherOfferAndOptions)
{
    open({{u"This filter"_s, u"web"_s}, {u"on prod only"_s, u"project:cart instance:prod"_s}});
    const auto chip = [this](const QString &text) {
        for (auto *each : m_dialog->findChildren<Chip *>()) {
            if (each->text() == text)
                return each;
        }
        return static_cast<Chip *>(nullptr);
    };
    QTest::keyClick(chip(u"on prod only"_s), Qt::Key_Space);
    EXPECT_EQ(filter()->text(), u"project:cart instance:prod"_s);
    EXPECT_EQ(name()->text(), u"cart-prod"_s);
    name()->setText(u"checkout"_s);
    filter()->setText(u"project:checkout"_s);
    EXPECT_EQ(name()->text(), u"checkout"_s) << "the typed text stays";
    QTest::keyClick(chip(u"all news"_s), Qt::Key_Space);
    button(u"Follow"_s)->click();
    ASSERT_TRUE(waitUntil([this] { return !m_dialog; }));
    EXPECT_EQ(m_engine.state().rules().back().name, u"checkout"_s);
    EXPECT_EQ(m_engine.state().rules().back().notify, FollowRule::Notify::All);
}

TEST_F(FollowDialogTest, ExplainsWhatCannotBeFollowed)
{
    open({{u"This filter"_s, u"health:degraded"_s}});
    EXPECT_TRUE(says(u"health and sync change during each deployment"_s));
    button(u"Follow"_s)->click();
    auto *banner = m_dialog->findChild<Banner *>();
    EXPECT_TRUE(banner->isVisible());
    EXPECT_TRUE(banner->sentence().contains(u"health and sync change"_s)) << banner->sentence().toStdString();
    filter()->setText(u"project:shop"_s);
    name()->setText(u"shop"_s);
    button(u"Follow"_s)->click();
    EXPECT_TRUE(banner->sentence().contains(u"There is a rule named shop"_s));
    name()->setText(u"other"_s);
    m_engine.failNext({Error::Kind::BadInput, u"store"_s, u"the disk is full"_s, false, 0});
    button(u"Follow"_s)->click();
    ASSERT_TRUE(waitUntil([&] { return banner->sentence().contains(u"the disk is full"_s); }));
    EXPECT_EQ(m_engine.state().rules().size(), 1U);
}

TEST_F(FollowDialogTest, RulesArePausedAndRemoved)
{
    open({});
    auto *rules = m_dialog->findChild<QTreeWidget *>();
    ASSERT_EQ(rules->topLevelItemCount(), 1);
    EXPECT_FALSE(button(u"Pause"_s)->isEnabled());
    rules->setCurrentItem(rules->topLevelItem(0));
    button(u"Pause"_s)->click();
    ASSERT_TRUE(m_engine.state().rules().at(0).isPaused);
    EXPECT_EQ(rules->topLevelItem(0)->text(1), u"paused"_s);
    ASSERT_NE(button(u"Resume"_s), nullptr) << "the rule is still chosen";
    button(u"Resume"_s)->click();
    EXPECT_FALSE(m_engine.state().rules().at(0).isPaused);
    button(u"Remove"_s)->click();
    EXPECT_TRUE(m_engine.state().rules().empty());
    EXPECT_EQ(rules->topLevelItemCount(), 0);
    EXPECT_TRUE(says(u"No follow rules yet"_s));
}

} // namespace

} // namespace lynceus
