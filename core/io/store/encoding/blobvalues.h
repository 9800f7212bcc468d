#pragma once

#include "core/io/store/encoding/blobreader.h"
#include "core/io/store/encoding/blobwriter.h"
#include "core/io/store/encoding/fields.h"

#include <QStringList>

#include <chrono>
#include <concepts>
#include <map>
#include <optional>
#include <type_traits>
#include <vector>

namespace lynceus::detail {

// Fields in order, without names: a quarter of the size and a twentieth of the time of maps. Only for data that can be
// discarded when its fingerprint differs.

inline void put(BlobWriter &blob, bool value)
{
    blob.number(static_cast<quint8>(value));
}
inline void take(BlobReader &blob, bool &value)
{
    value = blob.number() != 0;
}

/// Zigzag encoding keeps small negative numbers small: 0, -1, 1, -2 become 0, 1, 2, 3.
void put(BlobWriter &blob, std::signed_integral auto value)
{
    const auto wide = static_cast<qint64>(value);
    blob.number((static_cast<quint64>(wide) << 1) ^ static_cast<quint64>(wide >> 63));
}
void take(BlobReader &blob, std::signed_integral auto &value)
{
    const auto folded = blob.number();
    value = static_cast<std::remove_reference_t<decltype(value)>>(static_cast<qint64>(folded >> 1)
                                                                  ^ -static_cast<qint64>(folded & 1));
}

inline void put(BlobWriter &blob, const QString &value)
{
    blob.text(value);
}
inline void take(BlobReader &blob, QString &value)
{
    value = blob.text();
}

inline void put(BlobWriter &blob, const QStringList &values)
{
    blob.number(static_cast<quint32>(values.size()));
    for (const auto &value : values)
        blob.text(value);
}
inline void take(BlobReader &blob, QStringList &values)
{
    values.clear();
    for (auto left = blob.number(); left > 0 && !blob.isBroken(); --left)
        values.push_back(blob.text());
}

template<typename E>
requires std::is_enum_v<E>
void put(BlobWriter &blob, E value)
{
    blob.number(static_cast<quint8>(value));
}
template<typename E>
requires std::is_enum_v<E>
void take(BlobReader &blob, E &value)
{
    value = static_cast<E>(blob.number());
}

template<typename Clock, typename Unit>
void put(BlobWriter &blob, const std::chrono::time_point<Clock, Unit> &value)
{
    put(blob, static_cast<qint64>(value.time_since_epoch().count()));
}
template<typename Clock, typename Unit>
void take(BlobReader &blob, std::chrono::time_point<Clock, Unit> &value)
{
    qint64 count = 0;
    take(blob, count);
    value = std::chrono::time_point<Clock, Unit>{Unit{count}};
}

// Declared first because values contain each other.
template<HasFields T>
void put(BlobWriter &blob, const T &value);
template<HasFields T>
void take(BlobReader &blob, T &value);

template<typename T>
void put(BlobWriter &blob, const std::optional<T> &value)
{
    put(blob, value.has_value());
    if (value)
        put(blob, *value);
}
template<typename T>
void take(BlobReader &blob, std::optional<T> &value)
{
    bool there = false;
    take(blob, there);
    value.reset();
    if (there)
        take(blob, value.emplace());
}

template<typename T>
void put(BlobWriter &blob, const std::vector<T> &values)
{
    blob.number(static_cast<quint32>(values.size()));
    for (const auto &value : values)
        put(blob, value);
}
template<typename T>
void take(BlobReader &blob, std::vector<T> &values)
{
    values.clear();
    // One by one: with a damaged size, reading stops at the end of the bytes without allocating memory for it.
    for (auto left = blob.number(); left > 0 && !blob.isBroken(); --left)
        take(blob, values.emplace_back());
}

inline void put(BlobWriter &blob, const std::map<QString, QString> &table)
{
    blob.number(static_cast<quint32>(table.size()));
    for (const auto &[key, value] : table) {
        blob.text(key);
        blob.text(value);
    }
}
inline void take(BlobReader &blob, std::map<QString, QString> &table)
{
    table.clear();
    for (auto left = blob.number(); left > 0 && !blob.isBroken(); --left) {
        auto key = blob.text();
        table.emplace_hint(table.end(), std::move(key), blob.text());
    }
}

template<HasFields T>
void put(BlobWriter &blob, const T &value)
{
    forEachField<T>([&](const auto &entry) { put(blob, value.*entry.member); });
}
template<HasFields T>
void take(BlobReader &blob, T &value)
{
    forEachField<T>([&](const auto &entry) { take(blob, value.*entry.member); });
}

template<typename T>
struct Inner
{
    using Type = T;
};
template<typename T>
struct Inner<std::optional<T>> : Inner<T>
{ };
template<typename T>
struct Inner<std::vector<T>> : Inner<T>
{ };

/// Changes whenever a field is added, removed, renamed, moved or changes its size, including nested fields.
template<typename T>
constexpr quint32 fingerprint(quint32 seed)
{
    constexpr quint32 kPrime = 16777619; // FNV-1a
    if constexpr (HasFields<T>) {
        forEachField<T>([&seed]<typename Owner, typename Member>(const Field<Owner, Member> &entry) {
            for (const char *letter = entry.name; *letter != '\0'; ++letter)
                seed = (seed ^ static_cast<quint32>(*letter)) * kPrime;
            seed = (seed ^ static_cast<quint32>(sizeof(Member))) * kPrime;
            seed = fingerprint<typename Inner<Member>::Type>(seed);
        });
    }
    return seed;
}

} // namespace lynceus::detail
