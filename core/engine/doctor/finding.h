#pragma once

#include "core/domain/base/result.h"

#include <QString>

#include <optional>
#include <vector>

namespace lynceus {

/// What one check found out.
struct Finding
{
    enum class State {
        Ok,
        Unknown, ///< it could not be found out
        Warning, ///< it works, or is not needed now, but somebody should know
        Bad,     ///< something does not work
    };

    QString check; ///< a word for scripts: "keychain", "clock"
    State state = State::Ok;
    QString sentence;                ///< without full stop
    QString remedy;                  ///< what to do, without full stop; empty if nothing
    std::optional<Error::Kind> kind; ///< Bad: what it comes to

    friend bool operator==(const Finding &, const Finding &) = default;
};

using Findings = std::vector<Finding>;

} // namespace lynceus
