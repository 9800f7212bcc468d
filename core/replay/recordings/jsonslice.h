#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <initializer_list>

namespace lynceus {

/// Iterates over the members of an object or the elements of an array without copying, so that a list of 50 MB is split
/// at memory speed. The text must be valid JSON (the recording reader ensures this); for other input the result is
/// undefined, but reads stay within bounds.
class JsonWalker final
{
public:
    /// @param container text of an object or array; anything else has no members.
    explicit JsonWalker(QByteArrayView container);

    /// False at the end.
    [[nodiscard]] bool next();

    /// As written, without quotes; empty in arrays.
    [[nodiscard]] QByteArrayView key() const { return m_key; }
    [[nodiscard]] QByteArrayView value() const { return m_value; }

private:
    QByteArrayView m_text;
    qsizetype m_position = 0;
    bool m_object = false;
    QByteArrayView m_key;
    QByteArrayView m_value;
};

/// The value at the path @p keys; a null view if there is none.
[[nodiscard]] QByteArrayView jsonValue(QByteArrayView object, std::initializer_list<QByteArrayView> keys);

/// The text of a JSON string; empty for other values.
[[nodiscard]] QString jsonString(QByteArrayView value);

/// A JSON string with quotes.
[[nodiscard]] QByteArray jsonQuoted(const QString &text);

} // namespace lynceus
