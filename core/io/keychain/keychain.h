#pragma once

#include "core/domain/base/secret.h"

#include <QObject>
#include <QString>

#include <functional>
#include <optional>

#include <tl/expected.hpp>

namespace lynceus {

/// Why a keychain operation failed.
struct KeychainProblem
{
    enum class Kind {
        Locked,   ///< the user can unlock it
        Absent,   ///< not available: no session bus, no service, no backend
        Denied,   ///< refused by the user or by a rule
        TimedOut, ///< did not answer; may be waiting for the user
        Failed,   ///< anything else, including damaged entries
    };
    Kind kind = Kind::Failed;
    QString message; ///< one sentence with problem and remedy
};

template<typename T>
using KeychainResult = tl::expected<T, KeychainProblem>;

/// Secrets by name in the system's keychain. Answers are called later, once, and never after @p context was destroyed;
/// each operation has its own deadline. Secrets are never written anywhere else.
class Keychain
{
public:
    template<typename T>
    using Answer = std::function<void(KeychainResult<T>)>;

    Keychain() = default;
    Keychain(const Keychain &) = delete;
    Keychain &operator=(const Keychain &) = delete;
    virtual ~Keychain() = default;

    /// Empty if there is no such entry and the keychain is known to be open.
    virtual void read(const QString &name, QObject *context, Answer<std::optional<Secret>> answer) = 0;
    /// Replaces atomically: the old value can be read until the new one is stored.
    virtual void write(const QString &name, Secret value, QObject *context, Answer<void> answer) = 0;
    /// Verified: after success the entry can no longer be read. Succeeds if there was none.
    virtual void remove(const QString &name, QObject *context, Answer<void> answer) = 0;
};

} // namespace lynceus
