#pragma once

#include "core/io/clock.h"
#include "core/io/http/requests/tokensource.h"

#include <QDateTime>

namespace lynceus {

/// The token of an instance, from a file that others may replace, as mounted secrets are. The file is looked at every
/// 10 s at most, and at once after the server refused its token.
class FileTokenSource final : public TokenSource
{
public:
    FileTokenSource(QString fileName, const Clock &clock);

    void ask(std::optional<quint64> refused, QObject *context, Answer answer) override;
    /// Not taken: the file is its owner's.
    void takeRenewed(quint64 generation, Secret token) override;

    /// Looks into the file; true: it has another token than when this was last said, or than at first. Whether ask()
    /// has seen it before does not matter: who gave up on the old token does not ask.
    [[nodiscard]] bool hasNewToken();

private:
    void look();

    QString m_fileName;
    const Clock &m_clock;
    Result<Secret> m_token;
    quint64 m_generation = 0;
    quint64 m_told = 0;                 ///< the newest generation that hasNewToken() need not tell
    std::optional<Duration> m_lookedAt; ///< steady
};

} // namespace lynceus
