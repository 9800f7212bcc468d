#pragma once

#include "core/io/store/encoding/enumnames.h"
#include "core/io/store/encoding/fields.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QHash>
#include <QSet>
#include <QUrl>

#include <array>
#include <concepts>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace lynceus::detail {

// Values with Fields become maps by name. Fields with their initial value are omitted, and missing fields keep it:
// stores of earlier versions can be read, and records are small.

template<typename T>
inline constexpr bool kIsList = false;
template<typename T>
inline constexpr bool kIsList<std::vector<T>> = true;
template<typename T>
inline constexpr bool kIsList<QList<T>> = true;
template<typename T, std::size_t N>
inline constexpr bool kIsList<std::array<T, N>> = true;
template<typename T>
inline constexpr bool kIsList<QSet<T>> = true;
template<typename T>
inline constexpr bool kIsTable = false;
template<typename K, typename V>
inline constexpr bool kIsTable<QHash<K, V>> = true;
template<typename K, typename V>
inline constexpr bool kIsTable<std::map<K, V>> = true;

template<typename T>
concept WholeNumber = std::integral<T> && !std::same_as<T, bool>;

inline QCborValue write(bool value)
{
    return value;
}
inline QCborValue write(const QString &value)
{
    return value;
}
inline QCborValue write(const QByteArray &value)
{
    return value;
}
inline QCborValue write(Duration value)
{
    return static_cast<qint64>(value.count());
}
inline QCborValue write(Instant value)
{
    return write(value.time_since_epoch());
}
QCborValue write(const WholeNumber auto &value)
{
    return static_cast<qint64>(value); // 64-bit masks keep their bits
}

template<typename E>
requires std::is_enum_v<E> QCborValue write(E value)
{
    return nameOf(value);
}

// Declared first because values contain each other.
template<HasFields T>
QCborValue write(const T &value);
template<typename T>
QCborValue write(const std::optional<T> &value);
template<typename T>
QCborValue write(const std::shared_ptr<const T> &value);
template<typename T>
requires kIsList<T> QCborValue write(const T &values);
template<typename T>
requires kIsTable<T> QCborValue write(const T &table);

template<typename T>
QCborValue write(const std::optional<T> &value)
{
    return value ? write(*value) : QCborValue(nullptr);
}

template<typename T>
QCborValue write(const std::shared_ptr<const T> &value)
{
    return value ? write(*value) : QCborValue(nullptr);
}

template<typename T>
requires kIsList<T> QCborValue write(const T &values)
{
    QCborArray array;
    for (const auto &value : values)
        array.append(write(value));
    return array;
}

template<typename T>
requires kIsTable<T> QCborValue write(const T &table)
{
    QCborArray array; // keys may be structured values
    for (auto entry = table.begin(); entry != table.end(); ++entry) {
        if constexpr (requires { entry.key(); }) {
            array.append(write(entry.key()));
            array.append(write(entry.value()));
        } else {
            array.append(write(entry->first));
            array.append(write(entry->second));
        }
    }
    return array;
}

template<HasFields T>
void writeInto(QCborMap &map, const T &value, const T &initial)
{
    forEachField<T>([&](const auto &entry) {
        const auto &member = value.*entry.member;
        using Member = std::remove_cvref_t<decltype(member)>;
        if constexpr (std::equality_comparable<Member>) {
            if (member == initial.*entry.member)
                return;
        }
        map.insert(QLatin1StringView(entry.name), write(member));
    });
}

template<HasFields T>
QCborValue write(const T &value)
{
    QCborMap map;
    writeInto(map, value, T{});
    return map;
}

// --- reading: returns false if the value has a wrong type

inline bool read(const QCborValue &from, bool &into)
{
    into = from.toBool();
    return from.isBool();
}
inline bool read(const QCborValue &from, QString &into)
{
    into = from.toString();
    return from.isString();
}
inline bool read(const QCborValue &from, QByteArray &into)
{
    into = from.toByteArray();
    return from.isByteArray();
}
inline bool read(const QCborValue &from, Duration &into)
{
    into = Duration{from.toInteger()};
    return from.isInteger();
}
inline bool read(const QCborValue &from, Instant &into)
{
    into = Instant{Duration{from.toInteger()}};
    return from.isInteger();
}

template<WholeNumber T>
bool read(const QCborValue &from, T &into)
{
    const qint64 number = from.toInteger();
    into = static_cast<T>(number);
    return from.isInteger() && (std::same_as<T, std::uint64_t> || static_cast<qint64>(into) == number);
}

template<typename E>
requires std::is_enum_v<E>
bool read(const QCborValue &from, E &into)
{
    const auto value = from.isString() ? enumFrom<E>(from.toString()) : std::nullopt;
    if (value)
        into = *value;
    return value.has_value();
}

template<HasFields T>
bool read(const QCborValue &from, T &into);
template<typename T>
bool read(const QCborValue &from, std::optional<T> &into);
template<typename T>
bool read(const QCborValue &from, std::shared_ptr<const T> &into);
template<typename T>
requires kIsList<T>
bool read(const QCborValue &from, T &into);
template<typename T>
requires kIsTable<T>
bool read(const QCborValue &from, T &into);

template<typename T>
bool read(const QCborValue &from, std::optional<T> &into)
{
    into.reset();
    return from.isNull() || read(from, into.emplace());
}

template<typename T>
bool read(const QCborValue &from, std::shared_ptr<const T> &into)
{
    into.reset();
    if (from.isNull())
        return true;
    auto value = std::make_shared<T>();
    const bool ok = read(from, *value);
    into = std::move(value);
    return ok;
}

template<typename T, std::size_t N>
bool readArray(const QCborArray &from, std::array<T, N> &into)
{
    bool ok = from.size() <= static_cast<qsizetype>(N);
    for (qsizetype at = 0; ok && at < from.size(); ++at)
        ok = read(from.at(at), into[static_cast<std::size_t>(at)]);
    return ok;
}

template<typename T>
requires kIsList<T>
bool read(const QCborValue &from, T &into)
{
    if (!from.isArray())
        return false;
    const auto array = from.toArray();
    if constexpr (requires { std::tuple_size<T>::value; }) {
        return readArray(array, into);
    } else {
        into.clear();
        for (const auto &element : array) {
            typename T::value_type value{};
            if (!read(element, value))
                return false;
            into.insert(into.end(), std::move(value));
        }
        return true;
    }
}

template<typename T>
requires kIsList<QSet<T>>
bool read(const QCborValue &from, QSet<T> &into)
{
    into.clear();
    for (const auto &element : from.toArray()) {
        T value{};
        if (!read(element, value))
            return false;
        into.insert(std::move(value));
    }
    return from.isArray();
}

template<typename T>
requires kIsTable<T>
bool read(const QCborValue &from, T &into)
{
    const auto array = from.toArray();
    into.clear();
    for (qsizetype at = 0; at + 1 < array.size(); at += 2) {
        typename T::key_type key{};
        typename T::mapped_type value{};
        if (!read(array.at(at), key) || !read(array.at(at + 1), value))
            return false;
        into[key] = std::move(value);
    }
    return from.isArray() && array.size() % 2 == 0;
}

template<HasFields T>
bool readInto(const QCborMap &map, T &into)
{
    bool ok = true;
    forEachField<T>([&](const auto &entry) {
        const auto value = map.value(QLatin1StringView(entry.name));
        if (ok && !value.isUndefined())
            ok = read(value, into.*entry.member);
    });
    return ok;
}

template<HasFields T>
bool read(const QCborValue &from, T &into)
{
    return from.isMap() && readInto(from.toMap(), into);
}

} // namespace lynceus::detail
