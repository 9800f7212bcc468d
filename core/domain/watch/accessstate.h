#pragma once

#include "core/domain/rollout/observation.h"
#include "core/domain/watch/fetchplan.h"

#include <optional>

namespace lynceus {

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
    /// The application was deleted.
    void deleted(Instant at);

    /// Must be called with growing instants: time alone makes an outage of a moment one that is worth telling.
    void settle(Instant now);

    [[nodiscard]] Access access() const { return m_access; }
    [[nodiscard]] Instant since() const { return m_since; }
    /// Safe text of the error behind it, empty while all is well.
    [[nodiscard]] const QString &message() const { return m_message; }
    /// The application was read at least once.
    [[nodiscard]] bool everGood() const { return m_everGood; }
    /// The last error of the application, while it cannot be read.
    [[nodiscard]] const std::optional<Error> &trouble() const { return m_application.error; }

private:
    struct Source
    {
        std::optional<Error> error;
        Instant since{};
    };

    [[nodiscard]] Source &source(Fetch fetch);
    [[nodiscard]] Access accessAt(Instant now, QString &message) const;

    Source m_application;
    Source m_tree;
    Source m_managed;
    int m_refusals = 0; ///< 401 in a row
    bool m_everGood = false;
    std::optional<QString> m_gone;
    Access m_access = Access::Connecting;
    Instant m_since{};
    QString m_message;
};

} // namespace lynceus
