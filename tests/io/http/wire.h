#pragma once

#include "core/domain/argocd/requests/requests.h"
#include "core/io/http/requests/httpclient.h"
#include "tests/support/rawserver.h"

#include <ostream>
#include <vector>

namespace lynceus::test {

/// Must not appear anywhere except in the Authorization header.
inline constexpr const char *kToken = "eyJhbGciOiJIUzI1NiJ9.c2VjcmV0LXBheWxvYWQ.c2VjcmV0LXNpZ25hdHVyZQ";

/// A kind of request with a valid answer.
struct Kind
{
    const char *name;
    ApiPath path;
    BodyForm form = BodyForm::OneValue;
    QByteArray body; ///< for streams: three complete events
    bool isStream = false;

    [[nodiscard]] QByteArray contentType() const { return isStream ? "text/event-stream" : "application/json"; }
};

[[nodiscard]] std::vector<Kind> requestKinds();
[[nodiscard]] std::vector<Kind> streamKinds();

/// Head of an answer with the blank line; @p fields without the final line break.
[[nodiscard]] QByteArray head(const QByteArray &status, const QByteArray &fields = {});
[[nodiscard]] QByteArray chunk(const QByteArray &bytes);
/// A complete answer with its length.
[[nodiscard]] QByteArray answer(const QByteArray &status, const QByteArray &type, const QByteArray &body);
[[nodiscard]] QByteArray json(const QByteArray &body);

/// Head with the content type of @p kind.
[[nodiscard]] QByteArray typed(const Kind &kind, const QByteArray &more = {});
/// "Content-Length: …"
[[nodiscard]] QByteArray length(qsizetype bytes);
/// Cut in the middle of a value, never between two lines.
[[nodiscard]] QByteArray half(const QByteArray &body);

[[nodiscard]] InstanceAccess accessTo(const QUrl &url);

/// One way in which an answer can be broken.
struct WireFault
{
    const char *name;
    std::function<Script(const Kind &)> script;
    Error::Kind requestError;
    Error::Kind streamError;
    Duration inactivity{20'000};
    Duration deadline{60'000};
    qint64 cap = 64LL * 1024 * 1024;
};

[[nodiscard]] std::vector<WireFault> wireFaults();

// Otherwise GoogleTest prints parameters byte by byte.
inline void PrintTo(const Kind &kind, std::ostream *out)
{
    *out << kind.name;
}
inline void PrintTo(const WireFault &fault, std::ostream *out)
{
    *out << fault.name;
}

/// One way to send a complete answer.
struct WireFraming
{
    const char *name;
    std::function<Script(const Kind &)> script;
};

[[nodiscard]] std::vector<WireFraming> wireFramings();

inline void PrintTo(const WireFraming &framing, std::ostream *out)
{
    *out << framing.name;
}

} // namespace lynceus::test
