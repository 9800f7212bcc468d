#pragma once

#include "app/cli/options/options.h"
#include "core/domain/base/result.h"

#include <array>

namespace lynceus {

// Each function parses the value of one option. Error::Kind::BadInput: `asked` is "--option VALUE"; the message tells
// what is wrong and what is valid.

[[nodiscard]] Result<ApplicationName> applicationName(const QString &asked, const QString &text);
/// `NAME` or `NAME=IMAGE`.
[[nodiscard]] Result<WaitTarget> waitTarget(const QString &text);
[[nodiscard]] Result<ImageReference> imageValue(const QString &asked, const QString &text);
[[nodiscard]] Result<Duration> durationValue(const QString &option, const QString &text, Duration least);
[[nodiscard]] Result<quint16> portValue(const QString &text);
[[nodiscard]] Result<double> speedValue(const QString &text);
/// "/argocd": one leading slash, no trailing one.
[[nodiscard]] Result<QString> basePathValue(const QString &text);
[[nodiscard]] Result<std::pair<QByteArray, Secret>> headerValue(const Secret &header);
[[nodiscard]] Result<OutputFormat> formatValue(const QString &text, const std::vector<OutputFormat> &allowed);
/// `NAME=REPLACEMENT`, for a recording.
[[nodiscard]] Result<std::pair<QString, QString>> replacementValue(const QString &text);
[[nodiscard]] Result<HealthStatus> healthValue(const QString &text);
[[nodiscard]] Result<SyncStatus> syncValue(const QString &text);

/// " (did you mean "a" or "b"?)"; empty if no candidate is similar.
[[nodiscard]] QString didYouMean(const QString &word, const QStringList &candidates);

/// Parses the value of @p option, which must be the stable name of one of @p choices.
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
