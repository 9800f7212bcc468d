#include "core/domain/link/watchlink.h"
#include "tests/gui/newwatch/newwatchscene.h"

namespace lynceus {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace test;

TEST_F(NewWatchDialogTest, ExplainsMissingApplicationsAndLinksToInstances)
{
    const FakeClock clock;
    FakeEngine emptyEngine(clock);
    expectObstacle(emptyEngine, u"No instance has been added yet."_s, u"Add an instance…"_s);
    FakeEngine shut(clock);
    InstanceState state;
    state.instance.id = state.instance.name = u"staging"_s;
    state.connection = Connection::SignInNeeded;
    shut.putInstance(state);
    expectObstacle(shut, u"No applications are known yet."_s, u"Show instances"_s);
}

TEST_F(NewWatchDialogTest, IndexIsBuiltOnDemandAndUpdated)
{
    int made = 0;
    const WatchTargets targets(
        m_engine,
        [&](const auto &visit) {
            ++made;
            m_applications.forEachEntry(visit);
        },
        m_memory);
    m_engine.putApplications(u"i-prod"_s, {application(u"early"_s, {u"ghcr.io/acme/early:1"_s})});
    drainEvents();
    EXPECT_EQ(made, 0);
    EXPECT_EQ(targets.index().count(), 5);
    m_engine.putApplications(u"i-prod"_s, {application(u"late"_s, {u"ghcr.io/acme/late:1"_s})});
    drainEvents();
    EXPECT_EQ(targets.index().find(u"ghcr.io/acme/late:2"_s).found, 1);
    EXPECT_EQ(targets.index().count(), 6);
    EXPECT_EQ(made, 1);
}

TEST_F(NewWatchDialogTest, ClipboardImageIsWatchedWithOneKey)
{
    QGuiApplication::clipboard()->setText(u"#9 pushing ghcr.io/acme/shop-web:1.5.0 done"_s);
    auto &dialog = open();
    QSignalSpy watched(&dialog, &NewWatchDialog::watched);
    EXPECT_EQ(field().text(), u"ghcr.io/acme/shop-web:1.5.0"_s);
    EXPECT_TRUE(words().contains(u"from the clipboard"_s));
    EXPECT_TRUE(words().contains(u"3 applications on 2 instances run shop-web"_s)) << qPrintable(words());
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return watched.count() == 1; }));
    EXPECT_EQ(dialog.result(), QDialog::Accepted);
    const auto &requests = m_engine.requested();
    ASSERT_EQ(requests.size(), 2U) << "the canary already runs the image";
    EXPECT_EQ(requests[0].application.name, u"shop-web"_s);
    EXPECT_EQ(requests[0].release, u"shop-web 1.5.0"_s);
    EXPECT_EQ(requests[0].timeout, 15min);
    EXPECT_EQ(requests[0].bake, 0min);
    EXPECT_EQ(requests[0].who, u"ada"_s);
    EXPECT_NE(requests[0].application.instance, requests[1].application.instance);
}

TEST_F(NewWatchDialogTest, KeyboardSelectsRowsDeadlineAndBakeTime)
{
    open(u"shop-web:1.6.0"_s);
    EXPECT_EQ(model().chosen().size(), 3U);
    press(Qt::Key_Down);
    press(Qt::Key_Space);
    EXPECT_EQ(model().chosen().size(), 2U);
    press(Qt::Key_Down);
    press(Qt::Key_Space);
    EXPECT_EQ(model().chosen().size(), 1U);
    const auto rows = m_dialog->findChildren<ChipRow *>();
    for (const auto *row : rows) {
        if (const auto chips = row->findChildren<Chip *>();
            !chips.isEmpty() && chips.front()->accessibleName() == u"Deadline 5 min"_s) {
            chips.at(2)->setFocus();
            press(Qt::Key_Space);
        }
        if (const auto chips = row->findChildren<Chip *>();
            !chips.isEmpty() && chips.front()->accessibleName() == u"Observe for 0 min"_s) {
            chips.front()->setFocus();
            press(Qt::Key_Right);
            press(Qt::Key_Space);
        }
    }
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return !m_engine.requested().empty(); }));
    ASSERT_EQ(m_engine.requested().size(), 1U);
    EXPECT_EQ(m_engine.requested()[0].timeout, 1h);
    EXPECT_EQ(m_engine.requested()[0].bake, 5min);
    EXPECT_EQ(m_engine.requested()[0].release, QString()) << "a single watch is not a release";
}

