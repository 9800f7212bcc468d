#pragma once

#include "core/domain/base/secret.h"

#include <QObject>
#include <QString>

#include <functional>
#include <optional>

#include <tl/expected.hpp>

namespace lynceus {

/// Why the keychain did not do what was asked.
struct KeychainProblem
{
    enum class Kind {
        Locked,   ///< a person can unlock it
        Absent,   ///< there is none here: no session bus, no service, no backend
        Denied,   ///< a person or a rule refused
        TimedOut, ///< it did not answer; it may be asking the person somewhere
        Failed,   ///< anything else, damaged entries included
    };
    Kind kind = Kind::Failed;
    QString message; ///< one sentence: what is wrong and the way on
};

template<typename T>
using KeychainResult = tl::expected<T, KeychainProblem>;

/// Secrets by name in the system's keychain. Answers come later, once, and never after @p context died; each is there
/// within a deadline of its own. Nothing is ever written anywhere else.
class Keychain
{
public:
    template<typename T>
    using Answer = std::function<void(KeychainResult<T>)>;

    Keychain() = default;
    Keychain(const Keychain &) = delete;
    Keychain &operator=(const Keychain &) = delete;
    virtual ~Keychain() = default;

    /// Nothing if there is no such entry, and the keychain is known to be open.
    virtual void read(const QString &name, QObject *context, Answer<std::optional<Secret>> answer) = 0;
    /// Replaces as a whole: until the new value is stored, the old one can be read.
    virtual void write(const QString &name, Secret value, QObject *context, Answer<void> answer) = 0;
    /// Verified: success means that it can no longer be read. Fine if there was none.
    virtual void remove(const QString &name, QObject *context, Answer<void> answer) = 0;
};

} // namespace lynceus
