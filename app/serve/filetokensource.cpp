#include "app/serve/filetokensource.h"

#include "core/io/tokenfile.h"

#include <utility>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr Duration kCheckInterval{10'000};

} // namespace

FileTokenSource::FileTokenSource(QString fileName, const Clock &clock)
    : m_fileName(std::move(fileName))
    , m_clock(clock)
{ }

void FileTokenSource::check()
{
    m_checkedAt = m_clock.steady();
    auto token = readTokenFile(u"token-file"_s, m_fileName);
    if (!token && m_generation > 0 && m_token)
        return; // the file is being replaced: the old token may still be valid
    const bool isSame = token && m_token && m_generation > 0 && token->reveal() == m_token->reveal();
    m_token = std::move(token);
    const bool isFirst = m_generation == 0;
    if (!isSame)
        ++m_generation;
    if (isFirst)
        m_reported = m_generation;
}

bool FileTokenSource::hasNewToken()
{
    check();
    return m_token && std::exchange(m_reported, m_generation) != m_generation;
}

void FileTokenSource::ask(std::optional<quint64> refused, QObject * /*context*/, Answer answer)
{
    const bool isRefused = refused && *refused == m_generation;
    if (isRefused || !m_checkedAt || m_clock.steady() - *m_checkedAt >= kCheckInterval)
        check();
    if (!m_token) {
        auto error = m_token.error();
        error.kind = Error::Kind::SignInNeeded;
        return answer(tl::unexpected(error));
    }
    if (refused && *refused == m_generation)
        return answer(tl::unexpected(Error{Error::Kind::SignInNeeded, m_fileName,
                                           u"Argo CD rejected the token in this file: it is wrong or has expired"_s,
                                           false, 401}));
    answer(BearerToken{*m_token, m_generation});
}

void FileTokenSource::takeRenewed(quint64 /*generation*/, Secret /*token*/) { }

} // namespace lynceus
