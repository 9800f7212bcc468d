#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace lynceus {

/// A header field of a request or a response. Treat values of requests as secrets unless their name says otherwise.
struct HttpHeader
{
    QByteArray name; ///< as written
    QByteArray value;

    friend bool operator==(const HttpHeader &, const HttpHeader &) = default;
};

/// The header fields of a message, in order.
class HttpHeaders final
{
public:
    /// Replaces all fields with this name.
    void set(const QByteArray &name, const QByteArray &value);
    void append(const QByteArray &name, const QByteArray &value) { m_fields.push_back({name, value}); }

    [[nodiscard]] bool contains(QByteArrayView name) const;
    /// Joins several fields with one name by ", " (RFC 9110 §5.3); empty if there is none.
    [[nodiscard]] QByteArray value(QByteArrayView name) const;
    [[nodiscard]] const std::vector<HttpHeader> &fields() const { return m_fields; }

    friend bool operator==(const HttpHeaders &, const HttpHeaders &) = default;

private:
    std::vector<HttpHeader> m_fields;
};

/// Whether the bytes are a valid field name: a token of RFC 9110 §5.6.2.
[[nodiscard]] bool isHttpToken(QByteArrayView name);

/// Whether the bytes are a valid field value. A line break could inject another field.
[[nodiscard]] bool isHttpFieldValue(QByteArrayView value);

} // namespace lynceus
