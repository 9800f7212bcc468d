#pragma once

#include "core/engine/instances/importablecontext.h"
#include "core/engine/instances/instanceregistry.h"
#include "core/io/keychain/keychain.h"

#include <QFuture>

namespace lynceus {

/// The contexts of the official client's file, as they would be beside @p instances; an empty name means the usual
/// place. Errors: NotFound if there is none, BadInput if it cannot be read or understood. No token is in any message.
[[nodiscard]] Result<std::vector<ImportableContext>> importableContexts(const QString &file,
                                                                        const std::vector<Instance> &instances);

/// Adds those with these names to @p book; their tokens go into @p keychain if @p takesTokens. All or none: if the
/// keychain takes one token not, nothing is added. The results are the ids, in the order of the file. Settles exactly
/// once, never after @p context died. Errors: NotFound for a name that is not there; as importableContexts(),
/// InstanceRegistry::addAll(), and SignInNeeded with the keychain's sentence.
[[nodiscard]] QFuture<Result<QStringList>> importContexts(InstanceRegistry &book, Keychain &keychain,
                                                          const QString &file, const QStringList &names,
                                                          bool takesTokens, QObject *context);

/// Removes the tokens from that file, and nothing else: see withoutTokens(). Atomic, with the rights that it had.
/// BadInput: why it cannot be done; then nothing was changed. @p read: its bytes as they were imported: if it has
/// changed since, the official client has signed in again, and what it wrote must stay.
[[nodiscard]] Result<void> removeImportedTokens(const QString &file, const QByteArray &read);
[[nodiscard]] Result<QByteArray> contextsText(const QString &file);

} // namespace lynceus
