#include "core/domain/http/httpheaders.h"

#include <algorithm>
#include <utility>

namespace lynceus {

namespace {

bool isNamed(const HttpHeader &field, QByteArrayView name)
{
    return name.compare(field.name, Qt::CaseInsensitive) == 0;
}

} // namespace

void HttpHeaders::set(const QByteArray &name, const QByteArray &value)
{
    std::erase_if(m_fields, [&name](const HttpHeader &field) { return isNamed(field, name); });
    append(name, value);
}

bool HttpHeaders::contains(QByteArrayView name) const
{
    return std::ranges::any_of(m_fields, [name](const HttpHeader &field) { return isNamed(field, name); });
}

QByteArray HttpHeaders::value(QByteArrayView name) const
{
    QByteArray joined;
    bool isFirst = true;
    for (const auto &field : m_fields) {
        if (!isNamed(field, name))
            continue;
        if (!std::exchange(isFirst, false))
            joined += ", ";
        joined += field.value;
    }
    return joined;
}

bool isHttpToken(QByteArrayView name)
{
    const QByteArrayView signs("!#$%&'*+-.^_`|~");
    return !name.isEmpty() && std::ranges::all_of(name, [signs](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || signs.contains(c);
    });
}

bool isHttpFieldValue(QByteArrayView value)
{
    return std::ranges::none_of(value, [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

} // namespace lynceus
