#pragma once

#include "core/io/store/encoding/enumnames.h"
#include "core/io/store/encoding/memoryfields.h"
#include "core/io/store/encoding/watchfields.h"

#include <QHash>
#include <QSet>

#include <array>
#include <map>
#include <memory>
#include <random>
#include <vector>

namespace lynceus::test {

/// Creates values of all stored types with every member filled, from a seed.
class AnyValues final
{
public:
    explicit AnyValues(unsigned seed)
        : m_random(seed)
    { }

    [[nodiscard]] int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(m_random); }

    template<typename T>
    [[nodiscard]] T make()
    {
        T value{};
        fill(value);
        return value;
    }

    void fill(bool &value) { value = below(2) == 1; }
    void fill(int &value) { value = below(1'000'000) - 500'000; }
    void fill(qint64 &value) { value = static_cast<qint64>(m_random()) - (1LL << 40); }
    void fill(std::uint64_t &value) { value = (std::uint64_t{m_random()} << 32) | m_random(); }
    void fill(Duration &value) { value = Duration{below(1'000'000'000)}; }
    void fill(Instant &value) { value = Instant{Duration{1'795'000'000'000 + below(1'000'000'000)}}; }
    void fill(QByteArray &value) { value = QByteArray(below(9), static_cast<char>(below(256))); }
    void fill(QString &value)
    {
        static constexpr std::array<char16_t, 12> kLetters{u'a', u'Z', u'0',  u' ',  u'"',      u'\\',
                                                           u'/', u'é', u'世', u'\n', u'\u200f', u'\0'};
        value.clear();
        for (int left = below(12); left > 0; --left)
            value += QChar(kLetters[static_cast<std::size_t>(below(kLetters.size()))]);
    }
    template<typename E>
    requires std::is_enum_v<E>
    void fill(E &value) { value = static_cast<E>(below(static_cast<int>(LastOf<E>::kValue) + 1)); }
    template<typename T>
    void fill(std::optional<T> &value)
    {
        value.reset();
        if (below(3) > 0)
            fill(value.emplace());
    }
    template<typename T>
    void fill(std::shared_ptr<const T> &value)
    {
        value = std::make_shared<const T>(make<T>());
    }
    template<typename T>
    void fill(std::vector<T> &values)
    {
        values.resize(static_cast<std::size_t>(below(4)));
        for (auto &value : values)
            fill(value);
    }
    void fill(QStringList &values)
    {
        values.clear();
        for (int left = below(4); left > 0; --left)
            values += make<QString>();
    }
    template<typename T, std::size_t N>
    void fill(std::array<T, N> &values)
    {
        for (auto &value : values)
            fill(value);
    }
    template<typename T>
    void fill(QSet<T> &values)
    {
        for (int left = below(4); left > 0; --left)
            values.insert(make<T>());
    }
    template<typename K, typename V>
    void fill(QHash<K, V> &values)
    {
        for (int left = below(4); left > 0; --left)
            values.insert(make<K>(), make<V>());
    }
    void fill(std::map<QString, QString> &values)
    {
        for (int left = below(4); left > 0; --left)
            values[make<QString>()] = make<QString>();
    }
    template<HasFields T>
    void fill(T &value)
    {
        forEachField<T>([&](const auto &entry) { fill(value.*entry.member); });
    }

private:
    std::mt19937 m_random;
};

} // namespace lynceus::test
