#include "app/cli/instances/instancetest.h"

#include "app/cli/servers/serverconnection.h"
#include "core/domain/instances/probecandidates.h"
#include "core/domain/redaction/redact.h"

using namespace Qt::StringLiterals;

namespace lynceus {

InstanceTest::InstanceTest(Instance instance, InstanceRegistry &registry, StoredSignIns &signIns, const Clock &clock,
                           QObject *parent)
    : QObject(parent)
    , m_registry(registry)
    , m_signIns(signIns)
    , m_clock(clock)
{
    m_findings.instance = std::move(instance);
}

InstanceTest::~InstanceTest()
{
    // The client settles pending requests as cancelled; ignore these results.
    m_isClosing = true;
    m_client.reset();
}

void InstanceTest::timeOut(Duration limit)
{
    if (isDone())
        return;
    const auto awaited = m_signIns.service().awaited(m_findings.instance.id);
    auto error =
        notDone(redactedUrl(m_findings.instance.baseUrl), awaited.isEmpty() ? u"the server"_s : awaited, limit);
    error.message += longerWait();
    if (!m_hasUser)
        m_findings.user = tl::unexpected(error);
    if (m_isTest && !m_findings.probe)
        m_findings.probe = tl::unexpected(error);
    if (m_isTest && !m_findings.certificate && m_findings.instance.baseUrl.scheme() == "https"_L1)
        m_findings.certificate = tl::unexpected(error);
    m_awaited = 1;
    take();
    m_isClosing = true; // ignore later responses
}

void InstanceTest::start(bool isTest)
{
    m_isTest = isTest;
    if (isTest) {
        askProbe();
        if (m_findings.instance.baseUrl.scheme() == "https"_L1)
            askCertificate();
    }
    m_signIns.access(m_findings.instance, this, [this](Result<InstanceAccess> access) {
        if (!access) {
            m_findings.user = tl::unexpected(std::move(access.error()));
            m_hasUser = true;
            return take();
        }
        m_client = std::make_unique<ArgoCdClient>(m_findings.instance.name, std::move(*access), m_clock);
        askUser();
    });
}

void InstanceTest::askUser()
{
    std::ignore = m_client->userInfo(this).then(this, [this](const Result<Answer<UserInfo>> &user) {
        m_hasUser = true;
        m_findings.user = user ? Result<UserInfo>(user->value) : tl::unexpected(user.error());
        take();
    });
}

void InstanceTest::askProbe()
{
    ++m_awaited;
    std::ignore = m_registry.probe(m_findings.instance, this).then(this, [this](const Result<InstanceProbe> &probe) {
        if (probe && !probe->redirectsTo.isEmpty())
            m_findings.probe = tl::unexpected(redirectError(m_findings.instance.baseUrl, probe->redirectsTo));
        else
            m_findings.probe = probe;
        take();
    });
}

void InstanceTest::askCertificate()
{
    ++m_awaited;
    std::ignore = m_registry.certificate(m_findings.instance, this)
                      .then(this, [this](const Result<UntrustedCertificate> &certificate) {
                          m_findings.certificate = certificate;
                          take();
                      });
}

void InstanceTest::take()
{
    if (m_isClosing || --m_awaited > 0)
        return;
    m_findings.session = m_signIns.service().session(m_findings.instance.id);
    Q_EMIT done();
}

} // namespace lynceus
