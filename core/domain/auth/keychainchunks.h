#pragma once

#include "core/domain/base/secret.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace lynceus {

/// Limit of Windows' Credential Manager in bytes per entry (CRED_MAX_CREDENTIAL_BLOB_SIZE).
inline constexpr qsizetype kSmallestEntryLimit = 2'560;

/// A value split for the keychain: a head under the entry's name and, if it does not fit, parts under their own names.
/// The names contain a mark of the value, so that parts of a new value never overwrite old ones: write the parts, then
/// the head, then remove the old parts; at any time one complete value can be read.
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

/// @param limit bytes per entry, at least 256; 0: no limit.
[[nodiscard]] KeychainChunks keychainChunks(const QString &name, const Secret &value, qsizetype limit);

/// Names of the parts in order, from a head; empty if it is not our format.
[[nodiscard]] std::optional<QStringList> partNames(const QString &name, QByteArrayView head);

/// Joins head and parts; empty if something is missing or damaged (the head contains length and checksum).
[[nodiscard]] std::optional<Secret> joinedChunks(QByteArrayView head, const std::vector<QByteArray> &parts);

} // namespace lynceus
