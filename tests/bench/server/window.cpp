#include "app/gui/applications/applicationspage.h"
#include "app/gui/applications/applicationsview.h"
#include "app/gui/releases/boardview.h"
#include "app/gui/releases/releasespage.h"
#include "app/gui/shell/mainwindow.h"
#include "app/gui/shell/palette/palettemodel.h"
#include "app/gui/versions/versionspage.h"
#include "app/gui/widgets/style/theme.h"
#include "core/io/settings/windowmemory.h"
#include "tests/bench/server/processfigures.h"
#include "tests/gui/accessibility/completewindow.h"
#include "tests/support/eventloop.h"
#include "tests/support/testrun.h"
#include "tests/support/watchmaker.h"
#include "tests/support/windowscene.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QScrollBar>
#include <QTemporaryDir>

#include <cstdio>

// Measures the promises of the window for 50,000 applications. Run it once for each scale: QT_SCALE_FACTOR=2 …/window

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kApplications = 50'000;

class Times final
{
public:
    template<typename Work>
    void measure(Work work)
    {
        QElapsedTimer timer;
        const auto before = threadTime();
        timer.start();
        work();
        m_wall.push_back(double(timer.nsecsElapsed()) / 1e6);
        m_own.push_back(double(threadTime() - before) / 1e6);
    }
    void print(const char *what, double promised)
    {
        const auto at = [](std::vector<double> &times, double share) {
            std::ranges::sort(times);
            return times[std::size_t(double(times.size() - 1) * share)];
        };
        std::printf("%-48s own time: median %6.2f, p99 %6.2f, worst %6.2f; by the clock: median %6.2f, p99 %6.2f, "
                    "worst %6.2f; promised %3.0f ms\n",
                    what, at(m_own, 0.5), at(m_own, 0.99), at(m_own, 1), at(m_wall, 0.5), at(m_wall, 0.99),
                    at(m_wall, 1), promised);
        m_own.clear();
        m_wall.clear();
    }

private:
    std::vector<double> m_wall;
    std::vector<double> m_own;
};

/// Lays out and paints everything pending, as an iteration of the event loop does.
void turn()
{
    QCoreApplication::sendPostedEvents();
    test::runEventLoop(1);
}

void scroll(ApplicationsPage &page, Times &times)
{
    auto *bar = page.view().verticalScrollBar();
    QImage frame(page.view().viewport()->size() * page.devicePixelRatioF(), QImage::Format_ARGB32_Premultiplied);
    frame.setDevicePixelRatio(page.devicePixelRatioF());
    const auto paintWindow = [&page, &frame] {
        QPainter painter(&frame);
        page.view().viewport()->render(&painter, {}, {}, QWidget::DrawWindowBackground);
    };
    for (int step = 0; step < 300; ++step) {
        // Each step shows only new rows, as with the handle of the scroll bar; the wheel replaces only a part of them.
        bar->setValue(int(qint64(bar->maximum()) * ((step * 7919) % 1000) / 1000));
        times.measure(paintWindow);
    }
    times.print("scroll to anywhere, all rows painted", 16);
    for (int step = 0; step < 300; ++step) {
        times.measure([bar] {
            bar->setValue(bar->value() + 102);
            turn();
        });
    }
    times.print("scroll by three rows", 16);
}

/// Types filters with highlights and completion, and deletes them letter by letter.
void filter(ApplicationsPage &page, Times &times)
{
    auto *line = page.findChild<QLineEdit *>();
    const auto type = [&](int key, const QString &text) {
        times.measure([&] {
            QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier, text);
            QCoreApplication::sendEvent(line, &press);
            turn();
        });
    };
    for (const auto &words : {u"shipping-web-1"_s, u"health:degraded"_s, u"-project:billing image:web"_s,
                              u"sync:out instance:prod api"_s}) {
        for (const auto letter : words)
            type(0, letter);
        for (qsizetype left = words.size(); left > 0; --left)
            type(Qt::Key_Backspace, {});
    }
    times.print("a keystroke in the filter, painted", 16);
}

