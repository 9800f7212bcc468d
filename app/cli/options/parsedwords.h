#pragma once

#include "app/cli/options/commandspec.h"
#include "core/domain/base/secret.h"

#include <QHash>
#include <QStringList>

#include <vector>

namespace lynceus {

/// The words of one command, grouped by option, not yet parsed.
struct ParsedWords
{
    const CommandSpec *command = nullptr;
    QHash<QString, QStringList> values; ///< by long name, in order; empty list for switches
    QStringList words;                  ///< positional arguments
    std::vector<Secret> tokens;         ///< of --auth-token
    std::vector<Secret> headers;        ///< of --header

    [[nodiscard]] bool has(const QString &option) const { return values.contains(option); }
    [[nodiscard]] QStringList all(const QString &option) const { return values.value(option); }
    /// The last value of @p option wins; empty if there is none.
    [[nodiscard]] QString last(const QString &option) const
    {
        const auto found = values.value(option);
        return found.isEmpty() ? QString() : found.back();
    }
};

} // namespace lynceus
