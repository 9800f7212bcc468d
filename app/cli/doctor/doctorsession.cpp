#include "app/cli/doctor/doctorsession.h"

#include "app/cli/doctor/bundlefile.h"
#include "app/cli/doctor/computerchecks.h"
#include "app/cli/instances/storedregistry.h"
#include "core/domain/auth/tokenclaims.h"
#include "core/domain/text/visibletext.h"
#include "core/io/desktop/display.h"
#include "core/io/process/ownprogram.h"

#include <QJsonDocument>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Duration kBusDeadline{5'000}; // the bus itself responds in milliseconds
constexpr Duration kLastWords{500};     // between the last finding and the end of the command

DoctorSection sectionOf(const TeamServerTest &test)
{
    return {test.server().place.name, addressText(test.server().place), test.findings()};
}

bool signsIn(const Instance &instance)
{
    return instance.signIn != SignInMethod::Anonymous || !instance.headerNames.isEmpty();
}

} // namespace

DoctorSession::DoctorSession(const DoctorOptions &options, Findings files, const std::vector<Instance> &instances,
                             const std::vector<TeamServerInstance> &servers,
                             const std::optional<ServerConnection> &oneOff, const Clock &clock)
    : m_options(options)
    , m_clock(clock)
    , m_signIns(clock)
    , m_computer{u"this computer"_s, {}, std::move(files)}
{
    for (const auto &instance : instances)
        addCheck(
            instance,
            [this, instance](QObject *context, InstanceCheck::Access answer) {
                m_signIns.access(instance, context, std::move(answer));
            },
            [this, id = instance.id] { return m_signIns.service().session(id); });
    for (const auto &server : servers)
        addTeamServer(server);
    if (oneOff)
        addOneOff(*oneOff);
    addComputer(instances);
    if (m_checks.empty() && m_servers.empty())
        m_computer.findings.push_back({u"instance"_s,
                                       Finding::State::Warning,
                                       u"no instance is stored"_s,
                                       u"lynceus instances add NAME URL, or lynceus instances import"_s,
                                       {}});
}

DoctorSession::~DoctorSession()
{
    for (const auto &check : m_checks)
        check->disconnect(this);
    for (const auto &server : m_servers)
        server->disconnect(this);
}

void DoctorSession::addTeamServer(const TeamServerInstance &server)
{
    m_servers.push_back(std::make_unique<TeamServerTest>(server, m_signIns));
    auto *test = m_servers.back().get();
    connect(test, &TeamServerTest::done, this, [this, test] {
        print(sectionOf(*test));
        takePart();
    });
}

void DoctorSession::addCheck(const Instance &instance, InstanceCheck::Way way, std::function<SessionState()> session)
{
    m_checks.push_back(std::make_unique<InstanceCheck>(instance, std::move(way), std::move(session), m_clock));
    auto *check = m_checks.back().get();
    connect(check, &InstanceCheck::done, this, [this, check] {
        print({check->instance().name, addressText(check->instance()), check->findings()});
        takePart();
    });
}

void DoctorSession::addOneOff(const ServerConnection &connection)
{
    Instance instance;
    instance.name = connection.instance;
    instance.baseUrl = connection.access.baseUrl;
    instance.signIn = connection.access.token.isEmpty() ? SignInMethod::Anonymous : SignInMethod::Token;
    SessionState session;
    if (const auto claims = readClaims(connection.access.token))
        session.signedInUntil = claims->expiresAt;
    addCheck(
        instance,
        [access = connection.access](QObject *context, InstanceCheck::Access answer) {
            QMetaObject::invokeMethod(
                context, [access, answer = std::move(answer)] { answer(access); }, Qt::QueuedConnection);
        },
        [session] { return session; });
}

/// Adds the checks that finish at once; keychain and bus follow later.
void DoctorSession::addComputer(const std::vector<Instance> &instances)
{
    auto &findings = m_computer.findings;
    std::set<quint16> ports;
    for (const auto &instance : instances) {
        if (instance.signIn == SignInMethod::Sso)
            ports.insert(instance.callbackPort);
    }
    if (ports.empty())
        ports.insert(Instance().callbackPort);
    for (const auto port : ports)
        findings.push_back(checkedPort(port));
    findings.push_back(checkedRuntimeFolder(chosenRuntimeFolder()));
    std::vector<RuntimePackage> missing;
    for (const auto package : runtimePackages()) {
        const bool isWanted = package != RuntimePackage::WaylandPlugin || !windowProgram().isEmpty();
        // A missing opener is reported by the finding about the browser.
        if (isWanted && package != RuntimePackage::WebOpener && !isInstalled(package))
            missing.push_back(package);
    }
    for (auto &finding : judgedPackages(missing))
        findings.push_back(std::move(finding));
    findings.push_back(judgedBrowser(browserOpener(), missingDisplay()));
    m_keychain = std::make_unique<KeychainCheck>(m_signIns.keychain(), std::ranges::any_of(instances, signsIn));
}