void sort(ApplicationsPage &page, Times &times)
{
    for (int column = 0; column < kApplicationColumns; ++column) {
        for (const auto order : {Qt::DescendingOrder, Qt::AscendingOrder}) {
            times.measure([&page, column, order] {
                page.view().sortByColumn(column, order);
                turn();
            });
        }
    }
    times.print("sorting by any column, painted", 50);
}

void change(FakeEngine &engine, Times &times)
{
    for (int round = 0; round < 40; ++round) {
        std::vector<Application> changed;
        for (int i = 0; i < 150; ++i) {
            Application application;
            application.name = u"shipping-web-%1"_s.arg((round * 37 + i) % 1'000);
            application.nameSpace = u"argocd"_s;
            application.project = u"shipping"_s;
            application.health.status = HealthStatus(1 + (round + i) % 6);
            changed.push_back(application);
        }
        times.measure([&] {
            engine.putApplications(u"edge"_s, changed);
            turn();
        });
    }
    times.print("150 changes at once (1,000 events a second), painted", 50);
}

void find(const ApplicationsModel &model, Times &times)
{
    PaletteModel palette;
    const auto gather = [&] {
        std::vector<PaletteEntry> entries;
        entries.reserve(std::size_t(model.total()));
        model.forEach([&](const ApplicationRow &row) {
            entries.push_back(
                {row.application().name, model.instanceOf(row).instance.name, u"layers"_s, model.keyOf(row)});
        });
        palette.setEntries(std::move(entries));
    };
    times.measure(gather);
    times.print("opening the palette", 50);
    for (const auto &typed : {u"s"_s, u"sh"_s, u"shp"_s, u"shpw"_s, u"shpwb1"_s, u"web stag"_s, u"zzz"_s})
        times.measure([&] { palette.search(typed); });
    times.print("a keystroke in the palette", 16);
}

/// Counts paint events in all windows.
class Frames final : public QObject
{
public:
    Frames() { qApp->installEventFilter(this); }
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
    /// Waits until two iterations in a row paint nothing: then all effects of a key are visible, including delayed
    /// ones.
    void settle()
    {
        constexpr int kStill = 2;
        for (int still = 0; still < kStill; ++still) {
            const auto before = m_count;
            turn();
            if (m_count != before)
                still = -1;
        }
    }

private:
    qint64 m_count = 0;
};

/// Measures in the complete window, from the key to the frame that shows its effect.
class Keyboard final
{
public:
    Keyboard(CompleteWindow &complete, Times &times)
        : m_complete(complete)
        , m_times(times)
    {
        m_frames.settle();
    }

    void press(int key, int count)
    {
        for (int i = 0; i < count; ++i)
            send(key, {});
    }
    /// Types @p words and deletes them letter by letter.
    void type(const QString &words)
    {
        for (const auto letter : words)
            send(0, letter);
        press(Qt::Key_Backspace, int(words.size()));
    }
    void settle() { m_frames.settle(); }
    void print(const char *what) { m_times.print(what, 16); }

private:
    void send(int key, const QString &text)
    {
        auto *focus = QApplication::focusWidget() ? QApplication::focusWidget() : &m_complete.window;
        m_times.measure([&] {
            QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier, text);
            QCoreApplication::sendEvent(focus, &press);
            m_frames.settle();
        });
    }

    CompleteWindow &m_complete;
    Times &m_times;
    Frames m_frames;
};

/// 500 watches of all kinds: 25 fail, 25 wait, 150 roll out, 300 have ended. Every tenth belongs to a release.
void putWatches(FakeEngine &engine)
{
    constexpr int kWatches = 500;
    for (int i = 0; i < kWatches; ++i) {
        const auto name = u"shipping-web-%1"_s.arg(i);
        auto watch = makeWatch(u"bench%1"_s.arg(i), name, u"ghcr.io/acme/%1:2.%2.0"_s.arg(name).arg(i % 7));
        if (i % 10 == 0)
            watch.request.release = u"shipping 2.%1"_s.arg(i % 70);
        watch.oldImages = {u"ghcr.io/acme/%1:1.9.0"_s.arg(name)};
        switch (i % 20) {
        case 0:
            engine.putWatch(failing(watch));
            break;
        case 1:
            engine.putWatch(held(watch));
            break;
        case 2:
        case 3:
        case 4:
        case 5:
        case 6:
        case 7:
            engine.putWatch(rolling(watch, 1, 3));
            break;
        default:
            engine.putWatch(ended(rolling(watch, 3, 3), i % 3 == 0 ? Outcome::Superseded : Outcome::Deployed));
            break;
        }
    }
}

