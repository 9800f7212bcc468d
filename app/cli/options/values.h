#pragma once

#include "app/cli/options/options.h"
#include "core/domain/base/result.h"

#include <array>

namespace lynceus {

// Each turns the value of one option into what it means. Error::Kind::BadInput: `asked` is "--option VALUE",
// the message says what is wrong and what would be right.

[[nodiscard]] Result<ApplicationName> applicationName(const QString &asked, const QString &text);
/// `NAME` or `NAME=IMAGE`.
[[nodiscard]] Result<WaitTarget> waitTarget(const QString &text);
[[nodiscard]] Result<ImageReference> imageValue(const QString &asked, const QString &text);
[[nodiscard]] Result<Duration> durationValue(const QString &option, const QString &text, Duration least);
[[nodiscard]] Result<quint16> portValue(const QString &text);
[[nodiscard]] Result<double> speedValue(const QString &text);
/// "/argocd": one leading slash, none at the end.
[[nodiscard]] Result<QString> basePathValue(const QString &text);
[[nodiscard]] Result<std::pair<QByteArray, Secret>> headerValue(const Secret &header);
[[nodiscard]] Result<OutputFormat> formatValue(const QString &text, const std::vector<OutputFormat> &allowed);
/// `NAME=STANDIN`, for a recording.
[[nodiscard]] Result<std::pair<QString, QString>> replacementValue(const QString &text);
[[nodiscard]] Result<HealthStatus> healthValue(const QString &text);
[[nodiscard]] Result<SyncStatus> syncValue(const QString &text);

/// " (did you mean "a" or "b"?)", empty if nothing is near.
[[nodiscard]] QString didYouMean(const QString &word, const QStringList &candidates);

/// The value of @p option that is one of @p choices, by its stable name.
template<typename E, std::size_t Count>
[[nodiscard]] Result<E> choiceValue(const QString &option, const QString &text, const std::array<E, Count> &choices)
{
    QStringList names;
    for (const auto choice : choices) {
        names += nameOf(choice);
        if (names.back() == text)
            return choice;
    }
    auto hint = didYouMean(text, names);
    if (hint.isEmpty())
        hint = QStringLiteral("; use one of %1").arg(names.join(QStringLiteral(", ")));
    return badInput(QStringLiteral("unknown value") + hint, option + QLatin1Char(' ') + text);
}

} // namespace lynceus
