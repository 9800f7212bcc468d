#pragma once

#include "core/domain/argocd/requests/requests.h"
#include "core/io/http/requests/httpclient.h"
#include "tests/support/rawserver.h"

#include <ostream>
#include <vector>

namespace lynceus::test {

/// Never to be seen anywhere but in the Authorization header.
inline constexpr const char *kToken = "eyJhbGciOiJIUzI1NiJ9.c2VjcmV0LXBheWxvYWQ.c2VjcmV0LXNpZ25hdHVyZQ";

/// A kind of request, with a good answer to it.
struct Kind
{
    const char *name;
    ApiPath path;
    BodyForm form = BodyForm::OneValue;
    QByteArray body; ///< of streams: three whole events
    bool isStream = false;

    [[nodiscard]] QByteArray contentType() const { return isStream ? "text/event-stream" : "application/json"; }
};

[[nodiscard]] std::vector<Kind> requestKinds();
[[nodiscard]] std::vector<Kind> streamKinds();

/// Head of an answer, blank line included; @p fields without the last line end.
[[nodiscard]] QByteArray head(const QByteArray &status, const QByteArray &fields = {});
[[nodiscard]] QByteArray chunk(const QByteArray &bytes);
/// A whole answer with its length.
[[nodiscard]] QByteArray answer(const QByteArray &status, const QByteArray &type, const QByteArray &body);
[[nodiscard]] QByteArray json(const QByteArray &body);

/// Head of the right type for @p kind.
[[nodiscard]] QByteArray typed(const Kind &kind, const QByteArray &more = {});
/// "Content-Length: …"
[[nodiscard]] QByteArray length(qsizetype bytes);
/// In the middle of a value, never between two lines.
[[nodiscard]] QByteArray half(const QByteArray &body);

[[nodiscard]] InstanceAccess accessTo(const QUrl &url);

/// One way to break an answer.
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

// GoogleTest prints parameters byte by byte otherwise.
inline void PrintTo(const Kind &kind, std::ostream *out)
{
    *out << kind.name;
}
inline void PrintTo(const WireFault &fault, std::ostream *out)
{
    *out << fault.name;
}

/// One way to send an answer that is whole.
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
