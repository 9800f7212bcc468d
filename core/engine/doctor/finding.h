#pragma once

#include "core/domain/base/result.h"

#include <QString>

#include <optional>
#include <vector>

namespace lynceus {

/// Result of one check.
struct Finding
{
    enum class State {
        Ok,
        Unknown, ///< could not be checked
        Warning, ///< works, or is not needed now, but the user should know
        Bad,     ///< does not work
    };

    QString check; ///< stable name for scripts: "keychain", "clock"
    State state = State::Ok;
    QString sentence;                ///< without full stop
    QString remedy;                  ///< what to do, without full stop; may be empty
    std::optional<Error::Kind> kind; ///< for Bad: kind of the error

    friend bool operator==(const Finding &, const Finding &) = default;
};

using Findings = std::vector<Finding>;

} // namespace lynceus