TEST_F(NewWatchDialogTest, OneApplicationNeedsOnlyTheVersion)
{
    open(m_targets.typedName({u"i-prod"_s, u"argocd"_s, u"shop-web"_s}));
    EXPECT_EQ(field().text(), u"ghcr.io/acme/shop-web:"_s);
    EXPECT_EQ(model().ticked(), 1);
    QTest::keyClicks(&field(), u"1.6.0"_s);
    drainEvents();
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return m_engine.requested().size() == 1; }));
    EXPECT_EQ(m_engine.requested()[0].application.instance, u"i-prod"_s);
    EXPECT_EQ(familiarName(m_engine.requested()[0].images.front()), u"ghcr.io/acme/shop-web:1.6.0"_s);
}

TEST_F(NewWatchDialogTest, LinkWithSeveralImagesExpectsAllOfThem)
{
    const auto api = u"ghcr.io/acme/shop-api:2.1.0"_s;
    const auto migrate = u"ghcr.io/acme/shop-migrate:2.1.0"_s;
    m_engine.putApplications(
        u"i-staging"_s,
        {application(u"shop-api"_s, {u"ghcr.io/acme/shop-api:2.1.0"_s, u"ghcr.io/acme/shop-migrate:2.0.0"_s})});
    auto &dialog = open();
    WatchLink link;
    link.application = u"shop-api"_s;
    link.instance = u"i-staging"_s;
    link.images = {parseImageReference(api).value(), parseImageReference(migrate).value()};
    link.note = u"for the sale"_s;
    dialog.fillFrom(link);
    drainEvents();
    EXPECT_EQ(field().text(), api + u' ' + migrate);
    EXPECT_TRUE(words().contains(u"expects all of: %1 %2"_s.arg(api, migrate))) << qPrintable(words());
    EXPECT_FALSE(rowText(0).contains(u"already runs it"_s)) << qPrintable(rowText(0));
    const auto *note = edit(u"Note"_s);
    ASSERT_TRUE(note);
    EXPECT_TRUE(note->isVisible());
    EXPECT_EQ(note->text(), link.note);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return !m_engine.requested().empty(); }));
    ASSERT_EQ(m_engine.requested().size(), 1U);
    EXPECT_EQ(m_engine.requested()[0].application.name, u"shop-api"_s);
    EXPECT_EQ(m_engine.requested()[0].images, link.images);
    EXPECT_EQ(m_engine.requested()[0].note, link.note);
}

TEST_F(NewWatchDialogTest, LinkWithSeveralImagesReplacesTheGivenApplications)
{
    m_engine.putApplications(
        u"i-staging"_s,
        {application(u"shop-api"_s, {u"ghcr.io/acme/shop-api:2.0.0"_s, u"ghcr.io/acme/shop-migrate:2.0.0"_s})});
    auto &dialog = open();
    dialog.fillWith({{u"i-staging"_s, u"argocd"_s, u"shop-api"_s}, {u"i-staging"_s, u"argocd"_s, u"orders"_s}});
    WatchLink link;
    link.application = u"shop-api"_s;
    link.images = {parseImageReference(u"ghcr.io/acme/shop-api:2.1.0"_s).value(),
                   parseImageReference(u"ghcr.io/acme/shop-migrate:2.1.0"_s).value()};
    dialog.fillFrom(link);
    drainEvents();
    const auto chosen = model().chosen();
    ASSERT_EQ(chosen.size(), 1U);
    EXPECT_EQ(wantedImages(chosen.front()), link.images);
    EXPECT_FALSE(edit(u"Note"_s)->isVisible()) << "the link has no note";
}

