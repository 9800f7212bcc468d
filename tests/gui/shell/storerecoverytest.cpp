#include "app/gui/shell/storerecovery.h"

#include "app/gui/shell/notices.h"
#include "app/gui/widgets/dialogs/plainmessagebox.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"
#include "tests/support/waiting.h"

#include <QPushButton>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

const auto kSentence = u"/home/ada/store.db is a folder, not a file: move it away, and Lynceus makes a new file"_s;

class StoreRecoveryTest : public testing::Test
{
protected:
    StoreRecoveryTest()
    {
        recovery = new StoreRecovery(engine, notices, &window);
        engine.start();
        window.show();
    }

    /// The first visible button with this text below @p parent; null if there is none.
    static QPushButton *button(QWidget &parent, const QString &text)
    {
        for (auto *button : parent.findChildren<QPushButton *>()) {
            if (button->isVisibleTo(&parent) && button->text().remove(u'&') == text)
                return button;
        }
        return nullptr;
    }

    QPushButton *remedy() { return button(notices, u"Set aside and start again"_s); }

    PlainMessageBox *confirmation()
    {
        if (auto *pressed = remedy())
            pressed->click();
        return window.findChild<PlainMessageBox *>();
    }

    test::FakeClock clock;
    test::FakeEngine engine{clock};
    QWidget window;
    Notices notices{&window};
    StoreRecovery *recovery = nullptr;
};

TEST_F(StoreRecoveryTest, SetsTheFileAsideAfterConfirmationAndReportsItsPath)
{
    engine.reportStoreObstructed(kSentence);
    EXPECT_EQ(notices.shown(), kSentence);
    auto *box = confirmation();
    ASSERT_NE(box, nullptr);
    EXPECT_TRUE(box->informativeText().contains(u"/home/ada/store.db"_s));
    EXPECT_TRUE(engine.calls().isEmpty()) << "not before confirmation";
    ASSERT_NE(button(*box, u"Set aside"_s), nullptr);
    button(*box, u"Set aside"_s)->click();
    ASSERT_TRUE(test::waitUntil([&] { return notices.shown().contains(u"store.db.aside"_s); }))
        << notices.shown().toStdString();
    EXPECT_EQ(engine.calls(), QStringList(u"setStoreAside"_s));
    EXPECT_EQ(remedy(), nullptr) << "done once";
    test::drainEvents();
}

TEST_F(StoreRecoveryTest, DoesNothingWithoutConfirmation)
{
    engine.reportStoreObstructed(kSentence);
    auto *box = confirmation();
    ASSERT_NE(box, nullptr);
    EXPECT_EQ(box->defaultButton(), box->button(QMessageBox::Cancel));
    box->button(QMessageBox::Cancel)->click();
    test::drainEvents();
    EXPECT_TRUE(engine.calls().isEmpty());
    EXPECT_EQ(notices.shown(), kSentence) << "the problem persists";
    EXPECT_NE(confirmation(), nullptr) << "the question can be asked again";
}

TEST_F(StoreRecoveryTest, ReportsAFailureAndStaysVisible)
{
    engine.reportStoreObstructed(kSentence);
    engine.failNext(
        {.kind = Error::Kind::BadInput, .message = u"store.db cannot be renamed: make its folder writable"_s});
    auto *box = confirmation();
    ASSERT_NE(box, nullptr);
    button(*box, u"Set aside"_s)->click();
    test::drainEvents();
    EXPECT_EQ(notices.shown(), kSentence);
    EXPECT_NE(remedy(), nullptr);
    notices.withdrawNotice(kSentence);
    EXPECT_EQ(notices.shown(), u"store.db cannot be renamed: make its folder writable"_s);
}

TEST_F(StoreRecoveryTest, OffersNoButtonForAStoreOfANewerVersion)
{
    engine.reportNotice(u"store.db was written by a newer version of Lynceus: update this one; nothing was changed"_s);
    notices.raiseNotice(u"store.db was written by a newer version of Lynceus: update this one; nothing was changed"_s);
    EXPECT_FALSE(notices.shown().isEmpty());
    EXPECT_EQ(remedy(), nullptr);
}

} // namespace

} // namespace lynceus