void keys(Times &times)
{
    WindowScene scene(kApplications);
    putWatches(scene.engine());
    CompleteWindow complete(scene.engine(), scene.clock());
    auto &window = complete.window;
    Keyboard keyboard(complete, times);
    constexpr int kSteps = 60;
    window.releases().findChild<BoardView *>()->setFocus();
    keyboard.press(Qt::Key_Down, kSteps);
    keyboard.press(Qt::Key_Up, kSteps);
    for (const int key : {Qt::Key_PageDown, Qt::Key_End, Qt::Key_PageUp, Qt::Key_Home})
        keyboard.press(key, 3);
    keyboard.print("board of 500 watches: a key that chooses a row");
    window.releases().find();
    keyboard.settle();
    for (const auto &words : {u"shipping-web-49"_s, u"staging 2.3"_s, u"nothing"_s})
        keyboard.type(words);
    keyboard.print("board of 500 watches: a key in the filter");
    window.showPage(MainWindow::Page::Applications);
    window.applications().view().setFocus();
    keyboard.settle();
    keyboard.press(Qt::Key_Down, kSteps);
    for (const int key : {Qt::Key_PageDown, Qt::Key_End, Qt::Key_PageUp, Qt::Key_Home})
        keyboard.press(key, 3);
    keyboard.print("50,000 applications: a key that chooses a row");
    window.applications().focusFilter();
    keyboard.settle();
    for (const auto &words :
         {u"shipping-web-1"_s, u"health:degraded"_s, u"-project:billing image:web"_s, u"sync:out instance:prod api"_s})
        keyboard.type(words);
    keyboard.print("50,000 applications: a key in the filter");
    window.showPage(MainWindow::Page::Versions);
    window.versions().focusFilter();
    keyboard.settle();
    for (const auto &words : {u"shipping"_s, u"project:billing"_s})
        keyboard.type(words);
    keyboard.print("versions of 50,000 applications: a key in the filter");
    window.finder().open();
    keyboard.settle();
    for (const auto &words : {u"shpwb1"_s, u"web stag"_s, u"zzz"_s})
        keyboard.type(words);
    keyboard.print("50,000 applications: a key in the palette");
    window.finder().close();
    window.newWatch({});
    keyboard.settle();
    for (const auto &words : {u"ghcr.io/acme/shipping-web-1:2.0.0"_s, u"shipping"_s})
        keyboard.type(words);
    keyboard.print("50,000 applications: a key in New watch");
}

} // namespace

} // namespace lynceus::test

int main(int argc, char **argv)
{
    using namespace lynceus;
    const test::TestHome home;
    QApplication application(argc, argv);
    const Theme theme;
    test::WindowScene scene(test::kApplications);
    const QTemporaryDir folder;
    WindowMemory memory(folder.filePath(QStringLiteral("window.json")));
    ApplicationsPage page(scene.engine(), scene.clock(), memory);
    page.resize(1084, 768);
    page.show();
    test::turn();
    std::printf("%d applications at %d %%\n", test::kApplications, qRound(page.devicePixelRatioF() * 100));
    test::Times times;
    times.measure([&] {
        scene.engine().start();
        test::turn();
    });
    times.print("first rows painted", 400);
    const auto isAsked = [&](const char *part) { return argc < 2 || qstrcmp(argv[1], part) == 0; };
    if (isAsked("scroll"))
        test::scroll(page, times);
    if (isAsked("filter"))
        test::filter(page, times);
    if (isAsked("sort"))
        test::sort(page, times);
    if (isAsked("change"))
        test::change(scene.engine(), times);
    if (isAsked("find"))
        test::find(page.model(), times);
    if (isAsked("keys")) {
        page.hide();
        test::keys(times);
    }
    return 0;
}
