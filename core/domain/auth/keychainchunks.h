#pragma once

#include "core/domain/base/secret.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace lynceus {

/// Windows' Credential Manager takes 2,560 bytes an entry (CRED_MAX_CREDENTIAL_BLOB_SIZE).
inline constexpr qsizetype kSmallestEntryLimit = 2'560;

/// A value as it is written: a head under the entry's own name, and the rest, if it does not fit, under names of their
/// own. Those carry a mark of the value, so that a new value's parts never overwrite the old one's: write the parts,
/// then the head, then remove the old parts, and at any moment one whole value can be read.
struct KeychainChunks
{
    struct Part
    {
        QString name;
        QByteArray bytes;
    };
    QByteArray head;
    std::vector<Part> parts;
};

/// @param limit bytes an entry, 256 at least; 0: there is no limit.
[[nodiscard]] KeychainChunks keychainChunks(const QString &name, const Secret &value, qsizetype limit);

/// What a head says: names of the parts to read, in their order; nothing if it is no head of ours.
[[nodiscard]] std::optional<QStringList> partNames(const QString &name, QByteArrayView head);

/// Head and parts put together; nothing if something is missing or damaged: length and check sum are in the head.
[[nodiscard]] std::optional<Secret> joinedChunks(QByteArrayView head, const std::vector<QByteArray> &parts);

} // namespace lynceus
