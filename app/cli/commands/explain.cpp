#include "app/cli/commands/commands.h"
#include "app/cli/output/applications/explanation.h"
#include "app/cli/sessions/diagnosesession.h"

#include <algorithm>

namespace lynceus {

namespace {

constexpr int kLogLines = 10; // last lines of a container

/// Prints the diagnosis, with the last log lines of a crashed container.
class ExplainSession final : public DiagnoseSession
{
public:
    using DiagnoseSession::DiagnoseSession;

private:
    void diagnosed() override
    {
        const int pod = diagnosis().cause ? podWithLastWords(inspection(), *diagnosis().cause) : -1;
        if (pod < 0)
            return print();
        const auto &node = inspection().tree->nodes[std::size_t(pod)];
        readLog(node, node.restarts > 0);
    }

    void readLog(const ResourceNode &pod, bool previous)
    {
        const LogQuery query{pod.key.name, pod.key.nameSpace, diagnosis().cause->container, kLogLines, previous};
        std::ignore = client()
                          .logs(inspection().key, project(), query, this)
                          .then(this, [this, pod, previous](const Result<Answer<std::vector<LogLine>>> &answer) {
                              // The previous log of a container that was restarted long ago may have been deleted.
                              if (previous && (!answer || answer->value.empty()))
                                  return readLog(pod, false);
                              if (answer)
                                  diagnosis().log = answer->value;
                              else
                                  diagnosis().logError = answer.error().message;
                              print();
                          });
    }

    void print() override
    {
        if (isOver())
            return;
        std::erase_if(diagnosis().log, [](const LogLine &line) { return line.last; });
        const auto &output = options().output;
        const auto text = output.format == OutputFormat::Json
            ? explanationJson(inspection(), diagnosis())
            : explanationText(inspection(), diagnosis(), styleFor(standardOutput(), output.utc)).toUtf8();
        end(writeOutput(text) ? ExitCode::Done : ExitCode::Usage);
    }
};

} // namespace

ExitCode runCommand(const ExplainCall &call, const CommandContext &context)
{
    return inspectWith<ExplainSession>(call.options, context);
}

} // namespace lynceus
