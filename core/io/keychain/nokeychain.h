#pragma once

#include "core/io/keychain/keychain.h"

namespace lynceus {

/// A keychain that is not there: tokens live as long as the program. The demo's, so that it touches nothing of the
/// person's.
class NoKeychain final : public Keychain
{
public:
    void read(const QString &name, QObject *context, Answer<std::optional<Secret>> answer) override;
    void write(const QString &name, Secret value, QObject *context, Answer<void> answer) override;
    void remove(const QString &name, QObject *context, Answer<void> answer) override;
};

} // namespace lynceus
