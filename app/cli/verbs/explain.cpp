#include "app/cli/verbs/explain.h"

#include "app/cli/explain/diagnosis.h"
#include "app/cli/output/explanation.h"
#include "app/cli/verbs/inspectsession.h"

#include <algorithm>

namespace lynceus {

namespace {

constexpr int kLogLines = 10; // the last words of a container

/// Looks, asks for the events of what is broken, looks again with them, and reads the last words of what crashed.
class ExplainSession final : public InspectSession
{
public:
    ExplainSession(InspectOptions options, ServerConnection connection, const Clock &clock)
        : InspectSession(std::move(options), std::move(connection), clock,
                         {.tree = true, .managed = true, .commit = true})
    { }

private:
    /// Events and logs only add to what is known.
    void timeOut() override { isShown() ? print() : InspectSession::timeOut(); }

    void show(const Inspection &inspection) override
    {
        m_inspection = inspection;
        look();
        m_asked = worthAsking(m_inspection, m_diagnosis);
        m_awaited = 1;
        for (const int position : m_asked)
            readEvents(m_inspection.tree->nodes[std::size_t(position)]);
        if (m_asked.empty() && m_diagnosis.cause)
            readApplicationEvents();
        eventsRead();
    }

    void look() { m_diagnosis = diagnose(m_inspection, options().images, options().registryProxies, m_events); }

    [[nodiscard]] const QString &project() const { return m_inspection.application->project; }

    void readEvents(const ResourceNode &node)
    {
        ++m_awaited;
        std::ignore =
            client()
                .resourceEvents(m_inspection.key, project(), node.key, node.uid, this)
                .then(this, [this](const Result<Answer<std::vector<ResourceEvent>>> &answer) { take(answer); });
    }

    void readApplicationEvents()
    {
        ++m_awaited;
        std::ignore =
            client()
                .applicationEvents(m_inspection.key, project(), this)
                .then(this, [this](const Result<Answer<std::vector<ResourceEvent>>> &answer) { take(answer); });
    }

    /// Events only add to what is known: without them the rest is still worth saying.
    void take(const Result<Answer<std::vector<ResourceEvent>>> &answer)
    {
        if (answer)
            m_events.insert(m_events.end(), answer->value.begin(), answer->value.end());
        eventsRead();
    }

    void eventsRead()
    {
        if (--m_awaited > 0)
            return;
        std::ranges::stable_sort(m_events, [](const ResourceEvent &left, const ResourceEvent &right) {
            return left.last.value_or(Instant{}) < right.last.value_or(Instant{});
        });
        look();
        const int pod = m_diagnosis.cause ? podWithLastWords(m_inspection, *m_diagnosis.cause) : -1;
        if (pod < 0)
            return print();
        const auto &node = m_inspection.tree->nodes[std::size_t(pod)];
        readLog(node, node.restarts > 0);
    }

    void readLog(const ResourceNode &pod, bool previous)
    {
        const LogQuery query{pod.key.name, pod.key.nameSpace, {}, kLogLines, previous};
        std::ignore = client()
                          .logs(m_inspection.key, project(), query, this)
                          .then(this, [this, pod, previous](const Result<Answer<std::vector<LogLine>>> &answer) {
                              // A container that was restarted long ago may have no earlier log any more.
                              if (previous && (!answer || answer->value.empty()))
                                  return readLog(pod, false);
                              if (answer)
                                  m_diagnosis.log = answer->value;
                              else
                                  m_diagnosis.logError = answer.error().message;
                              print();
                          });
    }

    void print()
    {
        if (isOver())
            return;
        std::erase_if(m_diagnosis.log, [](const LogLine &line) { return line.last; });
        const auto &output = options().output;
        const auto text = output.format == OutputFormat::Json
            ? explanationJson(m_inspection, m_diagnosis)
            : explanationText(m_inspection, m_diagnosis, styleFor(standardOutput(), output.utc)).toUtf8();
        end(writeOutput(text) ? ExitCode::Done : ExitCode::Usage);
    }

    Inspection m_inspection;
    Diagnosis m_diagnosis;
    std::vector<int> m_asked;
    std::vector<ResourceEvent> m_events;
    int m_awaited = 0;
};

} // namespace

ExitCode runExplain(const InspectOptions &options, const CommandContext &context)
{
    return inspectWith<ExplainSession>(options, context);
}

} // namespace lynceus
