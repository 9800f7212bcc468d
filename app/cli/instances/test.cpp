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
class FindingsSession final : public CommandSession
{
public:
    FindingsSession(std::unique_ptr<InstanceRegistry> registry, const std::vector<Instance> &instances, bool isTest,
                    const std::vector<TeamServerInstance> &servers, const OutputOptions &output, const Clock &clock)
        : m_registry(std::move(registry))
        , m_signIns(clock)
        , m_clock(clock)
        , m_isTest(isTest)
        , m_output(output)
    {
        for (const auto &instance : instances)
            m_tests.push_back(std::make_unique<InstanceTest>(instance, *m_registry, m_signIns, clock));
        for (const auto &server : servers)
            m_servers.push_back(std::make_unique<TeamServerTest>(server, m_signIns));
    }
    ~FindingsSession() override
    {
        for (const auto &test : m_tests)
            test->disconnect(this);
        for (const auto &server : m_servers)
            server->disconnect(this);
    }

private:
    void start() override
    {
        for (const auto &test : m_tests) {
            connect(test.get(), &InstanceTest::done, this, &FindingsSession::take);
            test->start(m_isTest);
        }
        for (const auto &server : m_servers) {
            connect(server.get(), &TeamServerTest::done, this, &FindingsSession::take);
            server->start();
        }
    }

    void timeOut() override
    {
        for (const auto &test : m_tests)
            test->timeOut(limit());
        for (const auto &server : m_servers)
            server->timeOut(limit());
    }

    void take()
    {
        if (isOver() || !std::ranges::all_of(m_tests, &InstanceTest::isDone)
            || !std::ranges::all_of(m_servers, &TeamServerTest::isDone))
            return;
        std::vector<InstanceFindings> all;
        for (const auto &test : m_tests)
            all.push_back(test->findings());
        const auto style = styleFor(standardOutput(), m_output.utc);
        QJsonArray servers;
        QByteArray serverText;
        for (const auto &server : m_servers) {
            servers.append(server->json());
            serverText += server->text();
        }
        const auto text = m_output.format == OutputFormat::Json ? findingsJson(all, m_isTest, m_clock.now(), servers)
            : m_isTest                                          ? testText(all, style, m_clock.now()) + serverText
                                                                : whoamiText(all, style);
        auto code = writeOutput(text) ? ExitCode::Done : ExitCode::Usage;
        for (const auto &test : all) {
            for (const auto &error : errorsOf(test, m_isTest))
                code = std::max(code, reportError(error, wayTo(test.instance)),
                                [](ExitCode one, ExitCode other) { return int(one) < int(other); });
        }
        for (const auto &server : m_servers) {
            if (const auto error = server->error())
                code = std::max(code, reportError(*error),
                                [](ExitCode one, ExitCode other) { return int(one) < int(other); });
        }
        end(code);
    }

    std::unique_ptr<InstanceRegistry> m_registry;
    StoredSignIns m_signIns;
    const Clock &m_clock;
    bool m_isTest;
    OutputOptions m_output;
    std::vector<std::unique_ptr<InstanceTest>> m_tests;
    std::vector<std::unique_ptr<TeamServerTest>> m_servers;
};

/// Compares the server's certificate with the expected fingerprint, and pins it.
class PinSession final : public CommandSession
{
public:
    PinSession(InstanceRegistry &registry, Instance instance, QByteArray pin)
        : m_registry(registry)
        , m_instance(std::move(instance))
        , m_pin(std::move(pin))
    { }

private:
    void start() override
    {
        std::ignore =
            m_registry.certificate(m_instance, this).then(this, [this](const Result<UntrustedCertificate> &shown) {
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
        const auto saved = m_registry.save(m_instance);
        end(saved ? ExitCode::Done : reportError(saved.error(), wayTo(m_instance)));
    }

    InstanceRegistry &m_registry;
    Instance m_instance;
    QByteArray m_pin;
};

ExitCode runChecks(const QString &name, const OutputOptions &output, bool isTest, const CommandContext &context,
                   Duration limit)
{
    auto registry = openRegistry(context.clock);
    const auto teamServers = openTeamServers();
    std::vector<TeamServerInstance> servers; // team servers to test; they have no users
    if (const auto *server = teamServers->named(name); server && isTest)
        servers.push_back(*server);
    else if (name.isEmpty() && isTest)
        servers = teamServers->servers();
    std::vector<Instance> instances;
    if (servers.empty() || (name.isEmpty() && !registry->instances().empty())) {
        const auto chosen = chosenInstances(*registry, *teamServers, name);
        if (!chosen)
            return reportError(chosen.error());
        instances = *chosen;
    }
    FindingsSession session(std::move(registry), instances, isTest, servers, output, context.clock);
    return execute(session, context, limit);
}

} // namespace

ExitCode runTest(const InstancesTestCall &call, const CommandContext &context)
{
    if (!call.pin.isEmpty()) {
        const auto registry = openRegistryForChange(context.clock);
        if (!registry)
            return reportError(registry.error());
        const auto chosen = chosenInstances(**registry, *openTeamServers(), call.name);
        if (!chosen)
            return reportError(chosen.error());
        PinSession session(**registry, chosen->front(), call.pin);
        if (const auto code = execute(session, context, call.requestTimeout); code != ExitCode::Done)
            return code;
    }
    return runChecks(call.name, call.output, true, context, call.requestTimeout);
}

ExitCode runWhoami(const InstancesWhoamiCall &call, const CommandContext &context)
{
    return runChecks(call.name, call.output, false, context, call.requestTimeout);
}

} // namespace lynceus
