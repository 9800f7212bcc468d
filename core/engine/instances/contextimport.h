#pragma once

#include "core/engine/instances/importablecontext.h"
#include "core/engine/instances/instanceregistry.h"
#include "core/io/keychain/keychain.h"

#include <QFuture>

namespace lynceus {

/// The contexts in the argocd CLI's file, checked against the existing @p instances; an empty name means the default
/// path. Errors: NotFound if the file does not exist, BadInput if it cannot be read or parsed. Messages contain no
/// tokens.
[[nodiscard]] Result<std::vector<ImportableContext>> importableContexts(const QString &file,
                                                                        const std::vector<Instance> &instances);

/// Adds the named contexts to @p book and, if @p takesTokens, stores their tokens in @p keychain. All or none: if the
/// keychain rejects one token, nothing is added. Returns the ids in the order of the file. Settles exactly once, and
/// never after @p context was destroyed. Errors: NotFound for an unknown name; those of importableContexts() and
/// InstanceRegistry::addAll(); SignInNeeded with the message of the keychain.
[[nodiscard]] QFuture<Result<QStringList>> importContexts(InstanceRegistry &registry, Keychain &keychain,
                                                          const QString &file, const QStringList &names,
                                                          bool takesTokens, QObject *context);

/// Removes only the tokens from the file; see withoutTokens(). Atomic; keeps the file's permissions. BadInput with the
/// reason; nothing was changed then. @p read: the bytes that were imported. If the file has changed since, the argocd
/// CLI has signed in again, and its changes must stay.
[[nodiscard]] Result<void> removeImportedTokens(const QString &file, const QByteArray &read);
[[nodiscard]] Result<QByteArray> contextsText(const QString &file);

} // namespace lynceus
