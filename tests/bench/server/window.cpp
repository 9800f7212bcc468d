#include "app/gui/applications/applicationspage.h"
#include "app/gui/applications/applicationsview.h"
#include "app/gui/shell/palettemodel.h"
#include "app/gui/widgets/theme.h"
#include "core/io/settings/windowmemory.h"
#include "tests/support/eventturns.h"
#include "tests/support/testrun.h"
#include "tests/support/windowscene.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QScrollBar>
#include <QTemporaryDir>

#include <cstdio>
#include <ctime>

// The figures that the window promises for 50,000 applications. Called once a scale: QT_SCALE_FACTOR=2 …/window

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kApplications = 50'000;

/// What the thread itself worked, in ms: beside other load the clock on the wall tells of the others.
double ownTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

class Times final
{
public:
    template<typename Work>
    void measure(Work work)
    {
        QElapsedTimer timer;
        const double before = ownTime();
        timer.start();
        work();
        m_wall.push_back(double(timer.nsecsElapsed()) / 1e6);
        m_own.push_back(ownTime() - before);
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

/// Everything that is waiting to be laid out and painted, as a turn of the event loop does.
void turn()
{
    QCoreApplication::sendPostedEvents();
    test::passTurns(1);
}

void scroll(ApplicationsPage &page, Times &times)
{
    auto *bar = page.view().verticalScrollBar();
    QImage frame(page.view().viewport()->size() * page.devicePixelRatioF(), QImage::Format_ARGB32_Premultiplied);
    frame.setDevicePixelRatio(page.devicePixelRatioF());
    const auto paintWhole = [&page, &frame] {
        QPainter painter(&frame);
        page.view().viewport()->render(&painter, {}, {}, QWidget::DrawWindowBackground);
    };
    for (int step = 0; step < 300; ++step) {
        // By the wheel a part of the rows is new; by the bar's handle all of them are: the worse of both.
        bar->setValue(int(qint64(bar->maximum()) * ((step * 7919) % 1000) / 1000));
        times.measure(paintWhole);
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

/// As typed, so that highlights and completion are in it, and taken back letter by letter.
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
                {row.application().name, model.instanceOf(row).instance.name, u"layers"_s, row.entry.key});
        });
        palette.setEntries(std::move(entries));
    };
    times.measure(gather);
    times.print("opening the palette", 50);
    for (const auto &typed : {u"s"_s, u"sh"_s, u"shp"_s, u"shpw"_s, u"shpwb1"_s, u"web stag"_s, u"zzz"_s})
        times.measure([&] { palette.search(typed); });
    times.print("a keystroke in the palette", 16);
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
    return 0;
}