void DoctorSession::start()
{
    m_awaited = static_cast<int>(m_checks.size() + m_servers.size()) + m_computerParts;
    // Each check reports missing responses itself, shortly before the command must end.
    const auto left = timeLeft().value_or(InstanceCheck::kLimit);
    for (const auto &check : m_checks) {
        check->setLimit(std::max(left - kLastWords, kLastWords));
        check->start();
    }
    for (const auto &server : m_servers)
        server->start();
    connect(m_keychain.get(), &KeychainCheck::done, this, &DoctorSession::takeKeychain);
    m_keychain->start();
    askBusNames(this, std::min(kBusDeadline, left), [this](const BusNames &names) { takeBus(names); });
}

void DoctorSession::takeKeychain(const Finding &finding)
{
    if (std::exchange(m_hasKeychain, true))
        return;
    m_computer.findings.insert(m_computer.findings.begin(), finding);
    takeComputer();
}

void DoctorSession::takeBus(const BusNames &names)
{
    if (std::exchange(m_hasBus, true))
        return;
    for (auto &finding : judgedDesktop(names))
        m_computer.findings.push_back(std::move(finding));
    takeComputer();
}

void DoctorSession::takeComputer()
{
    if (--m_computerParts == 0)
        print(m_computer);
    takePart();
}

void DoctorSession::timeOut()
{
    takeKeychain({u"keychain"_s, Finding::State::Bad, u"no response within %1"_s.arg(formatDuration(limit())),
                  u"unlock it, or check whether it is waiting for input"_s, Error::Kind::TimedOut});
    takeBus({});
    for (const auto &server : m_servers)
        server->timeOut(limit());
    finish(); // instances have their own limits
}

void DoctorSession::print(const DoctorSection &section)
{
    if (m_options.output.format == OutputFormat::Text)
        m_isWritten = writeOutput(doctorText(section, styleFor(standardOutput(), false))) && m_isWritten;
}

void DoctorSession::takePart()
{
    if (--m_awaited == 0)
        finish();
}

/// The secrets known by now; a secret that was never read was never sent.
std::vector<Secret> DoctorSession::sentSecrets()
{
    const auto secrets = std::make_shared<std::vector<Secret>>();
    for (const auto &check : m_checks) {
        const auto &access = check->access();
        secrets->push_back(access.token);
        for (const auto &[name, value] : access.headers)
            secrets->emplace_back(QByteArray(value));
        if (access.tokens)
            access.tokens->ask({}, this, [secrets](const Result<BearerToken> &token) {
                if (token)
                    secrets->push_back(token->value);
            });
    }
    return *secrets;
}

void DoctorSession::finish()
{
    if (std::exchange(m_isFinished, true))
        return;
    std::vector<DoctorSection> sections;
    for (const auto &check : m_checks)
        sections.push_back({check->instance().name, addressText(check->instance()), check->findings()});
    for (const auto &server : m_servers)
        sections.push_back(sectionOf(*server));
    if (m_options.output.format == OutputFormat::Json)
        m_isWritten = writeOutput(
            visibleJson(QJsonDocument(doctorJson(m_computer, sections)).toJson(QJsonDocument::Compact)) + '\n');
    if (!m_options.bundle.file.isEmpty()) {
        std::vector<Instance> asked;
        for (const auto &check : m_checks)
            asked.push_back(check->instance());
        for (const auto &server : m_servers)
            asked.push_back(server->server().place);
        if (const auto written =
                writeBundle(m_options.bundle, doctorJson(m_computer, sections), asked, sentSecrets(), m_clock);
            !written)
            return end(reportError(written.error()));
        writeErrorLine(u"lynceus: wrote %1; check it before you share it"_s.arg(m_options.bundle.file));
    }
    sections.push_back(m_computer);
    end(m_isWritten ? doctorExit(sections) : ExitCode::Usage);
}

} // namespace lynceus
