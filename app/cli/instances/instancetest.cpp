#include "app/cli/instances/instancetest.h"

#include "app/cli/servers/serverconnection.h"
#include "core/domain/instances/probecandidates.h"
#include "core/domain/redaction/redact.h"

using namespace Qt::StringLiterals;

namespace lynceus {

InstanceTest::InstanceTest(Instance instance, InstanceRegistry &book, StoredSignIns &signIns, const Clock &clock,
                           QObject *parent)
    : QObject(parent)
    , m_book(book)
    , m_signIns(signIns)
    , m_clock(clock)
{
    m_look.instance = std::move(instance);
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
    const auto awaited = m_signIns.service().awaited(m_look.instance.id);
    auto error = notDone(redactedUrl(m_look.instance.baseUrl), awaited.isEmpty() ? u"the server"_s : awaited, limit);
    error.message += longerWait();
    if (!m_hasUser)
        m_look.user = tl::unexpected(error);
    if (m_isTest && !m_look.probe)
        m_look.probe = tl::unexpected(error);
    if (m_isTest && !m_look.certificate && m_look.instance.baseUrl.scheme() == "https"_L1)
        m_look.certificate = tl::unexpected(error);
    m_awaited = 1;
    take();
    m_isClosing = true; // ignore later responses
}

void InstanceTest::start(bool isTest)
{
    m_isTest = isTest;
    if (isTest) {
        askProbe();
        if (m_look.instance.baseUrl.scheme() == "https"_L1)
            askCertificate();
    }
    m_signIns.access(m_look.instance, this, [this](Result<InstanceAccess> access) {
        if (!access) {
            m_look.user = tl::unexpected(std::move(access.error()));
            m_hasUser = true;
            return take();
        }
        m_client = std::make_unique<ArgoCdClient>(m_look.instance.name, std::move(*access), m_clock);
        askUser();
    });
}

void InstanceTest::askUser()
{
    std::ignore = m_client->userInfo(this).then(this, [this](const Result<Answer<UserInfo>> &user) {
        m_hasUser = true;
        m_look.user = user ? Result<UserInfo>(user->value) : tl::unexpected(user.error());
        take();
    });
}

void InstanceTest::askProbe()
{
    ++m_awaited;
    std::ignore = m_book.probe(m_look.instance, this).then(this, [this](const Result<InstanceProbe> &probe) {
        if (probe && !probe->redirectsTo.isEmpty())
            m_look.probe = tl::unexpected(redirectError(m_look.instance.baseUrl, probe->redirectsTo));
        else
            m_look.probe = probe;
        take();
    });
}

void InstanceTest::askCertificate()
{
    ++m_awaited;
    std::ignore =
        m_book.certificate(m_look.instance, this).then(this, [this](const Result<UntrustedCertificate> &certificate) {
            m_look.certificate = certificate;
            take();
        });
}

void InstanceTest::take()
{
    if (m_isClosing || --m_awaited > 0)
        return;
    m_look.session = m_signIns.service().session(m_look.instance.id);
    Q_EMIT done();
}

} // namespace lynceus
