#pragma once

#include "core/io/clock.h"
#include "core/io/http/requests/tokensource.h"

#include <QDateTime>

namespace lynceus {

/// The token of an instance from a file that may be replaced, such as a mounted secret. Checks the file at most every
/// 10 s, and at once after the server rejected the token.
class FileTokenSource final : public TokenSource
{
public:
    FileTokenSource(QString fileName, const Clock &clock);

    void ask(std::optional<quint64> refused, QObject *context, Answer answer) override;
    /// Ignored: the file belongs to its owner.
    void takeRenewed(quint64 generation, Secret token) override;

    /// Checks the file; true if its token differs from the one at the last call that returned true, or from the initial
    /// one. Independent of ask(): a feed that gave up on the old token does not call ask().
    [[nodiscard]] bool hasNewToken();

private:
    void check();

    QString m_fileName;
    const Clock &m_clock;
    Result<Secret> m_token;
    quint64 m_generation = 0;
    quint64 m_reported = 0;              ///< newest generation that hasNewToken() need not report
    std::optional<Duration> m_checkedAt; ///< steady time
};

} // namespace lynceus
