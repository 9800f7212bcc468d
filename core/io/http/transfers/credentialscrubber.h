#pragma once

#include "core/domain/argocd/responses/answer.h"
#include "core/domain/base/secret.h"
#include "core/domain/http/proxyenvironment.h"
#include "core/io/http/connections/outgoingrequest.h"

#include <vector>

namespace lynceus {

/// Removes the credentials of a request from text that comes back: a server or a gateway may quote a token, a header
/// value or a password in its errors, which are shown, logged and put into bug reports. Unlike patterns, it knows all
/// sent values: complete, as the credential after its scheme (`Basic` also decoded), and in every form of
/// encodedForms(). Ignores values of fewer than kShortest bytes, which ordinary words could match.
class CredentialScrubber final
{
public:
    static constexpr qsizetype kShortest = 6;

    /// Covers all headers except our own public ones, and passwords, codes and tokens in a body that is a form or a
    /// JSON object. @param proxy through which it is sent; covers its user and password.
    explicit CredentialScrubber(const OutgoingRequest &sent, const ProxyServer *proxy = nullptr);

    /// Replaces them by "…".
    [[nodiscard]] QByteArray removedFrom(QByteArray text) const;
    [[nodiscard]] QString removedFrom(const QString &text) const;
    /// Removes them from all parts that may become text.
    [[nodiscard]] TransportOutcome removedFrom(TransportOutcome outcome) const;

private:
    void add(const QByteArray &value);
    void addCookies(const QByteArray &value);
    void addForms(const QByteArray &value);
    void addBody(const QByteArray &body);

    std::vector<Secret> m_values; ///< longest first, because one may contain another
};

} // namespace lynceus
