#pragma once

#include "core/domain/argocd/answer.h"
#include "core/domain/base/secret.h"
#include "core/domain/http/proxyenvironment.h"
#include "core/io/http/outgoingrequest.h"

#include <vector>

namespace lynceus {

/// What was sent with a request and must not come back in words: a server or a gateway may quote a token, the value of
/// a header or a password in its errors, which are shown, logged and put into bug reports. Patterns know some of them,
/// this knows all: whole, as the credential behind its scheme (`Basic` unpacked, too), and in every form of
/// encodedForms(). Values of fewer than kShortest bytes are no secrets that could be told from words.
class CredentialScrubber final
{
public:
    static constexpr qsizetype kShortest = 6;

    /// All headers but those that are ours and public, and the passwords, codes and tokens of a body that is a form or
    /// a JSON object. @param proxy through which it is sent; its user and password count, too.
    explicit CredentialScrubber(const OutgoingRequest &sent, const ProxyServer *proxy = nullptr);

    /// "…" in its place.
    [[nodiscard]] QByteArray removedFrom(QByteArray text) const;
    [[nodiscard]] QString removedFrom(const QString &text) const;
    /// From all that may become words.
    [[nodiscard]] TransportOutcome removedFrom(TransportOutcome outcome) const;

private:
    void add(const QByteArray &value);
    void addCookies(const QByteArray &value);
    void addForms(const QByteArray &value);
    void addBody(const QByteArray &body);

    std::vector<Secret> m_values; ///< the longest first: one may be part of another
};

} // namespace lynceus