TEST_F(NewWatchDialogTest, ErrorKeepsTheDialogAndItsInput)
{
    open(u"orders:1.1.0"_s);
    m_engine.failNext({Error::Kind::BadInput, {}, u"The store is of a newer version."_s, false, 0});
    press(Qt::Key_Return);
    EXPECT_TRUE(waitUntil([&] { return words().contains(u"The store is of a newer version."_s); }));
    EXPECT_TRUE(m_dialog->isVisible());
    EXPECT_EQ(field().text(), u"orders:1.1.0"_s);
    press(Qt::Key_Escape);
    EXPECT_EQ(m_dialog->result(), QDialog::Rejected);
}

TEST_F(NewWatchDialogTest, ShowsTheEquivalentCommand)
{
    open(u"ghcr.io/acme/orders:1.1.0"_s);
    const auto buttons = m_dialog->findChildren<QToolButton *>();
    for (auto *button : buttons) {
        if (!button->accessibleName().isEmpty())
            button->click();
    }
    EXPECT_EQ(QGuiApplication::clipboard()->text(),
              u"lynceus wait --app staging:orders --image ghcr.io/acme/orders:1.1.0 --timeout 15m"_s);
}

TEST_F(NewWatchDialogTest, TimeZoneChangeKeepsTheChoice)
{
    auto &dialog = open(u"shop-web:1.5.0"_s);
    const auto chips = [&dialog] {
        QMap<QString, Chip *> deadlines;
        for (auto *chip : dialog.findChildren<Chip *>()) {
            if (chip->toolTip().startsWith(u"Times out at "_s))
                deadlines.insert(chip->text(), chip);
        }
        return deadlines;
    };
    const auto hour = u"1 h"_s;
    ASSERT_TRUE(chips().contains(hour)) << chips().keys().join(u' ').toStdString();
    EXPECT_EQ(chips().value(hour)->toolTip(), u"Times out at 11:00"_s);
    chips().value(hour)->click();
    dialog.setZone(QTimeZone("Asia/Kolkata"));
    EXPECT_EQ(chips().value(hour)->toolTip(), u"Times out at 16:30"_s);
    EXPECT_TRUE(chips().value(hour)->isChecked());
    dialog.setZone(QTimeZone("Pacific/Kiritimati")); // there, it is already the next day
    EXPECT_EQ(chips().value(hour)->toolTip(), u"Times out at 01:00"_s);
    EXPECT_TRUE(chips().value(hour)->isChecked());
    EXPECT_EQ(field().text(), u"shop-web:1.5.0"_s);
}

TEST_F(NewWatchDialogTest, FocusableWidgetsHaveNames)
{
    open(u"shop-web:1.6.0"_s);
    const auto widgets = m_dialog->findChildren<QWidget *>();
    for (auto *widget : widgets) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisibleTo(m_dialog.get()))
            continue;
        auto *accessible = QAccessible::queryAccessibleInterface(widget);
        ASSERT_TRUE(accessible);
        EXPECT_FALSE(accessible->text(QAccessible::Name).isEmpty()) << widget->metaObject()->className();
    }
}

TEST_F(NewWatchDialogTest, RevisionIsExpectedForApplicationsFoundByName)
{
    open(u"orders"_s);
    chip(u"Expect Revision"_s)->setFocus();
    press(Qt::Key_Space);
    EXPECT_TRUE(words().contains(u"Enter the version to expect."_s)) << qPrintable(words());
    auto *value = edit(u"Revision"_s);
    ASSERT_TRUE(value);
    value->setText(u"3f2a"_s);
    drainEvents();
    EXPECT_TRUE(words().contains(u"at least 7 digits"_s)) << qPrintable(words());
    value->setText(u"3F2A1B0"_s);
    drainEvents();
    ASSERT_EQ(model().chosen().size(), 1U);
    value->setFocus();
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return !m_engine.requested().empty(); }));
    const auto &request = m_engine.requested().front();
    EXPECT_EQ(request.application.name, u"orders"_s);
    EXPECT_EQ(request.version, (ExpectedVersion{ExpectedVersion::Kind::Revision, u"3f2a1b0"_s}));
    EXPECT_TRUE(request.images.empty());
    EXPECT_FALSE(request.waitForApp);
}

