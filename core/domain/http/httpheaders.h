#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace lynceus {

/// One header field of a request or a response. Values of requests are secrets unless their name says otherwise.
struct HttpHeader
{
    QByteArray name; ///< as it was written
    QByteArray value;

    friend bool operator==(const HttpHeader &, const HttpHeader &) = default;
};

/// The header fields of one message, in their order.
class HttpHeaders final
{
public:
    /// Replaces all fields of that name.
    void set(const QByteArray &name, const QByteArray &value);
    void append(const QByteArray &name, const QByteArray &value) { m_fields.push_back({name, value}); }

    [[nodiscard]] bool contains(QByteArrayView name) const;
    /// Several fields of one name are joined by ", " (RFC 9110 §5.3); empty if there is none.
    [[nodiscard]] QByteArray value(QByteArrayView name) const;
    [[nodiscard]] const std::vector<HttpHeader> &fields() const { return m_fields; }

    friend bool operator==(const HttpHeaders &, const HttpHeaders &) = default;

private:
    std::vector<HttpHeader> m_fields;
};

/// Whether the bytes are a field's name: a token of RFC 9110 §5.6.2.
[[nodiscard]] bool isHttpToken(QByteArrayView name);

/// Whether the bytes may stand in a field's value. A line break would start a field of somebody else's choice.
[[nodiscard]] bool isHttpFieldValue(QByteArrayView value);

} // namespace lynceus
