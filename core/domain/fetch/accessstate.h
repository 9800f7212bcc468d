#pragma once

#include "core/domain/fetch/fetchplan.h"
#include "core/domain/rollout/verdict/observation.h"

#include <optional>

namespace lynceus {

/// Whether the error is SignInNeeded without an HTTP status: the server did not reject a token; keychain or file did
/// not provide one. The message has the reason.
[[nodiscard]] bool lacksToken(const Error &error);

/// Access to an instance, folded from answers and failures; see Access. Instants are by the server's clock.
class AccessState final
{
public:
    /// A successful answer to a GET of @p source (Application, Tree or Managed).
    void answered(Fetch source, Instant at);
    /// A valid frame of a stream of @p source. Proves nothing about the sign-in: streams outlive tokens.
    void received(Fetch source);
    void failed(Fetch source, const Error &error, Instant at);
    /// A list stream reported that the application was deleted.
    void deleted(Instant at);
    /// The list of applications was read; @p shows: it contains the application.
    void listed(bool shows, Instant at);
    /// The server ignores our token and answers as to anonymous users, so missing applications prove nothing.
    void tokenIgnored(const Error &error, Instant at);

    /// An application that never existed may still be created; it does not count as gone.
    void awaitCreation() { m_awaitsCreation = true; }

    /// How long list and application must agree that it is gone. Re-evaluated permissions, a restarting server and a
    /// replaced application make it disappear for a few seconds.
    static constexpr Duration kGoneAfter{15'000};

    /// Call with increasing instants: an outage counts only after some time.
    void settle(Instant now);

    [[nodiscard]] Access access() const { return m_access; }
    [[nodiscard]] Instant since() const { return m_since; }
    /// Message of the error, without secrets; empty if there is none.
    [[nodiscard]] const QString &message() const { return m_message; }
    /// See lacksToken(); signing in again does not help.
    [[nodiscard]] bool isTokenLacking() const
    {
        return m_access == Access::SignIn && trouble() && lacksToken(*trouble());
    }
    /// The application was read at least once.
    [[nodiscard]] bool everGood() const { return m_everGood; }
    /// The server reports that the application is missing, which is not confirmed yet.
    [[nodiscard]] bool isMissing() const { return m_absentSince.has_value() && !m_gone; }
    /// Time of the newest answer that the application is missing; empty if it exists.
    [[nodiscard]] std::optional<Instant> missingAt() const { return m_absentAt; }
    [[nodiscard]] bool isTokenIgnored() const { return m_ignoredToken.has_value(); }
    /// Last error of the application; empty if it can be read.
    [[nodiscard]] const std::optional<Error> &trouble() const
    {
        return m_ignoredToken ? m_ignoredToken : m_application.error;
    }

private:
    struct Source
    {
        std::optional<Error> error;
        Instant since{};
    };

    [[nodiscard]] Source &source(Fetch fetch);
    void thereAgain();
    [[nodiscard]] bool isNotCreated() const;
    [[nodiscard]] bool agreesThatItIsGone() const;
    [[nodiscard]] Access accessAt(Instant now, QString &message) const;

    Source m_application;
    Source m_tree;
    Source m_managed;
    int m_refusals = 0; ///< 401 in a row
    bool m_everGood = false;
    bool m_awaitsCreation = false;
    bool m_isListed = false;                ///< the list contains it although it cannot be read
    std::optional<Instant> m_absentSince;   ///< first 403 or 404 since it was last read
    std::optional<Instant> m_absentAt;      ///< the newest 403 or 404
    std::optional<Instant> m_unlistedSince; ///< first list without it since it was last seen
    std::optional<Instant> m_unlistedAt;    ///< the newest list without it
    std::optional<Error> m_ignoredToken;
    std::optional<QString> m_gone;
    Access m_access = Access::Connecting;
    Instant m_since{};
    QString m_message;
};

} // namespace lynceus
