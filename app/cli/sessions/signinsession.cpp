#include "app/cli/sessions/signinsession.h"

#include "app/cli/options/values.h"
#include "app/cli/process/console.h"
#include "app/cli/servers/serverconnection.h"
#include "core/domain/redaction/redact.h"
#include "core/domain/text/visibletext.h"
#include "core/engine/instances/gatewayheaders.h"
#include "core/io/signin/systembrowser.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr std::chrono::milliseconds kTelling{1'000}; // an owner that hangs detects the change later itself

std::unique_ptr<Browser> browserFor(bool isAllowed)
{
    if (isAllowed)
        return std::make_unique<SystemBrowser>();
    return std::make_unique<NoBrowser>();
}

} // namespace

SignInSession::SignInSession(Instance instance, bool browser, const Clock &clock)
    : m_instance(std::move(instance))
    , m_registry(InstancesFile(InstancesFile::usualName()), clock)
    , m_browser(browserFor(browser))
    , m_signIns(m_keychain, *m_browser, clock)
{
    m_registry.open();
}

SignInSession::~SignInSession() = default;

void SignInSession::say(const QString &text)
{
    writeError((u"lynceus: "_s + visibleText(text) + u'\n').toUtf8());
}

void SignInSession::endChanged(ExitCode code)
{
    const auto place = ownerPlaceInUse();
    if (!place)
        return end(code);
    m_owner = std::make_unique<OwnerClient>(*place);
    m_owner->setDeadline(kTelling);
    m_owner->ask(u"sign-in-changed"_s, {{u"instance"_s, m_instance.id}}, this,
                 [this, code](const Result<QCborMap> &) { end(code); });
}

void SignInSession::interrupt()
{
    m_signIns.disconnect(this);
    m_signIns.cancelSignIn(m_instance.id);
    CommandSession::interrupt();
}

void SignInSession::timeOut()
{
    m_signIns.disconnect(this);
    m_signIns.cancelSignIn(m_instance.id);
    auto error = notDone(redactedUrl(m_instance.baseUrl), m_awaited, limit());
    error.message += longerWait();
    end(reportError(error, wayTo(m_instance)));
}

void SignInSession::start()
{
    await(u"the keychain"_s);
    readGatewayHeaders(m_keychain, m_instance, this, [this](const KeychainResult<HeaderValues> &headers) {
        const auto access = headers ? accessFor(m_instance, InstanceSecrets{{}, *headers})
                                    : tl::unexpected(headersMissing(m_instance, headers.error()));
        if (!access) {
            end(reportError(access.error()));
            return;
        }
        m_signIns.setInstance(m_instance, *access);
        ready();
    });
}

Result<Instance> storedInstance(const QString &name, const Clock &clock)
{
    InstanceRegistry registry(InstancesFile(InstancesFile::usualName()), clock);
    QObject::connect(&registry, &InstanceRegistry::noticeRaised, &registry, &reportWarning);
    registry.open();
    if (const auto *found = registry.named(name))
        return *found;
    QStringList names;
    for (const auto &instance : registry.instances())
        names.append(instance.name);
    const auto hint = names.isEmpty() ? u"; add one with: lynceus instances add NAME URL"_s : didYouMean(name, names);
    return badInput(u"unknown instance%1"_s.arg(hint), name);
}

} // namespace lynceus
