#include "tests/support/realprovider.h"

#include "tests/support/waiting.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace lynceus::test {

namespace {

const QString kSource = QStringLiteral(LYNCEUS_TEST_DATA "/..");

} // namespace

bool RealProvider::isRequired()
{
    return qEnvironmentVariableIsSet("LYNCEUS_REQUIRE_PROVIDER");
}

RealProvider::RealProvider()
{
    const auto folder = kSource + u"/../build/oidc-provider"_s;
    if (!QFile::exists(folder + u"/node_modules/oidc-provider"_s)) {
        m_trouble = u"build/oidc-provider is missing: ./dev test installs it"_s;
        return;
    }
    m_process.start(u"node"_s, {kSource + u"/support/oidcprovider/provider.mjs"_s, folder});
    const auto hasLogged = waitUntil(
        [this] { return m_process.canReadLine() || m_process.state() == QProcess::NotRunning; }, Duration(60'000));
    m_issuer = QString::fromLatin1(m_process.readLine()).trimmed();
    if (!hasLogged || m_issuer.isEmpty())
        m_trouble =
            u"node does not run it: "_s + QString::fromUtf8(m_process.readAllStandardError()) + m_process.errorString();
}

RealProvider::~RealProvider()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.closeWriteChannel(); // tells it to end
    if (!waitUntil([this] { return m_process.state() == QProcess::NotRunning; }))
        m_process.kill();
}

} // namespace lynceus::test
