#pragma once

#include <QProcess>
#include <QString>

namespace lynceus::test {

/// The certified oidc-provider of npm, which none of us wrote, in a process of its own. `./dev test` installs it into
/// build/oidc-provider; where it is missing the tests that need it are skipped, unless LYNCEUS_REQUIRE_PROVIDER is set.
class RealProvider final
{
public:
    RealProvider();
    ~RealProvider();

    /// Why it does not run; empty if it does.
    [[nodiscard]] const QString &trouble() const { return m_trouble; }
    [[nodiscard]] const QString &issuer() const { return m_issuer; }
    /// It may be missing on this computer.
    [[nodiscard]] static bool isRequired();

private:
    QProcess m_process;
    QString m_issuer;
    QString m_trouble;
};

} // namespace lynceus::test
