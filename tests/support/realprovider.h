#pragma once

#include <QProcess>
#include <QString>

namespace lynceus::test {

/// npm's certified oidc-provider in a separate process, as an independent implementation. `./dev test` installs it into
/// build/oidc-provider; if it is missing, the tests that need it are skipped, unless LYNCEUS_REQUIRE_PROVIDER is set.
class RealProvider final
{
public:
    RealProvider();
    ~RealProvider();

    /// Why it does not run; empty if it runs.
    [[nodiscard]] const QString &trouble() const { return m_trouble; }
    [[nodiscard]] const QString &issuer() const { return m_issuer; }
    /// True if LYNCEUS_REQUIRE_PROVIDER is set.
    [[nodiscard]] static bool isRequired();

private:
    QProcess m_process;
    QString m_issuer;
    QString m_trouble;
};

} // namespace lynceus::test
