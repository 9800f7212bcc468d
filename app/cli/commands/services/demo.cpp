#include "app/cli/commands/commands.h"
#include "app/cli/output/watches/progress.h"
#include "app/cli/output/watches/verdictprinter.h"
#include "app/cli/process/console.h"
#include "app/cli/sessions/commandsession.h"
#include "app/cli/wait/watchgroup.h"
#include "core/replay/recordings/builtinrecordings.h"
#include "core/replay/server/replayserver.h"

#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace std::chrono_literals;

struct Scenario
{
    const char *recording;
    const char *title;
    const char *opening;
    double speed; ///< recording seconds per second: skips long periods without events
};

constexpr std::array kScenarios{
    Scenario{"deploy-ok", "A successful release",
             "A pipeline pushed an image and the new tag was merged. Argo CD will notice it shortly.", 1.0},
    Scenario{
        "image-typo", "A failed release (4 times as fast)",
        "The same, but the tag was never pushed: the old pods keep running, and Argo CD shows \"Progressing\" for a "
        "minute.",
        4.0},
};

/// One scenario: a server with one recording, and a watch on it through the same code as for real servers.
class ScenarioPlayer final : public QObject
{
    Q_OBJECT
public:
    ScenarioPlayer(const Scenario &scenario, const Recording &recording, const TextStyle &style, const Clock &clock)
        : m_style(style)
        , m_server({recording},
                   {.port = 0,
                    .speed = scenario.speed,
                    .loop = false,
                    .tls = false,
                    .basePath = {},
                    .token = {},
                    .faults = {}},
                   clock)
        , m_clock(clock)
        , m_head(recording.head)
    { }

    [[nodiscard]] Result<void> start()
    {
        if (auto listening = m_server.listen(); !listening)
            return listening;
        std::vector<ImageReference> images;
        for (const auto &text : m_head.images) {
            auto image = parseImageReference(text);
            if (!image)
                return tl::unexpected(image.error());
            images.push_back(std::move(*image));
        }
        InstanceAccess access;
        access.baseUrl = m_server.baseUrl();
        m_client = std::make_unique<ArgoCdClient>(u"demo"_s, std::move(access), m_clock);
        const ApplicationKey key{u"demo"_s, m_head.applicationNamespace, m_head.application};
        Q_EMIT said(u"  $ lynceus wait --app %1=%2\n"_s.arg(key.name, m_head.images.join(u',')));
        watch({m_client.get(), {key, m_head.project}, std::move(images)});
        return {};
    }

Q_SIGNALS:
    void said(const QString &text);
    void finished();

private:
    void watch(const ResolvedTarget &target)
    {
        WatchSettings settings;
        settings.timeout = 15min;
        settings.failAfter = 60s;
        settings.imageGrace = 60s;
        m_group = std::make_unique<WatchGroup>(m_clock, std::vector{target}, settings);
        connect(m_group.get(), &WatchGroup::changed, this, &ScenarioPlayer::reportChange);
        connect(m_group.get(), &WatchGroup::finished, this, &ScenarioPlayer::reportEnd, Qt::QueuedConnection);
        m_group->start();
    }

    void reportChange(int index)
    {
        if (index < 0)
            return;
        const auto report = m_group->report().watches.front();
        const auto text = progressText(report);
        if (report.verdict.outcome == Outcome::Waiting && text != std::exchange(m_last, text))
            Q_EMIT said(u"  "_s + clockText(report.now, m_style) + u"  "_s + text + u'\n');
    }

    void reportEnd()
    {
        Q_EMIT said(u'\n' + verdictText(m_group->report().watches.front(), m_style) + u'\n');
        Q_EMIT finished();
    }

    TextStyle m_style;
    ReplayServer m_server;
    const Clock &m_clock;
    RecordingHead m_head;
    std::unique_ptr<ArgoCdClient> m_client;
    std::unique_ptr<WatchGroup> m_group;
    QString m_last; ///< the last line, without its time
};

class DemoSession final : public CommandSession
{
public:
    DemoSession(const DemoOptions &options, const Clock &clock)
        : m_style(styleFor(standardOutput(), options.utc))
        , m_clock(clock)
    { }

private:
    void start() override
    {
        say(u"Replays recordings of a real Argo CD on this computer; no data is sent anywhere.\n\n"_s);
        next();
    }

    void next()
    {
        m_player.reset();
        if (isOver())
            return;
        if (m_next == kScenarios.size()) {
            say(u"Next, watch your own application: lynceus wait --server URL --app NAME=IMAGE\n"_s);
            return end(ExitCode::Done);
        }
        const auto &scenario = kScenarios[m_next++];
        const auto recording = builtInRecording(QString::fromLatin1(scenario.recording));
        if (!recording)
            return end(reportError(recording.error()));
        const auto title = u"%1. %2"_s.arg(m_next).arg(QString::fromUtf8(scenario.title));
        say(toned(title, Tone::Strong, m_style) + u'\n' + QString::fromUtf8(scenario.opening) + u"\n\n"_s);
        m_player = std::make_unique<ScenarioPlayer>(scenario, *recording, m_style, m_clock);
        connect(m_player.get(), &ScenarioPlayer::said, this, &DemoSession::say);
        connect(m_player.get(), &ScenarioPlayer::finished, this, &DemoSession::next, Qt::QueuedConnection);
        if (const auto started = m_player->start(); !started)
            end(reportError(started.error()));
    }

    void say(const QString &text)
    {
        const auto writing = streamOutput(text.toUtf8());
        if (writing != Writing::Written)
            end(writing == Writing::Closed ? ExitCode::Done : ExitCode::Usage);
    }

    TextStyle m_style;
    const Clock &m_clock;
    std::unique_ptr<ScenarioPlayer> m_player;
    std::size_t m_next = 0;
};

} // namespace

ExitCode runCommand(const DemoOptions &options, const CommandContext &context)
{
    DemoSession session(options, context.clock);
    return execute(session, context, std::nullopt);
}

} // namespace lynceus

#include "demo.moc"
