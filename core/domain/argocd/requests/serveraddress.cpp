#include "core/domain/argocd/requests/requests.h"
#include "core/domain/redaction/redact.h"

#include <algorithm>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kExample = "use for example https://argocd.acme.example or argocd.acme.example/team"_L1;

tl::unexpected<Error> badAddress(const QString &shown, const QString &reason)
{
    return badInput(u"server address \"%1\": %2; %3"_s.arg(shown, reason, kExample), shown);
}

// The text for display: it may contain a password although it must not.
QString shownAddress(const QString &text)
{
    const auto at = text.lastIndexOf(u'@');
    const auto scheme = text.indexOf("://"_L1);
    const auto withoutUser =
        at < 0 ? text : text.first(scheme < 0 || scheme > at ? 0 : scheme + 3) + u"…@"_s + text.sliced(at + 1);
    return redactedText(withoutUser);
}

/// The problem of an address with a scheme; empty if there is none.
QString faultIn(const QString &text, const QUrl &url)
{
    const auto rest = QStringView(text).sliced(text.indexOf("://"_L1) + 3);
    if (rest.contains("://"_L1))
        return u"it has two schemes"_s;
    if (url.scheme() != "https"_L1 && url.scheme() != "http"_L1)
        return u"the scheme must be https or http"_s;
    if (std::ranges::any_of(text, [](QChar c) { return c.isSpace() || !c.isPrint(); }))
        return u"it contains a space or a control character"_s;
    const auto authority = rest.first(rest.contains(u'/') ? rest.indexOf(u'/') : rest.size());
    if (!authority.startsWith(u'[') && authority.count(u':') > 1)
        return u"an IPv6 address must be in brackets"_s;
    if (rest.isEmpty() || rest.startsWith(u'/') || rest.startsWith(u':') || rest.startsWith(u'?')
        || rest.startsWith(u'#'))
        return u"the host is missing"_s;
    if (rest.contains(u'@'))
        return u"it must not contain a user or password; sign in with a token"_s;
    if (rest.contains(u'?') || rest.contains(u'#'))
        return u"it must not contain \"?\" or \"#\""_s;
    if (authority.endsWith(u':') || url.port() == 0)
        return u"the port must be a number from 1 to 65535"_s;
    if (!url.isValid() || url.host().isEmpty())
        return u"the host or port is invalid"_s;
    const auto segments = url.path(QUrl::FullyDecoded).split(u'/');
    if (segments.contains(u"."_s) || segments.contains(u".."_s))
        return u"the path must not contain \".\" or \"..\""_s;
    return {};
}

} // namespace

Result<QUrl> parseServerAddress(const QString &text)
{
    auto address = text.trimmed();
    if (address.isEmpty())
        return badInput(u"the server address is empty; %1"_s.arg(kExample));
    if (!address.contains("://"_L1))
        address.prepend("https://"_L1);
    while (address.endsWith(u'/') && !address.endsWith("://"_L1))
        address.chop(1);
    const QUrl url(address, QUrl::StrictMode);
    if (const auto fault = faultIn(address, url); !fault.isEmpty())
        return badAddress(shownAddress(text.trimmed()), fault);
    return url;
}

} // namespace lynceus
