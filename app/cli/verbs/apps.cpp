#include "app/cli/verbs/apps.h"

#include "app/cli/applications/applicationselection.h"
#include "app/cli/output/applicationlist.h"
#include "app/cli/process/console.h"
#include "app/cli/serverconnection.h"
#include "app/cli/verbs/verbsession.h"
#include "core/engine/argocdclient.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using ListAnswer = Result<Answer<std::shared_ptr<DecodedApplicationList>>>;

class AppsSession final : public VerbSession
{
public:
    AppsSession(const AppsOptions &options, ServerConnection connection, const Clock &clock)
        : m_options(options)
        , m_client(connection.instance, std::move(connection.access), clock)
    { }

private:
    void start() override
    {
        // The version decides which names of fields the list understands.
        std::ignore = m_client.version(this).then(this, [this](const Result<Answer<ServerVersion>> &version) {
            if (!version)
                return fail(version.error());
            askForList(version->value);
        });
    }

    void askForList(const ServerVersion &version)
    {
        const ListFilter filter{m_options.projects, m_options.selector, {}, m_options.appNamespace};
        std::ignore = m_client.list(version, ApplicationDetail::Summary, filter, this)
                          .then(this, [this](const ListAnswer &answer) {
                              if (!answer)
                                  return fail(answer.error());
                              print(*answer->value);
                          });
    }

    void fail(const Error &error) { end(reportError(atServer(error, m_client.access().baseUrl))); }

    void print(const DecodedApplicationList &list)
    {
        for (const auto &bad : list.badItems)
            reportWarning(u"left out, cannot be read: "_s + bad.message);
        const auto rows = selectedApplications(m_options, list.applications);
        if (rows.empty() && m_options.output.format == OutputFormat::Text)
            reportNothing(list);
        end(writeOutput(printed(rows)) ? ExitCode::Done : ExitCode::Usage);
    }

    [[nodiscard]] QByteArray printed(const ApplicationRows &rows) const
    {
        switch (m_options.output.format) {
        case OutputFormat::Text:
            return applicationTable(rows, styleFor(standardOutput(), m_options.output.utc));
        case OutputFormat::Json:
            return applicationJson(rows, m_client.instance(), false);
        case OutputFormat::Jsonl:
            return applicationJson(rows, m_client.instance(), true);
        case OutputFormat::Csv:
            return applicationCsv(rows, m_client.instance());
        }
        return {};
    }

    void reportNothing(const DecodedApplicationList &list) const
    {
        const auto message = list.applications.empty()
            ? u"%1 shows no application to this account, or none passes the filters"_s.arg(m_client.instance())
            : u"none of %1 applications passes the filters"_s.arg(list.applications.size());
        writeError((u"lynceus: "_s + message + u'\n').toUtf8());
    }

    AppsOptions m_options;
    ArgoCdClient m_client;
};

} // namespace

ExitCode runApps(const AppsOptions &options, const Clock &clock)
{
    auto connection = openedConnection(options.server);
    if (!connection)
        return reportError(connection.error());
    AppsSession session(options, std::move(*connection), clock);
    return execute(session);
}

} // namespace lynceus
