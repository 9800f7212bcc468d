#pragma once

#include "core/io/keychain/keychain.h"

namespace lynceus {

/// A keychain that stores nothing: tokens are lost on exit. Used by the demo, so that the user's data is not touched.
class NoKeychain final : public Keychain
{
public:
    void read(const QString &name, QObject *context, Answer<std::optional<Secret>> answer) override;
    void write(const QString &name, Secret value, QObject *context, Answer<void> answer) override;
    void remove(const QString &name, QObject *context, Answer<void> answer) override;
};

} // namespace lynceus
