#include "tests/gui/newwatch/newwatchscene.h"

namespace lynceus {

using namespace Qt::StringLiterals;
using namespace test;

namespace {

QStringList namesOf(const std::vector<WatchTarget> &targets)
{
    QStringList names;
    for (const auto &target : targets)
        names.append(target.entry.key.instance + u'/' + target.entry.key.name);
    names.sort();
    return names;
}

} // namespace

class NewWatchChoicesTest : public NewWatchDialogTest
{
protected:
    NewWatchChoicesTest()
    {
        putInstance(u"i-live"_s, u"production"_s, u"#c0392b"_s);
        m_engine.putApplications(u"i-live"_s, {application(u"shop-web"_s, {u"ghcr.io/acme/shop-web:1.4.0"_s})});
        drainEvents();
    }

    /// Ticks exactly @p names and confirms.
    void watchOnly(const QStringList &names)
    {
        for (int row = 0; row < model().rowCount(); ++row) {
            const auto index = model().index(row);
            const bool isTicked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
            const auto name = index.data(TargetModel::InstanceNameRole).toString();
            if (isTicked != names.contains(name))
                model().setData(index, isTicked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
        }
        QSignalSpy watched(m_dialog.get(), &NewWatchDialog::watched);
        press(Qt::Key_Return);
        EXPECT_TRUE(waitUntil([&] { return watched.count() == 1; }));
        const auto watches = m_engine.watches();
        for (const auto &watch : watches)
            m_engine.cancelWatch(watch.id);
        drainEvents();
    }
};

TEST_F(NewWatchChoicesTest, ProductionIsNeverSelectedAutomatically)
{
    open(u"shop-web:1.6.0"_s);
    const auto chosen = namesOf(model().chosen());
    EXPECT_TRUE(chosen.contains(u"i-staging/shop-web"_s));
    EXPECT_FALSE(chosen.contains(u"i-live/shop-web"_s)) << qPrintable(chosen.join(u' '));
    m_dialog.reset();
    m_engine.putInstance([&] {
        auto state = m_engine.instances()[u"i-prod"_s];
        state.instance.name = u"eu-prod-1"_s;
        return state;
    }());
    open(u"shop-web:1.6.0"_s);
    EXPECT_EQ(namesOf(model().chosen()), QStringList{u"i-staging/shop-web"_s});
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return m_engine.requested().size() == 1; }));
    m_dialog.reset();
    open(u"shop-web:1.6.0"_s);
    EXPECT_TRUE(model().chosen().empty()) << "not even if staging is already watched";
    EXPECT_TRUE(words().contains(u"select the applications to watch"_s)) << qPrintable(words());
}

TEST_F(NewWatchChoicesTest, RemembersTheLastChoiceForARepository)
{
    open(u"shop-web:1.6.0"_s);
    watchOnly({u"production"_s});
    open(u"shop-web:1.7.0"_s);
    EXPECT_EQ(namesOf(model().chosen()), QStringList{u"i-live/shop-web"_s}) << "chosen by hand last time";
    m_dialog.reset();
    open(u"orders:2.0.0"_s);
    EXPECT_EQ(namesOf(model().chosen()), QStringList{u"i-staging/orders"_s}) << "another repository";
    m_dialog.reset();
    m_engine.putApplications(u"i-staging"_s, {application(u"shop-web-2"_s, {u"ghcr.io/acme/shop-web:1.4.1"_s})});
    drainEvents();
    open(u"shop-web:1.7.0"_s);
    EXPECT_EQ(namesOf(model().chosen()), (QStringList{u"i-live/shop-web"_s, u"i-staging/shop-web-2"_s}))
        << "new applications have no stored choice";
}

TEST_F(NewWatchChoicesTest, ChoicesSurviveARestart)
{
    open(u"shop-web:1.6.0"_s);
    watchOnly({u"staging"_s});
    WindowMemory next(m_folder.filePath(u"window.json"_s));
    const WatchTargets targets(
        m_engine, [this](const auto &visit) { m_applications.forEachEntry(visit); }, next);
    NewWatchDialog dialog(m_engine, targets, m_clock, QTimeZone("UTC"), u"ada"_s);
    dialog.fill(u"shop-web:1.7.0"_s);
    EXPECT_EQ(namesOf(dialog.findChild<TargetModel *>()->chosen()), QStringList{u"i-staging/shop-web"_s});
}

} // namespace lynceus