TEST_F(NewWatchDialogTest, MissingApplicationNeedsNameInstanceAndImage)
{
    open(u"ghcr.io/acme/shop-web:1.5.0"_s);
    auto *box = m_dialog->findChild<QCheckBox *>();
    ASSERT_TRUE(box);
    box->setFocus();
    press(Qt::Key_Space);
    EXPECT_TRUE(words().contains(u"Enter the name of the application."_s)) << qPrintable(words());
    auto *name = edit(u"Name of the application"_s);
    ASSERT_TRUE(name);
    name->setText(u"Preview 7"_s);
    drainEvents();
    EXPECT_TRUE(words().contains(u"is not a valid name"_s)) << qPrintable(words());
    name->setText(u"team/preview-7"_s);
    drainEvents();
    EXPECT_TRUE(words().contains(u"Choose the instance"_s)) << qPrintable(words());
    chip(u"Instance staging"_s)->setFocus();
    press(Qt::Key_Space);
    name->setFocus();
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return !m_engine.requested().empty(); }));
    ASSERT_EQ(m_engine.requested().size(), 1U) << "no watch for existing applications";
    const auto &request = m_engine.requested().front();
    EXPECT_EQ(request.application, (ApplicationKey{u"i-staging"_s, u"team"_s, u"preview-7"_s}));
    EXPECT_TRUE(request.waitForApp);
    ASSERT_EQ(request.images.size(), 1U);
    EXPECT_EQ(request.images.front().tag, u"1.5.0"_s);
}

TEST_F(NewWatchDialogTest, ParentNeedsNameInstanceAndImage)
{
    open(u"ghcr.io/acme/shop-web:1.5.0"_s);
    const auto boxes = m_dialog->findChildren<QCheckBox *>();
    const auto box =
        std::ranges::find_if(boxes, [](const QCheckBox *each) { return each->text().contains(u"app of apps"_s); });
    ASSERT_NE(box, boxes.end());
    (*box)->setFocus();
    press(Qt::Key_Space);
    EXPECT_TRUE(words().contains(u"Enter the name of the application."_s)) << qPrintable(words());
    auto *name = edit(u"Name of the application"_s);
    ASSERT_TRUE(name);
    name->setText(u"argocd/shop"_s);
    drainEvents();
    EXPECT_TRUE(words().contains(u"Choose its instance."_s)) << qPrintable(words());
    chip(u"Instance staging"_s)->setFocus();
    press(Qt::Key_Space);
    EXPECT_TRUE(words().contains(u"as one release"_s)) << qPrintable(words());
    name->setFocus();
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return !m_engine.requested().empty(); }));
    ASSERT_EQ(m_engine.requested().size(), 1U);
    const auto &request = m_engine.requested().front();
    EXPECT_EQ(request.application, (ApplicationKey{u"i-staging"_s, u"argocd"_s, u"shop"_s}));
    EXPECT_TRUE(request.withChildren);
    EXPECT_FALSE(request.waitForApp);
    ASSERT_EQ(request.images.size(), 1U);
    EXPECT_EQ(request.images.front().tag, u"1.5.0"_s);
}

TEST_F(NewWatchDialogTest, MatchesTheDesign)
{
    putInstance(u"i-edge"_s, u"edge"_s, u"#2a9d8f"_s, Connection::SignInNeeded);
    m_engine.putEta({u"i-staging"_s, u"argocd"_s, u"shop-web"_s}, {70s, 150s, 8});
    auto manual = application(u"shop-web-with-a-very-long-name-that-nobody-can-read-at-once"_s,
                              {u"ghcr.io/acme/shop-web:1.4.0"_s});
    manual.autoSync = false;
    m_engine.putApplications(u"i-staging"_s, {manual});
    open(u"ghcr.io/acme/shop-web:1.5.0"_s);
    drainEvents();
    expectPictures(*m_dialog, u"new-watch"_s);
    field().setText(u"shop"_s);
    expectPictures(*m_dialog, u"new-watch-part"_s);
    field().clear();
    expectPictures(*m_dialog, u"new-watch-empty"_s);
}

} // namespace lynceus
