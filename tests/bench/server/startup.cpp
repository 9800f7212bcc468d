// The complete window as users start it: measures the time until all applications are painted in the table. On request,
// also measures how long the window's thread is busy under load, the memory and the idle load afterwards. Prints the
// figures and fails if one that does not depend on other processes exceeds its budget.
#include "app/gui/applications/applicationsview.h"
#include "app/gui/startup/startwindow.h"
#include "core/engine/facade/localengine.h"
#include "tests/bench/server/eventloopmonitor.h"
#include "tests/bench/server/processfigures.h"

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QEvent>
#include <QTimer>

#include <chrono>
#include <cstdio>

namespace lynceus {

namespace {

using namespace Qt::StringLiterals;

constexpr int kQuiet = 3'000;         // ms without a change, after which the load has ended
constexpr int kRest = 20'000;         // ms of idle time that are measured then
constexpr double kMostBusy = 50.0;    // ms of the window's thread at a time
constexpr double kMostMemory = 200.0; // MB
constexpr double kMostIdle = 0.5;     // % of a core

/// What to measure.
struct Measurement
{
    int applications = 0;
    QString server; ///< empty: the instances are already stored
    int instances = 0;
    bool load = false;
};

/// ms since startup.sh started this process, including the time to load the program.
double sinceStart()
{
    const auto now =
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::system_clock::now().time_since_epoch());
    return static_cast<double>(now.count() - qEnvironmentVariable("LYNCEUS_BENCH_STARTED").toLongLong()) / 1e3;
}

class Startup final : public QObject
{
public:
    Startup(Measurement task, Engine &engine)
        : m_task(std::move(task))
        , m_engine(engine)
    {
        qApp->installEventFilter(this);
        m_quiet.setSingleShot(true);
        m_quiet.setInterval(kQuiet);
        connect(&m_quiet, &QTimer::timeout, this, &Startup::checkLoad);
        connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, this, [this] {
            if (m_isPainting)
                takePicture();
        });
        connect(&engine, &Engine::started, this, &Startup::addInstances);
        connect(&engine, &Engine::applicationsChanged, this, [this](const ChangeSet &changes) {
            m_changes += changes.changed.size();
            if (m_isFollowing && !changes.changed.empty())
                m_quiet.start();
        });
    }

    [[nodiscard]] bool failed() const { return m_failed; }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && !m_isDone) {
            const auto *view = dynamic_cast<const ApplicationsView *>(watched->parent());
            if (view && view->viewport() == watched) {
                if (m_firstPicture < 0)
                    m_firstPicture = sinceStart();
                m_isPainting = view->model()->rowCount() >= m_task.applications;
            }
        }
        return false;
    }

private:
    void addInstances()
    {
        if (m_task.server.isEmpty())
            return;
        for (int number = 0; number < m_task.instances; ++number) {
            Instance instance;
            instance.name = u"i%1"_s.arg(number);
            instance.baseUrl = QUrl(m_task.server + u"/i%1"_s.arg(number));
            instance.colour = u"#3366cc"_s;
            instance.signIn = SignInMethod::Anonymous;
            std::ignore = m_engine.saveInstance(instance, this).then(this, [](const Result<QString> &id) {
                if (!id)
                    qFatal("%s", qPrintable(id.error().message));
            });
        }
    }

    /// All rows are loaded, laid out and painted, and the thread is idle.
    void takePicture()
    {
        m_isDone = true;
        m_isPainting = false;
        std::printf("%6d applications in the table after %4.0f ms, an empty window after %4.0f ms; memory %.1f MB\n",
                    m_task.applications, sinceStart(), m_firstPicture, memory("VmHWM:"));
        std::fflush(stdout);
        if (!m_task.load)
            return QCoreApplication::quit();
        m_isFollowing = true;
        m_changes = 0;
        m_eventLoop.start();
    }

    void checkLoad()
    {
        m_isFollowing = false;
        m_eventLoop.stop();
        std::printf("%zu changes; the window's thread busy for at most %.1f ms of its own time, late by %.1f ms\n",
                    m_changes, m_eventLoop.longest(), m_eventLoop.latest());
        std::printf("  memory of the program %.1f MB, at most %.1f MB\n", memory("VmRSS:"), memory("VmHWM:"));
        checkBudget("busy", m_eventLoop.longest(), kMostBusy);
        checkBudget("memory", memory("VmHWM:"), kMostMemory);
        m_restedFrom = processorSeconds();
        QTimer::singleShot(kRest, this, [this] {
            const double share = (processorSeconds() - m_restedFrom) / (kRest / 1'000.0) * 100.0;
            std::printf("  idle: %.2f %% of a core\n", share);
            checkBudget("idle", share, kMostIdle);
            QCoreApplication::quit();
        });
    }

    void checkBudget(const char *what, double measured, double budget)
    {
        if (measured <= budget)
            return;
        std::printf("OVER BUDGET: %s %.1f > %.1f\n", what, measured, budget);
        m_failed = true;
    }

    Measurement m_task;
    Engine &m_engine;
    EventLoopMonitor m_eventLoop;
    QTimer m_quiet;
    double m_firstPicture = -1;
    double m_restedFrom = 0;
    std::size_t m_changes = 0;
    bool m_isPainting = false; ///< a frame with all rows is being painted
    bool m_isDone = false;
    bool m_isFollowing = false;
    bool m_failed = false;
};

} // namespace

} // namespace lynceus

int main(int argc, char **argv)
{
    using namespace lynceus;
    if (argc != 2 && argc != 4 && argc != 5) {
        std::fprintf(stderr, "usage: startup APPLICATIONS [SERVER INSTANCES [load]]\n");
        return 2;
    }
    Measurement task{.applications = atoi(argv[1])};
    if (argc >= 4) {
        task.server = QString::fromLocal8Bit(argv[2]);
        task.instances = atoi(argv[3]);
        task.load = argc == 5;
    }
    std::unique_ptr<Startup> startup;
    int usual = 1; // hides the arguments from the window
    const int code = startWindow(usual, argv, WindowKind::Usual, [&](const Clock &clock) -> std::unique_ptr<Engine> {
        auto engine = std::make_unique<LocalEngine>(EngineSetup::usual(), clock);
        startup = std::make_unique<Startup>(task, *engine);
        return engine;
    });
    return code != 0 || startup->failed() ? 1 : 0;
}
