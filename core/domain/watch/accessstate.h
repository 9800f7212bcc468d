#pragma once

#include "core/domain/rollout/observation.h"
#include "core/domain/watch/fetchplan.h"

#include <optional>

namespace lynceus {

/// An error SignInNeeded without an HTTP status: no server rejected a token, there is none to send, because keychain or
/// file do not give it. The message says why.
[[nodiscard]] bool lacksToken(const Error &error);

/// How the instance answers, folded from single answers and failures; see Access.
/// Instants are the server's clock.
class AccessState final
{
public:
    /// A good answer to a GET of @p source (Application, Tree or Managed).
    void answered(Fetch source, Instant at);
    /// A good frame of a stream about @p source. It proves nothing about the sign-in: streams outlive tokens.
    void heard(Fetch source);
    void failed(Fetch source, const Error &error, Instant at);
    /// The application was deleted: a stream of the list said so.
    void deleted(Instant at);
    /// The list of applications was read; @p shows: the application is in it.
    void listed(bool shows, Instant at);
    /// The server ignores our token and answers as it does to everybody: what is not shown says nothing.
    void tokenIgnored(const Error &error, Instant at);

    /// An application that is not there and never was may be created yet: it is not gone.
    void awaitCreation() { m_awaitsCreation = true; }

    /// For how long list and application must agree that it is gone. Rights that are evaluated anew, a restarting
    /// server and a replaced application make it disappear for moments.
    static constexpr Duration kGoneAfter{15'000};

    /// Must be called with growing instants: time alone makes an outage of a moment one that is worth telling.
    void settle(Instant now);

    [[nodiscard]] Access access() const { return m_access; }
    [[nodiscard]] Instant since() const { return m_since; }
    /// Safe text of the error behind it, empty while all is well.
    [[nodiscard]] const QString &message() const { return m_message; }
    /// See lacksToken(): signing in again is no remedy.
    [[nodiscard]] bool isTokenLacking() const
    {
        return m_access == Access::SignIn && trouble() && lacksToken(*trouble());
    }
    /// The application was read at least once.
    [[nodiscard]] bool everGood() const { return m_everGood; }
    /// The server says that the application is not there, and it is not known yet whether that is so.
    [[nodiscard]] bool isMissing() const { return m_absentSince.has_value() && !m_gone; }
    /// The newest answer that the application is not there, while it is not.
    [[nodiscard]] std::optional<Instant> missingAt() const { return m_absentAt; }
    [[nodiscard]] bool isTokenIgnored() const { return m_ignoredToken.has_value(); }
    /// The last error of the application, while it cannot be read.
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
    bool m_isListed = false;                ///< the list shows it although it cannot be read
    std::optional<Instant> m_absentSince;   ///< the first 403 or 404 since it was last seen
    std::optional<Instant> m_absentAt;      ///< the newest
    std::optional<Instant> m_unlistedSince; ///< the first list without it since it was last seen
    std::optional<Instant> m_unlistedAt;    ///< the newest
    std::optional<Error> m_ignoredToken;
    std::optional<QString> m_gone;
    Access m_access = Access::Connecting;
    Instant m_since{};
    QString m_message;
};

} // namespace lynceus
