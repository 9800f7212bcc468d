#include "app/cli/applications/applicationselection.h"
#include "app/cli/commands/commands.h"
#include "app/cli/output/applications/applicationprinter.h"
#include "app/cli/process/console.h"
#include "app/cli/servers/listquestion.h"
#include "app/cli/sessions/applicationsearch.h"
#include "app/cli/sessions/commandsession.h"

#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

/// Sends requests to all servers at once, and prints the received lists as soon as only silent servers are left.
class AppsSession final : public CommandSession
{
public:
    AppsSession(const AppsOptions &options, Servers &servers, const QStringList &names, const Clock &clock)
        : m_options(options)
        , m_servers(servers)
        , m_clock(clock)
        , m_owner(servers.isOneOff() ? nullptr : OwnerLists::find(clock))
        , m_printer(options.output, !servers.isOneOff() && names.size() > 1)
    {
        for (const auto &name : names)
            m_questions.push_back(std::make_unique<ListQuestion>(servers, m_owner.get(), name, m_options, clock));
        m_quiet.setSingleShot(true);
        m_quiet.setInterval(kAppsQuiet);
        connect(&m_quiet, &QTimer::timeout, this, [this] { printAnswered(); });
    }

private:
    void start() override
    {
        for (const auto &question : m_questions) {
            connect(question.get(), &ListQuestion::reached, this, [this] { m_quiet.stop(); });
            connect(question.get(), &ListQuestion::answered, this, [this, asked = question.get()] { take(*asked); });
            question->ask();
        }
    }

    /// Prints the received lists and reports the other servers as errors.
    void timeOut() override
    {
        for (const auto &question : m_questions)
            question->timeOut(limit());
    }

    void take(const ListQuestion &question)
    {
        if (!question.answer()) {
            const auto code = reportError(question.answer().error(), m_servers.way(question.name()));
            m_worst = std::max(m_worst, code, [](ExitCode one, ExitCode other) { return int(one) < int(other); });
        } else {
            for (const auto &bad : (*question.answer())->badItems)
                reportWarning(u"skipped, cannot be read: "_s + bad.message);
            m_unprinted.push_back(&question);
        }
        if (std::ranges::all_of(m_questions, &ListQuestion::isAnswered))
            return conclude();
        const auto isBusy = [](const auto &asked) { return asked->isReached() && !asked->isAnswered(); };
        if (std::ranges::none_of(m_questions, isBusy))
            m_quiet.start();
    }

    void printAnswered(bool isLast = false)
    {
        ApplicationRows rows;
        for (const auto *question : std::exchange(m_unprinted, {})) {
            const auto &list = **question->answer();
            auto part = selectedApplications(m_options, list.applications, question->name());
            if (rows.empty())
                rows = std::move(part);
            else
                rows.insert(rows.end(), part.begin(), part.end());
            m_listed += list.applications.size();
        }
        if (m_questions.size() > 1)
            sortNaturally(rows);
        m_shown += rows.size();
        m_isWritten = m_printer.print(rows, isLast) && m_isWritten;
    }

    void conclude()
    {
        m_quiet.stop();
        // If the only server failed, its error is sufficient, and an empty list would be wrong.
        const bool hasAnswer =
            std::ranges::any_of(m_questions, [](const auto &question) { return question->answer().has_value(); });
        if (!hasAnswer)
            return end(m_worst);
        printAnswered(true);
        if (m_options.output.format == OutputFormat::Text) {
            if (m_shown == 0)
                reportNothing();
            reportAge();
        }
        end(m_isWritten ? m_worst : ExitCode::Usage);
    }

    /// Reports the age of a list that was not requested now.
    void reportAge() const
    {
        QStringList names;
        auto oldest = m_clock.now();
        for (const auto &question : m_questions) {
            if (!question->receivedAt())
                continue;
            names += question->name();
            oldest = std::min(oldest, *question->receivedAt());
        }
        if (names.isEmpty())
            return;
        const auto age = std::chrono::floor<std::chrono::seconds>(m_clock.now() - oldest).count();
        writeErrorLine(
            u"lynceus: %1: data of the running %2, %3 s old"_s.arg(names.join(u", "_s), m_owner->role()).arg(age));
    }

    void reportNothing() const
    {
        auto message = u"none of %1 applications matches the filters"_s.arg(m_listed);
        if (m_listed == 0) {
            const auto who =
                m_questions.size() == 1 ? m_questions.front()->name() : u"none of the responding instances"_s;
            message = m_questions.size() == 1
                ? u"%1 has no applications that match the filters, or this account cannot read them"_s.arg(who)
                : u"%1 has applications that match the filters and that this account can read"_s.arg(who);
        }
        writeErrorLine(u"lynceus: "_s + message);
    }

    AppsOptions m_options;
    Servers &m_servers;
    const Clock &m_clock;
    std::unique_ptr<OwnerLists> m_owner; ///< null: no process owns the engine
    ApplicationPrinter m_printer;
    std::vector<std::unique_ptr<ListQuestion>> m_questions;
    std::vector<const ListQuestion *> m_unprinted;
    QTimer m_quiet;
    ExitCode m_worst = ExitCode::Done;
    bool m_isWritten = true; ///< all output so far
    std::size_t m_listed = 0;
    std::size_t m_shown = 0;
};

Result<QStringList> chosenNames(const AppsOptions &options, const Servers &servers)
{
    if (options.instances.isEmpty())
        return servers.names();
    QStringList names;
    for (const auto &typed : options.instances) {
        const auto name = servers.named(typed);
        if (!name)
            return tl::unexpected(name.error());
        if (!names.contains(*name))
            names.append(*name);
    }
    return names;
}

} // namespace

ExitCode runCommand(const AppsOptions &options, const CommandContext &context)
{
    const auto servers = Servers::open(options.server, context.clock);
    if (!servers)
        return reportError(servers.error());
    const auto names = chosenNames(options, **servers);
    if (!names)
        return reportError(names.error());
    AppsSession session(options, **servers, *names, context.clock);
    return execute(session, context, options.server.requestTimeout);
}

} // namespace lynceus
