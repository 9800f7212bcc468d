#include "app/cli/instances/instances.h"
#include "app/cli/instances/instancetest.h"
#include "app/cli/instances/instancetestprinter.h"
#include "app/cli/instances/storedregistry.h"
#include "app/cli/process/console.h"
#include "app/cli/servers/serverconnection.h"
#include "app/cli/sessions/commandsession.h"
#include "app/cli/teamserver/storedteamservers.h"
#include "app/cli/teamserver/teamservertest.h"
#include "core/domain/redaction/redact.h"
#include "core/io/http/connections/peercheck.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

/// Tests instances concurrently and prints the results in the order of the settings.
class LooksSession final : public CommandSession
{
public:
    LooksSession(std::unique_ptr<InstanceRegistry> book, const std::vector<Instance> &instances, bool isTest,
                 const std::vector<TeamServerInstance> &servers, const OutputOptions &output, const Clock &clock)
        : m_book(std::move(book))
        , m_signIns(clock)
        , m_clock(clock)
        , m_isTest(isTest)
        , m_output(output)
    {
        for (const auto &instance : instances)
            m_looks.push_back(std::make_unique<InstanceTest>(instance, *m_book, m_signIns, clock));
        for (const auto &server : servers)
            m_servers.push_back(std::make_unique<TeamServerTest>(server, m_signIns));
    }
    ~LooksSession() override
    {
        for (const auto &look : m_looks)
            look->disconnect(this);
        for (const auto &server : m_servers)
            server->disconnect(this);
    }

private:
    void start() override
    {
        for (const auto &look : m_looks) {
            connect(look.get(), &InstanceTest::done, this, &LooksSession::take);
            look->start(m_isTest);
        }
        for (const auto &server : m_servers) {
            connect(server.get(), &TeamServerTest::done, this, &LooksSession::take);
            server->start();
        }
    }

    void timeOut() override
    {
        for (const auto &look : m_looks)
            look->timeOut(limit());
        for (const auto &server : m_servers)
            server->timeOut(limit());
    }

    void take()
    {
        if (isOver() || !std::ranges::all_of(m_looks, &InstanceTest::isDone)
            || !std::ranges::all_of(m_servers, &TeamServerTest::isDone))
            return;
        std::vector<InstanceFindings> looks;
        for (const auto &look : m_looks)
            looks.push_back(look->look());
        const auto style = styleFor(standardOutput(), m_output.utc);
        QJsonArray servers;
        QByteArray serverText;
        for (const auto &server : m_servers) {
            servers.append(server->json());
            serverText += server->text();
        }
        const auto text = m_output.format == OutputFormat::Json ? looksJson(looks, m_isTest, m_clock.now(), servers)
            : m_isTest                                          ? testText(looks, style, m_clock.now()) + serverText
                                                                : whoamiText(looks, style);
        auto code = writeOutput(text) ? ExitCode::Done : ExitCode::Usage;
        for (const auto &look : looks) {
            for (const auto &error : errorsOf(look, m_isTest))
                code = std::max(code, reportError(error, wayTo(look.instance)),
                                [](ExitCode one, ExitCode other) { return int(one) < int(other); });
        }
        for (const auto &server : m_servers) {
            if (const auto error = server->error())
                code = std::max(code, reportError(*error),
                                [](ExitCode one, ExitCode other) { return int(one) < int(other); });
        }
        end(code);
    }

    std::unique_ptr<InstanceRegistry> m_book;
    StoredSignIns m_signIns;
    const Clock &m_clock;
    bool m_isTest;
    OutputOptions m_output;
    std::vector<std::unique_ptr<InstanceTest>> m_looks;
    std::vector<std::unique_ptr<TeamServerTest>> m_servers;
};

/// Compares the server's certificate with the expected fingerprint, and pins it.
class PinSession final : public CommandSession
{
public:
    PinSession(InstanceRegistry &book, Instance instance, QByteArray pin)
        : m_book(book)
        , m_instance(std::move(instance))
        , m_pin(std::move(pin))
    { }

private:
    void start() override
    {
        std::ignore =
            m_book.certificate(m_instance, this).then(this, [this](const Result<UntrustedCertificate> &shown) {
                if (!shown)
                    return end(reportError(shown.error(), wayTo(m_instance)));
                pin(*shown);
            });
    }

    void timeOut() override
    {
        auto error = notDone(redactedUrl(m_instance.baseUrl), u"its certificate"_s, limit());
        error.message += longerWait();
        end(reportError(error, wayTo(m_instance)));
    }

    void pin(const UntrustedCertificate &shown)
    {
        if (shown.fingerprint != m_pin)
            return end(reportError({Error::Kind::Certificate, m_instance.name + u": --pin"_s,
                                    u"the server presents another certificate, SHA-256 %1; nothing was changed"_s.arg(
                                        fingerprintText(shown.fingerprint)),
                                    false, 0}));
        m_instance.pinnedFingerprint = m_pin;
        const auto saved = m_book.save(m_instance);
        end(saved ? ExitCode::Done : reportError(saved.error(), wayTo(m_instance)));
    }

    InstanceRegistry &m_book;
    Instance m_instance;
    QByteArray m_pin;
};

ExitCode runLooks(const QString &name, const OutputOptions &output, bool isTest, const CommandContext &context,
                  Duration limit)
{
    auto book = openRegistry(context.clock);
    const auto registry = openTeamServers();
    std::vector<TeamServerInstance> servers; // team servers to test; they have no users
    if (const auto *server = registry->named(name); server && isTest)
        servers.push_back(*server);
    else if (name.isEmpty() && isTest)
        servers = registry->servers();
    std::vector<Instance> instances;
    if (servers.empty() || (name.isEmpty() && !book->instances().empty())) {
        const auto chosen = chosenInstances(*book, name);
        if (!chosen)
            return reportError(chosen.error());
        instances = *chosen;
    }
    LooksSession session(std::move(book), instances, isTest, servers, output, context.clock);
    return execute(session, context, limit);
}

} // namespace

ExitCode runTest(const InstancesTestCall &call, const CommandContext &context)
{
    if (!call.pin.isEmpty()) {
        const auto book = openRegistry(context.clock);
        const auto chosen = chosenInstances(*book, call.name);
        if (!chosen)
            return reportError(chosen.error());
        PinSession session(*book, chosen->front(), call.pin);
        if (const auto code = execute(session, context, call.requestTimeout); code != ExitCode::Done)
            return code;
    }
    return runLooks(call.name, call.output, true, context, call.requestTimeout);
}

ExitCode runWhoami(const InstancesWhoamiCall &call, const CommandContext &context)
{
    return runLooks(call.name, call.output, false, context, call.requestTimeout);
}

} // namespace lynceus
